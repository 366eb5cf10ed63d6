"""Names of places: which are wanted at a scale, in which order, and how they are set."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

import numpy as np
import numpy.typing as npt

from app.model import OPEN_ALERTS, AlertState, Grade, Level
from maps.labels import Box, Room, Wanted, place, short_name
from maps.layers import base, fences
from maps.layers.layer import Ground
from maps.layers.plants import NAMED_BELOW, caption, drawn, order
from maps.layers.river_names import river_names
from maps.layers.sos import plates
from maps.lettering import PADDING, Letters, Word
from maps.placed import Placed, upright
from maps.scanline import Runs
from maps.scene import Division, Marks, name_of
from maps.spots import sample, spots
from maps.strokes import give_way
from maps.style import Lettering
from maps.viewport import Viewport


@dataclass(frozen=True, slots=True)
class Range:
    """Between which scales the names of a level are shown; `fit`: how much of a name must lie
    within its area, 1 for all of it; `sizes`: how much smaller it may be set to fit."""

    level: Level
    finer_than: float
    coarser_than: float
    fit: float
    smaller: tuple[int, ...] = (0,)


RANGES = (
    Range(Level.DISTRICT, 2000.0, 48.0, 0.55, (0, 2, 4)),
    Range(Level.TOWN, 130.0, 3.0, 0.75, (0, 2)),
    Range(Level.VILLAGE, 40.0, 0.6, 0.85),
    Range(Level.GRID, 9.0, 0.0, 1.0),
)
_MOST = 400  # names wanted of one level; the largest areas first
_MOST_SPREAD_PX = 12
_SYMBOL_PX, _ALARM_PX, _HELP_PX = 18.0, 40.0, 24.0
_CHOSEN_PX = 34.0  # the brackets about the case in hand, or the chosen plant
_URGENT = (Grade.I, Grade.II)

Raster = tuple[npt.NDArray[np.int32], npt.NDArray[np.int32], npt.NDArray[np.int32]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Where names may go: the part of the picture in view, and what furniture has of it."""

    inner: Box
    taken: tuple[Box, ...] = ()
    dpr: float = 1.0


def names(
    ground: Ground, letters: Letters, runs: Runs, page: Page, *, watered: bool = True
) -> tuple[Placed, ...]:
    """The names of the view: larger levels first, within a level the larger area first.

    Rivers, where water is drawn, take what is left.
    """
    if ground.division is None:
        return ()
    view = ground.viewport
    room = Room(view.width, view.height, page.inner)
    for box in page.taken:
        room.take(box)
    _clear(ground, room, page.dpr)
    near = view.metres_per_px * page.dpr < NAMED_BELOW
    placed = _of_plants(ground, letters, room, page.dpr) if near else []
    placed += base.sign_names(ground, letters, room)
    raster = sample(runs, view.phase)
    for wanted in RANGES:
        if wanted.coarser_than <= view.metres_per_px * page.dpr <= wanted.finer_than:
            placed += _of_level(ground, letters, wanted, room, raster)
            give_way()
    if watered:
        placed += river_names(ground, letters, room, page.dpr)
    return tuple(placed)


def _clear(ground: Ground, room: Room, dpr: float) -> None:
    """No name on what must be acted on; on other symbols only where there is no other place."""
    data = ground.data
    grades = {case.id: case.grade for case in data.cases}
    for name, box in _boxes(ground, data.case_marks, _SYMBOL_PX * dpr):
        chosen = name == data.selected_case
        grave = grades[name] in _URGENT or chosen
        room_for = box.shrunk((_SYMBOL_PX - _CHOSEN_PX) * dpr) if chosen else box
        (room.take if grave else room.avoid)(room_for)
    for name, box in _boxes(ground, data.alert_marks, _ALARM_PX * dpr):
        alert = data.alert_of[name]
        if alert.state in OPEN_ALERTS:
            grave = alert.grade in _URGENT and alert.state is AlertState.NEW
            room.take(box if grave else box.shrunk((_ALARM_PX - _SYMBOL_PX) * dpr))
    for middle, plate in plates(data, _seen(ground.viewport, dpr)):
        around = Box(middle[0], middle[1], 0, 0).shrunk(-_HELP_PX)
        room.take(around.scaled(dpr))
        room.take(plate.scaled(dpr))
    for _, plate in fences.plates(data, _seen(ground.viewport, dpr)):
        room.take(plate.scaled(dpr))
    for name, box in _boxes(ground, data.plant_marks, _SYMBOL_PX * dpr):
        if name == data.selected_plant:
            room.take(box.shrunk((_SYMBOL_PX - _CHOSEN_PX) * dpr))
        elif drawn(data, name, ground.viewport.metres_per_px * dpr):
            room.avoid(box)


