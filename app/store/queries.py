"""The questions that screens ask, one function each: (reader, …) -> values, never SQL rows.

What hangs on the time (overdue, shelved until) is judged at the reader's own present.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hmac import compare_digest
from typing import Any, TypeVar

from app.model import Alert, Case, Entry, Fix, Grade, Task, TaskState, Terminal, Unit
from app.store import ledger
from app.store.codec import plain, stamp, value_of
from app.store.store import Reader

T = TypeVar("T")

_NEWEST_FIRST = "ORDER BY seq DESC LIMIT ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """A case with all that hangs on it; entries oldest first."""

    case: Case
    tasks: tuple[Task, ...]
    alert: Alert | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """A unit and what it is doing: `state` is that of its open task, None where it is free."""

    unit: Unit
    state: TaskState | None = None
    task: str = ""
    case: str = ""
    since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counters:
    """What the alarm strip and the status bar count; `alerts` by grade, without the shelved."""

    alerts: dict[Grade, int]
    shelved: int
    open: int
    overdue: int
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """How often a source was refused for a reason, and when first and last."""

    source: str
    reason: str
    n: int
    first: datetime
    last: datetime


def open_cases(reader: Reader, scope: str = "") -> list[Case]:
    """Open cases, gravest and oldest first; `scope` is the code of a place at any level."""
    rows = reader.db.execute(
        "SELECT body FROM cases WHERE open = 1 AND (? = '' OR instr(chain, ?) > 0)"
        " ORDER BY grade, opened, id",
        (scope, f'"{scope}"'),
    )
    return [_judged(value_of(body, Case), reader.now) for (body,) in rows]


def case_file(reader: Reader, ident: str) -> CaseFile | None:
    """A case with its tasks, its alert and every entry that touched one of them."""
    case = _one(reader, "cases", ident, Case)
    if case is None:
        return None
    tasks = tuple(_all(reader, Task, "SELECT body FROM tasks WHERE of_case = ? ORDER BY id", ident))
    keys = [f"case:{ident}", *(f"task:{task.id}" for task in tasks)]
    if case.alert:
        keys.append(f"alert:{case.alert}")
    return CaseFile(
        case=_judged(case, reader.now),
        tasks=tasks,
        alert=_one(reader, "alerts", case.alert, Alert),
        entries=tuple(_touching(reader, keys)),
    )


def case(reader: Reader, ident: str) -> Case | None:
    found = _one(reader, "cases", ident, Case)
    return found and _judged(found, reader.now)


def alert(reader: Reader, ident: str) -> Alert | None:
    return _one(reader, "alerts", ident, Alert)


def unit(reader: Reader, ident: str) -> Unit | None:
    return _one(reader, "units", ident, Unit)


def terminal(reader: Reader, ident: str) -> Terminal | None:
    return _one(reader, "terminals", ident, Terminal)


def authentic(reader: Reader, ident: str, code: str) -> bool:
    """Whether a terminal is registered and this is its code (JT/T 808, 0x0102)."""
    known = terminal(reader, ident)
    return bool(known and known.auth and compare_digest(known.auth.encode(), code.encode()))


def open_alerts(reader: Reader) -> list[Alert]:
    """The alarm list, gravest first, then newest: open alerts, and those whose source still is."""
    return _all(
        reader,
        Alert,
        "SELECT body FROM alerts WHERE listed = 1 ORDER BY grade, raised DESC, id",
    )


def tasks(reader: Reader) -> list[Task]:
    """Open tasks, oldest first."""
    return _all(reader, Task, "SELECT body FROM tasks WHERE open = 1 ORDER BY created, id")


def units(reader: Reader) -> list[Unit]:
    return _all(reader, Unit, "SELECT body FROM units ORDER BY id")


def place_counts(reader: Reader) -> dict[str, tuple[int, int]]:
    """Code of every place that has any -> (open, overdue); a case counts at each of its levels."""
    total: Counter[str] = Counter()
    late: Counter[str] = Counter()
    now = reader.now.timestamp()
    rows = reader.db.execute("SELECT chain, overdue, deadline FROM cases WHERE open = 1")
    for chain, overdue, deadline in rows:
        codes = plain(chain)
        total.update(codes)
        if overdue or (deadline is not None and deadline < now):
            late.update(codes)
    return {code: (number, late[code]) for code, number in total.items()}


def unit_board(reader: Reader) -> list[UnitRow]:
    """Every unit with the open task it is on; the furthest along where it has several."""
    busy: dict[str, Task] = {}
    for task in tasks(reader):
        known = busy.get(task.unit)
        if known is None or task.state > known.state:
            busy[task.unit] = task
    return [_unit_row(unit, busy.get(unit.id)) for unit in units(reader)]


def _unit_row(unit: Unit, task: Task | None) -> UnitRow:
    if task is None:
        return UnitRow(unit=unit)
    return UnitRow(unit=unit, state=task.state, task=task.id, case=task.case, since=task.changed)


def entries(reader: Reader, subject: str = "", limit: int = 200) -> list[Entry]:
    """Entries newest first: all, or those that touched one object ("case:C-…")."""
    if not subject:
        return ledger.read(reader.db, _NEWEST_FIRST, (limit,))
    return ledger.read(
        reader.db,
        f"WHERE seq IN (SELECT seq FROM touches WHERE object = ?) {_NEWEST_FIRST}",
        (subject, limit),
    )


def shift_log(reader: Reader, since: datetime, until: datetime, limit: int = 500) -> list[Entry]:
    """Entries of a span of time, newest first."""
    return ledger.read(
        reader.db,
        "WHERE at >= ? AND at < ? ORDER BY at DESC, seq DESC LIMIT ?",
        (stamp(since), stamp(until), limit),
    )


def timeline(reader: Reader, since: datetime, until: datetime) -> dict[datetime, Counter[str]]:
    """Entries by the hour (its start, UTC) and the kind of object ("case", "task", …)."""
    hours: dict[datetime, Counter[str]] = {}
    rows = reader.db.execute(
        "SELECT substr(at, 1, 13), substr(subject, 1, instr(subject, ':') - 1), count(*)"
        " FROM ledger WHERE at >= ? AND at < ? GROUP BY 1, 2 ORDER BY 1",
        (stamp(since), stamp(until)),
    )
    for hour, kind, number in rows:
        start = datetime.fromisoformat(f"{hour}:00:00").replace(tzinfo=UTC)
        hours.setdefault(start, Counter())[kind] = number
    return hours


def track(reader: Reader, ident: str, since: datetime) -> list[Fix]:
    """A terminal's fixes from a time on, oldest first, doubtful ones included."""
    return _all(
        reader,
        Fix,
        "SELECT body FROM fixes WHERE terminal = ? AND at >= ? ORDER BY at, id",
        ident,
        since.timestamp(),
    )


