"""Showing a prepared frame in the view of the moment: moved by whole pixels, or stretched."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QRegion, QTransform

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


def show_frames(
    painter: QPainter, frames: Sequence[Frame], view: Viewport, outside: QColor
) -> None:
    """Pictures one over the other, each only where none above it hides it; `outside` elsewhere."""
    whole = QRect(0, 0, view.width, view.height)
    bare, seen = QRegion(whole), list[tuple[Frame, QRegion]]()
    for frame in reversed(frames):
        if bare.isEmpty():
            break
        seen.append((frame, bare))
        bare = bare.subtracted(QRegion(_hidden_by(frame, view)))
    painter.save()
    if not bare.isEmpty():
        painter.setClipRegion(bare)
        painter.fillRect(whole, outside)
    for k, (frame, region) in reversed([*enumerate(seen)]):
        painter.setClipRegion(region)
        painter.setClipping(k > 0)
        show_frame(painter, frame, view)
    painter.restore()


def _hidden_by(frame: Frame, view: Viewport) -> QRect:
    """Pixels of the view that a frame covers, whatever becomes of its edge in rounding."""
    if frame.viewport.covers(view.grown(1, 1)):
        return QRect(0, 0, view.width, view.height)
    if not frame.viewport.scaled_to(view.metres_per_px).aligned(view):
        return QRect()
    left, top = view.pixel(*frame.viewport.to_map(0, 0))
    right, bottom = view.pixel(*frame.viewport.to_map(frame.viewport.width, frame.viewport.height))
    box = QRect(
        QPoint(round(left) + 2, round(top) + 2), QPoint(round(right) - 3, round(bottom) - 3)
    )
    return box.intersected(QRect(0, 0, view.width, view.height))


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
