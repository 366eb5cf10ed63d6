"""Plays a span of the past: the moment goes on so many times faster than time does, to its end."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.clock import steady_s

SPEEDS = (1, 5, 20, 60, 120, 300, 600)
TICK_MS = 66


class Player(QObject):
    """`moved` carries seconds since 1970, or None where nothing is played any more."""

    moved = Signal(object)
    changed = Signal()

    def __init__(
        self, parent: QObject | None = None, *, steady: Callable[[], float] = steady_s
    ) -> None:
        super().__init__(parent)
        self._steady = steady
        self._was_s = 0.0
        self.since_s = self.until_s = 0.0
        self.at_s: float | None = None
        self.speed = 60
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def open(self) -> bool:
        """Whether a moment of the past is on the map, moving or not."""
        return self.at_s is not None

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    def begin(self, since_s: float, until_s: float) -> None:
        """Open at the begin of a span, standing."""
        self.since_s, self.until_s = since_s, until_s
        self.seek(since_s)
        self.changed.emit()

    def toggle(self) -> None:
        """Play, or stand; from the end it begins anew."""
        if self.playing:
            self._timer.stop()
        elif self.at_s is not None:
            if self.at_s >= self.until_s:
                self.seek(self.since_s)
            self._was_s = self._steady()
            self._timer.start()
        self.changed.emit()

    def faster(self, steps: int) -> None:
        """The next speed, or with a negative number the one before."""
        at = SPEEDS.index(self.speed) + steps
        self.set_speed(SPEEDS[min(max(at, 0), len(SPEEDS) - 1)])

    def set_speed(self, speed: int) -> None:
        self.speed = speed
        self.changed.emit()

    def seek(self, at_s: float) -> None:
        """Go to a moment within the span."""
        self.at_s = min(max(at_s, self.since_s), self.until_s)
        self.moved.emit(self.at_s)

    def tick(self) -> None:
        """On by what has passed; at the end it stands."""
        was_s, self._was_s = self._was_s, self._steady()
        if self.at_s is None:
            return
        self.seek(self.at_s + (self._was_s - was_s) * self.speed)
        if self.at_s >= self.until_s:
            self._timer.stop()
            self.changed.emit()

    def close(self) -> None:
        """Back to the present."""
        self._timer.stop()
        self.at_s = None
        self.moved.emit(None)
        self.changed.emit()
