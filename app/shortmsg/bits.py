"""Numbers of so many bits, one after the other, first bit highest; no meaning."""

from app.shortmsg.flaws import Flaw, ShortMessageError


class BitWriter:
    """Gathers numbers into bytes."""

    def __init__(self) -> None:
        self._value = 0
        self.count = 0

    def put(self, value: int, bits: int) -> None:
        """Append an unsigned number. ValueError where it needs more bits: a fault of the caller."""
        if value < 0 or value >> bits:
            raise ValueError(f"{value} does not fit {bits} bits")
        self._value = self._value << bits | value
        self.count += bits

    def done(self) -> bytes:
        """The bytes; the last is filled up with zeros."""
        spare = -self.count % 8
        return (self._value << spare).to_bytes((self.count + spare) // 8, "big")


class BitReader:
    """Takes numbers off bytes."""

    def __init__(self, data: bytes) -> None:
        self._value = int.from_bytes(data, "big")
        self._left = len(data) * 8

    def take(self, bits: int) -> int:
        """The next unsigned number. ShortMessageError (CUT) where the bytes end before."""
        if bits > self._left:
            raise ShortMessageError(Flaw.CUT, f"{bits} bits wanted, {self._left} left")
        self._left -= bits
        found = self._value >> self._left
        self._value &= (1 << self._left) - 1
        return found

    def end(self) -> None:
        """ShortMessageError where more is left than the zeros that fill up a byte."""
        if self._left >= 8:
            raise ShortMessageError(Flaw.TOO_LONG, f"{self._left} bits behind the end")
        if self._value:
            raise ShortMessageError(Flaw.PADDING)
