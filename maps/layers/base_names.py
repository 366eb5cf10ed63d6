"""Names of stations, substations and own points of base maps, beside their signs, when near."""

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.model import Level
from maps.base.classes import SIGN_LAYERS, WAYS, Class
from maps.base.errors import BaseError
from maps.base.look import look_of
from maps.base.mesh import mesh
from maps.labels import Box, Room, Wanted, place
from maps.layers import substations
from maps.layers.layer import Ground
from maps.lettering import Letters, Word
from maps.placed import Placed

if TYPE_CHECKING:
    from maps.base.flat import Flat

_MOST = 300
_SIZE = 12
_AROUND_PX = 4.0
_SAME_PX = 120.0


def clear_signs(ground: Ground, room: Room) -> None:
    """Other names keep off the signs where there is another place."""
    for _, box, _ in _signs(ground):
        room.avoid(box)


def sign_names(ground: Ground, letters: Letters, room: Room) -> list[Placed]:
    """Right of the sign, else left, below or above; what finds no room is not named.

    A station may be there more than once, by its lines or its ends: it is named once.
    """
    placed: list[Placed] = []
    named: dict[str, list[Box]] = {}
    looks, style = look_of(ground.style).signs, ground.style
    for which, box, text in _signs(ground):
        if not text or ground.metres_per_px > looks[which].named_below:
            continue
        if any(_near(box, other, ground.dpr) for other in named.setdefault(text, [])):
            continue
        named[text].append(box)
        word = Word(text, _SIZE, 0, style.faint, style.halo)
        width, height = letters.size(text, _SIZE, 0)
        x, y = box.x + box.width / 2, box.y + box.height / 2
        aside, below = (box.width + width) / 2, (box.height + height) / 2
        at = ((x + aside, y), (x - aside, y), (x, y + below), (x, y - below))
        for _, own in place([Wanted(0, width, height, at)], room):
            placed.append(Placed(text, Level.GRID, letters.picture(word), own))
    return placed


def _near(one: Box, other: Box, dpr: float) -> bool:
    return math.hypot(one.x - other.x, one.y - other.y) < _SAME_PX * dpr


def _signs(ground: Ground) -> Iterator[tuple[Class, Box, str]]:
    """Every sign that is drawn in this view: its class, its place, its name."""
    view, looks = ground.viewport, look_of(ground.style).signs
    shown = [
        which
        for which, layer in SIGN_LAYERS.items()
        if layer not in ground.hidden and ground.metres_per_px <= WAYS[which].finer_than
    ]
    for which in shown:
        size = (looks[which].size + _AROUND_PX) * ground.dpr
        if which is Class.SUBSTATION:
            yield from ((which, box, text) for box, text in substations.signs(ground, size))
        for flat in _features(ground):
            parts = flat.parts(which, view.extent)[:_MOST]
            first = flat.first[parts]
            x, y = view.to_screen(flat.x[first], flat.y[first])
            for k, (px, py) in enumerate(zip(x.tolist(), y.tolist(), strict=True)):
                number = int(flat.name[parts[k]])
                text = flat.names[number] if number >= 0 else ""
                yield which, Box(px - size / 2, py - size / 2, size, size), text


def _features(ground: Ground) -> "Iterator[Flat]":
    for _, one in ground.shelf.shown(ground.metres_per_px) if ground.shelf else ():
        if one.features is not None:
            try:
                yield from one.features.features(mesh(ground.viewport, one.datum))
            except BaseError:
                continue
