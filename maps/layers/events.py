"""All events, open and closed: by density when far, by counts between, by symbol when near.

Drawn into the prepared ground, off the GUI thread; what lies under a click is in events_here.
"""

from dataclasses import dataclass
from enum import Enum

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from maps.labels import Box
from maps.layers.event_marks import PLATE_HIGH, plate, plate_width, symbol
from maps.layers.layer import Ground
from maps.points import Clusters, choose, clusters, density
from maps.points.chosen import Chosen
from maps.points.clusters import cell_size
from maps.points.density import CELL_PX
from maps.points.looks import density_lut
from maps.points.peak import peak_per_km2
from maps.scene import MapData
from maps.strokes import give_way
from maps.viewport import Viewport

DENSITY_BEYOND = 45.0  # metres per pixel
SYMBOLS_BELOW = 5.0
FEW = 3_000
"""So many are told by counts even from afar: as a density they would be specks."""
_CLUSTER_PX, _SYMBOL_CELL_PX = 150.0, 28.0  # in view between half of it and all of it
_AT_ONCE = 64
_PREMULTIPLIED = QImage.Format.Format_ARGB32_Premultiplied


class Mode(Enum):
    """How events are told at a scale."""

    DENSITY = "density"
    CLUSTERS = "clusters"
    SYMBOLS = "symbols"


def chosen_of(data: MapData) -> Chosen:
    """What the officer's choice lets through."""
    return choose(data.events, data.choice)


def mode_at(count: int, metres_per_px: float) -> Mode:
    """By the scale and by how many there are in all: panning never changes it."""
    if metres_per_px <= SYMBOLS_BELOW:
        return Mode.SYMBOLS
    return Mode.DENSITY if metres_per_px > DENSITY_BEYOND and count > FEW else Mode.CLUSTERS


@dataclass(frozen=True, slots=True)
class Summary:
    """What a prepared picture tells of events: how many are chosen, and how they are told.

    `peak_per_km2`: what the strongest colour of the heat stands for; None where there is none.
    """

    count: int
    mode: Mode
    peak_per_km2: float | None = None

    @property
    def look(self) -> tuple[bool, Mode, str]:
        """What the legend's look depends on, so that it is not drawn anew for every count."""
        peak = f"{self.peak_per_km2:.2g}" if self.peak_per_km2 else ""
        return bool(self.count), self.mode, peak


def summary(ground: Ground, hidden: frozenset[str]) -> Summary | None:
    """Of what was just drawn; None while no layer of events is switched on."""
    if {"events", "heat"} <= hidden:
        return None
    chosen = chosen_of(ground.data)
    heated = "heat" not in hidden and bool(len(chosen))
    peak = peak_per_km2(chosen, ground.data.heat_m) if heated else None
    return Summary(len(chosen), mode_at(len(chosen), ground.metres_per_px), peak)


def there(ground: Ground) -> bool:
    """Whether any is chosen."""
    return bool(len(chosen_of(ground.data)))


def draw(painter: QPainter, ground: Ground) -> None:
    """The whole picture; `ground.viewport` in pixels of the device."""
    chosen = chosen_of(ground.data)
    if not len(chosen):
        return
    if mode_at(len(chosen), ground.metres_per_px) is Mode.DENSITY:
        _draw_density(painter, ground, chosen)
    else:
        _draw_marks(painter, ground, _told(ground, chosen))


def plates(ground: Ground) -> tuple[Box, ...]:
    """Where counts stand in pixels of the picture: no name is written over them."""
    chosen = chosen_of(ground.data)
    if not len(chosen) or mode_at(len(chosen), ground.metres_per_px) is Mode.DENSITY:
        return ()
    found, dpr = _told(ground, chosen), ground.dpr
    x, y = ground.viewport.to_screen(found.x, found.y)
    counts, looks = found.total.tolist(), found.foremost.tolist()
    boxes = []
    for k in np.flatnonzero(found.total > 1).tolist():
        wide, high = plate_width(counts[k], looks[k]) * dpr, PLATE_HIGH * dpr
        boxes.append(Box(float(x[k]) - wide / 2, float(y[k]) - high / 2, wide, high))
    return tuple(boxes)


def cell_px(mode: Mode) -> float:
    """About how many pixels wide the cells are that one mark stands for."""
    return _SYMBOL_CELL_PX if mode is Mode.SYMBOLS else _CLUSTER_PX


def cell_m(mode: Mode, metres_per_px: float) -> float:
    """The same in metres."""
    return cell_size(metres_per_px, cell_px(mode))


def _told(ground: Ground, chosen: Chosen) -> Clusters:
    """The marks of a picture; kept, for its names ask for them too."""
    key = (chosen, ground.viewport, ground.dpr)
    for known, made in tuple(_last):
        if known == key:
            return made
    scale = ground.metres_per_px
    side_m = cell_m(mode_at(len(chosen), scale), scale)
    made = clusters(chosen, ground.viewport.extent, side_m)
    _last[:] = [*_last[-1:], (key, made)]
    return made


_last: list[tuple[tuple[Chosen, Viewport, float], Clusters]] = []


def _draw_density(painter: QPainter, ground: Ground, chosen: Chosen) -> None:
    view = ground.viewport
    found = density(chosen, view, cell_px=CELL_PX * max(round(ground.dpr), 1))
    pixels = found.pixels(density_lut(ground.style), view.width, view.height)
    image = QImage(pixels.data, view.width, view.height, 4 * view.width, _PREMULTIPLIED)
    painter.drawImage(0, 0, image)


def _draw_marks(painter: QPainter, ground: Ground, found: Clusters) -> None:
    """Closed ones under open ones, the gravest on top; several at one place with their count."""
    dpr, style = ground.dpr, ground.style
    x, y = ground.viewport.to_screen(found.x, found.y)
    counts, looks = found.total.tolist(), found.foremost.tolist()
    order = np.lexsort((found.total, -found.foremost // 2, found.foremost % 2)).tolist()
    for n, k in enumerate(order):
        look, count = looks[k], counts[k]
        image = plate(style, count, look, dpr) if count > 1 else symbol(style, look, dpr)
        left, top = round(x[k] - image.width() / 2), round(y[k] - image.height() / 2)
        painter.drawImage(QPointF(left, top), _plain(image))
        if n % _AT_ONCE == _AT_ONCE - 1:
            give_way()


def _plain(image: QImage) -> QImage:
    """The ground is drawn in pixels of the device, and its pictures with it."""
    if image.devicePixelRatio() == 1:
        return image
    plain = QImage(image)
    plain.setDevicePixelRatio(1)
    return plain
