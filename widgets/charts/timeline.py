"""The timeline drawn: cases by the hour, alerts by ten minutes, deadlines ahead, and the present.

It draws a Day and decides nothing; a click on a mark, or the arrow keys, choose its case.
"""

from datetime import UTC, datetime
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.model import Grade
from widgets import formats, theme, words
from widgets.charts.axis import TimeAxis
from widgets.charts.day import HOUR, STEP, Day, Due
from widgets.models.column import plain_tip

SYMBOLS = {Grade.I: "t1", Grade.II: "d", Grade.III: "s", Grade.IV: "o"}
_LANE = {Grade.I: 3.6, Grade.II: 2.8, Grade.III: 2.0, Grade.IV: 1.2}
"""Height of a grade's deadlines over the axis, in shares of the tallest bar's place below."""
_TALL, _TOP, _DEEP = 1.0, 4.2, -0.9
_MARK_PX = 11


class TimelineChart(QWidget):
    """`chosen` carries the case of a mark; `select` shows one as chosen without telling."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day: Day | None = None
        self._case = ""
        self.axis = TimeAxis(orientation="bottom")
        self.plot = pg.PlotWidget(self, axisItems={"bottom": self.axis})
        self.plot.setMenuEnabled(False)
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.hideButtons()
        self.lanes = self.plot.getAxis("left")
        self.lanes.setTicks(
            [[(2.4, self.tr("到期")), (0.5, self.tr("来去")), (-0.5, self.tr("报警"))]]
        )
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 0)
        column.addWidget(self.plot)
        self._make_items()
        self._dress()

    def put(self, day: Day) -> None:
        """Draw another day."""
        self._day = day
        self.plot.setXRange(day.begin.timestamp(), day.end.timestamp(), padding=0)
        self.plot.setYRange(_DEEP, _TOP, padding=0)
        self._put_bars(day)
        self._put_marks(day)
        self.now_line.setValue(day.now.timestamp())
        self.setAccessibleName(self.said())

    def said(self) -> str:
        """The chart in a sentence, for those who do not see it."""
        day = self._day
        if day is None:
            return ""
        text = self.tr("24 小时：登记 %1，办结 %2，报警 %3；4 小时内到期 %4")
        numbers = (
            sum(hour.opened for hour in day.hours),
            sum(hour.closed for hour in day.hours),
            sum(number for _, number in day.alerts),
            sum(not due.late for due in day.due),
        )
        for at, number in enumerate(numbers, 1):
            text = text.replace(f"%{at}", str(number))
        return text

    def select(self, case: str) -> None:
        """Ring the mark of a case, where it has one."""
        if case != self._case:
            self._case = case
            if self._day is not None:
                self._put_marks(self._day)

    def step(self, by: int) -> None:
        """The next or the last deadline: arrow keys."""
        due = self._day.due if self._day else ()
        if due:
            cases = [one.case for one in due]
            at = cases.index(self._case) + by if self._case in cases else 0
            self._choose(cases[min(len(cases) - 1, max(0, at))])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if Qt.Key(event.key()) in steps:
            self.step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()

    def _make_items(self) -> None:
        self.opened, self.closed = (pg.BarGraphItem(x=[], height=[], width=1) for _ in range(2))
        self.alerts = pg.BarGraphItem(x=[], height=[], width=1)
        self.now_line = pg.InfiniteLine(angle=90, movable=False)
        self.ground = pg.InfiniteLine(pos=0, angle=0, movable=False)
        self.marks = pg.ScatterPlotItem(
            size=_MARK_PX, hoverable=True, hoverSize=_MARK_PX + 4, tip=_tip
        )
        self.marks.sigClicked.connect(self._clicked)
        for item in (self.opened, self.closed, self.alerts, self.ground, self.now_line, self.marks):
            self.plot.addItem(item)

    def _put_bars(self, day: Day) -> None:
        tallest = max((max(h.opened, h.closed) for h in day.hours), default=1)
        left = np.array([hour.start.timestamp() for hour in day.hours], dtype=float)
        third = HOUR.total_seconds() / 3
        for item, offset, counts in (
            (self.opened, 0.2, [h.opened for h in day.hours]),
            (self.closed, 1.2, [h.closed for h in day.hours]),
        ):
            heights = np.array(counts, dtype=float) * _TALL / tallest
            item.setOpts(x0=left + offset * third, width=third, y0=0.0, height=heights)
        most = max((number for _, number in day.alerts), default=1)
        self.alerts.setOpts(
            x0=np.array([at.timestamp() for at, _ in day.alerts], dtype=float),
            width=STEP.total_seconds() * 0.7,
            y0=0.0,
            height=np.array([-0.85 * number / most for _, number in day.alerts], dtype=float),
        )

    def _put_marks(self, day: Day) -> None:
        look = theme.current()
        outline, ring = look.colour("chip_line"), look.colour("text")
        self.marks.setData(
            [
                {
                    "pos": (due.at.timestamp(), _LANE[due.grade]),
                    "symbol": SYMBOLS[due.grade],
                    "brush": pg.mkBrush(look.grade(due.grade)),
                    "pen": pg.mkPen(ring if due.case == self._case else outline, width=1),
                    "size": _MARK_PX + 3 if due.case == self._case else _MARK_PX,
                    "data": due,
                }
                for due in day.due
            ]
        )

    def _dress(self) -> None:
        look = theme.current()
        self.plot.setBackground(look.colour("panel"))
        self.opened.setOpts(brush=look.colour("done"), pen=pg.mkPen(look.colour("done")))
        self.closed.setOpts(brush=look.colour("panel"), pen=pg.mkPen(look.colour("calm")))
        self.alerts.setOpts(brush=look.colour("faint"), pen=pg.mkPen(None))
        self.now_line.setPen(pg.mkPen(look.colour("focus"), width=1))
        self.ground.setPen(pg.mkPen(look.colour("line")))
        for axis in (self.axis, self.lanes):
            axis.setPen(pg.mkPen(look.colour("line")))
            axis.setTextPen(pg.mkPen(look.colour("dim")))
            axis.setStyle(tickFont=self.font(), tickLength=0 if axis is self.lanes else 4)
        if self._day is not None:
            self._put_marks(self._day)

    def _clicked(self, _: object, points: Any) -> None:
        if len(points):
            self._choose(points[0].data().case)

    def _choose(self, case: str) -> None:
        self.select(case)
        self.chosen.emit(case)

    def where(self, due: Due) -> QPointF:
        """Where a mark stands in the plot's own pixels."""
        box = self.plot.getViewBox()
        return QPointF(box.mapViewToScene(QPointF(due.at.timestamp(), _LANE[due.grade])))


def _tip(*, x: float, y: float, data: Due) -> str:
    """What a mark says under the pointer."""
    at = datetime.fromtimestamp(x, UTC)
    said = (words.grade(data.grade), data.case, data.title, formats.absolute(at))
    return plain_tip(" · ".join(said))
