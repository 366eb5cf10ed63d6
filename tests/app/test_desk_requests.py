"""延期, 挂账, 上提 and 超时申诉 at a desk: asked, answered, kept in the ledger, proved."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.casework.acts import Act, Draft, Refusal
from app.catalogue import items
from app.desk import Desk
from app.model import CaseState, Officer, Outcome, Role, TaskState
from app.store import queries
from app.store.opening import NAME
from app.store.projection import digest, rebuild
from app.store.transaction import SUSPENDED
from app.store.verify import verify
from tests.app.test_desk import CHECKER, DUTY, NOW, Watch, done, enrol, open_desk

LEAD = Officer(id="wang", name="王五", roles=frozenset({Role.SUPERVISOR}))
TOWN = Officer(id="zhao", name="赵六", roles=DUTY.roles, centre="500001001")
UNTIL = (NOW + timedelta(days=3)).isoformat()


class Handled:
    """A case of the limit of an hour whose unit has signed; `do` names its subject by itself."""

    def __init__(self, desk: Desk, watch: Watch, *, by: Officer = DUTY) -> None:
        self.desk, self.watch = desk, watch
        enrol(desk)
        given = {"title": "塌方", "grade": "3", "source": "hotline", "lon": 106.15, "lat": 29.15}
        self.case_key = done(desk, "case.report", "case:", by, **given).subject
        item, condition = next(
            (i, c) for i in items() for c in i.conditions if c.unit == "urgent_hour"
        )
        self.limit = timedelta(hours=condition.limit)
        self.do("case.file", item=item.key, condition=condition.code)
        sent = self.do("case.dispatch", lead="U1", offered=["U1"])
        self.task_key = next(key for key in sent.after if key.startswith("task:"))
        self.do("task.sign")

    def do(self, name: str, by: Officer = DUTY, *, after_s: float = 60, **fields: object):
        self.watch.now += timedelta(seconds=after_s)
        return done(self.desk, name, self._key(name), by, **fields)

    def refused(self, name: str, by: Officer = DUTY, *, reason: str = "因", **fields: object):
        act = Act(name=name, subject=self._key(name), fields=fields, reason=reason)
        answer = self.desk.do(act, by).result(10)
        assert isinstance(answer, Refusal), answer
        return answer.code

    def _key(self, name: str) -> str:
        return self.task_key if name.startswith("task.") else self.case_key

    @property
    def file(self) -> queries.CaseFile:
        return self.desk.ask(queries.case_file, self.case_key[5:]).result(10)

    @property
    def task(self):
        return self.file.tasks[0]

    @property
    def acts(self) -> list[tuple[str, str, str, str]]:
        """(act, post, for whom, reason), from the ledger."""
        return [(e.act, e.role, e.on_behalf_of, e.reason) for e in self.file.entries]


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def desk(tmp_path: Path, watch: Watch) -> Iterator[Desk]:
    desk = open_desk(tmp_path, watch)
    yield desk
    desk.close()


def prove(desk: Desk, folder: Path) -> None:
    """The ledger holds, and its tables are rebuilt to the same digest."""
    report = verify(folder)
    assert report.ok, report.problems
    desk.close()
    with closing(sqlite3.connect(folder / NAME, isolation_level=None)) as db:
        live = digest(db)
        db.execute("BEGIN")
        rebuild(db)
        assert digest(db) == live
        db.rollback()


def test_an_extension_is_refused_then_granted_and_the_ledger_says_by_whom(
    desk: Desk, watch: Watch, tmp_path: Path
):
    it = Handled(desk, watch)
    due = it.file.case.deadline
    it.do("task.ask_extension", reason="待吊车")
    assert it.refused("task.ask_extension") == "request_pending"
    it.do("task.refuse_extension", reason="附近有吊车")
    it.do("task.ask_extension", reason="吊车故障")
    it.do("task.extend")
    assert it.file.case.deadline == it.task.deadline == due + it.limit
    assert [r.outcome for r in it.task.requests] == [Outcome.REFUSED, Outcome.GRANTED]
    assert it.acts[-4:] == [
        ("task.ask_extension", "dispatcher", "h-1", "待吊车"),
        ("task.refuse_extension", "dispatcher", "", "附近有吊车"),
        ("task.ask_extension", "dispatcher", "h-1", "吊车故障"),
        ("task.extend", "dispatcher", "", ""),
    ]
    prove(desk, tmp_path)


def test_a_suspension_takes_two_and_ends_by_itself(desk: Desk, watch: Watch, tmp_path: Path):
    it = Handled(desk, watch)
    it.do("task.ask_suspend", until=UNTIL, measure="围挡", reason="待材料")
    assert it.refused("task.suspend", LEAD) == "no_opinion"
    it.do("task.endorse_suspend")
    assert it.file.case.deadline is not None
    it.do("task.suspend", LEAD)
    left = it.task.remaining_s
    assert (it.task.state, it.file.case.deadline) == (TaskState.SUSPENDED, None)
    watch.now = NOW + timedelta(days=3, seconds=-1)
    assert not desk.sweep().result(10).tasks
    watch.now = NOW + timedelta(days=3)
    assert desk.sweep().result(10).tasks == {it.task_key[5:]}
    assert it.task.state is TaskState.SIGNED
    assert it.file.case.deadline == watch.now + timedelta(seconds=left)
    assert it.acts[-1] == ("task.resume", "system", "", "")
    assert not desk.sweep().result(10).tasks
    prove(desk, tmp_path)


def test_a_ledger_of_suspensions_in_one_act_is_read_proved_and_resumed(
    desk: Desk, watch: Watch, tmp_path: Path
):
    """What the former version wrote: one act of the supervisor, and no requests."""
    it = Handled(desk, watch)
    state = {
        "state": "T5",
        "suspended_from": "T2",
        "suspensions": 1,
        "suspended_until": watch.now + timedelta(hours=1),
        "remaining_s": 600.0,
        "deadline": None,
    }
    case = {"deadline": None, "clock_from": None, "remaining_s": 600.0}
    draft = Draft(
        act="task.suspend",
        subject=it.task_key,
        before={it.task_key: {}, it.case_key: {}},
        after={it.task_key: state, it.case_key: case},
        reason="待材料",
    )
    write = desk._store.submit(
        lambda transaction: transaction.append([draft], by=LEAD, role=Role.SUPERVISOR)
    )
    write.result(10)
    assert it.refused("task.ask_suspend", until=UNTIL, measure="围挡") == "wrong_state"
    watch.now += timedelta(hours=1)
    assert desk.sweep().result(10).tasks
    assert it.task.deadline == watch.now + timedelta(minutes=10)
    prove(desk, tmp_path)


def test_a_case_passes_to_the_centre_above_once_that_has_signed(
    desk: Desk, watch: Watch, tmp_path: Path
):
    it = Handled(desk, watch, by=TOWN)
    due = it.file.case.deadline
    assert it.refused("case.pass_down") == "no_centre_below"
    it.do("case.pass_up", reason="需区级力量")
    it.do("case.decline", channel="phone", receiver="区中心甲", reason="可就地处置")
    assert it.file.case.deadline == due
    it.do("case.pass_up", reason="险情扩大")
    it.do("case.receive", channel="beidou", receiver="区中心乙")
    case = it.file.case
    assert (case.centre, case.state, case.clock) == ("500001", CaseState.TO_DISPATCH, "dispatch")
    assert [(h.centre, h.clock) for h in case.held] == [("500001001", "handle")]
    assert case.held[0].left_s == (due - watch.now).total_seconds()
    assert [(r.centre, r.outcome, r.opinions[0].by) for r in case.requests] == [
        ("500001", Outcome.REFUSED, "区中心甲"),
        ("500001", Outcome.GRANTED, "区中心乙"),
    ]
    prove(desk, tmp_path)


def test_an_overdue_case_is_appealed_once_and_stays_overdue(
    desk: Desk, watch: Watch, tmp_path: Path
):
    it = Handled(desk, watch)
    it.do("task.arrive")
    it.do("task.feedback", after_s=it.limit.total_seconds(), text="已清理", closing_met=True)
    it.do("case.send_check", checker="li")
    it.do("case.check", CHECKER, result="pass")
    it.do("case.close", disposition="resolved")
    it.do("case.appeal", reason="道路封闭")
    it.do("case.appeal_opinion", opinion="support", reason="有公告")
    it.do("case.grant_appeal", reason="属实")
    case = it.file.case
    assert (case.overdue, case.exempt) == (True, True)
    assert [o.text for o in case.requests[0].opinions] == ["有公告", "属实"]
    assert it.refused("case.appeal") == "appealed_before"
    assert [act[0] for act in it.acts[-3:]] == [
        "case.appeal",
        "case.appeal_opinion",
        "case.grant_appeal",
    ]
    assert it.acts[-3][2] == "h-1"
    prove(desk, tmp_path)


def test_suspended_tasks_are_looked_for_among_the_open_ones_only(desk: Desk):
    """The sweep asks every minute, beside a million closed cases."""
    plan = desk.ask(
        lambda reader: reader.db.execute(f"EXPLAIN QUERY PLAN {SUSPENDED}", ("T5",)).fetchall()
    ).result(10)
    assert [row[3] for row in plan] == ["SCAN tasks USING INDEX tasks_2"]
