"""The sources as a desk keeps them: a row each, so that one that cannot be read spoils no other."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

import msgspec

from app.sources.source import DEFAULT, Source, read_source, row_of

MOST = 64
"""Sources of one desk."""

Row = Mapping[str, Any]
Rows = Annotated[tuple[Any, ...], msgspec.Meta(max_length=MOST)]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSources:
    """As the store has them; None on a desk that never chose any."""

    rows: Rows | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A row that gives no source: where it stands among the rows, what it calls itself, why."""

    at: int
    name: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What could be read, in its order, and what could not."""

    sources: tuple[Source, ...] = ()
    unread: tuple[Unread, ...] = field(default=())

    def source(self, ident: str) -> Source | None:
        return next((one for one in self.sources if one.id == ident), None)


def read_all(kept: KeptSources) -> Known:
    """Every row as a source, or why it is none; never raises for what a row holds."""
    if kept.rows is None:
        return Known(sources=(DEFAULT,))
    sources: dict[str, Source] = {}
    unread: list[Unread] = []
    for at, row in enumerate(kept.rows):
        try:
            source = read_source(row)
        except ValueError as error:
            unread.append(Unread(at, _name_of(row), str(error)))
            continue
        if source.id in sources:
            unread.append(Unread(at, source.title, f"id: {source.id} is there already"))
        else:
            sources[source.id] = source
    return Known(sources=tuple(sources.values()), unread=tuple(unread))


def with_source(kept: KeptSources, source: Source) -> KeptSources:
    """The source in the place of that with its id, or behind the others; other rows stay."""
    rows = _rows(kept)
    at = _place_of(rows, source.id)
    rows[len(rows) if at is None else at : len(rows) if at is None else at + 1] = [row_of(source)]
    return KeptSources(rows=tuple(rows))


def without(kept: KeptSources, ident: str) -> KeptSources:
    """Without the source of this id; the others stay as they are."""
    rows = _rows(kept)
    at = _place_of(rows, ident)
    return KeptSources(rows=tuple(rows[:at] + rows[at + 1 :]) if at is not None else tuple(rows))


def without_unread(kept: KeptSources) -> KeptSources:
    """Without the rows that cannot be read."""
    return KeptSources(rows=tuple(row_of(source) for source in read_all(kept).sources))


def _rows(kept: KeptSources) -> list[Any]:
    return [row_of(DEFAULT)] if kept.rows is None else list(kept.rows)


def _place_of(rows: list[Any], ident: str) -> int | None:
    """Of the readable row with this id: a damaged one is nobody's."""
    for source in read_all(KeptSources(rows=tuple(rows))).sources:
        if source.id == ident:
            return next(at for at, row in enumerate(rows) if _is(row, source))
    return None


def _is(row: Any, source: Source) -> bool:
    try:
        return read_source(row) == source
    except ValueError:
        return False


def _name_of(row: Any) -> str:
    """What a damaged row calls itself, shortened."""
    if not isinstance(row, Mapping):
        return ""
    name = row.get("name") or row.get("id")
    return name[:40] if isinstance(name, str) else ""
