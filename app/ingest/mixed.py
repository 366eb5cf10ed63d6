"""JT/T 808 frames and NMEA lines in one stream, told apart and kept in their order.

Judges a piece only where it could be either: a damaged frame that holds the start of a sentence.
"""

import re

from app.ingest.frames import BLANK, KEPT, MAX_WIRE, Kind, NmeaFramer
from app.ingest.jt808_frame import FLAG, Damage, parse

_TEXT = re.compile(rb"[\r\n]*[$!#]")
_ADDRESS = re.compile(rb"[$!][A-Z]{2}")
_BEGUN = re.compile(rb"[$!][A-Z]{2}[A-Z0-9]{1,10},")
_PLAIN = re.compile(rb"[\t\r\n -~]*\Z")


class MixedFramer:
    """Frames and lines in one stream, told apart by 7E and by $ or ! at a line's start."""

    def __init__(self) -> None:
        self._lines = NmeaFramer()
        self._rest = b""
        self._opened = False
        self._overlong = False
        self._framed = False

    def feed(self, data: bytes) -> list[tuple[Kind, bytes]]:
        """The raw frames and lines that `data` completes, in their order."""
        found: list[tuple[Kind, bytes]] = []
        *closed, last = data.split(FLAG)
        for piece in closed:
            found += self._close(piece)
        if self._opened and not self._overlong:
            self._rest += last
            overlong = len(self._rest) > MAX_WIRE
            begun = _BEGUN.search(self._rest) if overlong else None
            if begun is not None or _TEXT.match(self._rest):
                found += self._cut_short(self._rest[: begun.start() if begun else 0])
                last, self._opened = self._rest[begun.start() if begun else 0 :], False
                self._rest = b""
            elif overlong:
                found.append((Kind.JT808, FLAG + self._rest[:KEPT]))
                self._rest, self._overlong = b"", True
        if not self._opened:
            found += self._text(last, last=False)
        return found

    def _close(self, piece: bytes) -> list[tuple[Kind, bytes]]:
        """The 7E after `piece` has come: it was a frame, or text, or noise between two frames."""
        whole, opened, overlong = self._rest + piece, self._opened, self._overlong
        self._rest, self._opened, self._overlong = b"", True, False
        self._framed = True
        if not opened:
            return self._text(piece)
        if overlong or not whole.strip(BLANK):
            return []
        frame = FLAG + whole + FLAG
        begun = _BEGUN.search(whole)
        if begun is not None and isinstance(parse(frame), Damage):
            return self._cut_short(whole[: begun.start()]) + self._text(whole[begun.start() :])
        return [(Kind.JT808, frame)]

    @staticmethod
    def _cut_short(piece: bytes) -> list[tuple[Kind, bytes]]:
        """What stands between a 7E and a sentence in a frame's place; not the ~ of a comment."""
        return [] if _PLAIN.match(piece) else [(Kind.JT808, FLAG + piece)]

    def _text(self, data: bytes, *, last: bool = True) -> list[tuple[Kind, bytes]]:
        """Lines that look like sentences; between frames any noise may hold a $."""
        lines = self._lines.feed(data) + (self._lines.flush() if last else [])
        return [(Kind.NMEA, line) for line in lines if not self._framed or _ADDRESS.match(line)]

    def flush(self) -> list[tuple[Kind, bytes]]:
        rest, self._rest = self._rest, b""
        if not self._opened:
            return self._text(b"")
        begun = _BEGUN.search(rest)
        if begun is not None:
            return self._cut_short(rest[: begun.start()]) + self._text(rest[begun.start() :])
        return [(Kind.JT808, FLAG + rest)] if rest.strip(BLANK) else []
