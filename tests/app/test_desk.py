"""The desk: what terminals and persons say ends in the ledger, and comes back by one road."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from app.casework.acts import Act, Refusal
from app.changes import Changes
from app.desk import Desk
from app.model import (
    SYSTEM,
    AlertKind,
    AlertState,
    CaseState,
    Entry,
    Message,
    Officer,
    Role,
    TaskState,
)
from app.store import queries
from app.store.verify import verify
from tests.small import EDITION, SmallHierarchy

NOW = datetime(2026, 7, 1, 8, 0, tzinfo=UTC)
DUTY = Officer(id="zhang", name="张三", roles=frozenset(Role) - {Role.SYSTEM, Role.HANDLER})
CHECKER = Officer(id="li", name="李四", roles=frozenset({Role.CHECKER}))


class Watch:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def desk(tmp_path: Path, watch: Watch) -> Iterator[Desk]:
    desk = open_desk(tmp_path, watch)
    yield desk
    desk.close()


def open_desk(folder: Path, watch: Watch) -> Desk:
    return Desk(
        folder,
        SmallHierarchy().locate,
        clock=watch,
        officer=DUTY,
        edition=EDITION,
        new_auth=lambda: "secret",
    )


def said(terminal: str = "T1", *, at: datetime = NOW, alarms: tuple[str, ...] = ()) -> Message:
    return Message(
        format="jt808",
        type="0x0200",
        terminal=terminal,
        valid=True,
        lon=106.15,
        lat=29.15,
        speed_kmh=0.0,
        fix_time=at,
        alarms=alarms,
    )


def enrol(desk: Desk, ident: str = "U1", **fields: object) -> Entry | Refusal:
    body = {"name": "消防一队", "kind": "fire", "terminal": "T1", "handler": "h-1"} | fields
    return desk.do(Act(name="unit.enrol", subject=f"unit:{ident}", fields=body), SYSTEM).result(10)


def the_alert(desk: Desk) -> str:
    (alert,) = desk.ask(queries.open_alerts).result(10)
    return alert.id


def done(desk: Desk, name: str, subject: str, by: Officer = DUTY, **fields: object) -> Entry:
    reason = str(fields.pop("reason", ""))
    answer = desk.do(Act(name=name, subject=subject, fields=fields, reason=reason), by).result(10)
    assert isinstance(answer, Entry), answer
    return answer


def test_what_is_received_is_kept_and_announced_once(desk: Desk):
    heard: list[Changes] = []
    desk.subscribe(heard.append)
    changes = desk.receive("gw", [said("T1"), said("T2")]).result(10)
    assert changes == Changes(terminals=frozenset({"T1", "T2"}))
    assert heard == [changes]
    assert set(desk.latest()) == {"T1", "T2"}
    (fix,) = desk.ask(queries.track, "T1", NOW).result(10)
    assert (fix.place, fix.source) == (desk.latest()["T1"].place, "gw")


def test_an_sos_raises_an_alert_that_names_its_unit_and_place(desk: Desk):
    enrol(desk)
    changes = desk.receive("gw", [said(alarms=("sos",))]).result(10)
    (alert,) = desk.ask(queries.open_alerts).result(10)
    assert changes.alerts == {alert.id}
    assert (alert.kind, alert.unit, alert.chain[0]) == (AlertKind.SOS, "U1", "500000")
    (entry, _) = desk.ask(queries.entries).result(10)
    assert (entry.act, entry.actor, entry.role) == ("alert.raise", "system", "system")


def test_an_alarm_in_a_message_and_its_repeat_in_the_same_batch_are_one_alert(desk: Desk):
    held = [said(alarms=("sos",)), said(at=NOW + timedelta(seconds=9), alarms=("sos",))]
    desk.receive("gw", held).result(10)
    assert len(desk.ask(queries.open_alerts).result(10)) == 1


def test_a_desk_opened_again_does_not_raise_what_it_knows(tmp_path: Path, watch: Watch):
    desk = open_desk(tmp_path, watch)
    desk.receive("gw", [said(alarms=("sos",))]).result(10)
    desk.close()
    desk = open_desk(tmp_path, watch)
    later = said(at=NOW + timedelta(seconds=9), alarms=("sos",))
    changes = desk.receive("gw", [later]).result(10)
    desk.close()
    assert changes == Changes(terminals=frozenset({"T1"}))


def test_refused_messages_are_counted_by_reason(desk: Desk):
    bad = Message(format="jt808", type="0x0200", error="checksum", raw=b"\x7e\x00\x7e")
    changes = desk.receive("gw", [bad, bad, said()]).result(10)
    desk.refuse("gw", "too long", b"x").result(10)
    assert changes.sources == {"gw"}
    counted = desk.ask(queries.refusals).result(10)
    assert counted == [("gw", "checksum", 2), ("gw", "too long", 1)]
    assert desk.ask(queries.refusal_samples, "gw", "checksum").result(10) == [bad.raw, bad.raw]


def test_from_alarm_to_closed_case_and_every_step_is_proved(
    desk: Desk, tmp_path: Path, watch: Watch
):
    enrol(desk)
    desk.receive("gw", [said(alarms=("sos",))]).result(10)
    alert = the_alert(desk)
    confirmed = done(desk, "alert.confirm", f"alert:{alert}", title="求救")
    case = next(key for key in confirmed.after if key.startswith("case:"))
    item = next(one for one in _items() if one.conditions)
    done(desk, "case.file", case, item=item.key, condition=item.conditions[0].code)
    sent = done(desk, "case.dispatch", case, lead="U1", offered=["U1"])
    task = next(key for key in sent.after if key.startswith("task:"))
    (row,) = desk.ask(queries.unit_board).result(10)
    assert (row.state, row.task, f"case:{row.case}") == (TaskState.SENT, task[5:], case)
    for minute, name in enumerate(("task.sign", "task.depart", "task.arrive"), 1):
        watch.now = NOW + timedelta(minutes=minute)
        done(desk, name, task)
    file = desk.ask(queries.case_file, case[5:]).result(10)
    assert file.case.state is CaseState.HANDLING
    assert file.alert.state is AlertState.CONFIRMED
    assert [entry.act for entry in file.entries][:2] == ["alert.raise", "alert.confirm"]
    assert {entry.actor for entry in file.entries} == {"system", "zhang"}
    report = verify(tmp_path)
    assert report.ok, report.problems


def _items():
    from app.catalogue import items

    return items()


def test_a_refused_act_writes_nothing(desk: Desk):
    desk.receive("gw", [said(alarms=("sos",))]).result(10)
    before = desk.ask(queries.head).result(10)
    act = Act(name="alert.confirm", subject=f"alert:{the_alert(desk)}", fields={"title": "求救"})
    refused = desk.do(act, CHECKER).result(10)
    assert isinstance(refused, Refusal)
    assert desk.ask(queries.head).result(10) == before


@pytest.mark.parametrize(
    "subject", ["", "alert:", "alert:none", "case:none", "task:none", "nothing", "x:y", "case"]
)
@pytest.mark.parametrize("name", ["alert.confirm", "case.file", "task.sign", "unit.enrol", "zz"])
def test_an_act_on_nothing_is_refused_and_not_an_error(desk: Desk, name: str, subject: str):
    assert isinstance(desk.do(Act(name=name, subject=subject)).result(10), Refusal)


def test_ids_say_the_day_in_chongqing_and_the_entry(desk: Desk, watch: Watch):
    watch.now = datetime(2026, 7, 1, 20, 0, tzinfo=UTC)
    desk.receive("gw", [said(at=watch.now, alarms=("sos",))]).result(10)
    assert the_alert(desk) == "A-20260702-000001"


def test_a_case_reported_by_hand_lies_where_its_position_says(desk: Desk):
    given = {"title": "塌方", "grade": "3", "source": "hotline", "lon": 106.15, "lat": 29.15}
    entry = done(desk, "case.report", "case:", **given)
    case = desk.ask(queries.case, entry.subject[5:]).result(10)
    assert (case.edition, len(case.chain)) == (EDITION, 5)
    assert desk.ask(queries.place_counts).result(10)["500000"] == (1, 0)


def imported(**fields: object) -> Act:
    body = {
        "title": "旧案",
        "grade": 3,
        "state": "E9",
        "opened": NOW,
        "changed": NOW,
        "chain": ("500000",),
    } | fields
    return Act(name="import.case", subject="case:H-1", fields=body)


@pytest.mark.parametrize(
    ("act", "by", "code"),
    [
        (imported(), CHECKER, "role"),
        (imported(state="E5"), SYSTEM, "open"),
        (imported(state="?"), SYSTEM, "invalid"),
        (imported(tittle="?"), SYSTEM, "invalid"),
        (imported(opened="yesterday"), SYSTEM, "invalid"),
        (imported(opened=datetime(2026, 7, 1)), SYSTEM, "invalid"),  # noqa: DTZ001
    ],
    ids=["role", "still open", "no such state", "no such field", "no time", "no zone"],
)
def test_an_import_that_will_not_do_is_refused(desk: Desk, act: Act, by: Officer, code: str):
    assert desk.do(act, by).result(10).code == code


def test_a_case_is_imported_once(desk: Desk):
    assert desk.do(imported(), SYSTEM).result(10).act == "import.case"
    assert desk.do(imported(), SYSTEM).result(10).code == "exists"
    assert desk.ask(queries.find_cases, "旧").result(10)[0].id == "H-1"
    assert desk.ask(queries.counters).result(10).open == 0


def test_a_unit_enrolled_again_writes_only_what_differs(desk: Desk):
    enrol(desk)
    assert enrol(desk).code == "unchanged"
    again = enrol(desk, people=6)
    assert (again.before, again.after) == ({"unit:U1": {"people": 1}}, {"unit:U1": {"people": 6}})


HALF = "\ud83d"
HALVES = (
    ("reason", Act(name="desk.note", subject="desk:shift", reason=f"断字{HALF}")),
    ("subject", Act(name="case.note", subject=f"case:{HALF}")),
    ("by", Act(name="case.note", subject="case:C-1", on_behalf_of=HALF)),
    ("title", Act(name="case.file", subject="case:C-1", fields={"title": HALF})),
    ("name", Act(name="unit.enrol", subject="unit:U1", fields={"name": ["a", HALF]})),
)


@pytest.mark.parametrize(("where", "act"), HALVES, ids=[where for where, _ in HALVES])
def test_half_a_character_is_refused_where_it_stands(desk: Desk, where: str, act: Act):
    assert desk.do(act).result(10) == Refusal(code="field_bad", detail=where)
    assert desk.trouble is None
    assert desk.ask(queries.head).result(10)[0] == 0


def mode_of(path: Path) -> int | None:
    """None for the side file's next edition, which may take its place at any moment."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        return None


