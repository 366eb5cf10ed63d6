"""The top line: the desk, its centre and officer; the search field; sources and the clock."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from app.model import Officer, Role
from widgets import formats, words

_POSTS = (Role.SUPERVISOR, Role.DISPATCHER, Role.ACCEPTOR, Role.CHECKER)
_DAY_SHIFT = range(8, 20)


def shift(at: datetime) -> str:
    """白班 from 08:00 to 20:00 Beijing time, 夜班 otherwise."""
    if formats.local(at).hour in _DAY_SHIFT:
        return QCoreApplication.translate("formats", "白班")
    return QCoreApplication.translate("formats", "夜班")


class SearchField(QLabel):
    """Looks like a field and opens the palette, which does the searching."""

    opened = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("search_field")
        self.setText(self.tr("Ctrl+K 搜索、命令：地名 · 拼音 · 坐标 · 事件号"))
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setFixedHeight(26)

    @override
    def mousePressEvent(self, ev: QMouseEvent) -> None:
        self.opened.emit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(420, 26)


class TopBar(QFrame):
    """`searched`: the field was clicked; `menu_button` carries the menu of all actions."""

    searched = Signal()

    def __init__(
        self, officer: Officer, centre: str, *, demo: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._short = False
        self.menu_button = QToolButton(self)
        self.menu_button.setText(self.tr("菜单"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = self._label(self.tr("渝图 城运值班台"), "title")
        self._demo = self._label(self.tr("演示"), "badge")
        self._demo.setVisible(demo)
        self._centre = self._label(centre, "")
        post = next((role for role in _POSTS if role in officer.roles), Role.SYSTEM)
        self._officer = self._label(f"{words.word(post)} {officer.name}", "dim")
        self._field = SearchField(self)
        self._field.opened.connect(self.searched)
        self._sources = self._label("", "dim")
        self._clock = self._label("", "")
        self._lay_out()

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            label.setProperty("role", role)
        return label

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(12)
        for widget in (self._title, self._demo, self._centre, self._officer, self.menu_button):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self._field, 4)
        row.addStretch(1)
        row.addWidget(self._sources)
        row.addWidget(self._clock)

    def set_locked(self, locked: bool) -> None:
        """Only whose desk it is and the clock remain of a locked console."""
        for part in (self.menu_button, self._field, self._sources):
            part.setVisible(not locked)

    def set_short(self, short: bool) -> None:
        """Names shortened, for a laptop's screen."""
        self._short = short
        self._title.setText(self.tr("值班台") if short else self.tr("渝图 城运值班台"))
        self.setFixedHeight(34 if short else 40)

    def show_sources(self, heard: int, known: int, *, simulated: bool) -> None:
        """How many terminals were heard lately, of how many."""
        numbers = f"{formats.count(heard)}/{formats.count(known)}"
        name = self.tr("北斗终端 %1") if not self._short else self.tr("终端 %1")
        text = name.replace("%1", numbers)
        invented = self.tr("（模拟）")
        self._sources.setText(f"{text} {invented}" if simulated else text)

    def show_time(self, now: datetime) -> None:
        at = formats.local(now)
        if self._short:
            self._clock.setText(f"{at:%H:%M:%S}")
        else:
            self._clock.setText(f"{at:%Y-%m-%d} {formats.weekday(now)} {at:%H:%M:%S} {shift(now)}")
