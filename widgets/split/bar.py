"""The bar of before and after: which moment is left of the line, and which, if not now, right."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from app.clock import Clock
from app.settings import Preset
from widgets import look_back as moments
from widgets.parts.flow import Flow
from widgets.parts.labels import plain_label
from widgets.words.said import QT_TRANSLATE_NOOP

NAMES: dict[Preset, str] = {
    "hour": QT_TRANSLATE_NOOP("SplitBar", "1 小时前"),
    "hours": QT_TRANSLATE_NOOP("SplitBar", "4 小时前"),
    "shift": QT_TRANSLATE_NOOP("SplitBar", "本日班 08:00"),
    "yesterday": QT_TRANSLATE_NOOP("SplitBar", "昨日此时"),
}


class SplitBar(QFrame):
    """`left_wanted` a moment; `right_wanted` a moment, or None for now; `closed`, `stopped`."""

    left_wanted = Signal(object, object)  # the moment, and the name of its preset if it has one
    right_wanted = Signal(object)
    stopped = Signal()
    closed = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.setProperty("role", "bar")
        self.presets = {name: self._button(self._said(text)) for name, text in NAMES.items()}
        for name, button in self.presets.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _, name=name: self.preset(name))
        self.left = self._field(self.tr("左：08:00 或 11-20 08:00"), self._take_left)
        self.right = self._field(self.tr("右：空着就是现在"), self._take_right)
        self.now = self._button(self.tr("右边回到现在"), self._back_to_now)
        self.trouble = plain_label(role="dim", parent=self)
        self.stop = self._button(self.tr("停止"), self.stopped.emit)
        self.stop.hide()
        self.close_button = self._button(self.tr("结束对比 Esc"), self.closed.emit)
        self._lay_out()

    def _said(self, text: str) -> str:
        return QCoreApplication.translate("SplitBar", text)

    def _lay_out(self) -> None:
        """In one line where the map is wide enough, else in two."""
        row = Flow(self)
        row.setContentsMargins(8, 2, 8, 2)
        row.addWidget(plain_label(self.tr("前后对比"), parent=self))
        for part in (*self.presets.values(), self.left, self.right, self.now):
            row.addWidget(part)
        for part in (self.close_button, self.trouble, self.stop):
            row.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _button(self, text: str, act: Callable[[], object] | None = None) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        if act is not None:
            button.clicked.connect(lambda: act())
        return button

    def _field(self, hint: str, taken: Callable[[], object]) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(hint)
        field.setToolTip(hint)
        field.setMaxLength(24)
        field.setFixedWidth(164)
        field.returnPressed.connect(taken)
        field.installEventFilter(self)
        return field

    def preset(self, name: Preset) -> None:
        """One of `moments.PRESETS` on the left."""
        self._say_left(moments.PRESETS[name](self._clock()), name)

    def _say_left(self, at: datetime, name: Preset | None) -> None:
        self.left.setText(moments.shown(at))
        for known, button in self.presets.items():
            button.setChecked(known == name)
        self.trouble.clear()
        self.left_wanted.emit(at, name)

    def _take_left(self) -> None:
        at = self._written(self.left)
        if at is not None:
            self._say_left(at, None)

    def _take_right(self) -> None:
        if not self.right.text().strip():
            self._back_to_now()
            return
        at = self._written(self.right)
        if at is not None:
            self.trouble.clear()
            self.right.setText(moments.shown(at))
            self.right_wanted.emit(at)

    def _back_to_now(self) -> None:
        self.right.clear()
        self.trouble.clear()
        self.right_wanted.emit(None)

    def _written(self, field: QLineEdit) -> datetime | None:
        at = moments.written(field.text(), self._clock())
        if at is None:
            self.trouble.setText(self.tr("看不懂，或还没到这个时刻；写 08:00 或 2026-11-20 08:00"))
        return at

    def show_progress(self, done: int, many: int) -> None:
        """A moment is being folded from the ledger."""
        text = self.tr("正在还原台账 %1%").replace("%1", str(100 * done // max(many, 1)), 1)
        self.trouble.setText(text)
        self.stop.show()

    def show_done(self, text: str = "") -> None:
        """Nothing is under way; why not, where there is something to say."""
        self.stop.hide()
        self.trouble.setText(text)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the focus is in this bar, Esc is for it and not for the window."""
        ours = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if ours and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]  # a QKeyEvent
            event.accept()
            return True
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
