"""Values for the tests of tables, panels and dialogs: small, plain, at one frozen moment."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from app.casework.acts import File
from app.dispatch.rank import recommend
from app.model import (
    Alert,
    AlertKind,
    AlertState,
    Case,
    CaseState,
    Entry,
    Fix,
    Grade,
    Level,
    Neighbour,
    Position,
    Share,
    Task,
    TaskState,
    Unit,
    UnitKind,
)
from app.store.queries import CaseFile, UnitRow

NOW = datetime(2026, 11, 23, 0, 12, 5, tzinfo=UTC)
CHAIN = ("500000", "500001", "500001001", "500001001001", "500001001001001")
TITLES = ("燃机非计划停机", "地下管网爆管", "山火烟点", "内涝积水", "道路塌陷", "井盖缺失")
STATES = (CaseState.TO_DISPATCH, CaseState.HANDLING, CaseState.RECEIVED, CaseState.TO_CHECK)


def ago(minutes: float) -> datetime:
    return NOW - timedelta(minutes=minutes)


def case(number: int = 1, **changes: object) -> Case:
    known = Case(
        id=f"C-20261123-{number:04d}",
        title=TITLES[number % len(TITLES)],
        grade=Grade(number % 4 + 1),
        state=STATES[number % len(STATES)],
        opened=ago(5 + number),
        changed=ago(number % 7),
        filed=ago(4 + number / 2),
        dispatched=ago(number % 7),
        chain=CHAIN,
        deadline=NOW + timedelta(minutes=12 - number),
        overdue=number > 12,
        position=Position(
            lon=106.051234,
            lat=29.052345,
            accuracy_m=12.4,
            fix_time=ago(3),
            received=ago(2.5),
            source="13900000007",
        ),
    )
    return replace(known, **changes)  # type: ignore[arg-type]


def alert(number: int = 1, **changes: object) -> Alert:
    known = Alert(
        id=f"A-{number:04d}",
        kind=tuple(AlertKind)[number % 4],
        grade=Grade(number % 4 + 1),
        raised=ago(number * 3),
        last=ago(number),
        terminal=f"1390000{number:04d}",
        unit=f"U{number}",
        chain=CHAIN,
        count=number,
        active=number % 3 != 0,
    )
    return replace(known, **changes)  # type: ignore[arg-type]


def unit(number: int = 1, **changes: object) -> Unit:
    known = Unit(
        id=f"U{number}",
        name=f"港桥专职消防站 {number} 车",
        kind=tuple(UnitKind)[number % 5],
        terminal=f"1390000{number:04d}",
        people=4,
        handler=f"H{number}",
    )
    return replace(known, **changes)  # type: ignore[arg-type]


def fix(number: int = 1, minutes: float = 0.2) -> Fix:
    return Fix(
        terminal=f"1390000{number:04d}",
        fix_time=ago(minutes),
        received=ago(minutes),
        lon=106.05 + number / 100,
        lat=29.05,
        speed_kmh=36.0,
        accuracy_m=8.0,
        place=CHAIN[-1],
    )


def unit_row(number: int = 1, state: TaskState | None = None) -> UnitRow:
    busy = state is not None
    return UnitRow(
        unit=unit(number),
        state=state,
        task=f"T-{number}" if busy else "",
        case="C-20261123-0001" if busy else "",
        since=ago(number) if busy else None,
    )


def task(number: int = 1, **changes: object) -> Task:
    known = Task(
        id=f"T-{number}",
        case="C-20261123-0001",
        unit=f"U{number}",
        share=Share.LEAD if number == 1 else Share.ASSIST,
        state=TaskState.ON_WAY,
        created=ago(9),
        changed=ago(4),
        deadline=NOW + timedelta(minutes=21),
    )
    return replace(known, **changes)  # type: ignore[arg-type]


def entry(seq: int = 1, **changes: object) -> Entry:
    known = Entry(
        seq=seq,
        at=ago(20 - seq),
        actor="张三",
        role="acceptor",
        centre="500000",
        act="case.file",
        subject="case:C-20261123-0001",
        before={},
        after={},
        reason="两路来电相互印证",
    )
    return replace(known, **changes)  # type: ignore[arg-type]


def case_file(**changes: object) -> CaseFile:
    near = Neighbour(code="500002", name="东渝区", level=Level.DISTRICT, distance_m=8.0)
    return CaseFile(
        case=case(
            1,
            state=CaseState.HANDLING,
            near_border=(near,),
            alert="A-0004",
            supervised=True,
            tasks=("T-1", "T-2"),
            **changes,
        ),
        tasks=(task(1), task(2, state=TaskState.SIGNED)),
        alert=alert(4, kind=AlertKind.SOS, state=AlertState.CONFIRMED),
        entries=tuple(entry(seq) for seq in range(1, 6)),
    )


def file() -> File:
    whole = case_file()
    return File(case=whole.case, tasks=whole.tasks)


def recommendation(count: int = 7):
    units = [unit(number) for number in range(1, count + 1)]
    fixes = {u.terminal: fix(n, 0.2 if n < 4 else 14) for n, u in enumerate(units, 1)}
    return recommend(
        case(4), units, fixes, {"U2": "C-20261123-0009"}, NOW, (UnitKind.FIRE, UnitKind.MEDICAL)
    )
