"""The register of terminals 终端: who waits to be let in, who is in, and what was sent down."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.fixes.freshness import Freshness
from app.model import Command, Fix, TerminalState
from app.store import queries
from app.store.queries import TerminalRow
from widgets.bridge import Bridge
from widgets.models.terminals import TERMINALS, TerminalLine, line_freshness, order_of
from widgets.panels.panel import Places
from widgets.panels.table_panel import TablePanel
from widgets.panels.terminals_acts import ENTER, GO, Choice, go_label, label, offers
from widgets.panels.terminals_said import told
from widgets.parts.flow import Flow
from widgets.parts.labels import plain_label

_BESIDE_PX = 760
_KEYS = {Qt.Key.Key_Enter: Qt.Key.Key_Return}


class TerminalsPanel(TablePanel[TerminalLine]):
    """`wanted` carries an act of the table, or "go", and the row that it is about (None: no row).

    The count on its tab is of those who wait. `online` says whether a terminal is on a line just
    now; None where nobody knows.
    """

    wanted = Signal(str, object)
    concerns = frozenset({"admissions", "commands", "units"})
    eager = True

    def __init__(
        self,
        bridge: Bridge | None = None,
        places: Places | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            TERMINALS,
            key=lambda line: line.row.key,
            order=order_of,
            quiet=lambda line: line.row.state is TerminalState.REFUSED,
            news=lambda line: (line.row.state, line.row.caller, line.row.command),
            empty="",
            bridge=bridge,
            places=places,
            parent=parent,
        )
        self.view.set_empty(
            self.tr("没有登记终端\n终端来注册后先在这里等候准入；E 预先登记一个号码")
        )
        self.summary.setMinimumWidth(1)
        self.online: Callable[[str], bool] | None = None
        self._lines: list[TerminalLine] = []
        self._fixes: Mapping[str, Fix] = {}
        self._commands: list[Command] = []
        self.detail = plain_label(role="hint", parent=self)
        self.detail.setWordWrap(True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = QWidget(self)
        self._flow = Flow(self._buttons)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._lay_out()
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(lambda _: self._open())
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._menu)
        self._tell_chosen()

    @override
    def ask(self) -> None:
        if self.bridge is not None:
            self._fixes = self.bridge.desk.latest()
        self.question(queries.terminal_board, then=self.put_rows)

    def put_rows(self, rows: Iterable[TerminalRow]) -> None:
        """The rows of the board, with the fixes as last known."""
        self._lines = [TerminalLine(row, self._fixes.get(row.phone)) for row in rows]
        self.put(self._lines)
        self._ask_commands()
        self._tell_chosen()

    @override
    def tick(self, now: datetime) -> None:
        super().tick(now)
        latest = self.bridge.desk.latest() if self.bridge is not None else self._fixes
        if latest is not self._fixes:
            self._fixes = latest
            for line in self._lines:
                line.fix = latest.get(line.row.phone)
            self.summary.setText(self.said())
            self.rearrange()

    @override
    def tell(self) -> None:
        super().tell()
        self.count_changed.emit(self.waiting)

    @property
    def waiting(self) -> int:
        """How many wait for somebody to decide."""
        return sum(line.waits for line in self._lines)

    @override
    def said(self) -> str:
        states = Counter(line.row.state for line in self._lines if not line.waits)
        fresh = sum(
            line_freshness(line, self._now) is Freshness.FRESH
            for line in self._lines
            if line.row.state is TerminalState.ADMITTED and not line.waits
        )
        text = self.tr("待准入 %1 · 在册 %2，新近收到 %3 · 停用 %4 · 拒绝 %5")
        counts = (
            self.waiting,
            states[TerminalState.ADMITTED],
            fresh,
            states[TerminalState.SUSPENDED],
            states[TerminalState.REFUSED],
        )
        for number, count in enumerate(counts, 1):
            text = text.replace(f"%{number}", str(count))
        return text

    def offered(self) -> list[tuple[Choice, str]]:
        """What may be tried on the row under the cursor."""
        line = self.view.chosen_row()
        if line is None or self.bridge is None:
            return []
        return list(offers(line, self.bridge.desk.officer, self._now))

    def buttons(self) -> list[QPushButton]:
        """The buttons of the row under the cursor, and that of a new number."""
        items = [self._flow.itemAt(at) for at in range(self._flow.count())]
        widgets = [item.widget() for item in items if item is not None]
        return [one for one in widgets if isinstance(one, QPushButton)]

    def put_commands(self, commands: list[Command]) -> None:
        """What was sent to the chosen terminal, the newest first."""
        self._commands = commands
        self._tell_chosen()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside the table where it is wide and low, below it where it is narrow."""
        super().resizeEvent(event)
        beside = event.size().width() > _BESIDE_PX
        way = QBoxLayout.Direction
        self._halves.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._halves.setStretch(1, 2 if beside else 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the list itself has left over."""
        key = Qt.Key(event.key())
        if event.modifiers():
            super().keyPressEvent(event)
        elif key == ENTER.key:
            self.wanted.emit(ENTER.acts[0], None)
        elif not self._press(_KEYS.get(key, key)):
            super().keyPressEvent(event)

    def _press(self, key: Qt.Key) -> bool:
        act = next((act for choice, act in self.offered() if choice.key == key), "")
        if act:
            self.wanted.emit(act, self.view.chosen_row())
        return bool(act)

    def _open(self) -> None:
        """Enter and a double click: decide on who waits, go to who is in."""
        if not self._press(Qt.Key.Key_Return):
            self.wanted.emit(GO, self.view.chosen_row())

    def _choose(self, _: str) -> None:
        self._commands = []
        self._tell_chosen()
        self._ask_commands()

    def _ask_commands(self) -> None:
        line = self.view.chosen_row()
        if line is not None and not line.waits and self.bridge is not None:
            self.bridge.ask(queries.commands_of_terminal, line.row.phone, then=self.put_commands)

    def _tell_chosen(self) -> None:
        line = self.view.chosen_row()
        self.detail.setText(told(line, self._commands, self._now) if line else "")
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for choice, act in [*self.offered(), (ENTER, ENTER.acts[0])]:
            self._flow.addWidget(self._button(choice, act))

    def _button(self, choice: Choice, act: str) -> QPushButton:
        button = QPushButton(label(choice, act), self._buttons)
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line = None if choice is ENTER else self.view.chosen_row()
        button.clicked.connect(lambda: self.wanted.emit(act, line))
        button.show()
        return button

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        line = self.view.chosen_row()
        for choice, act in self.offered():
            menu.addAction(label(choice, act), partial(self.wanted.emit, act, line))
        if line is not None and line.fix is not None:
            menu.addAction(go_label(), lambda: self.wanted.emit(GO, line))
        menu.addAction(label(ENTER, ENTER.acts[0]), lambda: self.wanted.emit(ENTER.acts[0], None))
        menu.popup(self.view.viewport().mapToGlobal(at))

    def _lay_out(self) -> None:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(8, 4, 8, 6)
        column.setSpacing(4)
        column.addWidget(self.detail)
        column.addStretch(1)
        column.addWidget(self._buttons)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(0)
        self._halves.addWidget(self.view, 5)
        self._halves.addWidget(side, 2)
        self.column.addLayout(self._halves, 1)
