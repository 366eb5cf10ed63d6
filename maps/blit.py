"""Showing a prepared frame in the view of the moment: moved by whole pixels, or stretched."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTransform

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
    x, y = view.pixel(*frame.viewport.to_map(0, 0))
    return QPointF(round(x * dpr) / dpr, round(y * dpr) / dpr)


def show_frame(painter: QPainter, frame: Frame, view: Viewport) -> None:
    """The picture where it belongs; stretched without smoothing, for it lasts a frame or three."""
    corner = offset(frame, view)
    if corner is not None:
        painter.drawImage(corner, frame.image)
        return
    painter.save()
    painter.setTransform(stretched(frame, view), combine=True)
    painter.drawImage(QRectF(0, 0, frame.viewport.width, frame.viewport.height), frame.image)
    painter.restore()


def stretched(frame: Frame, view: Viewport) -> QTransform:
    """Pixels of the frame -> pixels of the view."""
    width, height = frame.viewport.width, frame.viewport.height
    x, y = _shown(frame, view, 0, 0)
    ax, ay = _shown(frame, view, width, 0)
    dx, dy = _shown(frame, view, 0, height)
    return QTransform(
        (ax - x) / width, (ay - y) / width, (dx - x) / height, (dy - y) / height, x, y
    )


def _shown(frame: Frame, view: Viewport, px: float, py: float) -> tuple[float, float]:
    return view.pixel(*frame.viewport.to_map(px, py))
