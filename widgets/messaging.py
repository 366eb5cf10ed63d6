"""Short messages as the officer handles them: ordered, looked at, sent again, given up, set up."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from app.card import Card
from app.casework.acts import Act
from app.fixes.freshness import Freshness, freshness
from app.ingest.simulation.card import SOURCE
from app.model import Entry, Share, Task, Unit
from app.settings import CARD, Settings
from app.shortmsg import plain
from app.shortmsg.flaws import ShortMessageError
from app.shorts.acts import GIVE_UP, RESEND
from app.sources.source import DUPLEX
from app.store import queries
from widgets import short_book, words
from widgets.dialogs.ask import AskDialog
from widgets.dialogs.short_card import ShortCardDialog
from widgets.dialogs.short_order import ShortOrderDialog
from widgets.dialogs.short_show import ShortShowDialog
from widgets.dialogs.unit_card import UnitCardDialog
from widgets.models.short_lines import ShortLine
from widgets.panels.shorts_ask import reach, sent_task
from widgets.panels.shorts_said import told
from widgets.toasts import Tone
from widgets.window import Window


class Messaging(QObject):
    """Asks for what an act needs and hands it to the desk."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        window.panes.shorts.wanted.connect(self.want)
        window.panes.shorts.needed.connect(self._say)
        window.bridge.done.connect(self._done)

    def order_for_case(self) -> None:
        """The chosen case: its first task that is still open, the lead's before the others."""
        case = self._window.duty.case
        if not case:
            self._say(QCoreApplication.translate("shorts", "先选一个已派遣的事件"))
            return
        self._window.bridge.ask(sent_task, case, then=self._order_found)

    def order(self, task: str, kept: Settings) -> None:
        """The dialog of an order."""
        ShortOrderDialog(self._window.bridge, task, kept[CARD], self._window).open()

    def want(self, what: str, line: ShortLine | None) -> None:
        """What a button of the board asks for."""
        acts: dict[str, Callable[[ShortLine | None], object]] = {
            "resend": self._resend,
            "give_up": self._give_up,
            "words": self._show,
            "case": self._go,
            "units": self._units,
            "book": lambda _: short_book.save(self._window),
            "card": lambda _: self.set_up(),
        }
        acts[what](line)

    def set_up(self) -> None:
        """Where the card is."""
        self._window.bridge.ask(queries.settings, then=self._set_up)

    def _order_found(self, found: tuple[Task, Settings] | None) -> None:
        if found is None:
            self._say(QCoreApplication.translate("shorts", "所选事件没有派出的力量"))
        else:
            self.order(found[0].id, found[1])

    def _done(self, act: Act, entry: Entry) -> None:
        """A unit was sent that only a short message reaches: offer one."""
        if act.name != "case.dispatch":
            return
        task = next((key[5:] for key, body in entry.after.items() if _leads(key, body)), "")
        if task:
            self._window.bridge.ask(reach, task, then=partial(self._offer, task))

    def _offer(self, task: str, found: tuple[Unit, Settings] | None) -> None:
        if found is None or not found[0].card or not found[1][CARD].source:
            return
        fix = self._window.desk.latest().get(found[0].terminal)
        if _heard(fix.fix_time if fix else None, self._window.clock()):
            return
        self.order(task, found[1])

    def _show(self, line: ShortLine | None) -> None:
        if line is not None and line.order is not None:
            title = QCoreApplication.translate("shorts", "调度令明文")
            ShortShowDialog(title, self._words(line), self._told(line), parent=self._window).open()

    def _resend(self, line: ShortLine | None) -> None:
        """What goes and how often it went before, and then again as it was."""
        if line is None or line.order is None:
            return
        dialog = ShortShowDialog(
            words.act(RESEND),
            self._words(line),
            self._told(line),
            yes=QCoreApplication.translate("shorts", "第 %1 次发出 ⏎").replace(
                "%1", str(len(line.order.sendings) + 1)
            ),
            parent=self._window,
        )
        dialog.agreed.connect(partial(self._do, Act(name=RESEND, subject=line.key)))
        dialog.open()

    def _give_up(self, line: ShortLine | None) -> None:
        if line is None:
            return
        reason = QCoreApplication.translate("shorts", "理由")
        dialog = AskDialog(
            words.act(GIVE_UP),
            (("reason", reason, "", lambda text: text.strip() or None),),
            about=QCoreApplication.translate("shorts", "待发的撤下；已发的不再等，记录照旧"),
            parent=self._window,
        )
        dialog.given.connect(
            lambda given: self._do(Act(name=GIVE_UP, subject=line.key, reason=given["reason"]))
        )
        dialog.open()

    def _go(self, line: ShortLine | None) -> None:
        if line is not None and line.case:
            self._window.panes.shorts.case_chosen.emit(line.case)

    def _units(self, line: ShortLine | None) -> None:
        unit = line.order.unit if line and line.order else ""
        self._window.bridge.ask(queries.units, then=partial(self._put_units, unit), each=True)

    def _put_units(self, chosen: str, units: list[Unit]) -> None:
        UnitCardDialog(self._window.bridge, units, chosen, self._window).open()

    def _set_up(self, kept: Settings) -> None:
        names = [
            (one.id, f"{one.name} · {one.where}")
            for one in self._window.sources()
            if one.kind in DUPLEX
        ]
        if kept[CARD].simulated:
            invented = QCoreApplication.translate("shorts", "模拟的北斗卡")
            names.append((SOURCE, invented))
        dialog = ShortCardDialog(kept[CARD], names, self._window)
        dialog.given.connect(self._keep)
        dialog.open()

    def _keep(self, card: Card) -> None:
        text = QCoreApplication.translate("shorts", "短报文设置已保存")
        self._window.bridge.after(
            self._window.desk.keep(CARD, card), lambda _: self._window.tell(text, Tone.DONE)
        )

    def _told(self, line: ShortLine) -> str:
        return told(line, self._window.clock(), self._window.desk.officer)

    def _words(self, line: ShortLine) -> str:
        """The order in words; the dictionary of now, for the letters count the same."""
        assert line.order is not None
        codes = self._window.desk.codes
        try:
            return plain.write(
                line.order.order, codes.dictionary(self._window.panes.shorts.board.names)
            )
        except ShortMessageError as error:
            return str(error)

    def _do(self, act: Act) -> None:
        self._window.bridge.do(act, then=self._window.panes.shorts.told)

    def _say(self, text: str) -> None:
        self._window.tell(text, Tone.FAILED)


def wire(window: Window) -> Messaging:
    """Short messages of a window, with their actions."""
    messaging = Messaging(window)
    window.actions_.bind({"task.short": messaging.order_for_case, "desk.card": messaging.set_up})
    return messaging


def _leads(key: str, body: dict[str, object]) -> bool:
    return key.startswith("task:") and body.get("share") == Share.LEAD.value


def _heard(at: datetime | None, now: datetime) -> bool:
    return freshness(at, now, None) is not Freshness.UNKNOWN
