"""The scenes of terminals: a register with those who wait to be let in, and a text to one."""

from app.demo.terminals import TEXT, fill_register
from widgets import choosing
from widgets.terminal_work import TerminalWork
from widgets.window import Window


def board(window: Window) -> None:
    """Who waits, who is in, what was sent; the first who waits under the cursor."""
    _show(window)


def text(window: Window) -> None:
    """A text under way to the terminal of a unit."""
    phone = _show(window)[0]
    panel = window.panes.terminals
    panel.online = lambda _: True
    panel.view.choose(phone)
    _work(window).want("terminal.text", panel.view.chosen_row(), text=TEXT)


def _show(window: Window) -> list[str]:
    phones = fill_register(window.desk, window.clock)
    choosing.choose_case(window, "")
    window.map.fit_place(window.centre)
    window.bridge.settle()
    _work(window).show_board()
    return phones


def _work(window: Window) -> TerminalWork:
    work = window.findChild(TerminalWork)
    assert isinstance(work, TerminalWork)
    return work
