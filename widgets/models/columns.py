"""The columns of every table, as tuples; the texts are sources of translation context "columns"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.dispatch.rank import Candidate
from app.fixes.freshness import Freshness, freshness
from app.model import Alert, AlertState, Case, Commissioning, Entry, Fix, Plant, TaskState
from app.store.queries import UnitRow
from widgets import formats, words
from widgets.models.table import Column, Context, Kind
from widgets.parts.marks import grade_icon
from widgets.parts.sentences import sentence
from widgets.parts.share import case_clock
from widgets.words import QT_TRANSLATE_NOOP

FRESH_MARKS = {Freshness.FRESH: "●", Freshness.STALE: "◐", Freshness.UNKNOWN: "○"}
_TASK_MARKS = {
    None: "○",
    TaskState.RESERVED: "○",
    TaskState.ON_SITE: "●",
    TaskState.REWORK: "●",
    TaskState.SUSPENDED: "□",
}


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A row of the units board: what the unit does, and where its terminal was last."""

    row: UnitRow
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A row of the timeline: something that came or fell due, with the case or alert it was."""

    key: str
    at: datetime
    kind: str
    text: str
    case: str = ""
    grade: int = 0


# ---- words of a row, shared by several columns ----


def where(chain: Sequence[str], context: Context) -> str:
    """District and town of a chain; the city where it is no finer; 域外 where it is empty."""
    if not chain:
        return QCoreApplication.translate("columns", "域外或无定位")
    names = [short(context.place(code)) for code in chain[1:3]] or [context.place(chain[0])]
    return "·".join(names)


_ENDINGS = ("街道", "新区", "区", "县", "镇", "乡")


def short(name: str) -> str:
    """A name without the kind of place it is: 永川, 朱沱, 彭水; never less than two characters."""
    plain = re.sub("(..)(?:..?族)+自治县$", r"\1", name)
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 2 and plain != "两江新区":
            return plain.removesuffix(ending)
    return plain


def whole_chain(chain: Sequence[str], context: Context) -> str:
    return (
        " › ".join(context.place(code) for code in chain)
        if chain
        else QCoreApplication.translate("columns", "域外或无定位")
    )


def case_state(case: Case, context: Context) -> str:
    """State and the time that counts: what is left, what is broken, or how long it lasts."""
    clock = case_clock(case, context.now)
    if clock is not None:
        return f"{words.word(case.state)} {clock.text}"
    lasts = formats.timer((context.now - case.changed).total_seconds())
    return f"{words.word(case.state)} {lasts}"


def unit_state(line: UnitLine) -> str:
    state = line.row.state
    mark = _TASK_MARKS.get(state, "◐")
    free = QCoreApplication.translate("columns", "待命")
    return f"{mark} {free if state is None else words.word(state)}"


def fix_age(line: UnitLine, context: Context) -> str:
    """Age of a fix behind the mark of its freshness; a unit never heard says so."""
    fix = line.fix
    if fix is None:
        unheard = QCoreApplication.translate("columns", "未收到定位")
        return f"○ {unheard}"
    mark = FRESH_MARKS[freshness(fix.fix_time, context.now, line.row.unit.kind)]
    return f"{mark} {formats.ago(fix.fix_time, context.now)}"


def fix_place(fix: Fix | None, context: Context) -> str:
    if fix is None:
        return formats.NONE
    if not fix.place:
        return QCoreApplication.translate("columns", "域外")
    chain = context.chain(fix.place)
    return " ".join(dict.fromkeys((where(chain, context), context.place(fix.place))))


def fix_tip(fix: Fix | None, context: Context) -> str:
    if fix is None:
        return QCoreApplication.translate("columns", "该力量的终端没有上报过可信定位")
    parts = (
        QCoreApplication.translate("columns", "定位") + f" {formats.absolute(fix.fix_time)}",
        QCoreApplication.translate("columns", "接收") + f" {formats.absolute(fix.received)}",
        QCoreApplication.translate("columns", "误差") + f" {formats.accuracy(fix.accuracy_m)}",
    )
    return " · ".join(parts)


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


def alert_title(alert: Alert) -> str:
    return f"{words.word(alert.kind)} {alert.text}".strip()


def repeats(alert: Alert) -> str:
    return f"×{alert.count}" if alert.count > 1 else ""


def numeral(grade: int) -> str:
    return words.NUMERALS.get(grade, "")  # type: ignore[call-overload]


CASES: tuple[Column[Case], ...] = (
    Column(
        QT_TRANSLATE_NOOP("columns", "级"),
        lambda case, _: words.NUMERALS[case.grade],
        sample="◆ Ⅲ",
        icon=lambda case: grade_icon(case.grade),
        sort=lambda case: (case.grade, case.opened),
        tip=lambda case, _: words.grade(case.grade),
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "编号"),
        lambda case, _: case.id,
        kind=Kind.CODE,
        sample="C…0117",
        sort=lambda case: case.id,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "事件"),
        lambda case, _: case.title,
        weight=1,
        sort=lambda case: case.title,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "地点"),
        lambda case, context: where(case.chain, context),
        weight=1,
        sort=lambda case: case.chain,
        tip=lambda case, context: whole_chain(case.chain, context),
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "状态 / 计时"),
        case_state,
        sample="待派遣 超 0:00:00",
        sort=lambda case: (case.deadline is None, case.deadline or case.changed),
        clock=lambda case, context: case_clock(case, context.now),
    ),
)

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
        lambda alert, _: alert_title(alert),
        weight=5,
        sort=lambda alert: alert.kind,
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
        lambda alert, context: context.unit(alert.unit) if alert.unit else alert.terminal,
        weight=4,
        sort=lambda alert: alert.unit or alert.terminal,
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

UNITS: tuple[Column[UnitLine], ...] = (
    Column(
        QT_TRANSLATE_NOOP("columns", "力量"),
        lambda line, _: line.row.unit.name,
        weight=4,
        sort=lambda line: line.row.unit.name,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "类型"),
        lambda line, _: words.word(line.row.unit.kind),
        sample="医疗急救",
        sort=lambda line: line.row.unit.kind,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "状态"),
        lambda line, _: unit_state(line),
        sample="◐ 待签收",
        sort=lambda line: (line.row.state is None, line.row.state or ""),
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "位置"),
        lambda line, context: fix_place(line.fix, context),
        weight=4,
        sort=lambda line: line.fix.place if line.fix else "",
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "事件"),
        lambda line, _: line.row.case or formats.NONE,
        kind=Kind.CODE,
        sample="C-20…0117",
        sort=lambda line: line.row.case,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "速度"),
        lambda line, _: formats.speed(line.fix.speed_kmh if line.fix else None),
        kind=Kind.NUMBER,
        sample="120 km/h",
        sort=lambda line: -(line.fix.speed_kmh or 0) if line.fix else 0,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "定位"),
        lambda line, context: fix_age(line, context),
        sample="● 59 分钟前了",
        sort=lambda line: line.fix.fix_time.timestamp() if line.fix else 0.0,
        tip=lambda line, context: fix_tip(line.fix, context),
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "此状态起"),
        lambda line, context: formats.day_time(line.row.since, context.now),
        kind=Kind.NUMBER,
        sample="11-22 08:12",
        sort=lambda line: line.row.since.timestamp() if line.row.since else 0.0,
    ),
)

MOMENTS: tuple[Column[Moment], ...] = (
    Column(
        QT_TRANSLATE_NOOP("columns", "时刻"),
        lambda moment, context: formats.day_time(moment.at, context.now),
        sample="11-22 08:12",
        sort=lambda moment: moment.at,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "距今"),
        lambda moment, context: formats.ago(moment.at, context.now),
        kind=Kind.NUMBER,
        sample="59 分钟前",
        sort=lambda moment: moment.at,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "事项"),
        lambda moment, _: moment.kind,
        sample="期限将到",
        sort=lambda moment: moment.kind,
    ),
    Column(QT_TRANSLATE_NOOP("columns", "内容"), lambda moment, _: moment.text, weight=6),
    Column(
        QT_TRANSLATE_NOOP("columns", "编号"),
        lambda moment, _: moment.case,
        kind=Kind.CODE,
        sample="C-20…0117",
        sort=lambda moment: moment.case,
    ),
)


def plant_stage(plant: Plant) -> str:
    """The first axis. What has only been synchronised says so and is never 在役."""
    word = words.word(plant.commissioning)
    synchronised = "首次并网" in plant.note
    if plant.commissioning == Commissioning.COMMISSIONING and synchronised:
        return f"◐ {word} · " + QCoreApplication.translate("columns", "首次并网")
    return f"{_STAGE_MARKS[plant.commissioning]} {word}"


_STAGE_MARKS = {"building": "□", "commissioning": "◐", "in_service": "●", "closed": "×"}
_FUELS = {
    "gas": QT_TRANSLATE_NOOP("columns", "燃气"),
    "coal": QT_TRANSLATE_NOOP("columns", "燃煤"),
    "hydro": QT_TRANSLATE_NOOP("columns", "水电"),
    "mine_gas": QT_TRANSLATE_NOOP("columns", "瓦斯"),
}
LARGEST_MW = 3000.0
"""A full bar: above the largest plant of the catalogue (2,640 MW)."""


def fuel(name: str) -> str:
    source = _FUELS.get(name.lower())
    return name if source is None else QCoreApplication.translate("columns", source)


PLANTS: tuple[Column[Plant], ...] = (
    Column(
        QT_TRANSLATE_NOOP("columns", "电厂"),
        lambda plant, _: plant.name,
        weight=5,
        sort=lambda plant: plant.name,
        tip=lambda plant, _: f"{plant.name} {plant.name_en}",
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "燃料"),
        lambda plant, _: fuel(plant.fuel),
        sample="垃圾发电",
        sort=lambda plant: plant.fuel,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "容量"),
        lambda plant, _: formats.megawatts(plant.capacity_mw),
        kind=Kind.NUMBER,
        sample="2,418.5 MW",
        sort=lambda plant: -(plant.capacity_mw or 0.0),
        bar=lambda plant: None if plant.capacity_mw is None else plant.capacity_mw / LARGEST_MW,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "投运阶段"),
        lambda plant, _: plant_stage(plant),
        sample="◐ 调试 · 首次并网",
        sort=lambda plant: plant.commissioning,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "可用状态"),
        lambda plant, _: words.word(plant.availability),
        sample="非计划停运",
        sort=lambda plant: plant.availability,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "出力"),
        lambda plant, _: QCoreApplication.translate("columns", "未知"),
        kind=Kind.NUMBER,
        sample="未知了",
        tip=lambda plant, _: QCoreApplication.translate(
            "columns", "尚未接入机组遥测，出力不作猜测"
        ),
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "说明"),
        lambda plant, _: plant.note or formats.NONE,
        weight=5,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "来源"),
        lambda plant, _: plant.source,
        kind=Kind.CODE,
        sample="PRESS-2023-09-10",
        sort=lambda plant: plant.source,
        tip=lambda plant, _: f"{plant.source} · {plant.licence}",
    ),
)

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


@dataclass(frozen=True, slots=True)
class Offer:
    """A row of the recommended units: the candidate, and whether it goes along as 协办."""

    candidate: Candidate
    assists: bool = False


def offer_age(offer: Offer) -> str:
    """Age of the candidate's fix when it was ranked."""
    found = offer.candidate
    if found.age_s is None:
        return "○ " + QCoreApplication.translate("columns", "无定位")
    return f"{FRESH_MARKS[found.freshness]} {formats.age(found.age_s)}"


def offer_distance(offer: Offer) -> str:
    """Straight, not by road: the head of the column says so."""
    metres = offer.candidate.distance_m
    return formats.NONE if metres is None else formats.distance(metres)


def place_in_line(offer: Offer) -> str:
    """The rank, marked where the unit goes along as 协办."""
    mark = QCoreApplication.translate("columns", "协")
    return f"{offer.candidate.rank} {mark}" if offer.assists else str(offer.candidate.rank)


OFFERS: tuple[Column[Offer], ...] = (
    Column(
        "#",
        lambda offer, _: place_in_line(offer),
        sample="9 协",
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "力量"), lambda offer, _: offer.candidate.unit.name, weight=1
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "直线"),
        lambda offer, _: offer_distance(offer),
        kind=Kind.NUMBER,
        sample="0.0 km",
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "定位"),
        lambda offer, _: offer_age(offer),
        sample="● 59 分钟",
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "状态"),
        lambda offer, _: (
            "◐ " + QCoreApplication.translate("columns", "在办")
            if offer.candidate.busy_with
            else "○ " + QCoreApplication.translate("columns", "待命")
        ),
        sample="○ 待命",
    ),
)
