"""Numbers: what the alarm strip and the status bar count, and what lies in each place."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from app.model import Grade
from app.store.codec import plain
from app.store.queries.history import head
from app.store.store import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Counters:
    """What the alarm strip and the status bar count; `alerts` by grade, without the shelved."""

    alerts: dict[Grade, int]
    shelved: int
    open: int
    overdue: int
    seq: int


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


_CLOSED = (
    "SELECT count(*) FROM cases WHERE changed >= :since AND state IN ('E9', 'E10', 'E11')"
    " AND (julianday(json_extract(body, '$.closed')) - 2440587.5) * 86400.0 >= :since - 0.001"
)
"""What was closed is changed then or later, so that the index of changes finds it."""


def closed_since(reader: Reader, since: datetime) -> int:
    """How many cases were closed from a time on, and still are."""
    (number,) = reader.db.execute(_CLOSED, {"since": since.timestamp()}).fetchone()
    return int(number)
