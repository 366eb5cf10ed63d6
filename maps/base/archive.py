"""What a set of tiles is, whichever file holds it: its facts, and a tile by zoom, column, row."""

import html
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from app.basemaps import TEXT_MOST
from maps.base.mercator import MOST_ZOOM, Tile

Bounds = tuple[float, float, float, float]
"""West, south, east, north in the file's own degrees."""


class Form(StrEnum):
    """What a tile is."""

    PICTURE = "picture"
    VECTOR = "vector"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a file says of its tiles; `title` and `attribution` are text from outside."""

    form: Form
    least_zoom: int
    most_zoom: int
    title: str = ""
    attribution: str = ""

    def zoom(self, wanted: int) -> int:
        """The nearest zoom that there is."""
        return min(max(wanted, self.least_zoom), self.most_zoom, MOST_ZOOM)


class Archive(Protocol):
    """A file of tiles. `close` may be called while another thread reads: it waits its turn."""

    @property
    def facts(self) -> Facts: ...

    def read(self, tile: Tile) -> bytes | None:
        """The bytes of a tile, unpacked; None where there is none. BaseError where it is bad."""
        ...

    def close(self) -> None: ...


def plain_text(said: str) -> str:
    """A line of text from outside: tags of HTML taken off, spaces closed up, at most so long."""
    bare = html.unescape(re.sub(r"<[^<>]*>", " ", said))
    shown = "".join(letter if letter.isprintable() else " " for letter in bare)
    return " ".join(shown.split())[:TEXT_MOST]
