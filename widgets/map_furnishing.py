"""Which furniture stands on the map, and what it says: follows from what is drawn."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from app.model import Level
from maps import furniture, legend
from maps.base.classes import Class
from maps.honesty import generated, sketchy_water
from maps.labels import short_name
from maps.layers import Stack
from maps.layers.areas import Told
from maps.layers.events import Summary
from maps.layers.layer import Ground
from maps.layers.plants import FAR_BEYOND
from maps.layers.terminals import DOTS_BEYOND
from maps.legend_fences import kinds
from maps.legend_parts import Row
from maps.scene import Division
from maps.symbols import Symbols

if TYPE_CHECKING:
    from maps.base.shelf import Shelf

_LEAST_ROOM = 240  # with less of the map free, its furniture stays under what covers it


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What furniture tells of; `covered_px`: so much at the left lies under something else."""

    ground: Ground
    stack: Stack
    shelf: "Shelf | None"
    events: Summary | None
    areas: Told | None
    base: frozenset[Class]
    symbols: Symbols
    notes: furniture.Notes
    trail: tuple[str, ...] = ()
    covered_px: int = 0


class Furnishing:
    """Keeps what was laid out while it would say the same: while the map is moved, nearly all."""

    def __init__(self) -> None:
        self._legend: tuple[object, list[Row]] = (None, [])
        self._notes: tuple[object, furniture.Notes] = (None, furniture.Notes())
        self._pieces: tuple[object, list[furniture.Piece]] = (None, [])

    @property
    def legend(self) -> list[Row]:
        """The rows as last shown."""
        return self._legend[1]

    def pieces(self, setting: Setting) -> list[furniture.Piece]:
        """Scale bar, north, notes, trail and legend, as they stand in the view."""
        view, style, notes = setting.ground.viewport, setting.ground.style, self.notes(setting)
        shown = "legend" not in setting.stack.hidden
        look, rows = self._rows(setting) if shown else (None, [])
        size = (view.width, view.height, view.metres_per_px, view.turn_rad)
        key = (size, style, notes, look, setting.covered_px)
        if key != self._pieces[0]:
            covered = setting.covered_px if view.width - setting.covered_px >= _LEAST_ROOM else 0
            free = view.resized(view.width - covered, view.height)
            found = furniture.pieces(free, style, notes)
            corner = legend.piece(free, style, rows, look) if shown else None
            found += [corner] if corner else []
            self._pieces = (key, [replace(piece, right_px=covered) for piece in found])
        return self._pieces[1]

    def notes(self, setting: Setting) -> furniture.Notes:
        """As `notes_of`."""
        view, shelf = setting.ground.viewport, setting.shelf
        size = (view.width, view.height, view.metres_per_px)
        drawn = (setting.ground.division is None, setting.stack, shelf and shelf.stamp)
        key = (size, *drawn, setting.notes, setting.trail)
        if key != self._notes[0]:
            self._notes = (key, notes_of(setting))
        return self._notes[1]

    def _rows(self, setting: Setting) -> tuple[tuple[object, ...], list[Row]]:
        ground, events, hidden = setting.ground, setting.events, setting.stack.hidden
        data, scale = ground.data, ground.viewport.metres_per_px
        near = tuple(scale <= at for at in (DOTS_BEYOND, FAR_BEYOND))
        some = bool(data.fixes), bool(data.case_marks.ids), bool(data.alert_marks.ids)
        told = (events.look, scale) if events else None
        fences = kinds(data, ground.viewport, hidden)
        base = (setting.base, scale) if setting.base else None
        look = (
            near,
            (*some, legend.some_outside(data, ground.viewport), id(data.plants)),
            setting.areas,
            hidden,
            ground.style,
            told,
            fences,
            base,
        )
        if look != self._legend[0]:
            rows = legend.rows(
                ground,
                setting.symbols,
                hidden=hidden,
                summary=events,
                areas=setting.areas,
                base=setting.base,
            )
            self._legend = (look, rows)
        return look, self._legend[1]


def notes_of(setting: Setting) -> furniture.Notes:
    """What was told from outside, with what follows from the ground."""
    view = setting.ground.viewport
    of_base = setting.shelf.attribution(view.metres_per_px) if setting.shelf else ()
    return replace(
        setting.notes,
        attribution=furniture.credits_of(view, setting.notes.attribution, of_base),
        generated=generated(setting.ground),
        sketchy_water=sketchy_water(setting.ground, setting.stack),
        trail=setting.trail,
    )


@lru_cache(maxsize=256)
def trail(division: Division, code: str | None) -> tuple[str, ...]:
    """The names of the places above one, city first; a grid is named itself."""
    place = division.place(code) if code else None
    names = [place.name] if place and place.level is Level.GRID else []
    while place is not None and place.parent is not None:
        place = division.place(place.parent)
        names += [short_name(place.name)] if place else []
    return tuple(reversed(names))
