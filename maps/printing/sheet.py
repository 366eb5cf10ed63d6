"""A sheet: how large it is, where the map lies on it, and what else is written there."""

from dataclasses import dataclass

from maps.labels import Box
from maps.printing.shown import Shown

EVERY_PIECE = frozenset({"scale", "north", "legend", "trail"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text in a box, shortened where it is too long; `right`: at the right end."""

    text: str
    box: Box
    size: int
    faint: bool = False
    right: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """In pixels of 1/96 inch. `shown.viewport` is as large as `frame`, where the map lies.

    `pieces`: the furniture that is wanted; sources and 示意边界 are there in any case. `legend`: a
    strip for it under the map.
    """

    width: float
    height: float
    frame: Box
    shown: Shown
    pieces: frozenset[str] = EVERY_PIECE
    lines: tuple[Line, ...] = ()
    legend: Box | None = None
    framed: bool = False


def bare(shown: Shown) -> Sheet:
    """The map alone, as it is in view."""
    width, height = shown.viewport.width, shown.viewport.height
    return Sheet(width=width, height=height, frame=Box(0, 0, width, height), shown=shown)
