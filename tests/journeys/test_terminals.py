"""Terminals that knock are let in by keys, and answer what they are sent; all over the socket."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.clock import utc_now
from app.ingest.simulate import play
from app.ingest.simulation.motion import Beat
from app.model import CommandState, TerminalState
from app.store import queries
from widgets import console
from widgets.console import Options
from widgets.dialogs.terminal_text import TerminalTextDialog

KEY = Qt.Key
PHONE = "50011800001"
PATIENCE_MS = 40_000
BEAT = Beat(
    phone=PHONE, unit="U1", kind="grid", version=2019, plate="演示1", speed_kmh=14,
    waypoints=((105.92, 29.35), (105.93, 29.36)),
)  # fmt: skip


@pytest.fixture
def window(qapp, tmp_path, hierarchy, monkeypatch) -> Iterator:
    monkeypatch.setattr(console, "_log_to", lambda folder: None)
    monkeypatch.setattr(console, "_hierarchy", lambda app, folder: hierarchy)
    options = Options(data=tmp_path / "desk", demo=False, centre="500118")
    with ExitStack() as stack:
        window = console.open_console(options, qapp, stack)
        window.resize(1920, 1080)
        window.show()
        window.activateWindow()
        yield window


@pytest.fixture
def terminal(window) -> Iterator[None]:
    """One terminal that wants in, and comes again and again."""
    port = int(window.sources()[0].where.rpartition(":")[2])
    loop = asyncio.new_event_loop()

    async def simulated() -> None:
        await play("127.0.0.1", port, [BEAT], seed=1, speed=10, clock=utc_now)

    task = loop.create_task(simulated())

    def run() -> None:
        with pytest.raises(asyncio.CancelledError):
            loop.run_until_complete(task)
        loop.close()

    thread = threading.Thread(target=run, name="simulated")
    thread.start()
    yield
    loop.call_soon_threadsafe(task.cancel)
    thread.join()


def press(window, qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    """Press a key where an officer's hands would be: in the dialog if there is one."""
    widget = QApplication.activeModalWidget() or window
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    qtbot.keyClick(widget.focusWidget() or widget, key, modifier)
    window.bridge.settle()


def rows(window):
    return window.desk.ask(queries.terminal_board).result(10)


def test_a_stranger_is_let_in_and_answers_a_text_and_a_question(window, terminal, qtbot):
    panel = window.panes.terminals
    qtbot.waitUntil(lambda: panel.waiting == 1, timeout=PATIENCE_MS)
    assert window.status._knocking.isVisible()
    assert window.desk.latest() == {}
    press(window, qtbot, KEY.Key_E, Qt.KeyboardModifier.AltModifier)
    press(window, qtbot, KEY.Key_Return)
    press(window, qtbot, KEY.Key_Return)
    assert rows(window)[0].state is TerminalState.ADMITTED
    assert not window.status._knocking.isVisible()
    qtbot.waitUntil(lambda: PHONE in window.desk.latest(), timeout=PATIENCE_MS)

    panel.view.choose(PHONE)
    press(window, qtbot, KEY.Key_T)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TerminalTextDialog)
    assert dialog.line.text().startswith("●")
    dialog.text.setPlainText("到位后回报")
    press(window, qtbot, KEY.Key_Return)
    press(window, qtbot, KEY.Key_P)

    def answered() -> bool:
        sent = window.desk.ask(queries.commands_of_terminal, PHONE).result(10)
        return [one.state for one in sent] == [CommandState.DONE] * 2

    qtbot.waitUntil(answered, timeout=PATIENCE_MS)
    window.bridge.settle()
    assert any("终端已确认" in text for text in window.toasts.texts())
    history = window.desk.ask(queries.entries, f"terminal:{PHONE}").result(10)
    assert {"terminal.text", "terminal.ask", "terminal.admit"} <= {one.act for one in history}
