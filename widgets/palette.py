"""Ctrl+K: places, coordinates, cases, units and commands in one list, by keyboard alone.

Where hits come from is handed over as finders; this shows them and runs the one chosen.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from widgets.palette_line import HIT, HitDelegate, columns
from widgets.palette_line import Hit as Hit

LIMIT = 30

Finder = Callable[[str], Sequence[Hit]]
LateFinder = Callable[[str, Callable[[Sequence[Hit]], None]], None]
"""Asks the desk, and gives its hits when they have come."""

_TOP_PX = 40


class Palette(QFrame):
    """An overlay child of the window, so that it takes no focus from elsewhere once it is gone.

    `under`: what it leaves in sight, the strip of alarms.
    """

    closed = Signal()

    def __init__(self, parent: QWidget, *, under: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window, self._under = parent, under
        self.setProperty("role", "overlay")
        self._finders: Sequence[Finder] = ()
        self._late: Sequence[LateFinder] = ()
        self._alone: Finder | None = None
        self._hits: list[Hit] = []
        self.field = QLineEdit(self)
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.list = QListWidget(self)
        self._lines = HitDelegate(self.list)
        self.list.setItemDelegate(self._lines)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(lambda _: self.choose())
        self._hint = QLabel(self)
        self._hint.setProperty("role", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        for widget in (self.field, self.list, self._hint):
            column.addWidget(widget)
        self.hide()

    def look_in(self, finders: Sequence[Finder], late: Sequence[LateFinder]) -> None:
        """Where hits come from, the first ones first."""
        self._finders, self._late = finders, late

    def open(self, text: str = "") -> None:
        """Show the palette over its window, ready to type."""
        self._open(self.tr("地名、旧名、代码、拼音、首字母、坐标、事件号、力量、命令"), text)

    def open_for(self, prompt: str, finder: Finder) -> None:
        """Show it for one kind of thing alone; the next `open` looks everywhere again."""
        self._alone = finder
        self._open(prompt, "")

    def _open(self, prompt: str, text: str) -> None:
        self.field.setPlaceholderText(prompt)
        window = self._window.size()
        width, top = min(720, window.width() - 80), _TOP_PX
        if self._under is not None:
            top = self._under.geometry().bottom() + 1
        height = min(460, window.height() - top - _TOP_PX)
        self.setGeometry((window.width() - width) // 2, top, width, height)
        self.field.setText(text)
        self._search(text)
        self.show()
        self.raise_()
        self.field.setFocus()
        self.field.selectAll()

    def dismiss(self) -> None:
        if self.isVisible():
            self._alone = None
            self.hide()
            self.closed.emit()

    def choose(self) -> None:
        """Run the line that is marked; the palette goes first, so that the act may take focus."""
        row = self.list.currentRow()
        hit = self._hits[row] if 0 <= row < len(self._hits) else None
        self.dismiss()
        if hit is not None:
            hit.run()

    def hits(self) -> tuple[Hit, ...]:
        return tuple(self._hits)

    def _search(self, text: str) -> None:
        text = text.strip()
        self._hits.clear()
        self.list.clear()
        for find in (self._alone,) if self._alone else self._finders:
            self._add(find(text))
        if text and self._alone is None:
            for ask in self._late:
                ask(text, partial(self._arrived, text))
        self._say()

    def _arrived(self, asked: str, hits: Sequence[Hit]) -> None:
        if asked == self.field.text().strip():
            self._add(hits)
            self._say()

    def _add(self, hits: Sequence[Hit]) -> None:
        for hit in hits[: LIMIT - len(self._hits)]:
            self._hits.append(hit)
            line = QListWidgetItem(hit.said)
            line.setData(HIT, hit)
            self.list.addItem(line)
        self._lines.columns = columns(self._hits, self.list.fontMetrics())
        if self.list.currentRow() < 0 and self._hits:
            self.list.setCurrentRow(0)

    def _say(self) -> None:
        if self._hits:
            self._hint.setText(self.tr("↑ ↓ 选择 · 回车 执行 · Esc 收回"))
        elif self._alone is not None:
            self._hint.setText(
                self.tr("可输入：29.02 105.87、29°01′12″N 105°52′12″E、35 584757 3211798")
            )
        else:
            self._hint.setText(
                self.tr("没有找到。可输入：永川、yc、500118、29.02 105.87、E-0117、派单")
            )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event.key())
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if isinstance(event, QKeyEvent) and overrides and self._is_own(event.key()):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    @staticmethod
    def _is_own(key: int) -> bool:
        return key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)

    def _key(self, key: int) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_PageUp: -8,
        }
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose()
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key in steps and self._hits:
            row = self.list.currentRow() + steps[Qt.Key(key)]
            self.list.setCurrentRow(max(0, min(len(self._hits) - 1, row)))
        else:
            return False
        return True
