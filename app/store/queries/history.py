"""Questions to the ledger itself."""

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


def pace(reader: Reader, since: datetime, until: datetime) -> dict[tuple[datetime, str], int]:
    """How often each act was done in ten minutes: (their start, UTC; the act) -> number."""
    rows = reader.db.execute(
        "SELECT substr(at, 1, 15), act, count(*) FROM ledger"
        " WHERE at >= ? AND at < ? GROUP BY 1, 2 ORDER BY 1, 2",
        (stamp(since), stamp(until)),
    )
    return {
        (datetime.fromisoformat(f"{ten}0:00").replace(tzinfo=UTC), act): number
        for ten, act, number in rows
    }


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
