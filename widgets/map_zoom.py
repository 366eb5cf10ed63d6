"""A zoom that takes a moment: from one view to another, the ground under one pixel staying."""

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QVariantAnimation, Signal

from maps.viewport import Viewport

_MS = 150


class Zoom(QObject):
    """`moved` carries each view on the way, the last one exactly."""

    moved = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._way = QVariantAnimation(self)
        self._way.setDuration(_MS)
        self._way.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._way.setStartValue(0.0)
        self._way.setEndValue(1.0)
        self._way.valueChanged.connect(self._step)
        self._from: Viewport | None = None
        self._to: Viewport | None = None
        self._at = QPointF()

    @property
    def under_way(self) -> bool:
        return self._way.state() is QVariantAnimation.State.Running

    def goal(self, now: Viewport) -> Viewport:
        """Where a zoom under way will end; the view of now without one."""
        return self._to if self.under_way and self._to is not None else now

    def start(self, start: Viewport, end: Viewport, at: QPointF) -> None:
        """Go from one to the other; a zoom under way ends where it is."""
        self._way.stop()
        self._from, self._to, self._at = start, end, at
        self._way.start()

    def stop(self) -> None:
        self._way.stop()

    def _step(self, share: float) -> None:
        start, end = self._from, self._to
        if start is None or end is None:
            return
        if share >= 1.0:
            self.moved.emit(end)
            return
        factor = (start.metres_per_px / end.metres_per_px) ** share
        self.moved.emit(start.zoom_at(self._at.x(), self._at.y(), factor))
