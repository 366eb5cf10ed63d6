"""The fences 围栏: those in use, with what can be done to the one under the cursor."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.model import Fence
from app.store import queries
from widgets.bridge import Bridge
from widgets.models.fences import FENCES, FenceLine, fence_line, watched
from widgets.panels.panel import Places
from widgets.panels.table_panel import TablePanel
from widgets.parts.labels import plain_label

KEYS = {
    Qt.Key.Key_E: "edit",
    Qt.Key.Key_F2: "rename",
    Qt.Key.Key_Delete: "remove",
    Qt.Key.Key_L: "within",
}


class FencesPanel(TablePanel[FenceLine]):
    """`wanted` carries what is to be done ("go", "edit", "rename", "remove", "within") and to
    which fence."""

    wanted = Signal(str, str)
    concerns = frozenset({"fences"})

    def __init__(
        self,
        bridge: Bridge | None = None,
        places: Places | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            FENCES,
            key=lambda line: line.fence.id,
            order=lambda line: (line.fence.name, line.fence.id),
            news=lambda line: line,
            empty="",
            bridge=bridge,
            places=places,
            parent=parent,
        )
        self.summary.setMinimumWidth(1)
        self.view.set_empty(
            self.tr("没有围栏\nAlt+F 逐点画、Alt+O 画圆，\n或在地图上右键“以本区划建围栏”")
        )
        self.view.opened.connect(lambda key: self.wanted.emit("go", key))
        self.view.chosen.connect(lambda _: self._say_watched())
        self.hint = plain_label(role="hint", parent=self)
        self.hint.setWordWrap(True)
        self.hint.setContentsMargins(8, 4, 8, 4)
        self.column.addWidget(self.hint)
        self._say_watched()

    @override
    def ask(self) -> None:
        self.question(queries.fences, then=self.put_fences)

    def put_fences(self, fences: Iterable[Fence]) -> None:
        """The fences in use."""
        self.put([fence_line(fence) for fence in fences])
        self._say_watched()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the list itself has left over."""
        asked = KEYS.get(Qt.Key(event.key()))
        key = self.view.chosen_key()
        if asked is not None and key and not event.modifiers():
            self.wanted.emit(asked, key)
        else:
            super().keyPressEvent(event)

    def _say_watched(self) -> None:
        line = self.view.chosen_row()
        keys = self.tr("回车 前往 · E 改形状 · F2 改名称类别 · L 其中有谁 · Delete 撤除")
        self.hint.setText(f"{watched(line.fence)}\n{keys}" if line else keys)
