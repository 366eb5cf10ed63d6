"""What lies over the console while it is locked: the clock, who locked it, and what to type."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app import locking
from app.model import Alert, Grade
from app.settings import Lock
from widgets import formats
from widgets.grade_symbol import Counter
from widgets.parts.labels import plain_label

WIDTH_PX = 420


class LockCover(QFrame):
    """`tried` carries a code to open with, `chosen` one to lock with; `dismissed`: not locked."""

    tried = Signal(str)
    chosen = Signal(str)
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._lock = Lock()
        self._said = ""
        self.clock = self._label("clock")
        self.day = self._label("dim")
        self.title = self._label("title")
        self.whose = self._label("dim")
        self._counters = {grade: Counter(grade, self) for grade in Grade}
        self.prompt = self._label("")
        self.code, self.again = self._field(), self._field()
        self.again.setPlaceholderText(self.tr("再输一次"))
        self.trouble = self._label("")
        self.trouble.setMinimumHeight(40)
        self.foot = self._label("small")
        self._lay_out()

    def ask_new(self) -> None:
        """Have an unlock code chosen, before anything is locked."""
        self._lock, self._said = Lock(), ""
        self._dress(choosing=True)

    def show_lock(self, lock: Lock, now: datetime) -> None:
        """The console is locked like this."""
        if not lock.locked or lock.since != self._lock.since:
            self._said = ""
        self._lock = lock
        self._dress(choosing=False)
        self.show_time(now)

    def show_time(self, now: datetime) -> None:
        """A second has passed."""
        at = formats.local(now)
        self.clock.setText(f"{at:%H:%M:%S}")
        self.day.setText(f"{at:%Y-%m-%d} {formats.weekday(now)}")
        if self._lock.since is not None:
            since = formats.both(self._lock.since, now)
            by = self.tr("%1 锁定 · %2").replace("%1", self._lock.by)
            self.whose.setText(by.replace("%2", since))
        self._say(locking.wait(self._lock, now))

    def show_waiting(self, alerts: Iterable[Alert]) -> None:
        """The alarms that nobody has acknowledged yet."""
        grades = [alert.grade for alert in alerts]
        for grade, counter in self._counters.items():
            counter.show_number(grades.count(grade))

    def refuse(self, why: str, now: datetime) -> None:
        """The code was not taken."""
        self._said = why
        self._clear()
        self.show_time(now)

    def take_focus(self) -> None:
        self.code.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._clear()
            if not self._lock.locked:
                self.dismissed.emit()
        event.accept()  # nothing that is typed here is for anybody else

    def _enter(self) -> None:
        code, again = self.code.text(), self.again.text()
        if self._lock.locked:
            if code:
                self._clear()
                self.tried.emit(code)
        elif not locking.fit(code):
            self._complain(self.tr("解锁码须 4 至 64 个字符"))
        elif not again:
            self.again.setFocus()
        elif code != again:
            self._complain(self.tr("两次不一样，请重输"))
        else:
            self._clear()
            self.chosen.emit(code)

    def _complain(self, text: str) -> None:
        self._clear()
        self.trouble.setText(text)
        self.take_focus()

    def _clear(self) -> None:
        for field in (self.code, self.again):
            field.clear()

    def _say(self, wait: timedelta) -> None:
        """Why the code was not taken, how often that was, and when the next one is heard."""
        if not self._lock.locked:
            return
        parts = [self._said]
        if self._lock.tries:
            parts.append(self.tr("已错 %1 次").replace("%1", str(self._lock.tries)))
        if wait:
            seconds = str(ceil(wait.total_seconds()))
            parts.append(self.tr("%1 秒后可再试").replace("%1", seconds))
        self.trouble.setText(" · ".join(part for part in parts if part))

    def _dress(self, *, choosing: bool) -> None:
        title = self.tr("设定解锁码") if choosing else self.tr("值班台已锁定")
        prompt = (
            self.tr("第一次锁定：输入解锁码两次，回车 锁定；Esc 返回")
            if choosing
            else self.tr("输入解锁码，回车 解锁")
        )
        foot = (
            self.tr("锁定后报警照常响、照常显示，任何动作都不能做，直到解锁")
            if choosing
            else self.tr("忘了解锁码：关闭控制台，运行 main.py unlock，台账会留下记录")
        )
        for label, text in ((self.title, title), (self.prompt, prompt), (self.foot, foot)):
            label.setText(text)
        self.again.setVisible(choosing)
        self.whose.setVisible(not choosing)
        if choosing:
            self.trouble.clear()

    def _label(self, role: str) -> QLabel:
        label = plain_label(role=role, parent=self)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        return label

    def _field(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setMaxLength(locking.LONGEST)
        field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        field.returnPressed.connect(self._enter)
        return field

    def _lay_out(self) -> None:
        body = QWidget(self)
        body.setFixedWidth(WIDTH_PX)
        column = QVBoxLayout(body)
        column.setSpacing(8)
        column.addWidget(self.clock)
        column.addWidget(self.day)
        column.addSpacing(16)
        column.addWidget(self.title)
        column.addWidget(self.whose)
        column.addLayout(self._waiting())
        column.addSpacing(16)
        column.addWidget(self.prompt)
        column.addWidget(self.code)
        column.addWidget(self.again)
        column.addWidget(self.trouble)
        column.addWidget(self.foot)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(body, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)

    def _waiting(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(plain_label(self.tr("未确认报警"), role="dim", parent=self))
        for counter in self._counters.values():
            row.addWidget(counter)
        row.addStretch(1)
        return row
