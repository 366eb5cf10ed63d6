"""Who has which part of a memory that only grows: first fit, and neighbours joined again."""

from bisect import insort
from collections.abc import Callable

ALIGN = 64


class Heap:
    """Addresses from `begin` on; `grow` is asked for the bytes that are lacking at the end."""

    def __init__(self, begin: int, grow: Callable[[int], None]) -> None:
        self.end = _up(begin)
        self._grow = grow
        self._free: list[tuple[int, int]] = []  # address and size, ascending, none beside another
        self._taken: dict[int, int] = {}

    def take(self, size: int) -> int:
        """The address of so many bytes, on a multiple of 64."""
        size = _up(max(size, 1))
        address = self._fitting(size)
        self._taken[address] = size
        return address

    def give(self, address: int) -> None:
        """Back again. KeyError for what was not taken."""
        size = self._taken.pop(address)
        insort(self._free, (address, size))
        at = self._free.index((address, size))
        for k in (at, at - 1):
            if 0 <= k < len(self._free) - 1:
                (one, many), (other, more) = self._free[k : k + 2]
                if one + many == other:
                    self._free[k : k + 2] = [(one, many + more)]

    def _fitting(self, size: int) -> int:
        for k, (address, room) in enumerate(self._free):
            if room >= size:
                left = [(address + size, room - size)] if room > size else []
                self._free[k : k + 1] = left
                return address
        address = self.end
        if self._free and sum(self._free[-1]) == self.end:
            address = self._free.pop()[0]
        self._grow(address + size - self.end)
        self.end = address + size
        return address


def _up(address: int) -> int:
    return -(-address // ALIGN) * ALIGN
