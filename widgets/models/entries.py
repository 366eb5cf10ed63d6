"""The columns of the duty log: the ledger as sentences, each with its number."""

from app.model import Entry
from widgets import formats
from widgets.models.column import Column, Kind
from widgets.parts.sentences import sentence
from widgets.words import QT_TRANSLATE_NOOP

ENTRIES: tuple[Column[Entry], ...] = (
    Column(
        QT_TRANSLATE_NOOP("columns", "时刻"),
        lambda entry, context: formats.day_time(entry.at, context.now),
        sample="11-22 08:12",
        tip=lambda entry, _: formats.absolute(entry.at),
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "序号"),
        lambda entry, _: f"#{entry.seq}",
        kind=Kind.NUMBER,
        sample="#1000000",
    ),
    Column(QT_TRANSLATE_NOOP("columns", "记录"), lambda entry, _: sentence(entry), weight=1),
)
