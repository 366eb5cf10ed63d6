"""The slim bar under the map that chooses among all events: days, grades, classes; and plays.

It says what is wanted as a `maps.points.Choice`; counting and drawing are the map's.
"""

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from app.clock import Clock
from app.model import Grade
from maps.layers import Stack
from maps.layers.events import Summary
from maps.layers.heat import RADII_M
from maps.points import Choice, Events
from maps.scene import HEAT_M
from widgets import formats
from widgets.charts.days import DaysChart, day_of, day_text, second_of
from widgets.class_menu import ClassMenu
from widgets.day_player import DayPlayer
from widgets.grade_symbol import GradeToggle
from widgets.parts.labels import plain_label
from widgets.words.said import QT_TRANSLATE_NOOP

_MOST_DAYS = 4_000
"""Days that are told apart; what is older lies in the first of them."""
PRESETS: tuple[tuple[int, str], ...] = (
    (1, QT_TRANSLATE_NOOP("TimeBar", "今日")),
    (7, QT_TRANSLATE_NOOP("TimeBar", "7 天")),
    (30, QT_TRANSLATE_NOOP("TimeBar", "30 天")),
    (0, QT_TRANSLATE_NOOP("TimeBar", "全部")),
)


class TimeBar(QFrame):
    """`chosen` carries a Choice, `radius_chosen` metres of the heat."""

    chosen = Signal(object)
    radius_chosen = Signal(float)

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._events = Events.none()
        self.setProperty("role", "bar")
        self.setVisible(False)
        self.days = DaysChart(self)
        self.days.setAccessibleName(self.tr("日期范围"))
        self.play = DayPlayer(self.days, self)
        self.presets = {
            days: self._button(QCoreApplication.translate("TimeBar", text))
            for days, text in PRESETS
        }
        self.grades = {grade: GradeToggle(grade, self) for grade in Grade}
        self.classes = ClassMenu(self)
        self.radius = QComboBox(self)
        self.radius.setToolTip(self.tr("热力半径"))
        for radius_m in RADII_M:
            self.radius.addItem(f"{radius_m / 1000:g} km", radius_m)
        self.radius.setCurrentIndex(RADII_M.index(HEAT_M))
        self.span, self.count = plain_label(parent=self), plain_label(role="dim", parent=self)
        self._spare = (self.span, self.count, self.classes)
        self.setMinimumWidth(1)  # what has no room gives way, and never widens the window
        self._lay_out()
        self._connect()
        self._say_span()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 2)
        row.setSpacing(4)
        row.addWidget(self.play)
        for preset in self.presets.values():
            row.addWidget(preset)
        row.addWidget(self.days, 1)
        row.addWidget(self.span)
        for toggle in self.grades.values():
            row.addWidget(toggle)
        for part in (self.classes, self.radius, self.count):
            row.addWidget(part)

    def _connect(self) -> None:
        self.days.spanned.connect(self._choose)
        for days, preset in self.presets.items():
            preset.clicked.connect(lambda _, days=days: self.preset(days))
        for toggle in self.grades.values():
            toggle.toggled.connect(self._choose)
        self.classes.changed.connect(self._choose)
        self.radius.activated.connect(lambda: self.radius_chosen.emit(self.radius.currentData()))

    def _button(self, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setCheckable(True)
        return button

    def follow(self, stack: Stack) -> None:
        """Shown while a layer of events is; the radius while the heat is."""
        self.setVisible(not {"events", "heat"} <= stack.hidden)
        self.radius.setVisible("heat" not in stack.hidden)
        if self.isHidden():
            self.play.stop()
        self._fit()

    def _fit(self) -> None:
        """The span, the count and the classes go, in this order, until the rest has its room."""
        row = self.layout()
        assert row is not None
        for part in self._spare:
            part.show()
        for part in self._spare:
            if row.minimumSize().width() <= self.width():
                return
            part.hide()

    def put(self, events: Events) -> None:
        """All events: their days, and the classes there are."""
        before, self._events = self.choice, events
        self.classes.put(events.items)
        today = day_of(self._clock().timestamp())
        oldest = day_of(events.opened_between()[0]) if len(events) else today
        first = min(max(oldest, today - _MOST_DAYS), today - 6)
        day = np.clip((events.opened_s - second_of(first)) // 86_400, 0, today - first)
        self.days.put(np.bincount(day, minlength=today - first + 1), first)
        self._keep_room()
        self._say_span()
        if self.choice != before:  # a night has passed, or there is a new item of a class
            self.chosen.emit(self.choice)

    def _keep_room(self) -> None:
        """Texts that change as fast as one drags must not push the days about."""
        many = formats.count(len(self._events))
        whole = self.tr("%1 / %2 件").replace("%1", many).replace("%2", many)
        self.count.setMinimumWidth(self.count.fontMetrics().horizontalAdvance(whole))
        span = f"{day_text(self.days.first)} – {day_text(self.days.last - 1)}"
        self.span.setMinimumWidth(self.span.fontMetrics().horizontalAdvance(span) + 4)
        self._fit()

    def show_progress(self, done: int, many: int) -> None:
        """How far the events are read."""
        text = self.tr("读取 %1 / %2").replace("%1", formats.count(done))
        self.count.setText(text.replace("%2", formats.count(many)))
        self._fit()

    def show_summary(self, summary: Summary | None) -> None:
        """How many are chosen, of how many; and those that cannot be placed."""
        if summary is None:
            return
        text = self.tr("%1 / %2 件").replace("%1", formats.count(summary.count))
        self.count.setText(text.replace("%2", formats.count(len(self._events))))
        lost = formats.count(len(self._events.unplaced))
        tip = self.tr("作废与并入他案的不计；另有 %1 件没有位置").replace("%1", lost)
        self.count.setToolTip(tip)

    def preset(self, days: int) -> None:
        """The last days up to now, today among them; 0 for all."""
        self.play.stop()
        last = self.days.last
        self.days.show_span(last - days if days else self.days.first, last)
        self._choose()

    @property
    def choice(self) -> Choice:
        """What is wanted now; no bound on a side where the span reaches the end of the days."""
        days = self.days
        grades = frozenset(grade for grade, button in self.grades.items() if button.isChecked())
        return Choice(
            since_s=second_of(days.since) if days.since > days.first else None,
            until_s=second_of(days.until) if days.until < days.last else None,
            grades=grades if len(grades) < len(self.grades) else None,
            items=self.classes.items,
        )

    def _choose(self) -> None:
        self._say_span()
        self.chosen.emit(self.choice)

    def _say_span(self) -> None:
        since, until = day_text(self.days.since), day_text(self.days.until - 1)
        self.span.setText(since if since == until else f"{since} – {until}")
        length = self.days.until - self.days.since
        for days, preset in self.presets.items():
            reaches = self.days.until == self.days.last
            preset.setChecked(reaches and length == (days or self.days.last - self.days.first))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.play.isChecked():
            self.play.stop()
        else:
            super().keyPressEvent(event)
