"""Text lines of a stream: sentences from $ or !, and objects of JSON, glued ones taken apart.

Judges nothing. Lines that are neither are skipped, but for the tail of a sentence cut in two.
"""

import re

from app.ingest.frames import Kind, NmeaFramer
from app.ingest.nmea_sentence import MAX_LINE

MAX_JSON = 1 << 16
"""Longest object of JSON in one line of a stream; gpsd's longest have some ten kilobytes."""

_OBJECT = re.compile(rb'\{\s*"')
_LINE = re.compile(rb"[\r\n]+")


class TextFramer:
    """Sentences and objects in their order; keeps the line that is not finished, within bounds."""

    def __init__(self) -> None:
        self._rest = b""

    @property
    def pending(self) -> int:
        return len(self._rest)

    def feed(self, data: bytes) -> list[tuple[Kind, bytes]]:
        """What `data` completes, without CR and LF."""
        *lines, self._rest = _LINE.split(self._rest + data)
        found = [piece for line in lines for piece in _cut(line)]
        if len(self._rest) > MAX_LINE:
            found += self._shed()
        return found

    def _shed(self) -> list[tuple[Kind, bytes]]:
        """Of an overlong line all but what began last; of an overlong object the object."""
        begun = _OBJECT.search(self._rest)
        if begun is not None and len(self._rest) - begun.start() <= MAX_JSON:
            shed, self._rest = self._rest[: begun.start()], self._rest[begun.start() :]
            return _sentences(shed)
        last = max(self._rest.rfind(b"$"), 0)
        shed, self._rest = self._rest[:last], self._rest[last:]
        if len(self._rest) > MAX_LINE:
            shed, self._rest = shed + self._rest[: MAX_LINE + 1], b""
        return _cut(shed)

    def flush(self) -> list[tuple[Kind, bytes]]:
        """The line that nothing ended."""
        rest, self._rest = self._rest, b""
        return _cut(rest)


def _cut(line: bytes) -> list[tuple[Kind, bytes]]:
    """An object lies from its brace to the last one; sentences may stand on both sides of it."""
    begun = _OBJECT.search(line)
    if begun is None or line.lstrip(b"\x00\xef\xbb\xbf \t")[:1] == b"#":
        return _sentences(line)
    start, end = begun.start(), line.rfind(b"}") + 1
    if line[:1] in (b"$", b"!") and b"*" not in line[:start]:
        return _sentences(line)  # a brace within a sentence is its text
    if end <= start:
        cut = line.find(b"$", start)
        end = cut if cut > 0 else len(line)
    return [*_sentences(line[:start]), (Kind.JSON, line[start:end]), *_sentences(line[end:])]


def _sentences(line: bytes) -> list[tuple[Kind, bytes]]:
    if not line:
        return []
    framer = NmeaFramer()
    return [(Kind.NMEA, raw) for raw in framer.feed(line) + framer.flush()]
