"""The columns of the timeline's table: what has been and what falls due."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from widgets import formats
from widgets.models import samples
from widgets.models.cases import short_number
from widgets.models.column import Column, Kind
from widgets.words import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Moment:
    """A row of the timeline: something that came or fell due, with the case or alert it was."""

    key: str
    at: datetime
    kind: str
    text: str
    case: str = ""
    grade: int = 0


def due_words() -> tuple[str, str]:
    """Of a limit: that it has passed, that it is to come."""
    return (
        QCoreApplication.translate("timeline", "期限已过"),
        QCoreApplication.translate("timeline", "期限将到"),
    )


MOMENTS: tuple[Column[Moment], ...] = (
    Column(
        QT_TRANSLATE_NOOP("columns", "时刻"),
        lambda moment, context: formats.day_time(moment.at, context.now),
        sample="11-22 08:12",
        sort=lambda moment: moment.at,
        tip=lambda moment, _: formats.absolute(moment.at),
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "距今"),
        lambda moment, context: formats.ago(moment.at, context.now),
        kind=Kind.NUMBER,
        sample=samples.ages_ago,
        sort=lambda moment: moment.at,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "事项"),
        lambda moment, _: moment.kind,
        sample=due_words,
        sort=lambda moment: moment.kind,
        tip=lambda moment, _: moment.kind,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "编号"),
        lambda moment, _: short_number(moment.case),
        kind=Kind.NUMBER,
        sample="0000",
        sort=lambda moment: moment.case,
        tip=lambda moment, _: moment.case,
    ),
    Column(QT_TRANSLATE_NOOP("columns", "内容"), lambda moment, _: moment.text, weight=6),
)