def _seen(view: Viewport, dpr: float) -> Viewport:
    """The picture in pixels of the screen."""
    return replace(
        view,
        metres_per_px=view.metres_per_px * dpr,
        width=round(view.width / dpr),
        height=round(view.height / dpr),
    )


def _boxes(ground: Ground, marks: Marks, size: float) -> Iterator[tuple[str, Box]]:
    view = ground.viewport
    x, y = view.to_screen(marks.x, marks.y)
    seen = np.flatnonzero((x >= 0) & (x < view.width) & (y >= 0) & (y < view.height))
    for k in seen.tolist():
        yield marks.ids[k], Box(float(x[k]) - size / 2, float(y[k]) - size / 2, size, size)


def _of_plants(ground: Ground, letters: Letters, room: Room, dpr: float) -> list[Placed]:
    """Beside their symbols; the chosen one and what is being commissioned are always said."""
    data, look = ground.data, ground.style.names[Level.VILLAGE]
    marks = data.plant_marks
    x, y = ground.viewport.to_screen(marks.x, marks.y)
    seen = (x > 0) & (x < ground.viewport.width) & (y > 0) & (y < ground.viewport.height)
    plants = [(data.plant_of[marks.ids[k]], k) for k in np.flatnonzero(seen).tolist()]
    placed = []
    for plant, k in sorted(plants, key=lambda one: order(data, one[0].id), reverse=True):
        word = Word(caption(plant), look.size, 0, ground.style.ink, ground.style.halo)
        width, height = letters.size(word.text, word.size, 0)
        across = (_CHOSEN_PX if plant.id == data.selected_plant else _SYMBOL_PX) * dpr
        below, aside = (across + height) / 2, (across + width) / 2
        shifts = ((0.0, below), (0.0, -below), (aside, 0.0), (-aside, 0.0), (0.0, below + height))
        at = tuple((float(x[k]) + dx, float(y[k]) + dy) for dx, dy in shifts)
        for _, box in place([Wanted(k, width, height, at)], room):
            placed.append(upright(word, Level.GRID, letters.picture(word), box))
    return placed


def _of_level(
    ground: Ground, letters: Letters, wanted: Range, room: Room, raster: Raster
) -> list[Placed]:
    """Each unit in view by its anchor where that is free, else elsewhere in what is seen of it."""
    division, view, level = ground.division, ground.viewport, wanted.level
    if division is None or level > ground.level:
        return []
    lines, (x0, y0) = division.topology.level(level), division.topology.origin
    columns, rows, finest = raster
    ids = _parents(division, ground.level, level)[finest]  # -1 finds the last entry, which is -1
    where = spots(columns, rows, ids, lines.units)
    x, y = view.to_screen(lines.anchor[:, 0] + x0, lines.anchor[:, 1] + y0)
    span = np.asarray(lines.span, float) / view.metres_per_px
    seen = np.flatnonzero(np.bincount(ids[ids >= 0]))
    look, placed = ground.style.names[level], []
    for unit in seen[np.lexsort((seen, -lines.area[seen]))][:_MOST].tolist():
        anchor = float(x[unit]), float(y[unit])
        text = short_name(name_of(division, level, unit))
        words = [
            _word(text, replace(look, size=look.size - less), float(span[unit]), letters, ground)
            for less in wanted.smaller
        ]
        for word, spotless in [*((word, True) for word in words), (words[-1], False)]:
            width, height = letters.size(word.text, word.size, word.spacing)
            need = (width - 2 * PADDING) * wanted.fit
            at = chain([anchor] if span[unit] >= need else [], where.of(unit, need))
            found = place([Wanted(unit, width, height, at)], room, spotless=spotless)
            if found:
                placed.append(upright(word, level, letters.picture(word), found[0][1]))
                break
    return placed


@lru_cache(maxsize=32)
def _parents(division: Division, below: Level, level: Level) -> npt.NDArray[np.int32]:
    """(units below + 1,) the unit at `level` of each; the last is nobody."""
    units = division.topology.level(below).units
    table = np.full(units + 1, -1, np.int32)
    table[division.up(below)] = division.up(level)
    return table


def _word(text: str, look: Lettering, span: float, letters: Letters, ground: Ground) -> Word:
    """Letters spread the wider the larger the area, by whole pixels."""
    spacing = 0
    if look.spread and len(text) > 1:
        free = span * 0.55 - letters.size(text, look.size, 0)[0]
        most = min(look.size * look.spread, _MOST_SPREAD_PX)
        spacing = int(min(max(free / (len(text) - 1), 1), most))
    return Word(text, look.size, spacing, look.colour, ground.style.halo)
