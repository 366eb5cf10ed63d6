"""Questions to the ledger itself."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime

from app.model import Entry
from app.store import ledger
from app.store.codec import stamp
from app.store.store import Reader

_NEWEST_FIRST = "ORDER BY seq DESC LIMIT ?"


def entries(reader: Reader, subject: str = "", limit: int = 200) -> list[Entry]:
    """Entries newest first: all, or those that touched one object ("case:C-…")."""
    if not subject:
        return ledger.read(reader.db, _NEWEST_FIRST, (limit,))
    return ledger.read(
        reader.db,
        f"WHERE seq IN (SELECT seq FROM touches WHERE object = ?) {_NEWEST_FIRST}",
        (subject, limit),
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


def head(reader: Reader) -> tuple[int, str]:
    """The ledger's last number and hash; (0, "") of an empty one."""
    last = ledger.head(reader.db)
    return last.seq, last.hash


def touching(reader: Reader, keys: Iterable[str]) -> list[Entry]:
    """Entries that touched one of some objects, oldest first."""
    wanted = list(keys)
    marks = ", ".join("?" * len(wanted))
    return ledger.read(
        reader.db,
        f"WHERE seq IN (SELECT seq FROM touches WHERE object IN ({marks})) ORDER BY seq",
        wanted,
    )
