"""The bookmarks 书签: views of the map with their layers, under names, in the officer's order."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from app.settings import BOOKMARKS, NAME_MOST, Bookmark, Bookmarks, Settings, View
from app.store import queries
from widgets.bridge import Bridge
from widgets.panels.bookmark_list import BookmarkList
from widgets.panels.panel import Panel
from widgets.parts.labels import EmptyLabel, plain_label

Rows = tuple[Bookmark, ...]


class BookmarksPanel(Panel):
    """`opened` carries a View; what is changed is kept by the desk at once."""

    opened = Signal(object)
    concerns = frozenset({"settings"})
    eager = True

    def __init__(self, bridge: Bridge | None = None, parent: QWidget | None = None) -> None:
        super().__init__(bridge, None, parent)
        self.rows: Rows = ()
        self._under_way = 0
        self._naming: Callable[[str], Rows] | None = None
        self._doomed = -1
        self.field = QLineEdit(self)
        self.field.setMaxLength(NAME_MOST)
        self.field.setPlaceholderText(self.tr("书签名称：回车 保存，Esc 取消"))
        self.field.returnPressed.connect(self._named)
        self.field.installEventFilter(self)
        self.field.hide()
        self.view = BookmarkList(self)
        self.view.asked.connect(self._do)
        self.view.itemActivated.connect(lambda *_: self._open())
        self.view.currentItemChanged.connect(lambda *_: self._doom(-1))
        self.hint = plain_label(role="hint", parent=self)
        self.hint.setWordWrap(True)
        self.hint.setContentsMargins(8, 4, 8, 4)
        self._empty = EmptyLabel(
            self.tr("存下的视野和图层列在这里；Ctrl+B 存下现在的地图"), self.view
        )
        for part in (self.field, self.view, self.hint):
            self.column.addWidget(part, 1 if part is self.view else 0)
        self.setFocusProxy(self.view)
        if bridge is not None:
            bridge.failed.connect(self._failed)
        self._show(0)

    def put(self, settings: Settings) -> None:
        """The bookmarks as the desk has them; what was changed here since is not undone."""
        if not self._under_way and self.rows != settings[BOOKMARKS].rows:
            self.rows = settings[BOOKMARKS].rows
            self._show(self.view.at())

    def add(self, view: View, name: str) -> None:
        """Ask for the name of a new bookmark, with one to begin with."""
        self._ask(name, lambda said: (*self.rows, Bookmark(name=said, view=view)))

    @override
    def ask(self) -> None:
        self.question(queries.settings, then=self.put)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in the field ends the naming, before it would mean anything to the window."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self._end_naming()
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _open(self) -> None:
        if 0 <= self.view.at() < len(self.rows):
            self.opened.emit(self.rows[self.view.at()].view)

    def _do(self, asked: str) -> None:
        at, doomed = self.view.at(), self._doomed
        self._doom(-1)
        if not 0 <= at < len(self.rows):
            return
        if asked == "rename":
            self._ask(self.rows[at].name, lambda said: self._renamed(at, said))
        elif asked == "remove" and doomed == at:
            self._change((*self.rows[:at], *self.rows[at + 1 :]), at)
        elif asked == "remove":
            self._doom(at)
        elif asked in ("up", "down"):
            self._move(at, at + (1 if asked == "down" else -1))

    def _doom(self, at: int) -> None:
        """Deleting asks once more, in place: there is no way back."""
        self._doomed = at
        self.view.asks = at >= 0
        if at >= 0:
            text = self.tr("再按一次 Delete 删除“%1”，Esc 保留")
            self.hint.setText(text.replace("%1", self.rows[at].name))
        else:
            self._say_keys()

    def _say_keys(self) -> None:
        self.hint.setText(self.tr("回车 前往 · F2 改名 · Delete 删除 · Alt+↑ ↓ 移动"))
        self.hint.setVisible(bool(self.rows))

    def _move(self, at: int, to: int) -> None:
        if 0 <= to < len(self.rows):
            rows = list(self.rows)
            rows.insert(to, rows.pop(at))
            self._change(tuple(rows), to)

    def _renamed(self, at: int, name: str) -> Rows:
        return (*self.rows[:at], replace(self.rows[at], name=name), *self.rows[at + 1 :])

    def _ask(self, name: str, naming: Callable[[str], Rows]) -> None:
        self._naming = naming
        self.field.setText(name[:NAME_MOST])
        self.field.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _named(self) -> None:
        name, naming = self.field.text().strip(), self._naming
        if not name or naming is None:
            return
        rows = naming(name)
        at = self.view.at() if len(rows) == len(self.rows) else len(rows) - 1
        self._change(rows, at)
        self._end_naming()

    def _end_naming(self) -> None:
        self._naming = None
        self.view.setFocus()
        self.field.hide()

    def _change(self, rows: Rows, at: int) -> None:
        self.rows = rows
        self._show(at)
        if self.bridge is not None:
            self._under_way += 1
            future = self.bridge.desk.keep(BOOKMARKS, Bookmarks(rows=rows))
            self.bridge.after(future, self._kept)

    def _kept(self, _: object) -> None:
        self._under_way = max(0, self._under_way - 1)

    def _failed(self, _: str) -> None:
        """What was not kept is not there: show what is."""
        if self._under_way:
            self._under_way = 0
            self.ask_again()

    def _show(self, at: int) -> None:
        self.view.put(self.rows, at)
        self._empty.setVisible(not self.rows)
        self._doom(-1)
