"""The rows of the sources' tables: how each source stands, and what was refused of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon

from app.ingest.sources import SourceStatus, light_of
from app.sources.kept import Known, Unread
from app.sources.source import Kind, Source
from widgets import formats, words
from widgets.models.column import Column, Context
from widgets.models.column import Kind as Cell
from widgets.sources.light import light_icon
from widgets.words import QT_TRANSLATE_NOOP
from widgets.words import sources as said

UNREAD = "unread:"
"""Begins the key of a row that cannot be read."""

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A source that is kept, one that runs only now (`source` None), or a row that is none."""

    key: str
    status: SourceStatus
    source: Source | None = None
    unread: Unread | None = None
    now: datetime = _LONG_AGO


def lines(known: Known, statuses: Iterable[SourceStatus], now: datetime) -> list[Line]:
    """Those of the desk in their order, then those of this run, then what cannot be read."""
    by_id = {status.id: status for status in statuses}
    kept = [
        Line(key=one.id, status=by_id.pop(one.id, _idle(one)), source=one, now=now)
        for one in known.sources
    ]
    passing = [Line(key=key or row.name, status=row, now=now) for key, row in by_id.items()]
    return [*kept, *passing, *(_unread(one, now) for one in known.unread)]


def _idle(source: Source) -> SourceStatus:
    state = "idle" if source.enabled else "off"
    return SourceStatus(
        id=source.id, name=source.title, kind=source.kind.value, where=source.where, state=state
    )


def _unread(row: Unread, now: datetime) -> Line:
    name = row.name or QCoreApplication.translate("sources", "第 %1 行").replace(
        "%1", str(row.at + 1)
    )
    status = SourceStatus(name=name, kind="", state="unread", error=row.why)
    return Line(key=f"{UNREAD}{row.at}", status=status, unread=row, now=now)


def _light(line: Line) -> QIcon:
    return light_icon(light_of(line.status, line.now))


def _tip(line: Line, _: Context) -> str:
    status = line.status
    parts = (said.title(status), said.kind(status.kind), status.where, said.trouble(status))
    return " · ".join(part for part in parts if part)


def _works(line: Line, number: int) -> str:
    return formats.count(number) if line.unread is None else ""


def _last(line: Line, context: Context) -> str:
    return formats.ago(line.status.last_heard, context.now) if line.status.last_heard else "—"


def _seconds(line: Line) -> float:
    return (line.status.last_heard or _LONG_AGO).timestamp()


SOURCES: tuple[Column[Line], ...] = (
    Column(
        QT_TRANSLATE_NOOP("columns", "信源"),
        lambda line, _: said.title(line.status),
        weight=4,
        icon=_light,
        tip=_tip,
        sort=lambda line: line.status.name,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "方式"),
        lambda line, _: said.kind(line.status.kind),
        sample=lambda: tuple(said.kind(kind) for kind in Kind),
        tip=_tip,
        sort=lambda line: line.status.kind,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "何处"),
        lambda line, _: line.status.where,
        kind=Cell.CODE,
        weight=4,
        tip=_tip,
        sort=lambda line: line.status.where,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "状态"),
        lambda line, _: words.source_state(line.status),
        sample=lambda: tuple(words.said(text) for text in words.SOURCES.values()),
        tip=_tip,
        sort=lambda line: line.status.state,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "连接"),
        lambda line, _: _works(line, line.status.connections),
        kind=Cell.NUMBER,
        sample="10 000",
        sort=lambda line: line.status.connections,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "条/秒"),
        lambda line, _: f"{line.status.rate:.1f}" if line.unread is None else "",
        kind=Cell.NUMBER,
        sample="10000.0",
        sort=lambda line: line.status.rate,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "最近收到"),
        _last,
        kind=Cell.NUMBER,
        sample=lambda: formats.age(59 * 60),
        sort=_seconds,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "收到"),
        lambda line, _: _works(line, line.status.heard),
        kind=Cell.NUMBER,
        sample="10 000 000",
        sort=lambda line: line.status.heard,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "拒收"),
        lambda line, _: _works(line, sum(line.status.refused.values())),
        kind=Cell.NUMBER,
        sample="1 000 000",
        sort=lambda line: sum(line.status.refused.values()),
    ),
)
