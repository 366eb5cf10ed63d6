"""Questions about terminals: who they are, where they were, what was refused."""

from dataclasses import dataclass
from datetime import UTC, datetime

from app.model import Fix, Terminal
from app.store.queries.rows import all_of, one
from app.store.store import Reader


def terminal(reader: Reader, ident: str) -> Terminal | None:
    return one(reader, "terminals", ident, Terminal)


def track(reader: Reader, ident: str, since: datetime) -> list[Fix]:
    """A terminal's fixes from a time on, oldest first, doubtful ones included."""
    return all_of(
        reader,
        Fix,
        "SELECT body FROM fixes WHERE terminal = ? AND at >= ? ORDER BY at, id",
        ident,
        since.timestamp(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """How often a source was refused for a reason, and when first and last."""

    source: str
    reason: str
    n: int
    first: datetime
    last: datetime


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


def _at(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
