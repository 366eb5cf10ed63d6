"""The columns of the units board: what a unit does, where it is, how sure that is."""

from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.fixes.freshness import Freshness, freshness
from app.model import Fix, TaskState, Unit, UnitKind
from app.store.queries import UnitRow
from widgets import formats, words
from widgets.models import samples
from widgets.models.cases import short_number
from widgets.models.column import Column, Context, Kind
from widgets.models.place_words import whereabouts, whole_chain
from widgets.words import QT_TRANSLATE_NOOP

LOOSE = "terminal:"  # before a terminal's id where it stands in for a unit's
FRESH_MARKS = {Freshness.FRESH: "●", Freshness.STALE: "◐", Freshness.UNKNOWN: "○"}
_TASK_MARKS = {
    None: "○",
    TaskState.RESERVED: "○",
    TaskState.ON_SITE: "●",
    TaskState.REWORK: "●",
    TaskState.SUSPENDED: "□",
}


@dataclass(slots=True)
class UnitLine:
    """A row of the units board: what the unit does, and where its terminal was last.

    `fix` is set anew as the terminal is heard: thousands are in a second, and a screen shows a few.
    `loose`: a terminal that is heard and that no unit carries; its row stands in for a unit's.
    """

    row: UnitRow
    fix: Fix | None = field(default=None, compare=False)
    loose: bool = False


def loose_line(fix: Fix) -> UnitLine:
    """The row of a terminal that no unit carries: nobody can be sent, but it is on the board."""
    name = QCoreApplication.translate("columns", "终端 %1").replace("%1", fix.terminal)
    stand_in = Unit(
        id=f"{LOOSE}{fix.terminal}", name=name, kind=UnitKind.GRID, terminal=fix.terminal
    )
    return UnitLine(UnitRow(unit=stand_in), fix, loose=True)


def line_freshness(line: UnitLine, now: datetime) -> Freshness:
    """How fresh its fix is, by the limits of its kind; a loose terminal has the common ones."""
    kind = None if line.loose else line.row.unit.kind
    return freshness(line.fix.fix_time if line.fix else None, now, kind)


def unit_kind(line: UnitLine) -> str:
    if line.loose:
        return QCoreApplication.translate("columns", "未编入")
    return words.word(line.row.unit.kind)


def unit_state(line: UnitLine) -> str:
    if line.loose:
        return formats.NONE
    state = line.row.state
    mark = _TASK_MARKS.get(state, "◐")
    free = QCoreApplication.translate("columns", "待命")
    return f"{mark} {free if state is None else words.word(state)}"


def widest_states() -> tuple[str, ...]:
    """As long as a state can be, in the language of the screen."""
    free = QCoreApplication.translate("columns", "待命")
    return (f"○ {free}", *samples.words_of(TaskState, mark="◐ ")())


def widest_kinds() -> tuple[str, ...]:
    return (QCoreApplication.translate("columns", "未编入"), *samples.words_of(UnitKind)())


def widest_ages() -> tuple[str, ...]:
    unheard = QCoreApplication.translate("columns", "未收到定位")
    return tuple(f"● {said}" for said in (unheard, *samples.ages_ago()))


def fix_age(line: UnitLine, context: Context) -> str:
    """Age of a fix behind the mark of its freshness; a unit never heard says so."""
    fix = line.fix
    if fix is None:
        unheard = QCoreApplication.translate("columns", "未收到定位")
        return f"○ {unheard}"
    mark = FRESH_MARKS[line_freshness(line, context.now)]
    return f"{mark} {formats.ago(fix.fix_time, context.now)}"


def unit_place(line: UnitLine, context: Context) -> str:
    """District, town and village of the fix; without one, where the unit is stationed."""
    if line.fix is None:
        home = line.row.unit.home
        stationed = QCoreApplication.translate("columns", "驻地 %1")
        place = whereabouts(context.chain(home), context) if home else formats.NONE
        return stationed.replace("%1", place) if home else formats.NONE
    if not line.fix.place:
        return QCoreApplication.translate("columns", "域外")
    return whereabouts(context.chain(line.fix.place), context)


def place_tip(line: UnitLine, context: Context) -> str:
    """The whole chain with the position; the station where there is no fix."""
    fix = line.fix
    if fix is None:
        return f"{unit_place(line, context)} · {fix_tip(None, context)}"
    chain = whole_chain(context.chain(fix.place) if fix.place else (), context)
    return f"{chain} · {formats.dms(fix.lon, fix.lat)}"


def fix_tip(fix: Fix | None, context: Context) -> str:
    if fix is None:
        return QCoreApplication.translate("columns", "该力量的终端没有上报过可信定位")
    parts = (
        QCoreApplication.translate("columns", "定位") + f" {formats.absolute(fix.fix_time)}",
        QCoreApplication.translate("columns", "接收") + f" {formats.absolute(fix.received)}",
        QCoreApplication.translate("columns", "误差") + f" {formats.accuracy(fix.accuracy_m)}",
    )
    return " · ".join(parts)


def _unit_tip(line: UnitLine, _: Context) -> str:
    unit = line.row.unit
    terminal = QCoreApplication.translate("columns", "终端 %1").replace("%1", unit.terminal)
    people = QCoreApplication.translate("columns", "%1 人").replace("%1", str(unit.people))
    card = QCoreApplication.translate("columns", "卡 %1").replace("%1", unit.card)
    parts = (unit.name, unit.id, terminal, card if unit.card else "", people)
    return " · ".join(part for part in parts if part)


UNITS: tuple[Column[UnitLine], ...] = (
    Column(
        QT_TRANSLATE_NOOP("columns", "力量"),
        lambda line, _: line.row.unit.name,
        weight=4,
        sort=lambda line: line.row.unit.name,
        tip=_unit_tip,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "类型"),
        lambda line, _: unit_kind(line),
        sample=widest_kinds,
        extra=True,
        sort=lambda line: (line.loose, line.row.unit.kind),
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "状态"),
        lambda line, _: unit_state(line),
        sample=widest_states,
        sort=lambda line: (line.row.state is None, line.row.state or ""),
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "位置"),
        unit_place,
        weight=6,
        sort=lambda line: line.fix.place if line.fix else "",
        tip=place_tip,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "事件"),
        lambda line, _: short_number(line.row.case) or formats.NONE,
        kind=Kind.NUMBER,
        sample="0000",
        sort=lambda line: line.row.case,
        tip=lambda line, _: line.row.case or formats.NONE,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "速度"),
        lambda line, _: formats.speed(line.fix.speed_kmh if line.fix else None),
        kind=Kind.NUMBER,
        sample="120 km/h",
        extra=True,
        sort=lambda line: -(line.fix.speed_kmh or 0) if line.fix else 0,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "定位"),
        fix_age,
        sample=widest_ages,
        sort=lambda line: line.fix.fix_time.timestamp() if line.fix else 0.0,
        tip=lambda line, context: fix_tip(line.fix, context),
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "此状态起"),
        lambda line, context: formats.day_time(line.row.since, context.now),
        kind=Kind.NUMBER,
        sample="11-22 08:12",
        extra=True,
        sort=lambda line: line.row.since.timestamp() if line.row.since else 0.0,
    ),
)
