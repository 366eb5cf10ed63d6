"""Serial lines, played by a pseudo terminal: read, written to, unplugged and plugged in again."""

import builtins
import os
import sys

import pytest

pty = pytest.importorskip("pty", reason="pseudo terminals are a Unix's")
pytest.importorskip("serial", reason="pyserial, the optional extra, is not installed")

import tty  # noqa: E402  # behind the skip: it is a Unix's too

from app.ingest.transports import running  # noqa: E402
from app.ingest.transports.troubles import ABSENT  # noqa: E402
from app.sources.source import Kind, Source  # noqa: E402
from tests.app.ingest.speaking import EPOCH, PATIENCE_S, Store, listening, until  # noqa: E402


@pytest.fixture
def store(monkeypatch) -> Store:
    monkeypatch.setattr(running, "FIRST_PAUSE_S", 0.01)
    return Store()


class Line:
    """The far end of a line; `device` is where it is plugged in."""

    def __init__(self, device) -> None:
        self.device = device
        self.plug()

    def plug(self) -> None:
        self.end, near = pty.openpty()
        tty.setraw(self.end)
        tty.setraw(near)
        self.device.unlink(missing_ok=True)
        self.device.symlink_to(os.ttyname(near))
        os.close(near)

    def unplug(self) -> None:
        os.close(self.end)


@pytest.fixture
def line(tmp_path):
    return Line(tmp_path / "ttyUSB0")


def source_of(line) -> Source:
    return Source(id="card", kind=Kind.SERIAL, device=str(line.device), baud=9600)


def test_a_receiver_on_a_line_is_heard_under_the_name_of_its_source(store, line):
    with listening(store, source_of(line)) as gateway:
        os.write(line.end, b"\xff\x00noise" + EPOCH)
        until(lambda: len(store.messages) == 1)
        assert store.messages[0].terminal == "card"
        status = gateway.status()[0]
        assert (status.state, status.connections) == ("running", 1)
    line.unplug()


def test_what_is_sent_comes_out_of_the_line(store, line):
    with listening(store, source_of(line)) as gateway:
        gateway.send("card", b"$CCTXA,0123456,1,2,A4C4FA*7C\r\n").result(PATIENCE_S)
        assert os.read(line.end, 100) == b"$CCTXA,0123456,1,2,A4C4FA*7C\r\n"
    line.unplug()


def test_a_line_that_is_unplugged_is_opened_again_when_it_is_back(store, line):
    with listening(store, source_of(line)) as gateway:
        line.unplug()
        until(lambda: gateway.status()[0].state == "waiting")
        with pytest.raises(ConnectionError):
            gateway.send("card", b"x").result(PATIENCE_S)
        line.plug()
        until(lambda: gateway.status()[0].state == "running")
        os.write(line.end, EPOCH)
        until(lambda: len(store.messages) == 1)
    line.unplug()


def test_a_device_that_is_not_there_is_said(store, tmp_path):
    absent = Source(id="card", kind=Kind.SERIAL, device=str(tmp_path / "ttyUSB9"))
    with listening(store, absent) as gateway:
        status = gateway.status()[0]
        assert status.state == "waiting"
        assert "ttyUSB9" in status.error


def test_without_the_library_it_is_said_what_is_missing(store, line, monkeypatch):
    real = builtins.__import__

    def without(name, *args, **kwargs):
        if name == "serial":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.delitem(sys.modules, "serial")
    monkeypatch.setattr(builtins, "__import__", without)
    with listening(store, source_of(line)) as gateway:
        assert gateway.status()[0].error == ABSENT
    line.unplug()
