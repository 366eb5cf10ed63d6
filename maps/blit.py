"""Showing a prepared frame in the view of the moment: moved by whole pixels, or stretched."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTransform

from maps.labels import Box
from maps.renderer import Frame
from maps.viewport import Viewport


def offset(frame: Frame, view: Viewport) -> QPointF | None:
    """Where the frame's corner lies in the view, in whole device pixels; None where it is not
    of the view's scale and turn.
    """
    dpr = frame.request.dpr
    mine = replace(frame.viewport, metres_per_px=frame.viewport.metres_per_px * dpr)
    if not mine.aligned(view):
        return None
    x, y = view.to_screen(*frame.viewport.to_map(0, 0))
    return QPointF(round(float(x) * dpr) / dpr, round(float(y) * dpr) / dpr)


def show_frame(painter: QPainter, frame: Frame, view: Viewport) -> None:
    """The picture where it belongs; stretched without smoothing, for it lasts a frame or three."""
    corner = offset(frame, view)
    if corner is not None:
        painter.drawImage(corner, frame.image)
        return
    painter.save()
    painter.setTransform(_stretch(frame, view), combine=True)
    painter.drawImage(QRectF(0, 0, frame.viewport.width, frame.viewport.height), frame.image)
    painter.restore()


def show_names(painter: QPainter, frame: Frame, view: Viewport, taken: tuple[Box, ...]) -> None:
    """The names that are wholly in the view and under no furniture; never a part of one.

    They stay upright and of one size about their middles while the ground turns or stretches.
    """
    corner, dpr = offset(frame, view), frame.request.dpr
    stretch = _stretch(frame, view)
    scale = frame.viewport.metres_per_px / view.metres_per_px
    for name in frame.names:
        width, height = name.box.width / dpr, name.box.height / dpr
        if corner is not None:
            box = Box(corner.x() + name.box.x / dpr, corner.y() + name.box.y / dpr, width, height)
        else:
            width, height = name.box.width * scale, name.box.height * scale
            middle = QPointF(name.box.x + name.box.width / 2, name.box.y + name.box.height / 2)
            at = stretch.map(middle)
            box = Box(at.x() - width / 2, at.y() - height / 2, width, height)
        if not box.inside(view.width, view.height) or any(box.touches(other) for other in taken):
            continue
        if corner is not None:
            painter.drawImage(QPointF(box.x, box.y), name.image)
        else:
            painter.drawImage(QRectF(box.x, box.y, box.width, box.height), name.image)


def _stretch(frame: Frame, view: Viewport) -> QTransform:
    """Pixels of the frame -> pixels of the view."""
    width, height = frame.viewport.width, frame.viewport.height
    x, y = _shown(frame, view, 0, 0)
    ax, ay = _shown(frame, view, width, 0)
    dx, dy = _shown(frame, view, 0, height)
    return QTransform(
        (ax - x) / width, (ay - y) / width, (dx - x) / height, (dy - y) / height, x, y
    )


def _shown(frame: Frame, view: Viewport, px: float, py: float) -> tuple[float, float]:
    x, y = view.to_screen(*frame.viewport.to_map(px, py))
    return float(x), float(y)
