"""Names of places: which are wanted at a scale, in which order, and how they are set."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QImage

from app.model import Level
from maps.labels import Box, Room, Wanted, place, short_name
from maps.layers.layer import Ground
from maps.layers.plants import NAMED_BELOW, caption, weight
from maps.lettering import PADDING, Letters, Word
from maps.scene import name_of
from maps.style import Lettering


@dataclass(frozen=True, slots=True)
class Placed:
    """A name in the back buffer: its picture and the box it has to itself."""

    text: str
    level: Level
    image: QImage
    box: Box


@dataclass(frozen=True, slots=True)
class Range:
    """Between which scales the names of a level are shown; `fit`: how much of a name must lie
    within its area, 1 for all of it."""

    level: Level
    finer_than: float
    coarser_than: float
    fit: float


RANGES = (
    Range(Level.DISTRICT, 2000.0, 48.0, 0.55),
    Range(Level.TOWN, 130.0, 3.0, 0.75),
    Range(Level.VILLAGE, 40.0, 0.6, 0.85),
    Range(Level.GRID, 9.0, 0.0, 1.0),
)
_MOST = 700  # names wanted of one level; the largest areas first
_MOST_SPREAD_PX = 12
_SYMBOL_PX = 20.0
_PLANTS_BELOW = 90.0  # metres per pixel; from farther a name may lie over a plant


def names(ground: Ground, letters: Letters) -> tuple[Placed, ...]:
    """The names of the view: larger levels first, within a level the larger area first."""
    if ground.division is None:
        return ()
    view = ground.viewport
    room = Room(view.width, view.height)
    near = view.metres_per_px < _PLANTS_BELOW
    data = ground.data
    for marks in (data.case_marks, data.alert_marks, *([data.plant_marks] if near else [])):
        x, y = view.to_screen(marks.x, marks.y)
        for px, py in zip(x.tolist(), y.tolist(), strict=True):
            if 0 <= px < view.width and 0 <= py < view.height:
                room.take(Box(px - _SYMBOL_PX / 2, py - _SYMBOL_PX / 2, _SYMBOL_PX, _SYMBOL_PX))
    placed = _of_plants(ground, letters, room) if view.metres_per_px < NAMED_BELOW else []
    for wanted in RANGES:
        if wanted.coarser_than <= view.metres_per_px <= wanted.finer_than:
            placed += _of_level(ground, letters, wanted, room)
    return tuple(placed)


def _of_plants(ground: Ground, letters: Letters, room: Room) -> list[Placed]:
    """Beside their symbols; what is being commissioned first, so that it is always said."""
    data, look = ground.data, ground.style.names[Level.VILLAGE]
    marks = data.plant_marks
    x, y = ground.viewport.to_screen(marks.x, marks.y)
    order = sorted(range(len(marks.ids)), key=lambda k: -weight(data.plant_of[marks.ids[k]]))
    words, asked = {}, []
    for k in order:
        text = caption(data.plant_of[marks.ids[k]])
        words[k] = Word(text, look.size, 0, ground.style.ink, ground.style.halo)
        width, height = letters.size(text, look.size, 0)
        below, aside = (_SYMBOL_PX + height) / 2, (_SYMBOL_PX + width) / 2
        shifts = ((0.0, below), (0.0, -below), (aside, 0.0), (-aside, 0.0), (0.0, below + height))
        asked.append(Wanted(k, float(x[k]), float(y[k]), width, height, shifts))
    return [
        Placed(words[k].text, Level.GRID, letters.picture(words[k]), box)
        for k, box in place(asked, room)
    ]


def _of_level(ground: Ground, letters: Letters, wanted: Range, room: Room) -> list[Placed]:
    division, view, level = ground.division, ground.viewport, wanted.level
    if division is None:
        return []
    lines, (x0, y0) = division.topology.level(level), division.topology.origin
    x, y = view.to_screen(lines.anchor[:, 0] + x0, lines.anchor[:, 1] + y0)
    span = np.asarray(lines.span, float) / view.metres_per_px
    look = ground.style.names[level]
    inside = (x > 0) & (x < view.width) & (y > 0) & (y < view.height) & (span > look.size)
    seen = np.flatnonzero(inside)
    order = seen[np.lexsort((seen, -lines.area[seen]))][:_MOST]
    words: dict[int, Word] = {}
    asked = []
    for unit in order.tolist():
        text = short_name(name_of(division, level, unit))
        word = _word(text, look, float(span[unit]), letters, ground)
        width, height = letters.size(word.text, word.size, word.spacing)
        if (width - 2 * PADDING) * wanted.fit <= span[unit]:
            words[unit] = word
            asked.append(_wanted(unit, float(x[unit]), float(y[unit]), width, height))
    return [
        Placed(words[unit].text, level, letters.picture(words[unit]), box)
        for unit, box in place(asked, room)
    ]


def _wanted(unit: int, x: float, y: float, width: float, height: float) -> Wanted:
    """In the middle, else a little above, below or beside it."""
    up, side = height * 0.6, width * 0.3
    shifts = ((0, 0), (0, -up), (0, up), (-side, 0), (side, 0), (0, -2 * up), (0, 2 * up))
    return Wanted(unit, x, y, width, height, shifts)


def _word(text: str, look: Lettering, span: float, letters: Letters, ground: Ground) -> Word:
    """Letters spread the wider the larger the area, by whole pixels."""
    spacing = 0
    if look.spread and len(text) > 1:
        free = span * 0.55 - letters.size(text, look.size, 0)[0]
        most = min(look.size * look.spread, _MOST_SPREAD_PX)
        spacing = int(min(max(free / (len(text) - 1), 1), most))
    return Word(text, look.size, spacing, look.colour, ground.style.halo)
