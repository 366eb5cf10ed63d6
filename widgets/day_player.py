"""A button that plays a span of days, a day a step, until the last; whoever presses it again stops.

It moves the chart of days; what that shows is the chart's listeners' affair.
"""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QToolButton, QWidget

from widgets.charts.days import DaysChart

STEP_MS = 400
_PLAYED_DAYS = 7
"""How long a span plays where all days were chosen."""


class DayPlayer(QToolButton):
    """Checked while it plays."""

    def __init__(self, days: DaysChart, parent: QWidget) -> None:
        super().__init__(parent)
        self._days = days
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self.step)
        self.setCheckable(True)
        self.setText("▶")
        self.setToolTip(self.tr("逐日播放；再按一次或 Esc 停下"))
        self.setAccessibleName(self.toolTip())
        self.toggled.connect(self._toggle)

    def stop(self) -> None:
        self.setChecked(False)

    def step(self) -> None:
        """A day on; at the last day it stops."""
        before = self._days.until
        self._days.move_to(self._days.since + 1)
        if self._days.until == before:
            self.stop()

    def _toggle(self, on: bool) -> None:
        self.setText("■" if on else "▶")
        if on:
            self._begin()
            self._timer.start()
        else:
            self._timer.stop()

    def _begin(self) -> None:
        """From where the span is; from the first day where it has none before it."""
        days = self._days
        length, whole = days.until - days.since, days.last - days.first
        if length >= whole:
            length = min(_PLAYED_DAYS, whole)
        if days.until >= days.last:
            days.want_span(days.first, days.first + length)
