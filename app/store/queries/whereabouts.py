"""Where terminals were, as columns; and how long the desk keeps that, and since when it has it.

Fixes are read a thousand at a time straight into the arrays, so that a month of one terminal costs
the room of its columns and nothing beside it, and the reading can be stopped between any two.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

import msgspec
import numpy as np

from app.fixes.believe import NOT_CURRENT
from app.settings import FORGOTTEN, RETENTION, Forgotten
from app.store import settings
from app.store.store import Reader
from app.tracks.track import COLUMNS, Mark, Track

Told = Callable[[int, int], bool]
"""`told(done, all)` after each piece; False stops the reading."""

AT_ONCE = 1_000
MOST_FIXES = 4_000_000
"""Of all terminals asked for together: beyond it the columns alone would be 200 MB."""
_DOUBTED = NOT_CURRENT - {"older"}
_MANY = "SELECT count(*) FROM fixes WHERE terminal = ? AND at >= ? AND at < ?"
_PIECE = """
SELECT json_group_array(id), json_group_array(at), json_group_array(received),
  '[' || group_concat(body) || ']', count(*)
FROM (SELECT id, at, received, body FROM fixes
  WHERE terminal = ? AND (at, id) > (?, ?) AND at < ? ORDER BY at, id LIMIT ?)
"""


class _Said(msgspec.Struct):
    """The fields of a fix that a track is made of."""

    lon: float
    lat: float
    speed_kmh: float | None = None
    alt_m: float | None = None
    course_deg: float | None = None
    accuracy_m: float | None = None
    source: str = ""
    backlog: bool = False
    doubts: tuple[str, ...] = ()


_DECODER = msgspec.json.Decoder(list[_Said])
_SINGLES = ("speed_kmh", "alt_m", "course_deg", "accuracy_m")


class TooManyFixesError(ValueError):
    """More fixes were asked for than can be held; how many."""


def tracks(
    reader: Reader,
    terminals: Sequence[str],
    since: datetime,
    until: datetime,
    told: Told = lambda done, many: True,
) -> list[Track] | None:
    """What is kept of each terminal with a fix time in [since, until), oldest first.

    None where `told` stopped it. TooManyFixesError beyond MOST_FIXES.
    """
    span = since.timestamp(), until.timestamp()
    many = [reader.db.execute(_MANY, (name, *span)).fetchone()[0] for name in terminals]
    if sum(many) > MOST_FIXES:
        raise TooManyFixesError(sum(many))
    found: list[Track] = []
    for name, number in zip(terminals, many, strict=True):
        done = sum(many[: len(found)])
        track = _read(reader, name, span, number, partial(_so_far, told, done, sum(many)))
        if track is None:
            return None
        found.append(track)
    return found


def _so_far(told: Told, before: int, many: int, done: int) -> bool:
    return told(before + done, many)


def _read(
    reader: Reader,
    terminal: str,
    span: tuple[float, float],
    many: int,
    told: Callable[[int], bool],
) -> Track | None:
    room, sources = Track.room(terminal, many), dict[str, int]()
    last, done = (span[0], -1), 0
    while done < many:
        row = reader.db.execute(_PIECE, (terminal, *last, span[1], AT_ONCE)).fetchone()
        if not row[-1]:
            break
        last, done = _fill(room, done, row, sources), done + row[-1]
        if not told(done):
            return None
    kept = {name: getattr(room, name)[:done] for name in COLUMNS}
    return Track(terminal=terminal, sources=tuple(sources), **kept)


def _fill(room: Track, done: int, row: Sequence[Any], sources: dict[str, int]) -> tuple[float, int]:
    """One piece into its place; the time and the number of its last fix."""
    idents, at_s, received_s = (msgspec.json.decode(text) for text in row[:3])
    said = _DECODER.decode(row[3])
    here = slice(done, done + len(said))
    room.at_s[here] = at_s
    room.delay_s[here] = np.array(received_s) - at_s
    room.lon[here] = [one.lon for one in said]
    room.lat[here] = [one.lat for one in said]
    for name in _SINGLES:
        values = [getattr(one, name) for one in said]
        getattr(room, name)[here] = np.array(values, float)  # None becomes nan
    room.marks[here] = [_marks(one) for one in said]
    room.source[here] = [sources.setdefault(one.source, len(sources)) for one in said]
    return at_s[-1], idents[-1]


def _marks(said: _Said) -> int:
    if not said.doubts and not said.backlog:
        return 0
    late = Mark.LATE if said.backlog or "older" in said.doubts else 0
    return late | (0 if _DOUBTED.isdisjoint(said.doubts) else Mark.DOUBTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """How many days positions are kept from when they were heard, and what there is of them.

    `oldest`: when the first one that is still there was heard; None where there is none.
    """

    days: int
    oldest: datetime | None
    forgotten: Forgotten


def kept_positions(reader: Reader) -> Kept:
    """What the desk keeps of whereabouts."""
    known = settings.read(reader.db)
    (oldest,) = reader.db.execute("SELECT min(received) FROM fixes").fetchone()
    return Kept(
        days=known[RETENTION].days,
        oldest=None if oldest is None else datetime.fromtimestamp(oldest, UTC),
        forgotten=known[FORGOTTEN],
    )
