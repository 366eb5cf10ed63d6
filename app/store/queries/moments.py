"""The desk as it was at a moment: folded from the ledger, as the tables are for the present.

Nothing is guessed backwards. What no entry touched since is as it is now; everything else is folded
again from its own entries up to then. Fixes are kept for some weeks only: before that, none.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from app.model import Alert, Case, Fix, Task, Unit
from app.store.codec import canonical, plain, stamp, value_of
from app.store.queries.cases import judged
from app.store.queries.history import head
from app.store.store import Reader
from app.store.tables import TABLES, Body

T = TypeVar("T")
Told = Callable[[int, int], bool]
"""`told(done, all)` after each piece; False stops the asking."""

ENTRIES_AT_ONCE = 5_000
OBJECTS_AT_ONCE = 500
_STANDING: Mapping[str, str] = {"case": "open", "alert": "listed", "task": "open", "unit": ""}
"""Kind of object -> the column that says whether a screen shows it; "" for all of them."""

_TOUCHED = """
SELECT DISTINCT k.key FROM (SELECT after FROM ledger WHERE seq > ? AND seq <= ?) l,
    json_each(l.after) k
"""
_FIXES = """
SELECT (SELECT body FROM fixes f WHERE f.terminal = t.terminal AND f.at <= :at
    AND f.received <= :at AND json_extract(f.body, '$.current') ORDER BY f.at DESC LIMIT 1)
FROM terminals_newest t
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class AsOf:
    """What stood at `at`: open cases judged by that time, alarms, open tasks, units, last fixes.

    `seq`: the ledger's last entry then. `counts`: code of a place -> (open, overdue).
    """

    at: datetime
    seq: int = 0
    cases: tuple[Case, ...] = ()
    alerts: tuple[Alert, ...] = ()
    tasks: tuple[Task, ...] = ()
    units: tuple[Unit, ...] = ()
    fixes: Mapping[str, Fix] = field(default_factory=dict[str, Fix])
    counts: Mapping[str, tuple[int, int]] = field(default_factory=dict[str, tuple[int, int]])


def as_of(reader: Reader, moment: datetime, told: Told = lambda done, many: True) -> AsOf | None:
    """The desk at an aware moment; None where `told` stopped it.

    A clock that was set back makes two stretches of the ledger say the same time: the later counts.
    """
    seq = seq_at(reader, moment)
    if not seq:
        return AsOf(at=moment)
    then = _Then(reader, seq, told)
    if not then.fold():
        return None
    found = then.of("case", Case)
    cases = sorted((judged(case, moment) for case in found), key=_gravest)
    return AsOf(
        at=moment,
        seq=seq,
        cases=tuple(cases),
        alerts=tuple(sorted(then.of("alert", Alert), key=lambda alert: (alert.grade, alert.id))),
        tasks=tuple(sorted(then.of("task", Task), key=lambda task: (task.created, task.id))),
        units=tuple(sorted(then.of("unit", Unit), key=lambda unit: unit.id)),
        fixes=_fixes(reader, moment),
        counts=_counts(cases),
    )


def seq_at(reader: Reader, moment: datetime) -> int:
    """The number of the last entry written at a moment or before it; 0 for none."""
    row = reader.db.execute(
        "SELECT seq FROM ledger WHERE at <= ? ORDER BY at DESC, seq DESC LIMIT 1", (stamp(moment),)
    ).fetchone()
    return int(row[0]) if row else 0


def _gravest(case: Case) -> tuple[Any, ...]:
    return case.grade, case.opened, case.id


def _counts(cases: list[Case]) -> dict[str, tuple[int, int]]:
    total: Counter[str] = Counter()
    late: Counter[str] = Counter()
    for case in cases:
        total.update(case.chain)
        if case.overdue:
            late.update(case.chain)
    return {code: (number, late[code]) for code, number in total.items()}


def _fixes(reader: Reader, moment: datetime) -> dict[str, Fix]:
    """Of every terminal the last fix that was current and known at a moment."""
    rows = reader.db.execute(_FIXES, {"at": moment.timestamp()})
    fixes = (value_of(body, Fix) for (body,) in rows if body is not None)
    return {fix.terminal: fix for fix in fixes}


class _Then:
    """Objects as they were after entry `seq`, by kind and id; those not shown then are left out."""

    def __init__(self, reader: Reader, seq: int, told: Told) -> None:
        self._db, self._seq, self._told = reader.db, seq, told
        self._last, _ = head(reader)
        self._touched: defaultdict[str, set[str]] = defaultdict(set)
        self._bodies: defaultdict[str, list[Body]] = defaultdict(list)

    def fold(self) -> bool:
        """Find what was touched since, and fold it up to then; False where it was stopped."""
        many = self._last - self._seq
        for done in self._find():
            if not self._told(done, 2 * many):
                return False
        keys = sorted(f"{kind}:{ident}" for kind in _STANDING for ident in self._touched[kind])
        for begin in range(0, len(keys), OBJECTS_AT_ONCE):
            self._fold(keys[begin : begin + OBJECTS_AT_ONCE])
            share = min(begin + OBJECTS_AT_ONCE, len(keys)) / len(keys)
            if not self._told(many + round(many * share), 2 * many):
                return False
        return True

    def of(self, kind: str, made: type[T]) -> Iterator[T]:
        """Those of a kind that a screen would have shown."""
        touched, table, flag = self._touched[kind], TABLES[kind].name, _STANDING[kind]
        where = f" WHERE {flag} = 1" if flag else ""
        for ident, body in self._db.execute(f"SELECT id, body FROM {table}{where}"):
            if ident not in touched:
                yield value_of(body, made)
        for then in self._bodies[kind]:
            yield value_of(canonical(then), made)

    def _find(self) -> Iterator[int]:
        """Gather the keys of what later entries touched, a piece at a time."""
        for begin in range(self._seq, self._last, ENTRIES_AT_ONCE):
            end = min(begin + ENTRIES_AT_ONCE, self._last)
            for (key,) in self._db.execute(_TOUCHED, (begin, end)):
                kind, _, ident = key.partition(":")
                self._touched[kind].add(ident)
            yield end - self._seq

    def _fold(self, keys: list[str]) -> None:
        bodies: defaultdict[str, Body] = defaultdict(dict)
        marks = ", ".join("?" * len(keys))
        rows = self._db.execute(
            "SELECT t.object, l.after FROM touches t JOIN ledger l ON l.seq = t.seq"
            f" WHERE t.object IN ({marks}) AND t.seq <= ? ORDER BY t.object, t.seq",
            (*keys, self._seq),
        )
        for key, after in rows:
            bodies[key].update(plain(after)[key])
        for key, body in bodies.items():
            kind = key.partition(":")[0]
            if _stood(kind, body):
                self._bodies[kind].append(body)


def _stood(kind: str, body: Body) -> bool:
    flag = _STANDING[kind]
    return not flag or any(
        column.of(body) for column in TABLES[kind].columns if column.name == flag
    )
