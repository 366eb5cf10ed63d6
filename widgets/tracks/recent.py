"""The way that the chosen terminal has just come, ready for the map; a question to the desk."""

from datetime import datetime, timedelta

from app.fixes.believe import AHEAD
from app.settings import TRACKS
from app.store import queries
from app.store.store import Reader
from maps.history import Shown


def recent(reader: Reader, terminal: str, span: timedelta) -> Shown | None:
    """Its track of the last `span`; None where it has none."""
    since: datetime = reader.now - span
    found = queries.tracks(reader, (terminal,), since, reader.now + AHEAD)
    gap_s = queries.settings(reader)[TRACKS].gap_min * 60.0
    return Shown.of(found[0], gap_s=gap_s) if found and len(found[0]) else None
