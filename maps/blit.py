"""Showing a prepared frame in the view of the moment: moved by whole pixels, or stretched."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from maps.labels import Box
from maps.renderer import Frame
from maps.viewport import Viewport

_SAME_SCALE = 1e-9


def offset(frame: Frame, view: Viewport) -> QPointF | None:
    """Where the frame's corner lies in the view, in whole device pixels; None at another scale."""
    dpr = frame.request.dpr
    if abs(frame.viewport.metres_per_px * dpr / view.metres_per_px - 1) > _SAME_SCALE:
        return None
    x, y = view.to_screen(frame.viewport.left, frame.viewport.top)
    return QPointF(round(float(x) * dpr) / dpr, round(float(y) * dpr) / dpr)


def show_frame(painter: QPainter, frame: Frame, view: Viewport) -> None:
    """The picture where it belongs; stretched without smoothing, for it lasts a frame or three."""
    corner = offset(frame, view)
    if corner is not None:
        painter.drawImage(corner, frame.image)
        return
    painter.drawImage(_stretched(frame, view), frame.image)


def show_names(painter: QPainter, frame: Frame, view: Viewport, taken: tuple[Box, ...]) -> None:
    """The names that are wholly in the view and under no furniture; never a part of one."""
    corner = offset(frame, view)
    dpr = frame.request.dpr
    target = _stretched(frame, view)
    scale = target.width() / frame.viewport.width * dpr
    origin = corner if corner is not None else target.topLeft()
    for name in frame.names:
        box = Box(
            origin.x() + name.box.x * scale / dpr,
            origin.y() + name.box.y * scale / dpr,
            name.box.width * scale / dpr,
            name.box.height * scale / dpr,
        )
        if not box.inside(view.width, view.height) or any(box.touches(other) for other in taken):
            continue
        if corner is not None:
            painter.drawImage(QPointF(box.x, box.y), name.image)
        else:
            painter.drawImage(QRectF(box.x, box.y, box.width, box.height), name.image)


def _stretched(frame: Frame, view: Viewport) -> QRectF:
    west, south, east, north = frame.viewport.extent
    left, top = (float(edge) for edge in view.to_screen(west, north))
    right, bottom = (float(edge) for edge in view.to_screen(east, south))
    return QRectF(left, top, right - left, bottom - top)
