"""The desk as it was at a moment: folded from the ledger, as the tables are for the present.

Nothing is guessed backwards. What no entry touched since is as it is now; everything else that was
there then is folded again from its own entries up to then. Fixes are kept for some weeks only:
before that, none.
"""

import json
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
KEYS_AT_ONCE = 20_000
FAR = 10
"""Where more than one entry of so many was written since, all objects are looked through instead:
of each it is known by which entries it was touched, which is quicker than to read those entries."""
_STANDING: Mapping[str, str] = {"case": "open", "alert": "listed", "task": "open", "unit": ""}
"""Kind of object -> the column that says whether a screen shows it; "" for all of them."""

_TOUCHED = """
SELECT DISTINCT k.key FROM (SELECT after FROM ledger WHERE seq > ? AND seq <= ?) l,
    json_each(l.after) k
"""
_THERE_AND_TOUCHED = """
SELECT json_group_array(object) FILTER (WHERE first <= :seq AND last > :seq), max(object), count(*)
FROM (SELECT object, min(seq) AS first, max(seq) AS last FROM touches
    WHERE object > :after AND object < :end GROUP BY object LIMIT :many)
"""
_UNTOUCHED = """
SELECT body FROM {table} t
WHERE {where} AND (SELECT max(seq) FROM touches WHERE object = :kind || ':' || t.id) <= :seq
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
        self._touched: set[str] = set()
        self._bodies: defaultdict[str, list[Body]] = defaultdict(list)

    def fold(self) -> bool:
        """Find what was touched since, and fold it up to then; False where it was stopped."""
        many = 0
        for done, many in self._find():
            if not self._told(done, 2 * many):
                return False
        keys = sorted(self._touched)
        for begin in range(0, len(keys), OBJECTS_AT_ONCE):
            self._fold(keys[begin : begin + OBJECTS_AT_ONCE])
            share = min(begin + OBJECTS_AT_ONCE, len(keys)) / len(keys)
            if not self._told(many + round(many * share), 2 * many):
                return False
        return True

    def of(self, kind: str, made: type[T]) -> Iterator[T]:
        """Those of a kind that a screen would have shown."""
        flag = _STANDING[kind]
        asked = _UNTOUCHED.format(table=TABLES[kind].name, where=f"{flag} = 1" if flag else "true")
        for (body,) in self._db.execute(asked, {"kind": kind, "seq": self._seq}):
            yield value_of(body, made)
        for then in self._bodies[kind]:
            yield value_of(canonical(then), made)

    def _find(self) -> Iterator[tuple[int, int]]:
        """Gather the keys of what later entries touched, a piece at a time: how far, of how far."""
        since = self._last - self._seq
        return self._by_object() if since * FAR > self._last else self._by_entry(since)

    def _by_entry(self, since: int) -> Iterator[tuple[int, int]]:
        """Out of the entries themselves; most objects were made since, and fold to nothing."""
        for begin in range(self._seq, self._last, ENTRIES_AT_ONCE):
            end = min(begin + ENTRIES_AT_ONCE, self._last)
            for (key,) in self._db.execute(_TOUCHED, (begin, end)):
                if key.partition(":")[0] in _STANDING:
                    self._touched.add(key)
            yield end - self._seq, since

    def _by_object(self) -> Iterator[tuple[int, int]]:
        """Out of what is known of all objects: those that were there before and touched since."""
        kinds = sorted(_STANDING)
        counts = [f"(SELECT count(*) FROM {TABLES[kind].name})" for kind in kinds]
        (many,) = self._db.execute(f"SELECT {' + '.join(counts)}").fetchone()
        done = 0
        for kind in kinds:
            after, end, found = f"{kind}:", f"{kind};", KEYS_AT_ONCE  # ";" follows ":"
            while found == KEYS_AT_ONCE:
                values = {"seq": self._seq, "after": after, "end": end, "many": KEYS_AT_ONCE}
                keys, after, found = self._db.execute(_THERE_AND_TOUCHED, values).fetchone()
                self._touched.update(json.loads(keys))
                done += found
                yield min(done, many), max(many, 1)

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
