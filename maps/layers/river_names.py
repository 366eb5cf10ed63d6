"""Rivers named along their course, where the names of places have left room."""

import math
import re
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from app.model import Level
from maps.along import Letter, settings, smoothed, step_m
from maps.basemap import rivers
from maps.labels import Box, Room
from maps.layers.layer import Ground
from maps.lettering import PADDING, Letters, Word
from maps.placed import Placed, Set
from maps.projection import project

Floats = npt.NDArray[np.float64]

_SIZES = {1: 14, 2: 13, 3: 12}
_SPACING = {1: 10, 2: 7, 3: 5}
_ASIDE = 3.0  # between the line and the letters
_APART_PX = 520.0  # between two names of one river
_FINER_THAN = 900.0
_OTHER_NAME = re.compile(r"[(（].*")


def river_names(ground: Ground, letters: Letters, room: Room, dpr: float) -> list[Placed]:
    """Each river in view by its name, again where it is long; the main stream first."""
    if ground.viewport.metres_per_px * dpr > _FINER_THAN:
        return []
    found: list[Placed] = []
    step = step_m(ground.viewport.metres_per_px)
    for name, rank, x, y in sorted(_courses(step), key=lambda course: course[1]):
        px, py = ground.viewport.to_screen(x, y)
        for part in _in_view(px, py, ground.viewport.width, ground.viewport.height):
            found += _along(name, rank, (px[part], py[part]), found, (ground, letters, room, dpr))
    return found


@lru_cache(maxsize=12)
def _courses(step: float) -> tuple[tuple[str, int, Floats, Floats], ...]:
    """(name, rank, x, y) of each mid-stream in map metres, smoothed."""
    return tuple(
        (_OTHER_NAME.sub("", river.name), river.rank, *smoothed(*project(*ring.T), step))
        for river in rivers()
        if not river.area and river.name
        for ring in river.rings
    )


def _in_view(x: Floats, y: Floats, width: int, height: int) -> list[slice]:
    """The stretches of a line that lie in the picture."""
    inside = (x >= 0) & (x < width) & (y >= 0) & (y < height)
    ends = np.flatnonzero(np.diff(np.r_[False, inside, False].astype(np.int8)))
    return [slice(int(a), int(b)) for a, b in zip(ends[::2], ends[1::2], strict=True)]


def _along(
    name: str,
    rank: int,
    line: tuple[Floats, Floats],
    before: list[Placed],
    setting: tuple[Ground, Letters, Room, float],
) -> list[Placed]:
    ground, letters, room, dpr = setting
    size, style = _SIZES.get(rank, _SIZES[3]), ground.style
    words = [Word(one, size, 0, style.river_name, style.halo) for one in name]
    spacing = _SPACING.get(rank, _SPACING[3])
    widths = [letters.size(w.text, size, 0)[0] + (spacing - 2 * PADDING) * dpr for w in words]
    mine: list[Placed] = []
    for places in settings(*line, widths, (size / 2 + _ASIDE) * dpr):
        boxes = [_box(place, size * dpr) for place in places]
        whole = _around(boxes)
        others = [one.box for one in (*before, *mine) if one.text == name]
        if all(_far(whole, other, _APART_PX * dpr) for other in others) and all(
            room.free(box) and not room.cost(box) for box in boxes
        ):
            for box in boxes:
                room.take(box)
            pictures = [letters.picture(word) for word in words]
            set_as = tuple(
                Set(word, place.x, place.y, place.turn_rad)
                for word, place in zip(words, places, strict=True)
            )
            picture = _picture(pictures, places, whole, dpr)
            mine.append(Placed(name, Level.CITY, picture, whole, set_as))
    return mine


def _box(letter: Letter, size: float) -> Box:
    side = size + 4
    return Box(round(letter.x - side / 2), round(letter.y - side / 2), side, side)


def _around(boxes: list[Box]) -> Box:
    left, top = min(box.x for box in boxes) - 2, min(box.y for box in boxes) - 2
    right = max(box.x + box.width for box in boxes) + 2
    bottom = max(box.y + box.height for box in boxes) + 2
    return Box(left, top, math.ceil(right - left), math.ceil(bottom - top))


def _far(one: Box, other: Box, apart: float) -> bool:
    dx = one.x + one.width / 2 - other.x - other.width / 2
    dy = one.y + one.height / 2 - other.y - other.height / 2
    return math.hypot(dx, dy) >= apart


def _picture(pictures: list[QImage], places: tuple[Letter, ...], whole: Box, dpr: float) -> QImage:
    """The letters in one picture, each turned about its own middle."""
    image = QImage(int(whole.width), int(whole.height), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for picture, place in zip(pictures, places, strict=True):
        painter.resetTransform()
        painter.translate(place.x - whole.x, place.y - whole.y)
        painter.rotate(math.degrees(place.turn_rad))
        painter.scale(dpr, dpr)
        size = picture.deviceIndependentSize()
        painter.drawImage(QPointF(-size.width() / 2, -size.height() / 2), picture)
    painter.end()
    image.setDevicePixelRatio(dpr)
    return image
