"""Short messages 短报文: what waits, has gone, was answered or was not; what came in; the radio."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from app.casework.acts import Act, Refusal
from app.changes import Changes
from app.model import SYSTEM
from app.settings import CARD, CARD_STATE
from app.shorts.desk import SUBJECT, TYPED
from widgets import words
from widgets.bridge import Bridge
from widgets.models.short_lines import ShortLine, lines, order_of
from widgets.models.shorts import SHORTS, other, state_word
from widgets.panels.panel import Places
from widgets.panels.shorts_acts import ACTS
from widgets.panels.shorts_ask import ShortBoard, short_board
from widgets.panels.shorts_said import card_line
from widgets.panels.shorts_side import SetUp, ShortSide
from widgets.panels.table_panel import TablePanel
from widgets.parts.labels import plain_label
from widgets.parts.short_marks import standing

_BESIDE_PX = 760
"""From this width on the row under the cursor is told beside the table."""


class ShortsPanel(TablePanel[ShortLine]):
    """`wanted` carries what is to be done ("resend", "give_up", "words", "card") and the row's key;
    what needs no more words is done here."""

    wanted = Signal(str, object)
    needed = Signal(str)  # a row asks for somebody that did not before: what it says
    concerns = frozenset({"shorts", "units"})
    eager = True

    def __init__(
        self,
        bridge: Bridge | None = None,
        places: Places | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            SHORTS,
            key=lambda line: line.key,
            order=order_of,
            quiet=lambda line: not line.asks and line.place is None,
            news=lambda line: (line.order, line.letter),
            empty="",
            bridge=bridge,
            places=places,
            parent=parent,
        )
        self.board = ShortBoard()
        self._lines: list[ShortLine] = []
        self._asking: frozenset[tuple[str, str]] | None = None
        self.view.set_empty(
            self.tr("没有短报文\n派遣后对有北斗卡的力量按 Ctrl+Shift+N 发调度令；收到的也列在这里")
        )
        self.summary.setMinimumWidth(1)
        self.card = plain_label(role="dim", parent=self)
        self.card.setWordWrap(True)
        self.card.setContentsMargins(8, 0, 8, 4)
        self.column.insertWidget(1, self.card)
        self.bar.insertWidget(2, SetUp(self._do, self))
        self.side = ShortSide(bridge.desk.officer if bridge is not None else SYSTEM, self)
        self.side.wanted.connect(self._do)
        self.side.typed.connect(self._type)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(0)
        self._halves.addWidget(self.view, 3)
        self._halves.addWidget(self.side, 2)
        self.column.addLayout(self._halves, 1)
        self.view.chosen.connect(lambda _: self._tell_chosen())
        self.view.opened.connect(lambda _: self._do("words"))
        self._tell_chosen()

    @override
    def ask(self) -> None:
        """The dictionary only where it is seen: making it takes long for the start of a desk."""
        if self.bridge is not None:
            codes = self.bridge.desk.codes if self.isVisible() else None
            self.question(short_board, codes, then=self.put_board)

    def put_board(self, board: ShortBoard) -> None:
        """Everything on the board."""
        self.board = board
        self._unit_names = board.names
        if self.bridge is not None:
            self._now = self.bridge.now()  # the card's wait is reckoned from what was just read
        self._lines = lines(board.orders, board.letters, board.state, self._now)
        self.put(self._lines)
        self.card.setText(card_line(board.card, board.state, board.dictionary))
        self._tell_chosen()
        self._tell_needed()

    @override
    def refresh(self, changes: Changes) -> None:
        super().refresh(changes)
        if changes.settings & {CARD.name, CARD_STATE.name}:
            self.ask_again()

    @override
    def tell(self) -> None:
        self.summary.setText(self.said())
        self.count_changed.emit(sum(line.asks for line in self._lines))

    @override
    def said(self) -> str:
        orders = [line.order for line in self._lines if line.order]
        names = [standing(kept) for kept in orders]
        letters = sum(line.asks for line in self._lines if line.letter)
        text = self.tr("待发 %1 · 已发 %2 · 未确认 %3 · 待看 %4")
        waits = names.count("waiting") + names.count("held")
        counts = (waits, names.count("sent"), names.count("not_confirmed"), letters)
        for number, count in enumerate(counts, 1):
            text = text.replace(f"%{number}", str(count))
        return text

    @override
    def tick(self, now: datetime) -> None:
        super().tick(now)
        self.summary.setText(self.said())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.board.dictionary:
            self.ask_again()

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
        """Escape leaves the line of the radio."""
        if event.key() == Qt.Key.Key_Escape and self.side.radio.hasFocus():
            self.side.radio.clear()
            self.side.say("")
            self.view.setFocus()
        else:
            super().keyPressEvent(event)

    def told(self, result: object) -> None:
        """The desk's answer to what was typed or done."""
        self.side.say(words.refusal(result) if isinstance(result, Refusal) else "")

    def _tell_chosen(self) -> None:
        self.side.show_line(self.view.chosen_row(), self._now)

    def _tell_needed(self) -> None:
        """Say what is new; what stood there when the desk was opened is seen on the board."""
        context = self.table.context
        rows = {(line.key, state_word(line)): line for line in self._lines if line.asks}
        before, self._asking = self._asking, frozenset(rows)
        for key in sorted(self._asking - before) if before is not None else ():
            text = self.tr("短报文%1：%2").replace("%1", key[1])
            self.needed.emit(text.replace("%2", other(rows[key], context)))

    def _do(self, name: str) -> None:
        line = self.view.chosen_row()
        if line is None and not ACTS[name].always:
            return
        act = ACTS[name].act
        if act and line is not None and self.bridge is not None:
            self.bridge.do(Act(name=act, subject=line.key), then=self.told)
        else:
            self.wanted.emit(name, line)

    def _type(self, text: str) -> None:
        """What was read over the radio, to the desk; it stays until it was taken."""
        if self.bridge is not None:
            act = Act(name=TYPED, subject=SUBJECT, fields={"text": text})
            self.bridge.do(act, then=self._typed)

    def _typed(self, result: object) -> None:
        self.told(result)
        if not isinstance(result, Refusal):
            self.side.radio.clear()
