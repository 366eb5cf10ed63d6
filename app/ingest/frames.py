"""A byte stream cut into frames and lines, whatever way it arrives and whatever lies between.

Framers keep what is not finished, within bounds; they judge nothing, so a good frame is never lost
to a bad one before it. `flush` hands out the unfinished rest at the end of a stream.
"""

import re
from enum import StrEnum

from app.ingest.jt808_frame import FLAG, MAX_FRAME
from app.ingest.nmea_sentence import MAX_LINE

MAX_WIRE = 2 * MAX_FRAME
"""Longest frame on the wire: every byte of it escaped."""

BLANK = b"\r\n\t "
"""What some writers put between frames."""

KEPT = 64
"""What is kept of an overlong piece, so that a person sees what it was."""

_TAIL = re.compile(rb"[ -~]*,[ -~]*\*[0-9A-Fa-f]{2}\Z")
"""A line that has lost its beginning and still ends as a sentence does."""

_LINE = re.compile(rb"[\r\n]+")
_SENTENCE = re.compile(rb"[$!]")


class Kind(StrEnum):
    JT808 = "jt808"
    NMEA = "nmea"  # any sentence from $ or ! to its line's end, short messages too
    RDSS4 = "rdss4"
    JSON = "json"


class Jt808Framer:
    """Every 7E ends the frame before it and begins the next, so one may serve both.

    The pieces between are given out with their delimiters, noise too; blank ones are not. What
    comes before the first 7E is skipped. An overlong piece is given out once, cut short.
    """

    def __init__(self) -> None:
        self._rest = b""
        self._opened = False
        self._overlong = False

    @property
    def pending(self) -> int:
        """Bytes kept for the next feed, the opening 7E included."""
        return len(self._rest) + self._opened

    def feed(self, data: bytes) -> list[bytes]:
        """The raw frames that `data` completes, both 7E included."""
        pieces = data.split(FLAG)
        if len(pieces) == 1:
            return self._grow(data)
        frames = []
        first = self._rest + pieces[0]
        if self._opened and first.strip(BLANK) and not self._overlong:
            frames.append(FLAG + first + FLAG)
        frames += [FLAG + piece + FLAG for piece in pieces[1:-1] if piece.strip(BLANK)]
        self._opened, self._overlong, self._rest = True, False, b""
        return frames + self._grow(pieces[-1])

    def _grow(self, data: bytes) -> list[bytes]:
        if not self._opened or self._overlong:
            return []
        self._rest += data
        if len(self._rest) <= MAX_WIRE:
            return []
        cut, self._rest, self._overlong = self._rest[:KEPT], b"", True
        return [FLAG + cut]

    def flush(self) -> list[bytes]:
        """The frame that nothing closed, without a closing 7E."""
        rest, self._rest, self._opened = self._rest, b"", False
        return [FLAG + rest] if rest.strip(BLANK) else []


class NmeaFramer:
    """Lines from $ or ! to CR or LF; a second $ restarts, so that glued lines come apart.

    What stands before a $ is skipped: noise, tag blocks, and comment lines beginning with #. The
    end of a sentence without its beginning is given out, so that it can be refused.
    """

    def __init__(self) -> None:
        self._rest = b""

    @property
    def pending(self) -> int:
        return len(self._rest)

    def feed(self, data: bytes) -> list[bytes]:
        """The raw lines that `data` completes, without CR and LF."""
        *lines, self._rest = _LINE.split(self._rest + data)
        found = [sentence for line in lines for sentence in self._cut(line)]
        if len(self._rest) > MAX_LINE:
            found += self._shed()
        return found

    def _shed(self) -> list[bytes]:
        """Of an overlong line all but the last sentence begun; of an overlong sentence nothing."""
        last = max(self._rest.rfind(b"$"), 0)
        shed, self._rest = self._rest[:last], self._rest[last:]
        if len(self._rest) > MAX_LINE:
            shed, self._rest = shed + self._rest[: MAX_LINE + 1], b""
        return self._cut(shed)

    @staticmethod
    def _cut(line: bytes) -> list[bytes]:
        if line.lstrip(b"\x00\xef\xbb\xbf \t")[:1] == b"#":
            return []
        line = line.rstrip(b"\x00 \t")
        starts = [match.start() for match in _SENTENCE.finditer(line)]
        if not starts:
            return [line] if _TAIL.match(line) else []
        if len(starts) == 1:
            return [line[starts[0] :]]
        # A ! inside an open line is text; only $, or a ! at its start, begins a sentence.
        starts = [at for i, at in enumerate(starts) if i == 0 or line[at] == 0x24]
        return [line[a:b] for a, b in zip(starts, [*starts[1:], len(line)], strict=True)]

    def flush(self) -> list[bytes]:
        """The line that nothing ended."""
        rest, self._rest = self._rest, b""
        return self._cut(rest)
