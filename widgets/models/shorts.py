"""The columns of the board of short messages: orders that went out, letters that came in."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon

from app.shortmsg.kept import LetterKind, track_of
from app.shortmsg.track import Progress
from widgets import formats
from widgets.models import samples
from widgets.models.cases import short_number
from widgets.models.column import Column, Context, Kind
from widgets.models.short_lines import ShortLine, order_of
from widgets.parts.short_marks import letter_icon, order_icon, standing
from widgets.words import QT_TRANSLATE_NOOP
from widgets.words import short as said


def state_word(line: ShortLine) -> str:
    if line.order is not None:
        return said.of(said.PROGRESS, standing(line.order))
    assert line.letter is not None
    return said.of(said.LETTERS, line.letter.kind)


def when(line: ShortLine, context: Context) -> str:
    """The time that counts: until it goes, until it must be answered, or how long ago it was."""
    now = context.now
    goes = line.goes(now)
    if goes is not None and (goes - now).total_seconds() < 1:
        return QCoreApplication.translate("columns", "即发")
    if goes is not None:
        text = QCoreApplication.translate("columns", "%1 后发")
        return text.replace("%1", formats.timer((goes - now).total_seconds()))
    if line.order is not None and line.order.progress is Progress.SENT:
        until = track_of(line.order).answer_by
        text = QCoreApplication.translate("columns", "限 %1")
        return text.replace("%1", formats.timer((until - now).total_seconds() if until else 0))
    return formats.ago(_latest(line), now)


def _latest(line: ShortLine) -> datetime:
    """When what the row says came about."""
    order = line.order
    if order is None or order.held:
        return line.at
    sent = [one.at for one in order.sendings if one.at is not None]
    moments = [*sent, *order.not_confirmed, *(one.at for one in order.heard)]
    return max(moments, default=order.put)


def other(line: ShortLine, context: Context) -> str:
    """The unit on the other side; the bare card where no unit has it."""
    unit = line.order.unit if line.order else line.letter.unit if line.letter else ""
    if unit:
        return context.unit(unit)
    if line.letter is not None and line.letter.card:
        text = QCoreApplication.translate("columns", "卡 %1")
        return text.replace("%1", line.letter.card)
    return formats.NONE


def content(line: ShortLine) -> str:
    """The text; of what has none, the words or the bytes. One line, as it came."""
    if line.order is not None:
        return line.order.order.text or QCoreApplication.translate("columns", "（无附言）")
    assert line.letter is not None
    return " ".join((line.letter.text or line.letter.raw).split())


def _icon(line: ShortLine) -> QIcon:
    if line.order is not None:
        return order_icon(line.order)
    assert line.letter is not None
    return letter_icon(line.letter)


def about(line: ShortLine) -> str:
    """The number of the case, and which order of its task."""
    ident = line.order.id if line.order else line.letter.order if line.letter else ""
    turn = ident.partition("/")[2]
    return f"{short_number(line.case)}/{turn}" if line.case else formats.NONE


def _widest_states() -> tuple[str, ...]:
    names = [*said.PROGRESS, *LetterKind]
    return tuple(said.of({**said.PROGRESS, **said.LETTERS}, name) for name in names)


SHORTS: tuple[Column[ShortLine], ...] = (
    Column(
        QT_TRANSLATE_NOOP("columns", "短报文"),
        lambda line, _: state_word(line),
        sample=_widest_states,
        icon=_icon,
        sort=lambda line: order_of(line),
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "对方"),
        other,
        weight=3,
        sort=lambda line: line.order.unit if line.order else "",
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "内容"),
        lambda line, _: content(line),
        weight=5,
        sort=content,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "事件/次"),
        lambda line, _: about(line),
        kind=Kind.NUMBER,
        sample="00000/1",
        extra=True,
        sort=about,
        tip=lambda line, _: line.order.id if line.order else line.key,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "时间"),
        when,
        kind=Kind.NUMBER,
        sample=lambda: (
            QCoreApplication.translate("columns", "%1 后发").replace("%1", "00:00"),
            QCoreApplication.translate("columns", "限 %1").replace("%1", "00:00"),
            *samples.ages_ago(),
        ),
        sort=lambda line: line.at,
        tip=lambda line, _: formats.absolute(line.at),
    ),
)
