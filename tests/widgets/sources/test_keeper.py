"""The gateway hears what the desk keeps, at once, and what the command line asks for."""

from dataclasses import replace

import pytest

from app.casework.acts import Act
from app.casework.sources import ADD, CHANGE, SUBJECT
from app.ingest.gateway import Gateway
from app.settings import SOURCES
from app.sources.kept import KeptSources, Known
from app.sources.source import DEFAULT, Kind, Source, row_of
from tests.app.ingest.speaking import EPOCH, until
from widgets.sources.keeper import REPLAY, Keeper, Passing, effective

SECOND = Source(id="tcp-2", name="北碚", kind=Kind.TCP_LISTENER)


@pytest.fixture
def gateway(bridge, clock):
    gateway = Gateway(bridge.desk.receive, bridge.desk.register, clock=clock)
    yield gateway
    gateway.stop()


def started(bridge, gateway, **options) -> tuple[Keeper, list[str]]:
    keeper = Keeper(bridge, gateway, Passing(), parent=bridge, **options)
    return keeper, keeper.start()


def change(bridge, act, source, **fields):
    bridge.desk.do(Act(name=act, subject=f"{SUBJECT}{source.id}", fields=fields)).result()
    bridge.settle()


def test_the_command_line_gives_the_first_listener_its_port_and_adds_a_log(tmp_path):
    passing = Passing(port=6808, replay=tmp_path / "a.log", speed=4.0)
    found = effective(Known(sources=(DEFAULT, SECOND)), passing)
    assert found == (
        replace(DEFAULT, port=6808),
        SECOND,
        Source(id=REPLAY, name="a.log", kind=Kind.LOG, path=str(tmp_path / "a.log"), speed=4.0),
    )


def test_a_fresh_desk_listens_on_this_machine(bridge, gateway):
    keeper, troubles = started(bridge, gateway, simulated=True)
    (row,) = keeper.status()
    assert (troubles, row.state, row.simulated) == ([], "listening", True)
    assert row.where.startswith("127.0.0.1:")


def test_what_an_officer_adds_and_switches_is_heard_at_once(bridge, gateway):
    keeper, _ = started(bridge, gateway)
    fields = {name: value for name, value in row_of(SECOND).items() if name != "id"}
    change(bridge, ADD, SECOND, **fields)
    until(lambda: [row.state for row in keeper.status()] == ["listening", "listening"])
    change(bridge, CHANGE, SECOND, enabled=False)
    until(lambda: [row.state for row in keeper.status()] == ["listening", "off"])


def test_a_change_of_another_setting_changes_no_source(bridge, gateway, monkeypatch):
    started(bridge, gateway)
    port = gateway.port_of("tcp")
    bridge.desk.lock("1234").result()
    bridge.settle()
    assert gateway.port_of("tcp") == port


def test_what_does_not_work_and_what_cannot_be_read_is_said(bridge, gateway, tmp_path):
    absent = Source(id="log", name="演练", kind=Kind.LOG, path=str(tmp_path / "absent"))
    rows = (row_of(DEFAULT), row_of(absent), 5)
    bridge.desk.keep(SOURCES, KeptSources(rows=rows)).result()
    _, troubles = started(bridge, gateway)
    assert len(troubles) == 2
    assert "“演练”不通：没有这个文件或设备" in troubles[0]
    assert "1 行读不出" in troubles[1]


def test_a_log_of_the_command_line_is_played(bridge, gateway, tmp_path):
    path = tmp_path / "a.nmea"
    path.write_bytes(EPOCH)
    keeper = Keeper(bridge, gateway, Passing(replay=path, speed=0.0), parent=bridge)
    keeper.start()
    until(lambda: keeper.status()[-1].state == "ended")
    assert keeper.status()[-1].heard == 1
