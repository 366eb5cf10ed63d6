"""For how long positions are kept: changed by an act alone, honoured at once, truly deleted."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.casework import retention
from app.casework.acts import Act, Refusal
from app.desk import Desk
from app.model import Chain, Entry, Message, Officer, Role
from app.settings import RETENTION
from app.store import positions, queries

NOW = datetime(2026, 7, 1, 8, 0, tzinfo=UTC)
BOSS = Officer(id="b", name="李四", roles=frozenset({Role.SUPERVISOR}), centre="500000")
SECRET_LON, SECRET_LAT = 106.777123, 29.888321
SAID = Message(
    format="jt808",
    type="0200",
    terminal="T1",
    valid=True,
    lon=SECRET_LON,
    lat=SECRET_LAT,
    fix_time=NOW,
)


@dataclass
class Watch:
    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def desk(tmp_path: Path, watch: Watch) -> Iterator[Desk]:
    desk = Desk(
        tmp_path,
        lambda lon, lat, accuracy: Chain(edition="2025"),
        clock=watch,
        officer=BOSS,
        edition="2025",
    )
    yield desk
    desk.close()


def hear(desk: Desk, *seconds: int, terminal: str = "T1") -> None:
    messages = [
        replace(SAID, terminal=terminal, fix_time=NOW + timedelta(seconds=second))
        for second in seconds
    ]
    desk.receive("tcp", messages).result(10)


def change(days: object, reason: str = "上级要求", by: Officer = BOSS, **more: object):
    fields = {"days": days, **more}
    return Act(name=retention.ACT, subject=retention.SUBJECT, fields=fields, reason=reason), by


def kept(desk: Desk) -> queries.Kept:
    return desk.ask(queries.kept_positions).result(10)


def test_a_change_is_an_entry_that_says_from_what_to_what_and_why(desk: Desk):
    done = desk.do(*change(7)).result(10)
    assert isinstance(done, Entry)
    assert (done.act, done.reason, done.role) == (
        "desk.retention",
        "30 d > 7 d: 上级要求",
        Role.SUPERVISOR,
    )
    assert kept(desk).days == 7


@pytest.mark.parametrize(
    ("days", "more", "code"),
    [
        (0, {}, "field_bad"),
        (367, {}, "field_bad"),
        (7.5, {}, "field_bad"),
        (True, {}, "field_bad"),
        ("7", {}, "field_bad"),
        (7, {"hours": 1}, "field_unknown"),
        (30, {}, "nothing_changed"),
    ],
)
def test_what_is_no_term_is_refused_and_nothing_changes(desk: Desk, days, more, code):
    done = desk.do(*change(days, **more)).result(10)
    assert isinstance(done, Refusal)
    assert done.code == code
    assert kept(desk).days == 30
    assert desk.ask(queries.entries).result(10) == []


def test_it_wants_a_reason_and_a_supervisor(desk: Desk):
    assert desk.do(*change(7, reason=" ")).result(10).code == "reason_missing"
    other = replace(BOSS, roles=frozenset({Role.DISPATCHER, Role.ACCEPTOR}))
    assert desk.do(*change(7, by=other)).result(10).code == "wrong_role"


@pytest.mark.parametrize("days", [1, 30, 366])
def test_the_sweep_keeps_to_the_day_and_not_a_second_longer(desk: Desk, watch: Watch, days: int):
    hear(desk, 0)
    if days != 30:
        desk.do(*change(days)).result(10)
    watch.now = NOW + timedelta(days=days)
    desk.sweep().result(10)
    assert kept(desk).oldest == NOW
    watch.now += timedelta(seconds=1)
    desk.sweep().result(10)
    assert kept(desk).oldest is None
    assert (kept(desk).forgotten.total, kept(desk).forgotten.at) == (1, watch.now)


def test_a_shorter_term_takes_effect_without_waiting_for_the_sweep(desk: Desk, watch: Watch):
    hear(desk, 0)
    watch.now = NOW + timedelta(days=8)
    hear(desk, 8 * 86_400)
    gone = threading.Event()
    desk.subscribe(lambda changes: gone.set() if "forgotten" in changes.settings else None)
    desk.do(*change(7)).result(10)
    assert gone.wait(10)
    assert kept(desk).oldest == watch.now


def test_where_a_terminal_was_last_is_forgotten_too(desk: Desk, watch: Watch):
    hear(desk, 0)
    watch.now = NOW + timedelta(days=20)
    hear(desk, 20 * 86_400, terminal="T2")
    watch.now = NOW + timedelta(days=31)
    assert desk.sweep().result(10).terminals == {"T1"}
    assert set(desk.latest()) == {"T2"}


def test_many_are_counted_together_whatever_the_pieces(
    desk: Desk, watch: Watch, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(positions, "PIECE", 2)
    hear(desk, *range(7))
    watch.now = NOW + timedelta(days=31)
    desk.forget()
    assert (kept(desk).forgotten.total, kept(desk).forgotten.last) == (7, 7)


def test_what_was_deleted_stands_in_no_file_of_the_desk(desk: Desk, watch: Watch, tmp_path: Path):
    """Not in freed pages, not in the log of changes, not among the samples of what was refused."""
    hear(desk, *range(2_000))
    desk.refuse("tcp", "jump", str(SECRET_LON).encode()).result(10)
    assert readable(tmp_path)
    watch.now = NOW + timedelta(days=31)
    desk.sweep().result(10)
    desk.forget()
    assert readable(tmp_path) == []


def readable(folder: Path) -> list[str]:
    secret = str(SECRET_LON).encode(), str(SECRET_LAT).encode()
    return [
        path.name
        for path in sorted(folder.iterdir())
        if any(one in path.read_bytes() for one in secret)
    ]


def test_a_reader_in_the_way_puts_the_emptying_off_and_does_not_stop_the_desk(
    desk: Desk, watch: Watch, tmp_path: Path
):
    hear(desk, *range(50))
    begun, go_on = threading.Event(), threading.Event()

    def slow(reader):
        reader.db.execute("SELECT count(*) FROM fixes").fetchone()
        begun.set()
        go_on.wait(10)

    asked = desk.ask(slow)
    assert begun.wait(10)
    watch.now = NOW + timedelta(days=31)
    desk.forget()
    assert readable(tmp_path)
    go_on.set()
    asked.result(10)
    desk.forget()
    assert readable(tmp_path) == []


def test_the_term_is_a_setting_that_every_desk_begins_with(desk: Desk):
    assert desk.ask(queries.settings).result(10)[RETENTION].days == 30
