"""A terminal that calls for help is heard on the console's port; a taken port stops nothing."""

import socket
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing

import pytest

from app.casework.acts import Act
from app.clock import utc_now
from app.model import AlertKind
from app.store import queries
from tests.journeys.terminal import PHONE, Terminal
from widgets import console
from widgets.console import Options

SOS = 1
"""Bit 0 of the alarm word (JT/T 808-2019, table 24)."""


@pytest.fixture
def open_console(qapp, tmp_path, hierarchy, monkeypatch):
    monkeypatch.setattr(console, "_log_to", lambda folder: None)
    monkeypatch.setattr(console, "_hierarchy", lambda app, folder: hierarchy)
    with ExitStack() as stack:
        yield lambda port: console.open_console(
            Options(data=tmp_path / "desk", demo=False, centre="500118", port=port), qapp, stack
        )


def call_for_help(port):
    terminal = Terminal(port)
    acknowledged = terminal.report([utc_now().replace(microsecond=0)], alarm=SOS)
    terminal.close()
    return acknowledged


def test_a_call_for_help_over_the_socket_is_an_alert_in_its_district(open_console):
    window = open_console(0)
    let_in = Act(name="terminal.enter", subject="terminal:", fields={"phone": PHONE})
    window.desk.do(let_in).result(10)
    (source, *_) = window.sources()
    port = int(source.where.rpartition(":")[2])
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(call_for_help, port).result(20)
    (alert,) = window.desk.ask(queries.open_alerts).result(10)
    assert (alert.kind, alert.chain[1]) == (AlertKind.SOS, "500118")


def test_a_port_that_is_taken_is_said_and_the_desk_opens(open_console):
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        window = open_console(other.getsockname()[1])
    assert any("端口已被" in text for text in window.toasts.texts())
    assert window.desk.ask(queries.open_cases).result(10) == []