def refusals(reader: Reader) -> list[tuple[str, str, int]]:
    """(source, reason, how often), most frequent first."""
    return [(one.source, one.reason, one.n) for one in refused(reader)]


def refused(reader: Reader) -> list[Refused]:
    rows = reader.db.execute("SELECT * FROM refusals ORDER BY n DESC, source, reason")
    return [
        Refused(source=source, reason=reason, n=n, first=_at(first), last=_at(last))
        for source, reason, n, first, last in rows
    ]


def refusal_samples(reader: Reader, source: str, reason: str) -> list[bytes]:
    """The first raw inputs that were refused for a reason."""
    rows = reader.db.execute(
        "SELECT raw FROM refusal_samples WHERE source = ? AND reason = ? ORDER BY id",
        (source, reason),
    )
    return [raw for (raw,) in rows]


def find_cases(reader: Reader, text: str, limit: int = 50) -> list[Case]:
    """Cases, closed ones too, whose id, title or place codes contain a text; newest first.

    A whole id is found at once; anything else walks an index, about 0.4 s over a million cases.
    """
    if not (wanted := text.strip()):
        return []
    if exact := case(reader, wanted):
        return [exact]
    pattern = "%" + wanted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    found = reader.db.execute(
        "SELECT id FROM cases WHERE id LIKE :like ESCAPE '\\' OR title LIKE :like ESCAPE '\\'"
        " OR chain LIKE :like ESCAPE '\\' ORDER BY changed DESC, id DESC LIMIT :limit",
        {"like": pattern, "limit": limit},
    ).fetchall()
    return [found_case for (ident,) in found if (found_case := case(reader, ident))]


def head(reader: Reader) -> tuple[int, str]:
    """The ledger's last number and hash; (0, "") of an empty one."""
    last = ledger.head(reader.db)
    return last.seq, last.hash


def counters(reader: Reader) -> Counters:
    now = reader.now.timestamp()
    alerts, shelved = _alerts_by_grade(reader, now)
    (number, overdue) = reader.db.execute(
        "SELECT count(*), coalesce(sum(overdue OR ifnull(deadline < ?, 0)), 0)"
        " FROM cases WHERE open = 1",
        (now,),
    ).fetchone()
    return Counters(
        alerts=alerts, shelved=shelved, open=number, overdue=overdue, seq=head(reader)[0]
    )


def _alerts_by_grade(reader: Reader, now: float) -> tuple[dict[Grade, int], int]:
    alerts = dict.fromkeys(Grade, 0)
    shelved = 0
    rows = reader.db.execute(
        "SELECT grade, state = 'shelved' AND ifnull(shelved_until > ?, 1), count(*)"
        " FROM alerts WHERE open = 1 GROUP BY 1, 2",
        (now,),
    )
    for grade, away, number in rows:
        if away:
            shelved += number
        else:
            alerts[Grade(grade)] += number
    return alerts, shelved


def _touching(reader: Reader, keys: Iterable[str]) -> list[Entry]:
    wanted = list(keys)
    marks = ", ".join("?" * len(wanted))
    return ledger.read(
        reader.db,
        f"WHERE seq IN (SELECT seq FROM touches WHERE object IN ({marks})) ORDER BY seq",
        wanted,
    )


def _judged(case: Case, now: datetime) -> Case:
    """An open case past its deadline is overdue, whether or not that was written down yet."""
    late = case.open and case.deadline is not None and case.deadline < now
    return replace(case, overdue=True) if late and not case.overdue else case


def _one(reader: Reader, table: str, ident: str, kind: type[T]) -> T | None:
    row = reader.db.execute(f"SELECT body FROM {table} WHERE id = ?", (ident,)).fetchone()
    return value_of(row[0], kind) if row else None


def _all(reader: Reader, kind: type[T], sql: str, *values: Any) -> list[T]:
    return [value_of(body, kind) for (body,) in reader.db.execute(sql, values)]


def _at(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
