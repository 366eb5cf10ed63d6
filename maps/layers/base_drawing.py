"""How base maps are drawn: pictures and areas under the divisions, lines and signs over.

Every picture is laid into the view pixel by pixel (maps.base.warp); features are drawn in the
map's own quiet signs (maps.base.look), in pieces, so that nobody waits long.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from app.basemaps import BaseSource
from maps.base.classes import WAYS, Class, Shape
from maps.base.errors import BaseError
from maps.base.look import Area, look_of
from maps.base.mesh import mesh
from maps.base.warp import warp
from maps.layers.base_strokes import TOLERANCE_PX, draw_class
from maps.layers.base_told import LEAST_AREA_PX
from maps.layers.layer import Ground
from maps.paths import path
from maps.strokes import give_way
from maps.style import Stroke
from maps.symbols import colour

if TYPE_CHECKING:
    from maps.base.flat import Flat
    from maps.base.opening import Opened

_BAND = 64
_RIMMED_PX = 2.0
_AREA_POINTS = 400  # Qt fills many small paths faster than a large one
_EDGED_BELOW = 2.5  # metres per pixel
_MOST_SIGNS = 1500
_SIGNS_AT_ONCE = 100
_PREMULTIPLIED = QImage.Format.Format_ARGB32_Premultiplied

Draw = Callable[[QPainter, Ground, "list[Flat]"], None]


def draw(painter: QPainter, ground: Ground) -> None:
    """Pictures and areas, the lowest base map first."""
    for source, one in _shown(ground):
        if one.pictures is not None:
            _picture(painter, ground, source, one)
        elif one.features is not None:
            _features(painter, ground, source, one, _areas)


def draw_lines(painter: QPainter, ground: Ground) -> None:
    """Waters, roads and rails."""
    for source, one in _shown(ground):
        if one.features is not None:
            _features(painter, ground, source, one, _lines)


def draw_stations(painter: QPainter, ground: Ground) -> None:
    """Stations of trains and metros."""
    _signs(painter, ground, Class.STATION)


def draw_substations(painter: QPainter, ground: Ground) -> None:
    _signs(painter, ground, Class.SUBSTATION)


def _signs(painter: QPainter, ground: Ground, which: Class) -> None:
    for source, one in _shown(ground):
        if one.features is not None:
            _features(painter, ground, source, one, partial(_dots, which=which))


def _shown(ground: Ground) -> "Iterable[tuple[BaseSource, Opened]]":
    if ground.shelf is None:
        return ()
    return ground.shelf.shown(ground.metres_per_px)


def _picture(painter: QPainter, ground: Ground, source: BaseSource, one: "Opened") -> None:
    view = ground.viewport
    assert one.pictures is not None
    try:
        patch = one.pictures.patch(mesh(view, one.datum), give_way)
    except BaseError:
        return  # too far, or closed meanwhile; what is broken is counted by the source
    if patch is None:
        return
    pixels = warp(patch, view.width, view.height, light=look_of(ground.style).light)
    painter.setOpacity(source.opacity)
    for top in range(0, view.height, _BAND):
        band = pixels[top : top + _BAND]
        image = QImage(band.data, view.width, len(band), 4 * view.width, _PREMULTIPLIED)
        painter.drawImage(0, top, image)
        give_way()
    painter.setOpacity(1.0)


def _features(
    painter: QPainter, ground: Ground, source: BaseSource, one: "Opened", how: Draw
) -> None:
    """One that is seen through is drawn by itself first: its own strokes must not show."""
    assert one.features is not None
    try:
        flats = list(one.features.features(mesh(ground.viewport, one.datum), give_way))
    except BaseError:
        return
    if source.opacity >= 1:
        how(painter, ground, flats)
        return
    alone = QImage(ground.viewport.width, ground.viewport.height, _PREMULTIPLIED)
    alone.fill(0)
    inner = QPainter(alone)
    inner.setRenderHint(QPainter.RenderHint.Antialiasing)
    how(inner, ground, flats)
    inner.end()
    painter.setOpacity(source.opacity)
    painter.drawImage(0, 0, alone)
    painter.setOpacity(1.0)


def _classes(shape: Shape, metres_per_px: float) -> list[Class]:
    """Those of a shape that are shown at a scale, in the order of drawing."""
    return [c for c, way in WAYS.items() if way.shape is shape and metres_per_px <= way.finer_than]


def _areas(painter: QPainter, ground: Ground, flats: "list[Flat]") -> None:
    looks = look_of(ground.style).areas
    for which in _classes(Shape.AREA, ground.metres_per_px):
        for flat in flats:
            _area(painter, ground, flat, which, looks[which])


def _area(painter: QPainter, ground: Ground, flat: "Flat", which: Class, look: Area) -> None:
    view = ground.viewport
    edged = look.edge and (ground.metres_per_px < _EDGED_BELOW or which is Class.OWN_AREA)
    painter.setPen(
        QPen(colour(look.edge), ground.dpr) if look.edge and edged else Qt.PenStyle.NoPen
    )
    painter.setBrush(colour(look.fill, look.alpha))
    parts = flat.parts(which, view.extent, LEAST_AREA_PX * view.metres_per_px)
    tolerance_m = TOLERANCE_PX * view.metres_per_px
    for x, y, begins in flat.pieces(parts, tolerance_m, _AREA_POINTS):
        shape = path(*view.to_screen(x, y), begins)
        shape.setFillRule(Qt.FillRule.WindingFill)
        painter.drawPath(shape)
        give_way()


def _lines(painter: QPainter, ground: Ground, flats: "list[Flat]") -> None:
    """All rims of roads first, so that crossings stay open."""
    looks, scale = look_of(ground.style).lines, ground.metres_per_px
    shown = _classes(Shape.LINE, scale)
    for which in shown:
        rim, width = looks[which].rim, looks[which].width(scale)
        if rim is not None and width >= _RIMMED_PX:
            draw_class(painter, ground, flats, which, Stroke(rim, (width + 2) * ground.dpr))
    for which in shown:
        look = looks[which]
        width, dash = look.width(scale), tuple(part * ground.dpr for part in look.dash)
        ink = look.thin if look.thin is not None and width < _RIMMED_PX else look.colour
        draw_class(painter, ground, flats, which, Stroke(ink, width * ground.dpr, dash))
    _dots(painter, ground, flats, Class.OWN_POINT)


def _dots(painter: QPainter, ground: Ground, flats: "list[Flat]", which: Class) -> None:
    if ground.metres_per_px > WAYS[which].finer_than:
        return
    view, look = ground.viewport, look_of(ground.style).signs[which]
    painter.setPen(QPen(colour(look.edge), 1.4 * ground.dpr))
    painter.setBrush(colour(look.fill))
    size = look.size * ground.dpr
    draw_one = painter.drawRect if look.square else painter.drawEllipse
    for flat in flats:
        first = flat.first[flat.parts(which, view.extent)[:_MOST_SIGNS]]
        x, y = view.to_screen(flat.x[first], flat.y[first])
        for k, (left, top) in enumerate(zip(x.tolist(), y.tolist(), strict=True)):
            draw_one(QRectF(round(left) - size / 2, round(top) - size / 2, size, size))
            if k % _SIGNS_AT_ONCE == 0:
                give_way()
