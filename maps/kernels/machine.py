"""The compiled kernels and their memory, for one thread at a time.

The kernels are WebAssembly, run by wasmtime: code for every processor and system in one file, that
can touch no memory but the one it was given. A call lets other threads run.
"""

import ctypes
import weakref
from collections import OrderedDict, deque
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import wasmtime

from maps.kernels.heap import Heap
from maps.kernels.values import Pixels

WASM = Path(__file__).with_name("kernels.wasm")

Array: TypeAlias = npt.NDArray[Any]

_PAGE = 65_536
_KEPT_BYTES = 28 << 20
_SPARE = 128  # bytes after a picture, for kernels that write a little too far


class Compiled:
    """The module, compiled for this machine: about ten milliseconds, once a process."""

    def __init__(self) -> None:
        config = wasmtime.Config()
        config.memory_may_move = False  # pictures are looked at where they lie
        self.engine = wasmtime.Engine(config)
        self.module = wasmtime.Module(self.engine, WASM.read_bytes())


class Machine:
    """Its memory holds what stays (`keep`), rooms by name that are used again with every job, and
    pictures, each for as long as somebody looks at it.
    """

    def __init__(self, compiled: Compiled) -> None:
        self._store = wasmtime.Store(compiled.engine)
        instance = wasmtime.Instance(self._store, compiled.module, [])
        exports: Any = instance.exports(self._store)
        self._exports = exports
        self._memory: wasmtime.Memory = exports["memory"]
        self._base = ctypes.addressof(self._memory.data_ptr(self._store).contents)
        self._spare = 0  # bytes of whole pages that the heap has not asked for yet
        self._heap = Heap(int(exports["__heap_base"].value(self._store)), self._grow)
        self._grow(self._heap.end - self._memory.data_len(self._store))
        self._kept: OrderedDict[int, tuple[Array, int]] = OrderedDict()
        self._kept_bytes = self.forgotten = 0
        self._rooms: dict[str, tuple[int, int]] = {}
        self._held: dict[str, Array] = {}
        self._returned: deque[int] = deque()
        desk = exports["desk"](self._store)
        self._desk = np.frombuffer(self._bytes, np.int32, 2, desk)  # the job, and its answer

    @property
    def size(self) -> int:
        """Bytes of its memory; it never shrinks."""
        return len(self._bytes)

    def begin(self) -> None:
        """Before each job: kept arrays that nobody used for long make room."""
        while self._kept_bytes > _KEPT_BYTES:
            _, (array, address) = self._kept.popitem(last=False)
            self._kept_bytes -= array.nbytes
            self.forgotten += 1
            self._heap.give(address)
        while self._returned:
            self._heap.give(self._returned.popleft())

    def keep(self, array: Array) -> int:
        """The address of an array that never changes; it is laid down once."""
        kept = self._kept.get(id(array))
        if kept is not None:
            self._kept.move_to_end(id(array))
            return kept[1]
        address = self._heap.take(array.nbytes)
        self._fill(address, array)
        self._kept[id(array)] = array, address
        self._kept_bytes += array.nbytes
        return address

    def room(self, name: str, size: int) -> int:
        """The address of at least so many bytes, holding anything."""
        self._held.pop(name, None)
        size, (address, there) = max(size, 1), self._rooms.get(name, (0, 0))
        if size > there:
            if there:
                del self._rooms[name]
                self._heap.give(address)
            address = self._heap.take(size)
            self._rooms[name] = address, size
        return address

    def zeros(self, name: str, size: int) -> int:
        """A room of bytes that are zero, and that the kernels leave so."""
        before = self._rooms.get(name)
        address = self.room(name, size)
        if self._rooms[name] != before:
            self._bytes[address : address + size] = 0
        return address

    def lay(self, name: str, array: Array) -> int:
        """Copy an array into a room: its address."""
        address = self.room(name, array.nbytes)
        self._fill(address, array)
        return address

    def hold(self, name: str, array: Array) -> int:
        """As `lay`, for arrays that never change: the same one again is not copied again."""
        if self._held.get(name) is not array:
            self.lay(name, array)
            self._held[name] = array
        return self._rooms[name][0]

    def sheet(self, name: str, height: int, width: int) -> tuple[int, Pixels]:
        """A room for (height, width) pixels, holding anything, to be written by numpy at once."""
        size = 4 * height * width
        address = self.room(name, size)
        pixels = self._bytes[address : address + size].view(np.uint32)
        return address, pixels.reshape(height, width)

    def put(self, name: str, data: bytes) -> int:
        """The same of bytes."""
        address = self.room(name, len(data))
        ctypes.memmove(self._base + address, data, len(data))
        return address

    def copy(self, address: int, count: int, kind: type[np.generic]) -> Array:
        """What lies there now."""
        return np.frombuffer(self._bytes, kind, count, address).copy()

    def picture(self, height: int, width: int) -> tuple[int, Pixels]:
        """Memory for (height, width) pixels, holding anything; free again when all views of it
        are gone."""
        address = self._heap.take(4 * height * width + _SPARE)
        memory = (ctypes.c_uint32 * (height * width)).from_address(self._base + address)
        # Views of an array over a buffer refer to that array, so it lives as long as any of them.
        given = np.frombuffer(memoryview(memory), np.uint32)
        weakref.finalize(given, self._back, address).atexit = False
        return address, given.reshape(height, width)

    def call(self, name: str, job: bytes) -> int:
        """Run a kernel on its job. wasmtime.Trap where it would leave its memory."""
        self._desk[0] = self.put("job", job)
        try:
            self._exports[name](self._store)
            return int(self._desk[1])
        except wasmtime.Trap:
            for room in self._rooms.values():  # what it should have left as it was
                self._heap.give(room[0])
            self._rooms.clear()
            self._held.clear()
            self.forgotten += 1
            raise

    def _fill(self, address: int, array: Array) -> None:
        flat = np.ascontiguousarray(array).reshape(-1).view(np.uint8)
        self._bytes[address : address + len(flat)] = flat

    def _grow(self, lacking: int) -> None:
        if lacking > self._spare:
            pages = -(-(lacking - self._spare) // _PAGE)
            self._memory.grow(self._store, pages)
            self._spare += pages * _PAGE
        self._spare -= lacking
        size = self._memory.data_len(self._store)
        self._bytes = np.ctypeslib.as_array((ctypes.c_uint8 * size).from_address(self._base))

    def _back(self, address: int) -> None:
        """May run at any moment in any thread; and as long as it has not, it holds the memory."""
        self._returned.append(address)
