"""What was heard of one peer and not taken yet: bytes, and the frames that were cut from them."""

from collections.abc import Callable

from app.ingest.mixed import Found

TURN, FRAMES = 4096, 64
"""Bytes of one peer cut, and frames taken, at a time: floods leave the others their turn."""


class Backlog:
    """`cut` gives the frames that some more bytes complete."""

    __slots__ = ("_cut", "_found", "_unread")

    def __init__(self, cut: Callable[[bytes], Found]) -> None:
        self._cut = cut
        self._unread = b""
        self._found: Found = []

    def __bool__(self) -> bool:
        return bool(self._found or self._unread)

    def add(self, data: bytes) -> None:
        self._unread = self._unread + data if self._unread else data

    def put(self, found: Found) -> None:
        """Frames that are cut already."""
        self._found = self._found + found

    def take(self) -> tuple[Found, int, int]:
        """The next frames; from how many bytes how many were cut just now, (0, 0) for none."""
        size = count = 0
        if not self._found and self._unread:
            piece, self._unread = self._unread[:TURN], self._unread[TURN:]
            self._found = self._cut(piece)
            size, count = len(piece), len(self._found)
        some, self._found = self._found[:FRAMES], self._found[FRAMES:]
        return some, size, count

    def clear(self) -> None:
        self._unread, self._found = b"", []
