"""The rows of the table of refusals: every reason, how often in this run and since ever."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from app.store.queries import Refused
from widgets import formats, words
from widgets.models.column import Column
from widgets.models.column import Kind as Cell
from widgets.words import QT_TRANSLATE_NOOP

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Reason:
    """How often one reason was given: since the source began, and since ever."""

    reason: str
    now: int
    ever: int
    last: datetime | None


def reasons(refused: Mapping[str, int], kept: Sequence[Refused]) -> list[Reason]:
    """Every reason there is, the most frequent first."""
    ever = {row.reason: row for row in kept}
    found = list(_reasons(refused, ever))
    return sorted(found, key=lambda row: (-row.now, -row.ever, row.reason))


def _reasons(refused: Mapping[str, int], ever: Mapping[str, Refused]) -> Iterator[Reason]:
    for reason in {**refused, **ever}:
        row = ever.get(reason)
        total, last = (row.n, row.last) if row is not None else (0, None)
        yield Reason(reason, refused.get(reason, 0), total, last)


REASONS: tuple[Column[Reason], ...] = (
    Column(
        QT_TRANSLATE_NOOP("columns", "拒收、存疑的理由"),
        lambda row, _: words.refused(row.reason),
        weight=1,
        tip=lambda row, _: row.reason,
        sort=lambda row: row.reason,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "本次"),
        lambda row, _: formats.count(row.now) if row.now else "—",
        kind=Cell.NUMBER,
        sample="1 000 000",
        sort=lambda row: row.now,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "历来入账"),
        lambda row, _: formats.count(row.ever) if row.ever else "—",
        kind=Cell.NUMBER,
        sample="10 000 000",
        sort=lambda row: row.ever,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "最近"),
        lambda row, context: formats.ago(row.last, context.now) if row.last else "—",
        kind=Cell.NUMBER,
        sample=lambda: formats.age(59 * 60),
        sort=lambda row: (row.last or _LONG_AGO).timestamp(),
    ),
)
