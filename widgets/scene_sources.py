"""The scenes of the sources: what each says and refuses, and the form of one."""

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from app.casework.acts import Act
from app.casework.sources import ADD, CHANGE, SUBJECT
from app.ingest.sources import SourceStatus
from app.sources.source import DEFAULT, Kind, Source, row_of
from widgets.sources.dialog import SourcesDialog
from widgets.sources.form import SourceForm
from widgets.sources.opening import open_sources
from widgets.window import Window

OPENED = {"opened": True, "host": "0.0.0.0", "port": 6808, "allow": ["10.50.0.0/16", "fd00::/8"]}
KEPT: tuple[Source, ...] = (
    Source(id="serial", name="北斗卡", kind=Kind.SERIAL, device="/dev/ttyUSB0", baud=115200),
    Source(id="client", name="gpsd", kind=Kind.TCP_CLIENT, host="10.50.3.7", port=2947),
    Source(id="udp", name="江北转发", kind=Kind.UDP_LISTENER, port=5005, enabled=False),
    Source(id="log", name="演练", kind=Kind.LOG, path="/srv/yutu/2026-11-20.log", speed=10.0),
)


def sources(window: Window) -> None:
    """Five sources: one is heard, one is quiet, one does not work, one is off, one is a log."""
    _act(window, CHANGE, DEFAULT.id, {"name": "区县终端", **OPENED})
    for source in KEPT:
        fields = {name: value for name, value in row_of(source).items() if name != "id"}
        _act(window, ADD, source.id, fields)
    window.listen_to(lambda: _heard(window), simulated=True)
    open_sources(window)
    window.bridge.settle()


def form(window: Window) -> None:
    """A listener that was opened, its list of networks wrong in one line."""
    source = Source(id=DEFAULT.id, name="区县终端", kind=Kind.TCP_LISTENER)
    dialog = SourceForm(window.bridge, source=source, parent=window)
    dialog.editors["opened"].widget.click()  # type: ignore[attr-defined]  # a check box
    dialog.editors["allow"].widget.setPlainText("10.50.0.0/16\n10.51.0.1/16")  # type: ignore[attr-defined]
    dialog.open()


def dialog_of(window: Window) -> QWidget | None:
    return window.findChild(SourcesDialog)


def _act(window: Window, act: str, ident: str, fields: dict[str, object]) -> None:
    window.desk.do(Act(name=act, subject=f"{SUBJECT}{ident}", fields=fields)).result()


def _heard(window: Window) -> tuple[SourceStatus, ...]:
    """What the gateway would say, at the frozen moment of the scene."""
    now = window.clock()
    tcp = SourceStatus(
        id="tcp",
        name="区县终端",
        kind="tcp",
        where="0.0.0.0:6808",
        state="listening",
        connections=300,
        heard=1_284_310,
        rate=31.4,
        last_heard=now - timedelta(seconds=1),
        simulated=True,
        refused={
            "checksum mismatch": 412,
            "host not allowed": 37,
            "terminal not admitted": 18,
            "latitude out of range": 6,
            "too fast": 2,
        },
    )
    card = SourceStatus(
        id="serial",
        name="北斗卡",
        kind="serial",
        where="/dev/ttyUSB0 115200",
        state="running",
        connections=1,
        heard=52,
        last_heard=now - timedelta(minutes=7),
    )
    gpsd = SourceStatus(
        id="client",
        name="gpsd",
        kind="client",
        where="10.50.3.7:2947",
        state="waiting",
        error="connection refused: [Errno 111] Connect call failed ('10.50.3.7', 2947)",
    )
    log = SourceStatus(
        id="log",
        name="演练",
        kind="log",
        where="/srv/yutu/2026-11-20.log",
        state="ended",
        heard=48_210,
        last_heard=now - timedelta(hours=2),
    )
    return tcp, card, gpsd, log
