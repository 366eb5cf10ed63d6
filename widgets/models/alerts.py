"""The columns of the alerts board: what, how often, who, where, and what was done about it."""

from PySide6.QtCore import QCoreApplication

from app.model import Alert, AlertState
from widgets import formats, words
from widgets.models.column import Column, Context, Kind
from widgets.models.place_words import where, whole_chain
from widgets.parts.marks import grade_icon
from widgets.words import QT_TRANSLATE_NOOP


def alert_source(alert: Alert) -> str:
    """Active or returned: the source's own word, whatever a person has done."""
    if alert.state == AlertState.SHELVED and alert.shelved_until is not None:
        return QCoreApplication.translate("columns", "搁置至 %1").replace(
            "%1", formats.clock_time(alert.shelved_until)
        )
    return (
        QCoreApplication.translate("columns", "● 持续")
        if alert.active
        else QCoreApplication.translate("columns", "○ 已恢复")
    )


def repeats(alert: Alert) -> str:
    return f"×{alert.count}" if alert.count > 1 else ""


def _kind_tip(alert: Alert, context: Context) -> str:
    """The word with the source's own name and what it said of itself."""
    said = (words.word(alert.kind), alert.kind.value, alert.text, formats.absolute(alert.raised))
    return " · ".join(dict.fromkeys(part for part in said if part))


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
        sample="◆ Ⅲ",
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
        weight=4,
        sort=lambda alert: alert.chain,
        tip=lambda alert, context: whole_chain(alert.chain, context),
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "源状态"),
        lambda alert, _: alert_source(alert),
        sample="搁置至 00:00:00",
        sort=lambda alert: not alert.active,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "处理"),
        lambda alert, _: words.word(alert.state),
        sample="未确认",
        sort=lambda alert: alert.state,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "最近"),
        lambda alert, context: formats.both(alert.last, context.now),
        kind=Kind.NUMBER,
        sample="59 分钟前 · 00:00:00",
        sort=lambda alert: alert.last,
    ),
)
