"""The columns of the alerts board: what, how often, who, where, and what was done about it."""

from PySide6.QtCore import QCoreApplication

from app.model import OPEN_ALERTS, Alert, AlertState
from widgets import formats, words
from widgets.models import samples
from widgets.models.column import Column, Context, Kind
from widgets.models.place_words import where, whole_chain
from widgets.parts.marks import grade_icon
from widgets.words import QT_TRANSLATE_NOOP


def alert_source(alert: Alert) -> str:
    """Active or returned: the source's own word, whatever a person has done."""
    if alert.state == AlertState.SHELVED and alert.shelved_until is not None:
        return _until(formats.clock_time(alert.shelved_until))
    return _active() if alert.active else _returned()


def _active() -> str:
    return QCoreApplication.translate("columns", "● 持续")


def _returned() -> str:
    return QCoreApplication.translate("columns", "○ 已恢复")


def _until(time: str) -> str:
    return QCoreApplication.translate("columns", "搁置至 %1").replace("%1", time)


def widest_sources() -> tuple[str, ...]:
    return _active(), _returned(), _until("00:00:00")


def repeats(alert: Alert) -> str:
    return f"×{alert.count}" if alert.count > 1 else ""


def told(alert: Alert) -> tuple[str, ...]:
    """What was measured, and why the position is in doubt; as plain text."""
    return (alert.text, *(words.word(doubt) for doubt in alert.doubts))


def _kind_tip(alert: Alert, context: Context) -> str:
    """The word with the source's own name and what it said of itself."""
    kind = words.word(alert.kind), alert.kind.value
    said = (*kind, *told(alert), formats.absolute(alert.raised))
    return " · ".join(dict.fromkeys(part for part in said if part))


def _handling_tip(alert: Alert, _: Context) -> str:
    """With what a narrow table leaves out: the source's own word, and how often."""
    parts = (words.word(alert.state), alert_source(alert), repeats(alert))
    return " · ".join(part for part in parts if part)


def carrier(alert: Alert, context: Context) -> str:
    """The unit by its name; a terminal of no unit by its number."""
    return context.unit(alert.unit) if alert.unit else alert.terminal or formats.NONE


def _carrier_tip(alert: Alert, context: Context) -> str:
    terminal = QCoreApplication.translate("columns", "终端 %1").replace("%1", alert.terminal)
    parts = (carrier(alert, context), alert.unit, terminal if alert.terminal else "")
    return " · ".join(part for part in parts if part)


ALERTS: tuple[Column[Alert], ...] = (
    Column(
        QT_TRANSLATE_NOOP("columns", "级"),
        lambda alert, _: words.NUMERALS[alert.grade],
        sample="◆Ⅲ",
        icon=lambda alert: grade_icon(alert.grade),
        sort=lambda alert: (alert.grade, alert.raised),
        tip=lambda alert, _: words.grade(alert.grade),
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "报警"),
        lambda alert, _: words.word(alert.kind),
        weight=4,
        sort=lambda alert: alert.kind,
        tip=_kind_tip,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "次数"),
        lambda alert, _: repeats(alert),
        kind=Kind.NUMBER,
        sample="×9999",
        extra=True,
        sort=lambda alert: -alert.count,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "力量 / 终端"),
        carrier,
        weight=5,
        sort=lambda alert: alert.unit or alert.terminal,
        tip=_carrier_tip,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "地点"),
        lambda alert, context: where(alert.chain, context),
        weight=5,
        sort=lambda alert: alert.chain,
        tip=lambda alert, context: whole_chain(alert.chain, context),
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "源状态"),
        lambda alert, _: alert_source(alert),
        sample=widest_sources,
        extra=True,
        sort=lambda alert: not alert.active,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "处理"),
        lambda alert, _: words.word(alert.state),
        sample=samples.words_of(OPEN_ALERTS),
        sort=lambda alert: alert.state,
        tip=_handling_tip,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "最近"),
        lambda alert, context: formats.ago(alert.last, context.now),
        kind=Kind.NUMBER,
        sample=samples.ages_ago,
        sort=lambda alert: alert.last,
        tip=lambda alert, context: formats.both(alert.last, context.now),
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "时刻"),
        lambda alert, context: formats.day_time(alert.last, context.now),
        kind=Kind.NUMBER,
        sample="11-22 08:12",
        extra=True,
        sort=lambda alert: alert.last,
        tip=lambda alert, _: formats.absolute(alert.last),
    ),
)
