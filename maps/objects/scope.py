"""What is meant by "these": what lies in a drawn area, what is chosen, or what is in view.

Qt-free. The same questions that the map's own selection asks, put to the same data.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from app.model import Level, Ring
from maps.drawing import How, Selection
from maps.projection import project, unproject
from maps.scene import Division, MapData
from maps.viewport import Viewport

MOST_PLACES = 3_000
_SIDES = 16  # points of each side of the view: it is straight on the map, not in degrees


class Scope(StrEnum):
    """What is meant by "these"."""

    AREA = "area"  # what lies in the area that was drawn
    CHOSEN = "chosen"  # the case, place, plant, fence, terminal in hand
    VIEW = "view"


class TooManyError(ValueError):
    """More places are meant than a file should hold; how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What there is. `polygon`: the area of a place by its code, a geometry in degrees."""

    data: MapData
    view: Viewport
    level: Level
    division: Division | None
    polygon: Callable[[str], Any]


def scopes(data: MapData) -> tuple[Scope, ...]:
    """Those that mean something now, the most particular first."""
    chosen = (
        *(data.selected_case, data.selected_place, data.selected_plant),
        *(data.selected_fence, data.selected_terminal),
    )
    there = {Scope.AREA: data.drawing.selection is not None, Scope.CHOSEN: any(chosen)}
    return tuple(scope for scope in Scope if there.get(scope, True))


def area_of(source: Source, scope: Scope) -> Selection | None:
    """The area that a scope means, with what is in it now; None for what is chosen by hand."""
    if scope is Scope.AREA and source.data.drawing.selection is not None:
        return source.data.drawing.selection.of(source.data)
    if scope is Scope.VIEW:
        return Selection(how=How.BOX, rings=(_ring(source.view),)).of(source.data)
    return None


def places_of(source: Source, scope: Scope, area: Selection | None) -> list[str]:
    """Codes of the places that are meant, of the level in view; candidates by their boxes."""
    division = source.division
    if division is None:
        return []
    if area is None:
        chosen = source.data.selected_place
        return [chosen] if chosen and division.place(chosen) else []
    west, south, east, north = area.area.bounds
    x, y = project([west, west, east, east], [south, north, south, north])
    x0, y0 = division.topology.origin
    box = division.topology.level(source.level).bounds
    hit = (box[:, 0] <= x.max() - x0) & (box[:, 2] >= x.min() - x0)
    hit &= (box[:, 1] <= y.max() - y0) & (box[:, 3] >= y.min() - y0)
    return [division.code_at(source.level, unit) for unit in np.flatnonzero(hit).tolist()]


def in_hand(data: MapData) -> Selection:
    """What is chosen, as the map's selection would tell it; without an area."""
    terminal = data.selected_terminal if data.selected_terminal in data.fixes else None
    unit = data.unit_of.get(terminal or "")
    return Selection(
        how=How.BOX,
        rings=(),
        cases=_one(data.selected_case),
        plants=_one(data.selected_plant),
        terminals=_one(terminal),
        units=_one(unit.id if unit else None),
    )


def _one(ident: str | None) -> tuple[str, ...]:
    return (ident,) if ident else ()


def _ring(view: Viewport) -> Ring:
    w, h = view.width, view.height
    corners = ((0, 0), (w, 0), (w, h), (0, h))
    at = [
        view.to_map(x0 + (x1 - x0) * k / _SIDES, y0 + (y1 - y0) * k / _SIDES)
        for (x0, y0), (x1, y1) in zip(corners, (*corners[1:], corners[0]), strict=True)
        for k in range(_SIDES)
    ]
    lon, lat = unproject([x for x, _ in at], [y for _, y in at])
    return tuple(zip(lon.tolist(), lat.tolist(), strict=True))
