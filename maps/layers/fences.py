"""Geofences: told apart by how their edge is drawn, named, and quiet where nothing happens."""

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from app.model import Fence, FenceKind
from maps.captions import HIGH
from maps.flat import Line, box_of, flat, on_screen
from maps.furniture import panel, text_width
from maps.labels import Box
from maps.layers.layer import Live
from maps.lettering import font_of
from maps.paths import polygon
from maps.scene import MapData
from maps.style import MapStyle
from maps.symbols import colour
from maps.viewport import Viewport

DASHES: dict[FenceKind, tuple[float, ...]] = {
    FenceKind.WATCH: (6, 3),
    FenceKind.KEEP_OUT: (),
    FenceKind.KEEP_IN: (8, 2.5, 1, 2.5),
}
"""In parts of the line's width. What may not be entered is whole, and hatched inside."""
_WIDTH, _CHOSEN = 1.8, 3.0
SMALLEST_PX, NAMED_PX = 5.0, 36.0  # pixels across
_FAR = 4000.0  # pixels beyond the view at which a line is cut: dashes are laid along all of it


def draw(painter: QPainter, live: Live) -> None:
    """Edges, then names on plates."""
    data, view = live.data, live.viewport
    for fence in seen(data, view, SMALLEST_PX):
        lines = cut(on_screen(fence.rings, view), view)
        chosen = fence.id == data.selected_fence
        draw_edge(painter, lines, fence.kind, live.style, chosen=chosen)
    for fence, box in plates(data, view):
        _name(painter, live.style, fence, box)


def seen(data: MapData, view: Viewport, least_px: float) -> Iterator[Fence]:
    """Fences that may be in view and are not too small to be told."""
    for fence in data.fences:
        known = flat(fence.rings)
        if known.touches(view) and known.size_px(view) >= least_px:
            yield fence


def draw_edge(
    painter: QPainter,
    lines: tuple[Line, ...],
    kind: FenceKind,
    style: MapStyle,
    *,
    chosen: bool = False,
) -> None:
    """An area in pixels with the edge of its kind."""
    shape = polygon(lines)
    ink, width = style.fence, _CHOSEN if chosen else _WIDTH
    if kind is FenceKind.KEEP_OUT:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(ink, 70))
        brush = painter.brush()
        brush.setStyle(Qt.BrushStyle.BDiagPattern)
        painter.setBrush(brush)
        painter.drawPath(shape)
    painter.setBrush(colour(ink, 40) if chosen else Qt.BrushStyle.NoBrush)
    _stroke(painter, shape, QPen(colour(style.halo, 190), width + 2.4))
    pen = QPen(colour(ink), width)
    if DASHES[kind]:
        pen.setDashPattern(DASHES[kind])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _stroke(painter, shape, pen)


def _stroke(painter: QPainter, shape: QPainterPath, pen: QPen) -> None:
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(shape)


def cut(lines: tuple[Line, ...], view: Viewport) -> tuple[Line, ...]:
    """Rings in pixels, without what lies far out of the view."""
    box = box_of(lines)
    far = Box(-_FAR, -_FAR, view.width + 2 * _FAR, view.height + 2 * _FAR)
    if (
        far.x <= box.x
        and far.y <= box.y
        and box.moved(-far.x, -far.y).inside(far.width, far.height)
    ):
        return lines
    import shapely  # here, for most fences are near and need no geometry

    shape = shapely.build_area(shapely.MultiLineString([np.column_stack(line) for line in lines]))
    edges = (-_FAR, -_FAR, view.width + _FAR, view.height + _FAR)
    kept = shapely.clip_by_rect(shape, *edges)
    rings = [r for part in shapely.get_parts(kept) for r in (part.exterior, *part.interiors)]
    return tuple((xy[:, 0], xy[:, 1]) for xy in map(shapely.get_coordinates, rings))


def plates(data: MapData, view: Viewport) -> list[tuple[Fence, Box]]:
    """Where the names of those in view stand: on the highest corner that is seen."""
    found: list[tuple[Fence, Box]] = []
    for fence in seen(data, view, NAMED_PX):
        lines = on_screen(fence.rings, view)
        plate = _plate(fence, lines, view)
        if plate and not any(plate.touches(other) for _, other in found):
            found.append((fence, plate))
    return found


def _plate(fence: Fence, lines: tuple[Line, ...], view: Viewport) -> Box | None:
    x, y = (np.concatenate([line[axis] for line in lines]) for axis in (0, 1))
    width = round(text_width(fence.name)) + 14
    seen = (x >= 0) & (x < view.width) & (y >= HIGH + 4) & (y < view.height)
    if not seen.any():
        return None
    top = int(np.argmin(np.where(seen, y, np.inf)))
    left = min(max(float(x[top]) - width / 2, 4.0), max(view.width - width - 4.0, 4.0))
    return Box(round(left), round(float(y[top]) - HIGH - 3), width, HIGH)


def _name(painter: QPainter, style: MapStyle, fence: Fence, box: Box) -> None:
    where = QRectF(box.x, box.y, box.width, box.height)
    panel(painter, where, style)
    painter.setFont(font_of(12))
    painter.setPen(colour(style.fence))
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, fence.name)
