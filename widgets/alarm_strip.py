"""The strip that is never dropped: the worst unacknowledged alarm, its keys, counters by grade.

It shows and offers; what the keys do is wired in widgets.duty, which alarm it shows is decided in
widgets.waiting. A flood groups what it shows.
"""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.model import Alert, AlertState, Grade
from widgets import flood, formats, words
from widgets.grade_symbol import Counter, GradeSymbol
from widgets.models.alerts import told
from widgets.models.column import plain_tip
from widgets.strip_line import Piece, StripLine
from widgets.waiting import Waiting

NameOf = Callable[[str], str]
"""Code of a place or id of a unit -> its name."""


class AlarmStrip(QFrame):
    """`wanted` carries the id of the action a button stands for."""

    wanted = Signal(str)

    def __init__(self, name_of: NameOf, unit_of: NameOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("alarm_strip")
        self._name_of, self._unit_of = name_of, unit_of
        self._waiting = Waiting()
        self._now: datetime | None = None
        self._flood = flood.Flood()
        self._locked = False
        self._symbol = GradeSymbol(Grade.IV, self)
        self.line = StripLine(self)
        self._buttons = [
            self._button(self.tr("确认 空格"), "alarm.confirm"),
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
        row.addWidget(self.line, 1)
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
        return self._waiting.all()

    @property
    def shown(self) -> Alert | None:
        """The alarm the keys act on."""
        return self._waiting.shown(self._now)

    @property
    def worst(self) -> Alert | None:
        """What sounds, whether it is shown or not."""
        return next(iter(self.waiting), None)

    @property
    def flooded(self) -> bool:
        return self._flood.on

    def put(self, alerts: tuple[Alert, ...], now: datetime) -> tuple[Alert, ...]:
        """Show the open alerts; those that are new since the last time."""
        fresh = self._waiting.put(alerts, now)
        self.show_time(now)
        return fresh

    def show_alert(self, ident: str) -> None:
        """Have the keys act on this alarm, chosen elsewhere."""
        self._waiting.choose(ident)
        if self._now is not None:
            self.show_time(self._now)

    def next(self, now: datetime) -> Alert | None:
        """Move on to the following alarm that waits, and round again."""
        chosen = self._waiting.next()
        self.show_time(now)
        return chosen

    def set_locked(self, locked: bool) -> None:
        """Go on showing alarms, and offer nothing to do about them."""
        self._locked = locked
        for button in self._buttons:
            button.setVisible(not locked)
        if self._now is not None:
            self.show_time(self._now)

    def show_sound(self, *, silenced: bool) -> None:
        self._sound.setText(self.tr("静音开 M") if silenced else self.tr("静音关 M"))

    def show_time(self, now: datetime) -> None:
        """Repaint what depends on the time: timers, the flood and the blinking sign."""
        self._now = now
        self._flood = flood.watch(self._waiting.alerts, now, self._flood)
        alert = self.shown
        for button in self._buttons:
            button.setEnabled(alert is not None)
        self._count()
        if alert is None:
            self._say_quiet()
        else:
            self._say_alert(alert, now)
        unseen = alert is not None and alert.state == AlertState.NEW
        self._symbol.set_lit(not unseen or int(now.timestamp() * 2) % 2 == 0)

    def _count(self) -> None:
        waiting = self.waiting
        for grade, counter in self._counters.items():
            counter.show_number(sum(alert.grade == grade for alert in waiting))
        shelved = sum(alert.state == AlertState.SHELVED for alert in self._waiting.alerts)
        self._shelved.setText(self.tr("搁置 %1").replace("%1", str(shelved)))

    def _say_quiet(self) -> None:
        self._paint_grade(None)
        waiting = len(self.waiting)
        if waiting:
            head = self.tr("Ⅲ、Ⅳ级报警 %1 条待确认").replace("%1", formats.count(waiting))
            keys = self.tr("N 逐条看，Shift+空格 看过全部")
        else:
            head = self.tr("没有待确认的报警")
            keys = self.tr("新报警在此出现；N 看下一条，空格 确认")
        began = self._flood_pieces(self._now) if self._now is not None and waiting else ()
        offered = () if self._locked else (Piece(text=keys, leaves=3),)
        self.line.say((Piece(text=head, large=True), *began, *offered))

    def _say_alert(self, alert: Alert, now: datetime) -> None:
        self._paint_grade(alert.grade)
        repeated = f" ×{alert.count}" if alert.count > 1 else ""
        waited = formats.timer((now - alert.raised).total_seconds())
        self.line.setToolTip(plain_tip(" · ".join(part for part in told(alert) if part)))
        self.line.say(
            (
                Piece(text=words.NUMERALS[alert.grade], large=True),
                Piece(text=f"{words.word(alert.kind)}{repeated}", large=True),
                Piece(text=self._unit_of(alert.unit), large=True),
                Piece(text=self._where(alert), large=True, elastic=True),
                Piece(text=f"{words.word(alert.state)} {waited}"),
                Piece(text=formats.day_time(alert.raised, now), leaves=4),
                *self._flood_pieces(now),
            )
        )

    def _flood_pieces(self, now: datetime) -> tuple[Piece, ...]:
        """In a flood, behind the worst alarm: the rate, what keeps coming, and what began it."""
        if not self._flood.on:
            return ()
        rate = self.tr("报警潮 10 分钟 %1 条").replace("%1", formats.count(self._flood.rate))
        most = next((group for group in self._flood.groups if group.number > 1), None)
        first = min(self._flood.groups, key=lambda g: (g.first.raised, g.first.id)).first
        began = self.tr("首发 %1").replace("%1", formats.day_time(first.raised, now))
        begun_by = self._unit_of(first.unit)
        return (
            Piece(text=rate),
            Piece(text=self._grouped(most) if most else "", leaves=2),
            Piece(text=f"{began} {words.word(first.kind)} {begun_by}".strip(), leaves=3),
        )

    def _grouped(self, group: flood.Group) -> str:
        district = self._name_of(group.district) or self.tr("域外")
        return f"{district} {words.word(group.kind)} ×{group.number}"

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
