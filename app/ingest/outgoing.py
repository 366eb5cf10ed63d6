"""What we say on one connection: with our own serials, and of our own accord by any thread."""

from collections.abc import Callable
from functools import partial
from threading import Lock

from app.ingest.door import Post
from app.ingest.jt808_down import body_of, frames_of, packets
from app.ingest.jt808_frame import build
from app.model import Command


class Outgoing:
    """`write` puts bytes on the line, on the thread that `post` has things done on; None where the
    line takes nothing of our own accord."""

    def __init__(self, write: Callable[[bytes], None] | None, post: Post) -> None:
        self._write, self._post = write, post
        self._serial = 0
        self._lock = Lock()

    @property
    def open(self) -> bool:
        return self._write is not None

    def close(self) -> None:
        self._write = None

    def frame(self, message_id: int, phone: str, body: bytes, version: int) -> bytes:
        """A frame with the next serial (JT/T 808: from 0, counted by who sends)."""
        return build(message_id, phone, self._next(1), body, version)

    def push(self, command: Command, *, version: int) -> tuple[frozenset[int], bytes]:
        """Put a command on the line: the serials of its frames, and the frames themselves."""
        body = body_of(command, version=version)
        many = packets(body)
        first = self._next(many)
        frames = frames_of(command, version=version, serial=first, body=body)
        self.repeat(frames)
        return frozenset((first + n) & 0xFFFF for n in range(many)), frames

    def repeat(self, frames: bytes) -> None:
        """The same bytes once more, with the serials that they had."""
        if self._write is not None:
            self._post(partial(self._write, frames))

    def _next(self, many: int) -> int:
        """The first of so many serials that follow one another."""
        with self._lock:
            first = self._serial
            self._serial = (first + many) & 0xFFFF
        return first
