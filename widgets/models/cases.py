"""The columns of the queue: number, title, place, and the clock that counts."""

from PySide6.QtCore import QCoreApplication

from app.model import OPEN_STATES, Case
from widgets import formats, words
from widgets.models.column import Column, Context, Kind
from widgets.models.place_words import where, whole_chain
from widgets.parts.marks import grade_icon
from widgets.parts.share import Clock, case_clock
from widgets.words import QT_TRANSLATE_NOOP

DIGITS = 4
"""At least so many of a number are shown; more where it has outgrown them."""
DEMO_MARK = "（演示）"
"""Ends the titles of a demonstration, in every language."""
_LONGEST_S = -(36 * 3600.0)
"""Above 48 hours a clock counts in days, which is shorter."""


def short_number(ident: str) -> str:
    """The part in which the numbers of a desk differ: C-20261123-000347 is 0347."""
    digits = ident.rpartition("-")[2]
    return digits.lstrip("0").rjust(DIGITS, "0") if digits.isdecimal() else ident


def case_state(case: Case, context: Context) -> str:
    """State and the time that counts: what is left, what is broken, or how long it lasts."""
    clock = case_clock(case, context.now)
    if clock is not None:
        return f"{words.word(case.state)} {clock.text}"
    lasts = formats.timer((context.now - case.changed).total_seconds())
    return f"{words.word(case.state)} {lasts}"


def widest_state() -> str:
    """As long as a state and its clock can be, in the language of the screen."""
    state = max((words.word(state) for state in OPEN_STATES), key=len)
    return f"{state} {Clock(0.0, _LONGEST_S).text}"


def title(case: Case, context: Context) -> str:
    """What happened; on a demonstration's screen, which says so itself, without the mark."""
    return case.title.removesuffix(DEMO_MARK) if context.demo else case.title


def _number_tip(case: Case, context: Context) -> str:
    since = QCoreApplication.translate("columns", "上报 %1")
    return f"{case.id} · {since.replace('%1', formats.both(case.opened, context.now))}"


CASES: tuple[Column[Case], ...] = (
    Column(
        QT_TRANSLATE_NOOP("columns", "级"),
        lambda case, _: words.NUMERALS[case.grade],
        sample="◆Ⅲ",
        icon=lambda case: grade_icon(case.grade),
        sort=lambda case: (case.grade, case.opened),
        tip=lambda case, _: words.grade(case.grade),
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "编号"),
        lambda case, _: short_number(case.id),
        kind=Kind.CODE,
        sample="0000",
        sort=lambda case: case.id,
        tip=_number_tip,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "事件"),
        title,
        weight=10,
        sort=lambda case: case.title,
        tip=lambda case, _: case.title,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "地点"),
        lambda case, context: where(case.chain, context),
        weight=7,
        sort=lambda case: case.chain,
        tip=lambda case, context: whole_chain(case.chain, context),
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "状态 / 计时"),
        case_state,
        sample=widest_state,
        sort=lambda case: (case.deadline is None, case.deadline or case.changed),
        clock=lambda case, context: case_clock(case, context.now),
    ),
)
