"""Everything that one serial line may carry, told apart and kept in its order.

7E begins a JT/T 808 frame, $ and four known letters a binary RDSS frame, $ or ! a sentence, { an
object of JSON; all else is skipped. A candidate that is none is read again behind its first byte.
"""

import re

from app.ingest.frames import BLANK, KEPT, MAX_WIRE, Kind
from app.ingest.jt808_frame import FLAG, Damage, parse
from app.ingest.rdss.frame import HEAD, TAGS, length_of
from app.ingest.rdss.frame import parse as parse_binary
from app.ingest.texts import TextFramer

Found = list[tuple[Kind, bytes]]

_TAG = rb"\$(?:" + b"|".join(sorted(TAGS)) + rb")(?=[\x00-\x08])"
"""Behind the letters stands the length, at most 2 kB; a letter there is $GNTXT, a comma $BDTXR."""

_TEXT = re.compile(rb"[\r\n]*(?:[$!#]|\{\s*\")")
_ADDRESS = re.compile(rb"[$!][A-Z]{2}")
_BEGUN = re.compile(rb"[$!][A-Z]{2}[A-Z0-9]{1,10},|\{\s*\"[A-Za-z_]|" + _TAG)
_MARK = re.compile(rb"\x7e|" + _TAG)
_PART = re.compile(rb"\$[A-Z]{0,4}\Z")
"""The end of a chunk that may be the beginning of a binary frame."""

_TAG_SIZE = 5

_PLAIN = re.compile(rb"[\t\r\n -~]*\Z")

_ALONE = re.compile(
    rb"\x7e(?!" + _TEXT.pattern + rb"|[\r\n\t ]*\x7e)[^\x7e]{1,%d}\x7e\Z" % MAX_WIRE
)
"""One frame and nothing else: what a terminal that reports every few seconds sends at a time."""


class MixedFramer:
    """Frames, lines and objects in one stream; what is not finished is kept, within bounds."""

    def __init__(self) -> None:
        self._lines = TextFramer()
        self._held = b""
        self._opened = False
        self._framed = False
        self._overlong = False

    @property
    def pending(self) -> int:
        """Bytes kept for the next feed."""
        return len(self._held) + self._lines.pending

    def feed(self, data: bytes) -> Found:
        """The raw frames, lines and objects that `data` completes, in their order."""
        between = self._opened and not self._held and not self._overlong
        if between and _ALONE.match(data) and not _BEGUN.search(data):
            return [(Kind.JT808, data)]
        self._held += data
        return self._scan(last=False)

    def flush(self) -> Found:
        """What nothing ended, at the end of a stream."""
        return self._scan(last=True) + self._text(b"", last=True)

    def _scan(self, *, last: bool) -> Found:
        found: Found = []
        while self._held:
            step = (self._in_frame if self._opened else self._in_text)(last=last)
            if step is None:
                break
            found += step
        return found

    def _in_text(self, *, last: bool) -> Found | None:
        """Up to the next mark; None where more bytes are needed to go on."""
        mark = _MARK.search(self._held)
        if mark is None:
            part = None if last else _PART.search(self._held)
            end = part.start() if part else len(self._held)
            text, self._held = self._held[:end], self._held[end:]
            return self._text(text) if text else None
        text, self._held = self._held[: mark.start()], self._held[mark.start() :]
        found = self._text(text, last=True) if text or mark[0] == FLAG else []
        if mark[0] == FLAG:
            self._held, self._opened, self._framed = self._held[1:], True, True
            return found
        binary = self._binary(last=last)
        return found + binary if binary is not None else found or None

    def _binary(self, *, last: bool) -> Found | None:
        """The binary frame that may begin here; one that is none loses its tag and is read on."""
        held = self._held
        if len(held) < HEAD.size and not last:
            return None
        size = length_of(held)
        if size is not None and len(held) < size and not last:
            return None
        found = self._lines.flush()
        if size is not None and not isinstance(parse_binary(held[:size]), tuple):
            size = None
        kept = held[: size or KEPT]
        self._held = held[size or _TAG_SIZE :]
        return [*found, (Kind.RDSS4, kept)]

    def _in_frame(self, *, last: bool) -> Found | None:
        """Behind a 7E: a frame up to the next, text where it begins, or noise."""
        held = self._held
        if _TEXT.match(held) and not self._overlong:
            self._opened = False
            return []
        end = held.find(FLAG)
        if end < 0:
            return self._unclosed(last=last)
        piece = held[:end]
        overlong, self._overlong = self._overlong, False
        if overlong or not piece.strip(BLANK):
            self._held = held[end + 1 :]
            return []
        if len(piece) > MAX_WIRE:
            return self._too_long(piece, end)
        frame = FLAG + piece + FLAG
        begun = _BEGUN.search(piece)
        if begun is not None and isinstance(parse(frame), Damage):
            return self._resume(begun.start())
        self._held = held[end + 1 :]
        return [(Kind.JT808, frame)]

    def _unclosed(self, *, last: bool) -> Found | None:
        held = self._held
        if last or len(held) > MAX_WIRE or self._overlong:
            begun = _BEGUN.search(held)
            if begun is not None:
                self._overlong = False
                return self._resume(begun.start())
        if last:
            self._held = b""
            return [(Kind.JT808, FLAG + held)] if held.strip(BLANK) and not self._overlong else []
        return self._too_long(held, len(held)) if len(held) > MAX_WIRE else None

    def _too_long(self, piece: bytes, end: int) -> Found:
        """Said once of a piece; sentences in what follows are still looked for."""
        begun = _BEGUN.search(piece)
        if begun is not None:
            return self._resume(begun.start())
        first, self._overlong = not self._overlong, True
        self._held = (
            self._held[max(end - KEPT, 0) :] if end == len(self._held) else self._held[end:]
        )
        return [(Kind.JT808, FLAG + piece[:KEPT])] if first else []

    def _resume(self, at: int) -> Found:
        """Text or a binary frame has begun in a frame's place, whose piece is given out."""
        piece, self._held = self._held[:at], self._held[at:]
        self._opened = False
        return [] if _PLAIN.match(piece) else [(Kind.JT808, FLAG + piece)]

    def _text(self, data: bytes, *, last: bool = False) -> Found:
        """Lines that look like sentences; between frames any noise may hold a $."""
        lines = self._lines.feed(data) + (self._lines.flush() if last else [])
        if not self._framed:
            return lines
        return [(k, line) for k, line in lines if k is Kind.JSON or _ADDRESS.match(line)]
