"""One instance of the compiled kernels with memory of its own, for one thread at a time.

The kernels are WebAssembly, run by wasmtime: code for every processor and system in one file, that
can touch no memory but the one it was given. A call lets other threads run.
"""

import ctypes
import struct
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import wasmtime

WASM = Path(__file__).with_name("kernels.wasm")

Array: TypeAlias = npt.NDArray[Any]
Field: TypeAlias = int | float | Sequence[float]

_PAGE = 65_536
_ALIGN = 64
_KEPT_BYTES = 28 << 20
_FIRST_CROSSINGS = 1 << 16


class Compiled:
    """The module, compiled for this machine: about ten milliseconds, once a process."""

    def __init__(self) -> None:
        self.engine = wasmtime.Engine()
        self.module = wasmtime.Module(self.engine, WASM.read_bytes())


class Machine:
    """Arrays that stay are laid into memory once; all else begins anew with every job.

    `crossings`: how many crossings of lines and rows there is room for.
    """

    def __init__(self, compiled: Compiled) -> None:
        self._store = wasmtime.Store(compiled.engine)
        instance = wasmtime.Instance(self._store, compiled.module, [])
        exports: Any = instance.exports(self._store)
        self._exports = exports
        self._memory: wasmtime.Memory = exports["memory"]
        self._bottom = int(exports["__heap_base"].value(self._store))
        self._kept: OrderedDict[int, tuple[Array, int]] = OrderedDict()
        self._blanks: dict[int, Array] = {}
        self._floor = self._next = _up(self._bottom)
        self.crossings = _FIRST_CROSSINGS
        self._look()

    def begin(self) -> None:
        """What a job before this one laid down or got room for is gone."""
        if self._floor - self._bottom > _KEPT_BYTES:
            self._forget()
        self._next = self._floor

    def keep(self, *arrays: Array) -> None:
        """Lay arrays that do not change where they stay; before anything else of a job."""
        for array in arrays:
            if id(array) not in self._kept:
                assert self._next == self._floor, "kept arrays come first"
                self._kept[id(array)] = (array, self.lay(array))
                self._floor = self._next

    def zeros(self, size: int) -> int:
        """The address of bytes that are zero, and that the kernels leave so; like kept arrays."""
        if size not in self._blanks:
            self._blanks[size] = np.zeros(size, np.uint8)
        self.keep(self._blanks[size])
        return self.at(self._blanks[size])

    def at(self, array: Array) -> int:
        """The address of an array that is kept."""
        return self._kept[id(array)][1]

    def lay(self, array: Array) -> int:
        """Copy an array into memory: its address."""
        flat = np.ascontiguousarray(array).reshape(-1).view(np.uint8)
        address = self.room(len(flat))
        self._bytes[address : address + len(flat)] = flat
        return address

    def room(self, size: int, *, clear: bool = False) -> int:
        """The address of so many bytes."""
        address = self._next
        self._next = _up(address + size)
        if self._next > len(self._bytes):
            self._memory.grow(self._store, -(-(self._next - len(self._bytes)) // _PAGE))
            self._look()
        if clear:
            self._bytes[address : address + size] = 0
        return address

    def view(self, address: int, count: int, kind: type[np.generic]) -> Array:
        """What lies there, until the next job."""
        return np.frombuffer(self._bytes, kind, count, address)

    def copy(self, address: int, count: int, kind: type[np.generic]) -> Array:
        return self.view(address, count, kind).copy()

    def call(self, name: str, job: "Job") -> int:
        """Run a kernel on its job. wasmtime.Trap where it would leave its memory."""
        address = self.lay(job.bytes())
        try:
            return self._exports[name](self._store, address) or 0
        except wasmtime.Trap:
            self._forget()  # what it should have left as it was
            raise

    def _forget(self) -> None:
        self._kept.clear()
        self._blanks.clear()
        self._floor = _up(self._bottom)

    def _look(self) -> None:
        base = ctypes.addressof(self._memory.data_ptr(self._store).contents)
        size = self._memory.data_len(self._store)
        self._bytes = np.ctypeslib.as_array((ctypes.c_uint8 * size).from_address(base))


class Job:
    """The fields of a C structure in order: `i` whole numbers and addresses, `f` floats, `d`."""

    def __init__(self) -> None:
        self._form = "<"
        self._values: list[float] = []

    def add(self, kind: str, *values: Field) -> "Job":
        """Fields of one kind; doubles lie on multiples of eight."""
        flat: list[float] = []
        for value in values:
            flat.extend(value if isinstance(value, Sequence) else (value,))
        if kind == "i":
            kind, flat = "I", [int(value) & 0xFFFFFFFF for value in flat]
        if kind == "d" and struct.calcsize(self._form) % 8:
            self._form += "4x"
        self._form += f"{len(flat)}{kind}"
        self._values += flat
        return self

    def bytes(self) -> Array:
        end = "4x" if "d" in self._form and struct.calcsize(self._form) % 8 else ""
        return np.frombuffer(struct.pack(self._form + end, *self._values), np.uint8)


def _up(address: int) -> int:
    return -(-address // _ALIGN) * _ALIGN