@pytest.mark.skipif(sys.platform == "win32", reason="modes mean nothing there")
def test_only_its_owner_reads_a_desk(tmp_path: Path, watch: Watch):
    before = os.umask(0o022)
    try:
        folder = tmp_path / "deep" / "desk"
        with closing(open_desk(folder, watch)) as desk:
            desk.receive("gw", [said()]).result(10)
            modes = {path.name: mode for path in folder.iterdir() if (mode := mode_of(path))}
    finally:
        os.umask(before)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {"desk.db", "desk.db-wal"} <= set(modes)
    assert set(modes.values()) == {0o600}
    assert (folder / "head.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="modes mean nothing there")
def test_a_folder_that_was_there_keeps_its_mode_and_the_file_is_closed(
    tmp_path: Path, watch: Watch
):
    tmp_path.chmod(0o755)
    open_desk(tmp_path, watch).close()
    (tmp_path / "desk.db").chmod(0o644)
    open_desk(tmp_path, watch).close()
    assert tmp_path.stat().st_mode & 0o777 == 0o755
    assert (tmp_path / "desk.db").stat().st_mode & 0o777 == 0o600


def test_a_terminal_not_heard_of_is_noticed_by_the_sweep_once(desk: Desk, watch: Watch):
    desk.receive("gw", [said()]).result(10)
    watch.now = NOW + timedelta(minutes=40)
    assert desk.sweep().result(10).alerts
    assert not desk.sweep().result(10)
    (alert,) = desk.ask(queries.open_alerts).result(10)
    assert (alert.kind, alert.terminal) == (AlertKind.SILENT, "T1")


def test_the_desk_sweeps_by_itself(tmp_path: Path, watch: Watch, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("app.desk.SWEEP_EVERY_S", 0.01)
    monkeypatch.setattr("app.desk.StepWatch.step_s", lambda self: 0.0)
    desk = open_desk(tmp_path, watch)
    desk.receive("gw", [said()]).result(10)
    noticed = Event()
    desk.subscribe(lambda changes: noticed.set() if changes.alerts else None)
    watch.now = NOW + timedelta(minutes=40)
    swept = noticed.wait(10)
    desk.close()
    assert swept


def test_the_sweep_forgets_fixes_that_are_too_old(desk: Desk, watch: Watch):
    desk.receive("gw", [said()]).result(10)
    watch.now = NOW + timedelta(days=31)
    desk.sweep().result(10)
    assert desk.ask(queries.track, "T1", NOW).result(10) == []


def test_all_that_is_too_old_is_forgotten_piece_by_piece(
    desk: Desk, watch: Watch, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("app.store.positions.PIECE", 2)
    desk.receive("gw", [said(at=NOW + timedelta(seconds=n)) for n in range(7)]).result(10)
    watch.now = NOW + timedelta(days=31)
    desk.forget()
    assert desk.ask(queries.track, "T1", NOW).result(10) == []


def test_a_shelved_alert_comes_back_by_itself_and_the_ledger_says_so(desk: Desk, watch: Watch):
    desk.receive("gw", [said(alarms=("fatigue",))]).result(10)
    ident = the_alert(desk)
    done(desk, "alert.shelve", f"alert:{ident}", minutes=30, reason="已电话核实")
    watch.now = NOW + timedelta(minutes=29)
    assert ident not in desk.sweep().result(10).alerts
    watch.now = NOW + timedelta(minutes=30)
    assert ident in desk.sweep().result(10).alerts
    alert = desk.ask(queries.alert, ident).result(10)
    entries = desk.ask(queries.entries, f"alert:{ident}").result(10)
    assert (alert.state, alert.claimed_by, alert.shelved_until) == (AlertState.NEW, "", None)
    assert (entries[0].act, entries[0].actor, entries[0].role) == (
        "alert.unshelve",
        "system",
        "system",
    )


def test_a_clock_that_was_set_is_a_row_of_the_ledger(
    tmp_path: Path, watch: Watch, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("app.desk.SWEEP_EVERY_S", 0.01)
    desk = open_desk(tmp_path, watch)
    watch.now = NOW - timedelta(hours=1)
    looked = Event()
    rows: list[Entry] = []
    for _ in range(1_000):
        rows = desk.ask(queries.entries).result(10)
        if rows or looked.wait(0.01):
            break
    desk.close()
    assert [(row.act, row.actor, row.reason) for row in rows] == [
        ("clock.step", "system", "-3600 s")
    ]
    assert verify(tmp_path).ok


def test_one_failing_listener_does_not_silence_the_others(
    desk: Desk, caplog: pytest.LogCaptureFixture
):
    heard: list[Changes] = []
    desk.subscribe(lambda changes: 1 / 0)
    desk.subscribe(heard.append)
    desk.receive("gw", [said()]).result(10)
    assert len(heard) == 1
    assert "a listener failed" in caplog.text


FORGOTTEN = """
import sys
from pathlib import Path
from app.desk import Desk
from tests.app.test_desk import DUTY, EDITION, NOW, SmallHierarchy
Desk(
    Path(sys.argv[1]), SmallHierarchy().locate, clock=lambda: NOW, officer=DUTY, edition=EDITION
)
"""


def test_a_process_that_forgets_to_close_its_desk_still_ends(tmp_path: Path):
    command = [sys.executable, "-c", FORGOTTEN, str(tmp_path)]
    root = Path(__file__).resolve().parents[2]
    subprocess.run(command, cwd=root, timeout=60, check=True)
    assert verify(tmp_path).ok


def test_a_desk_whose_computer_slept_gives_terminals_time_to_be_heard(
    tmp_path: Path, watch: Watch, monkeypatch: pytest.MonkeyPatch
):
    slept = Event()

    def steady_s() -> float:
        if slept.is_set():
            watch.now = NOW + timedelta(hours=8)
        return (watch.now - NOW).total_seconds()

    monkeypatch.setattr("app.desk.SWEEP_EVERY_S", 0.01)
    monkeypatch.setattr("app.desk.steady_s", steady_s)
    monkeypatch.setattr("app.desk.StepWatch.step_s", lambda self: 0.0)
    desk = open_desk(tmp_path, watch)
    swept = Event()
    monkeypatch.setattr(desk, "forget", lambda: swept.set() if watch.now > NOW else None)
    desk.receive("test", [said()]).result(10)
    slept.set()
    assert swept.wait(10)
    assert desk.ask(queries.open_alerts).result(10) == []
    desk.close()
