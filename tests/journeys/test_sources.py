"""An officer adds a source, hears it, switches it off and opens the console again: it is kept."""

import socket
from contextlib import ExitStack, closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.store import queries
from tests.app.ingest.speaking import EPOCH
from tests.journeys.test_sos_by_keyboard import press
from widgets import console
from widgets.console import Options
from widgets.sources.dialog import SourcesDialog
from widgets.sources.form import SourceForm

KEY = Qt.Key
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def open_console(qapp, tmp_path, hierarchy, monkeypatch):
    monkeypatch.setattr(console, "_log_to", lambda folder: None)
    monkeypatch.setattr(console, "_hierarchy", lambda app, folder: hierarchy)

    def opened(stack, **options):
        wanted = Options(data=tmp_path / "desk", demo=False, centre="500118", **options)
        window = console.open_console(wanted, qapp, stack)
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        return window

    return opened


def dialog_of(window, qtbot) -> SourcesDialog:
    press(window, qtbot, KEY.Key_R, BOTH)
    dialog = window.findChild(SourcesDialog)
    assert dialog.isVisible()
    window.bridge.settle()
    return dialog


def row_of(window, ident):
    return next(row for row in window.sources() if row.id == ident)


def test_a_source_is_added_heard_switched_off_and_kept(open_console, qtbot):
    with ExitStack() as stack:
        window = open_console(stack)
        dialog = dialog_of(window, qtbot)
        qtbot.keyClick(dialog.view, KEY.Key_N)
        form = QApplication.activeModalWidget()
        assert isinstance(form, SourceForm)
        form.editors["name"].widget.setText("北碚")
        qtbot.keyClick(form, KEY.Key_Return)
        window.bridge.settle()
        qtbot.waitUntil(lambda: [r.state for r in window.sources()] == ["listening"] * 2)
        host, _, port = row_of(window, "tcp-2").where.rpartition(":")
        with closing(socket.create_connection((host, int(port)), timeout=10)) as receiver:
            receiver.sendall(EPOCH)
            qtbot.waitUntil(lambda: row_of(window, "tcp-2").heard == 2)
            assert dialog.view.choose("tcp-2")
            qtbot.keyClick(dialog.view, KEY.Key_Space)
            window.bridge.settle()
            qtbot.waitUntil(lambda: row_of(window, "tcp-2").state == "off")
            assert receiver.recv(1) == b""
        acts = [entry.act for entry in window.desk.ask(queries.entries).result()]
        assert [act for act in acts if act.startswith("source.")] == ["source.change", "source.add"]
    with ExitStack() as stack:
        again = open_console(stack)
        assert [(row.name, row.state) for row in again.sources()] == [
            ("tcp", "listening"),
            ("北碚", "off"),
        ]


def test_a_log_of_the_command_line_is_a_source_of_this_run(open_console, qtbot, tmp_path):
    path = tmp_path / "a.nmea"
    path.write_bytes(EPOCH)
    with ExitStack() as stack:
        window = open_console(stack, replay=path, speed=100.0)
        qtbot.waitUntil(lambda: row_of(window, "replay").state == "ended")
        dialog = dialog_of(window, qtbot)
        assert dialog.view.choose("replay")
        assert not dialog.buttons.by_name["remove"].isEnabled()


def test_the_lights_at_the_bottom_open_the_sources(open_console):
    with ExitStack() as stack:
        window = open_console(stack)
        window.status._sources.click()
        assert window.findChild(SourcesDialog).isVisible()


def test_locking_the_console_closes_the_sources(open_console, qtbot):
    with ExitStack() as stack:
        window = open_console(stack)
        dialog = dialog_of(window, qtbot)
        window.desk.lock("1234").result()
        window.bridge.settle()
        window.guard.want()
        window.bridge.settle()
        qtbot.waitUntil(lambda: not dialog.isVisible())
