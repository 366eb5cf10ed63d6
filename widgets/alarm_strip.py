"""The strip that is never dropped: the worst unacknowledged alarm, its keys, counters by grade.

It shows and offers; what the keys do is wired in widgets.duty. A flood groups what it shows.
"""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from app.model import Alert, AlertKind, AlertState, Grade
from widgets import flood, formats, words
from widgets.grade_symbol import GradeSymbol

WAITING = frozenset({AlertState.NEW, AlertState.SEEN})
NameOf = Callable[[str], str]
"""Code of a place or id of a unit -> its name."""


def order(alert: Alert) -> tuple[bool, int, bool, datetime, str]:
    """The officer's order: unseen before seen, grade, a person in need first, then age."""
    need = alert.kind != AlertKind.SOS
    return alert.state != AlertState.NEW, alert.grade.value, need, alert.raised, alert.id


class Counter(QWidget):
    """A sign and a number; hollow and dim at zero."""

    def __init__(self, grade: Grade, parent: QWidget) -> None:
        super().__init__(parent)
        self.symbol = GradeSymbol(grade, self)
        self.number = QLabel("0", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.symbol)
        row.addWidget(self.number)
        self.setToolTip(words.grade(grade))

    def show_number(self, number: int) -> None:
        self.number.setText(formats.count(number))
        self.number.setEnabled(number > 0)
        self.symbol.set_lit(number > 0)


class AlarmStrip(QFrame):
    """`wanted` carries the id of the action a button stands for."""

    wanted = Signal(str)

    def __init__(self, name_of: NameOf, unit_of: NameOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("alarm_strip")
        self._name_of, self._unit_of = name_of, unit_of
        self._alerts: tuple[Alert, ...] = ()
        self._shown = ""
        self._flood = flood.Flood()
        self._symbol = GradeSymbol(Grade.IV, self)
        self._title = QLabel(self)
        self._title.setProperty("role", "title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._detail = QLabel(self)
        self._detail.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._title, self._detail):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._buttons = [
            self._button(self.tr("确认 Space"), "alarm.confirm"),
            self._button(self.tr("定位 G"), "alarm.locate"),
            self._button(self.tr("搁置 H"), "alarm.shelve"),
        ]
        self._counters = {grade: Counter(grade, self) for grade in Grade}
        self._shelved = QLabel(self)
        self._shelved.setProperty("role", "dim")
        self._sound = QLabel(self)
        self._sound.setProperty("role", "dim")
        self._lay_out()
        self.show_sound(silenced=False)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._symbol)
        row.addWidget(self._title, 1)
        row.addWidget(self._detail, 1)
        for button in self._buttons:
            row.addWidget(button)
        row.addSpacing(16)
        for counter in self._counters.values():
            row.addWidget(counter)
        row.addSpacing(8)
        row.addWidget(self._shelved)
        row.addWidget(self._sound)

    def _button(self, text: str, action: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.wanted.emit(action))
        return button

    @property
    def waiting(self) -> list[Alert]:
        """What a person still has to answer, worst first."""
        return sorted((a for a in self._alerts if a.state in WAITING), key=order)

    @property
    def shown(self) -> Alert | None:
        """The alarm the keys act on."""
        waiting = self.waiting
        return next((a for a in waiting if a.id == self._shown), waiting[0] if waiting else None)

    @property
    def flooded(self) -> bool:
        return self._flood.on

    def put(self, alerts: tuple[Alert, ...], now: datetime) -> None:
        """Show the open alerts."""
        self._alerts = alerts
        self.show_time(now)

    def show_alert(self, ident: str) -> None:
        """Have the keys act on this alarm, chosen elsewhere."""
        self._shown = ident

    def next(self, now: datetime) -> Alert | None:
        """Move on to the following alarm that waits, and round again."""
        waiting = self.waiting
        if not waiting:
            return None
        ids = [alert.id for alert in waiting]
        at = ids.index(self._shown) + 1 if self._shown in ids else 0
        self._shown = ids[at % len(ids)]
        self.show_time(now)
        return self.shown

    def show_sound(self, *, silenced: bool) -> None:
        self._sound.setText(self.tr("静音开 M") if silenced else self.tr("静音关 M"))

    def show_time(self, now: datetime) -> None:
        """Repaint what depends on the time: timers, the flood and the blinking sign."""
        self._flood = flood.watch(self._alerts, now, self._flood)
        alert = self.shown
        for button in self._buttons:
            button.setEnabled(alert is not None)
        self._count()
        if alert is None:
            self._say_quiet()
        elif self._flood.on:
            self._say_flood(alert, now)
        else:
            self._say_alert(alert, now)
        unseen = alert is not None and alert.state == AlertState.NEW
        self._symbol.set_lit(not unseen or int(now.timestamp() * 2) % 2 == 0)

    def _count(self) -> None:
        waiting = self.waiting
        for grade, counter in self._counters.items():
            counter.show_number(sum(alert.grade == grade for alert in waiting))
        shelved = sum(alert.state == AlertState.SHELVED for alert in self._alerts)
        self._shelved.setText(self.tr("搁置 %1").replace("%1", str(shelved)))

    def _say_quiet(self) -> None:
        self._paint_grade(None)
        self._title.setText(self.tr("没有待确认的报警"))
        self._detail.setText(self.tr("新报警在此出现；N 看下一条，Space 确认"))

    def _say_alert(self, alert: Alert, now: datetime) -> None:
        self._paint_grade(alert.grade)
        repeated = f" ×{alert.count}" if alert.count > 1 else ""
        head = self.tr("%1级").replace("%1", words.NUMERALS[alert.grade])
        what = f"{words.word(alert.kind)}{repeated}"
        self._title.setText(
            "  ".join(t for t in (head, self._where(alert), what, self._unit_of(alert.unit)) if t)
        )
        self._title.setToolTip(alert.text)
        waited = formats.timer((now - alert.raised).total_seconds())
        self._detail.setText(
            f"{formats.day_time(alert.raised, now)}  {words.word(alert.state)} {waited}"
        )

    def _say_flood(self, alert: Alert, now: datetime) -> None:
        """The worst alarm stays in front; behind it the rate, what keeps coming, and what began."""
        self._say_alert(alert, now)
        rate = self.tr("报警潮 10 分钟 %1 条").replace("%1", str(self._flood.rate))
        many = [group for group in self._flood.groups if group.number > 1]
        parts = [
            f"{self._name_of(g.district) or self.tr('域外')} {words.word(g.kind)} ×{g.number}"
            for g in many[:2]
        ]
        first = min(self._flood.groups, key=lambda g: (g.first.raised, g.first.id)).first
        began = self.tr("首发 %1").replace("%1", formats.day_time(first.raised, now))
        self._detail.setText("  ".join((rate, *parts, began)))

    def _where(self, alert: Alert) -> str:
        names = [self._name_of(code) for code in alert.chain[1:3]]
        if names:
            return "·".join(name for name in names if name)
        return self.tr("域外") if alert.position is not None else self.tr("位置不明")

    def _paint_grade(self, grade: Grade | None) -> None:
        self._symbol.setVisible(grade is not None)
        if grade is not None:
            self._symbol.set_grade(grade)
        name = f"strip{grade.value if grade is not None else 0}"
        if self.property("tone") != name:
            self.setProperty("tone", name)
            self.style().unpolish(self)
            self.style().polish(self)
