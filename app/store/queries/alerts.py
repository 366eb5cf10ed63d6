"""Questions about alerts."""

from app.model import Alert
from app.store.queries.rows import all_of, one
from app.store.store import Reader


def open_alerts(reader: Reader) -> list[Alert]:
    """The alarm list, gravest first, then newest: open alerts, and those whose source still is."""
    return all_of(
        reader,
        Alert,
        "SELECT body FROM alerts WHERE listed = 1 ORDER BY grade, raised DESC, id",
    )


def alert(reader: Reader, ident: str) -> Alert | None:
    return one(reader, "alerts", ident, Alert)
