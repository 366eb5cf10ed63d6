"""Terminals as the officer handles them: let in or not, sent to, asked, followed; and what came."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt

from app.casework.acts import Act
from app.changes import Changes
from app.model import Command, CommandState, Entry, Unit
from app.store import queries
from widgets import choosing, words
from widgets.dialogs.act import ActDialog
from widgets.dialogs.editors import Options
from widgets.dialogs.terminal_text import TerminalTextDialog
from widgets.map_work import MapWork
from widgets.models.terminals import TerminalLine
from widgets.panels.terminals_acts import GO
from widgets.panels.terminals_ask import Reached, reached
from widgets.panels.terminals_said import sent, told
from widgets.toasts import Tone
from widgets.window import Window

TRACKED = {"interval_s": 30, "minutes": 10}
"""What tracking is set to at first."""

AT_ONCE = frozenset({"terminal.ask", "terminal.untrack", "terminal.resume", "terminal.relent"})
"""Acts that ask for nothing and can be undone, or change nothing."""

GOOD = CommandState.DONE


class TerminalWork(QObject):
    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        panel = window.panes.terminals
        panel.wanted.connect(self.want)
        panel.count_changed.connect(window.status.show_knocking)
        window.status.terminals_wanted.connect(self.show_board)
        window.bridge.changed.connect(self._hear)
        window.bridge.done.connect(self._done)

    def show_board(self) -> None:
        """The board, the first who waits under the cursor."""
        self._window.arrangement.reveal("terminals")
        panel = self._window.panes.terminals
        if panel.waiting and panel.table.rowCount():
            panel.view.setCurrentIndex(panel.table.index(0, 0))
        panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_terminal(self, phone: str) -> None:
        """The board with a terminal under the cursor, through any filter; or that it has none."""
        panel = self._window.panes.terminals
        self._window.arrangement.reveal("terminals")
        panel.search.clear()
        if not panel.view.choose(phone):
            text = QCoreApplication.translate("terminals", "%1 不在终端登记中")
            self._window.status.show_message(text.replace("%1", phone))
        panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def want(self, act: str, line: TerminalLine | None, *, text: str = "") -> None:
        """What a key, a button or the menu of the board asks for; `text` is there at first."""
        if act == GO:
            self._go(line)
        elif act == "terminal.text" and line is not None:
            self.text([(line.row.phone, _named(line))], text=text)
        elif act in AT_ONCE and line is not None:
            self._window.bridge.do(Act(name=act, subject=f"terminal:{line.row.phone}"))
        else:
            self._window.bridge.ask(queries.units, then=partial(self._dialog, act, line), each=True)

    def text_for_case(self) -> None:
        """The order of the chosen case, to the terminals of those who were sent."""
        case = self._window.duty.case
        if not case:
            self._window.status.show_message(
                QCoreApplication.translate("terminals", "先选一个已派遣的事件")
            )
            return
        self._window.bridge.ask(reached, case, then=self._text_found)

    def text(self, receivers: list[tuple[str, str]], *, text: str = "", case: str = "") -> None:
        """The dialog of a text."""
        TerminalTextDialog(
            receivers,
            text=text,
            case=case,
            online=self._window.panes.terminals.online,
            bridge=self._window.bridge,
            parent=self._window,
        ).open()

    def _dialog(self, act: str, line: TerminalLine | None, units: list[Unit]) -> None:
        filled: dict[str, object] = dict(TRACKED)
        about, subject = "", "terminal:"
        if line is not None:
            subject += line.row.phone
            about = told(line, (), self._window.clock())
            filled |= {"device": line.row.caller.device} if line.row.caller else {}
            filled |= {"unit": line.row.unit.id} if line.row.unit else {}
        pairs = [(unit.id, f"{unit.name}  {words.word(unit.kind)}") for unit in units]
        dialog = ActDialog(
            act,
            subject,
            Options(units=pairs, filled=filled),
            about=about,
            bridge=self._window.bridge,
            parent=self._window,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _text_found(self, found: Reached | None) -> None:
        if found is None or not found.units:
            text = QCoreApplication.translate("terminals", "所选事件派出的力量没有已准入的终端")
            self._window.status.show_message(text)
            return
        receivers = [(unit.terminal, f"{unit.name}  {unit.terminal}") for unit in found.units]
        self.text(receivers, text=self._order(found), case=found.case.id)

    def _order(self, found: Reached) -> str:
        """What a person would say over the radio: what, where, until when, which number."""
        case = found.case
        where = "".join(self._window.name_of(code) for code in case.chain[1:4])
        text = QCoreApplication.translate("terminals", "【派单】%1；%2；%3；编号 %4")
        limit = QCoreApplication.translate("terminals", "限 %1 前办结")
        until = found.until
        values = (case.title, where, limit.replace("%1", until) if until else "", case.id)
        for number, value in enumerate(values, 1):
            text = text.replace(f"%{number}", value)
        return text.replace("；；", "；")

    def _go(self, line: TerminalLine | None) -> None:
        if line is not None and line.fix is not None:
            choosing.choose_terminal(self._window, line.row.phone)
            self._window.map.go_to(line.fix.lon, line.fix.lat)

    def _hear(self, changes: object) -> None:
        if isinstance(changes, Changes) and changes.commands:
            self._window.bridge.ask(
                queries.commands, changes.commands, then=self._tell_ends, each=True
            )

    def _tell_ends(self, commands: list[Command]) -> None:
        """What became of what was sent down: said once, when it is over."""
        for command in commands:
            if command.over:
                text = f"{command.terminal} {sent(command, self._window.clock())}"
                self._window.tell(text, Tone.DONE if command.state is GOOD else Tone.REFUSED)

    def _done(self, act: Act, entry: Entry) -> None:
        """Units were sent: their terminals can be sent the order, by the officer's own choice."""
        if act.name != "case.dispatch":
            return
        case = next((key[5:] for key in entry.after if key.startswith("case:")), "")
        self._window.bridge.ask(reached, case, then=self._offer, each=True)

    def _offer(self, found: Reached | None) -> None:
        if found is None or not found.units:
            return
        text = QCoreApplication.translate("terminals", "可把派单文字发到 %1 的终端：Ctrl+Shift+T")
        names = QCoreApplication.translate("words", "、").join(unit.name for unit in found.units)
        self._window.status.show_message(text.replace("%1", names))


def _named(line: TerminalLine) -> str:
    return f"{line.row.unit.name}  {line.row.phone}" if line.row.unit else line.row.phone


def wire(window: Window, work: MapWork) -> None:
    """The board, its keys and what the menu of the map asks of it."""
    terminals = TerminalWork(window)
    work.terminal_wanted.connect(terminals.show_terminal)
    window.actions_.bind(
        {"go.terminals": terminals.show_board, "task.text": terminals.text_for_case}
    )
