"""The columns of the duty log: the ledger as sentences, each with its number."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.model import Entry
from widgets import formats
from widgets.models.column import Column, Kind
from widgets.parts.sentences import sentence
from widgets.words import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class LogLine:
    """An entry, what it is about in words by id, and the case to which it leads ("" for none)."""

    entry: Entry
    named: Mapping[str, str] = field(default_factory=dict[str, str])
    case: str = ""


def said(line: LogLine) -> str:
    return sentence(line.entry, named=line.named)


ENTRIES: tuple[Column[LogLine], ...] = (
    Column(
        QT_TRANSLATE_NOOP("columns", "时刻"),
        lambda line, context: formats.day_time(line.entry.at, context.now),
        sample="11-22 08:12",
        tip=lambda line, _: formats.absolute(line.entry.at),
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "序号"),
        lambda line, _: f"#{line.entry.seq}",
        kind=Kind.NUMBER,
        sample="#1000000",
        extra=True,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "记录"),
        lambda line, _: said(line),
        weight=1,
        tip=lambda line, _: f"{said(line)} · {line.entry.subject}",
    ),
)
