"""A play: a case's file, the people around it, and one act after the other upon it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from app.casework.acts import Act, Draft, File, Refusal
from app.casework.decide import decide, next_acts
from app.casework.drafts import fold
from app.model import (
    Alert,
    AlertKind,
    Condition,
    Grade,
    Item,
    Level,
    Neighbour,
    Officer,
    Position,
    Role,
    Unit,
    UnitKind,
)

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
ITEM = Item(
    scheme="GBT30428.2",
    code="0403",
    name="燃气管道破裂",
    name_en="Burst gas pipe",
    major="突发事件",
    grade=Grade.II,
    kinds=(UnitKind.FIRE, UnitKind.POWER),
    conditions=(
        Condition(code="1", text="泄漏", limit=1, unit="urgent_hour", closing="消除隐患"),
        Condition(code="2", text="异味", limit=4, unit="work_hour", closing="查明原因"),
        Condition(code="3", text="?", limit=4, unit="moon", closing="?"),
    ),
)
UNITS = tuple(
    Unit(id=f"U{n}", name=f"永消-0{n}", kind=UnitKind.FIRE, handler=f"chief-{n}")
    for n in range(1, 6)
)
ALERT = Alert(
    id="A-1",
    kind=AlertKind.SOS,
    grade=Grade.II,
    raised=NOON,
    last=NOON,
    terminal="T1",
    position=Position(lon=105.87, lat=29.02, accuracy_m=10.0, fix_time=NOON, received=NOON),
    chain=("500000", "500118"),
    edition="2025",
    near_border=(Neighbour(code="500116", name="江津区", level=Level.DISTRICT, distance_m=9.0),),
)
PEOPLE = {
    role.value: Officer(id=role.value, name=role.value, roles=frozenset({role})) for role in Role
}
PEOPLE["all"] = Officer(id="all", name="全", roles=frozenset(Role) - {Role.SYSTEM})
PEOPLE["other"] = Officer(id="other", name="另", roles=PEOPLE["all"].roles)
PEOPLE["chief-1"] = Officer(id="chief-1", name="队", roles=PEOPLE["all"].roles)

USUAL = {
    "alert.confirm": {"title": "求救"},
    "alert.dismiss": {"cause": "false_alarm"},
    "alert.shelve": {"minutes": 30},
    "case.report": {"title": "冒烟", "grade": "4", "source": "hotline", "unplaced": True},
    "case.verify": {"checker": "walker"},
    "case.verified": {"result": "exists"},
    "case.file": {"item": ITEM.key, "condition": "1"},
    "case.reject": {"cause": "not_local"},
    "case.dispatch": {"lead": "U1", "offered": ["U1", "U2", "U3"]},
    "case.assist": {"unit": "U3"},
    "case.reserve": {"unit": "U4"},
    "case.send_check": {"checker": "walker"},
    "case.check": {"result": "pass"},
    "case.close": {"disposition": "resolved"},
    "case.upgrade": {"grade": "1"},
    "case.correct": {"title": "改正"},
    "task.feedback": {"text": "已止漏", "closing_met": True},
    "task.ask_suspend": {"until": "2026-11-24T00:00:00+08:00", "measure": "围挡"},
    "case.receive": {"channel": "phone", "receiver": "渝北值班员"},
    "case.decline": {"channel": "paper", "receiver": "渝北值班员"},
    "case.appeal_opinion": {"opinion": "support"},
}
"""What each act brings where a play does not say otherwise."""


class Play:
    """`do` names an act as "case.file" and finds its subject; it returns Draft or Refusal."""

    def __init__(self):
        self.file = File(alert=ALERT, items=(ITEM,), units=UNITS)
        self.now = NOON
        self.drafts = []
        self._ids = count(1)

    @property
    def case(self):
        return self.file.case

    @property
    def states(self):
        """ "E5: T2 T1", the case and its tasks."""
        tasks = " ".join(task.state.value for task in self.file.tasks)
        return f"{self.case.state.value}: {tasks}".strip(": ")

    def new_id(self, kind):
        return f"{kind[0].upper()}-{next(self._ids) + 100}"

    def subject(self, name, of=""):
        kind = name.partition(".")[0]
        if kind == "alert":
            return "alert:A-1"
        if kind == "case":
            return f"case:{self.case.id}" if self.case else "case:new"
        if kind != "task":
            return f"{kind}:none"
        mine = [t for t in self.file.tasks if not of or t.unit == of]
        return f"task:{(next((t for t in mine if t.open), mine[-1])).id}"

    def try_(self, name, *, by="all", of="", reason="因", behalf="", after_s=10, **fields):
        self.now += timedelta(seconds=after_s)
        given = {**USUAL.get(name, {}), **fields}
        act = Act(
            name=name,
            subject=self.subject(name, of),
            fields={key: value for key, value in given.items() if value is not ...},
            reason=reason,
            on_behalf_of=behalf,
        )
        return decide(act, self.file, PEOPLE[by], self.now, new_id=self.new_id)

    def do(self, name, **more):
        """The act is carried out: it must not be refused."""
        made = self.try_(name, **more)
        assert isinstance(made, Draft), f"{name}: {made}"
        return self.keep(made)

    def keep(self, made):
        self.file = fold(self.file, made)
        self.drafts.append(made)
        return made

    def refused(self, name, **more):
        """Why the act is refused: it must be."""
        made = self.try_(name, **more)
        assert isinstance(made, Refusal), f"{name} was not refused"
        return made.code

    def run(self, *names):
        for name in names:
            self.do(name)
        return self

    def change(self, **fields):
        self.file = replace(self.file, case=replace(self.case, **fields))

    def next(self, by="all"):
        return next_acts(self.file, PEOPLE[by], self.now)

    def suspend(self, **more):
        """挂账, asked and approved by both."""
        self.do("task.ask_suspend", **more)
        self.do("task.endorse_suspend", by="dispatcher", after_s=0)
        return self.do("task.suspend", by="supervisor", after_s=0)

    def until(self, state):
        """The usual way from the alert to a state of the case."""
        for name in WAY:
            if self.case is not None and self.case.state.value == state:
                return self
            behalf = "walker" if name == "case.check" else ""
            self.do(name, behalf=behalf)
        assert self.case.state.value == state
        return self


WAY = (
    "alert.claim",
    "alert.confirm",
    "case.file",
    "case.dispatch",
    "task.sign",
    "task.depart",
    "task.arrive",
    "task.feedback",
    "case.send_check",
    "case.check",
    "case.close",
)


@pytest.fixture
def play():
    return Play()
