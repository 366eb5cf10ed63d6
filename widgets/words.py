"""Every state, kind, act, refusal and reason as a person reads it; codes in, translated text out.

The tables hold the Chinese source texts for lupdate; an unknown code is shown as it is.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.casework.acts import Refusal
from app.model import (
    AlertKind,
    AlertState,
    Availability,
    CaseState,
    Commissioning,
    Grade,
    Level,
    Role,
    Share,
    Stage,
    TaskState,
    UnitKind,
)


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Marks a text for lupdate, as Qt's own does, and says that it is a str."""
    return text


NUMERALS = {Grade.I: "Ⅰ", Grade.II: "Ⅱ", Grade.III: "Ⅲ", Grade.IV: "Ⅳ"}
SHAPES = {Grade.I: "▲", Grade.II: "◆", Grade.III: "■", Grade.IV: "●"}

STATES: tuple[tuple[Enum, str], ...] = (
    (Grade.I, QT_TRANSLATE_NOOP("words", "特别重大")),
    (Grade.II, QT_TRANSLATE_NOOP("words", "重大")),
    (Grade.III, QT_TRANSLATE_NOOP("words", "较大")),
    (Grade.IV, QT_TRANSLATE_NOOP("words", "一般")),
    (AlertKind.SOS, QT_TRANSLATE_NOOP("words", "紧急求救")),
    (AlertKind.OVERSPEED, QT_TRANSLATE_NOOP("words", "超速")),
    (AlertKind.COLLISION, QT_TRANSLATE_NOOP("words", "碰撞")),
    (AlertKind.ROLLOVER, QT_TRANSLATE_NOOP("words", "侧翻")),
    (AlertKind.POWER_LOST, QT_TRANSLATE_NOOP("words", "主电源掉电")),
    (AlertKind.GNSS_FAULT, QT_TRANSLATE_NOOP("words", "定位模块故障")),
    (AlertKind.REMOVED, QT_TRANSLATE_NOOP("words", "终端被拆")),
    (AlertKind.SILENT, QT_TRANSLATE_NOOP("words", "终端失联")),
    (AlertKind.OUTSIDE, QT_TRANSLATE_NOOP("words", "驶出市域")),
    (AlertKind.PLANT, QT_TRANSLATE_NOOP("words", "电厂异常")),
    (AlertKind.REPORT, QT_TRANSLATE_NOOP("words", "人工上报")),
    (AlertState.NEW, QT_TRANSLATE_NOOP("words", "未确认")),
    (AlertState.SEEN, QT_TRANSLATE_NOOP("words", "已看")),
    (AlertState.CONFIRMED, QT_TRANSLATE_NOOP("words", "已确认")),
    (AlertState.DISMISSED, QT_TRANSLATE_NOOP("words", "已排除")),
    (AlertState.MERGED, QT_TRANSLATE_NOOP("words", "已合并")),
    (AlertState.SHELVED, QT_TRANSLATE_NOOP("words", "搁置")),
    (CaseState.RECEIVED, QT_TRANSLATE_NOOP("words", "待受理")),
    (CaseState.VERIFYING, QT_TRANSLATE_NOOP("words", "核实中")),
    (CaseState.TO_FILE, QT_TRANSLATE_NOOP("words", "待立案")),
    (CaseState.TO_DISPATCH, QT_TRANSLATE_NOOP("words", "待派遣")),
    (CaseState.HANDLING, QT_TRANSLATE_NOOP("words", "处置中")),
    (CaseState.TO_CHECK, QT_TRANSLATE_NOOP("words", "待核查")),
    (CaseState.CHECKING, QT_TRANSLATE_NOOP("words", "核查中")),
    (CaseState.TO_CLOSE, QT_TRANSLATE_NOOP("words", "待结案")),
    (CaseState.CLOSED, QT_TRANSLATE_NOOP("words", "已结案")),
    (CaseState.TO_REVIEW, QT_TRANSLATE_NOOP("words", "待复盘")),
    (CaseState.ARCHIVED, QT_TRANSLATE_NOOP("words", "已归档")),
    (CaseState.REJECTED, QT_TRANSLATE_NOOP("words", "不予立案")),
    (CaseState.MERGED, QT_TRANSLATE_NOOP("words", "已并案")),
    (CaseState.VOID, QT_TRANSLATE_NOOP("words", "已作废")),
    (Stage.REPORT, QT_TRANSLATE_NOOP("words", "上报")),
    (Stage.FILE, QT_TRANSLATE_NOOP("words", "立案")),
    (Stage.DISPATCH, QT_TRANSLATE_NOOP("words", "派遣")),
    (Stage.HANDLE, QT_TRANSLATE_NOOP("words", "处置")),
    (Stage.FEEDBACK, QT_TRANSLATE_NOOP("words", "反馈")),
    (Stage.CHECK, QT_TRANSLATE_NOOP("words", "核查")),
    (Stage.CLOSE, QT_TRANSLATE_NOOP("words", "结案")),
    (TaskState.RESERVED, QT_TRANSLATE_NOOP("words", "预置")),
    (TaskState.SENT, QT_TRANSLATE_NOOP("words", "待签收")),
    (TaskState.SIGNED, QT_TRANSLATE_NOOP("words", "已签收")),
    (TaskState.ON_WAY, QT_TRANSLATE_NOOP("words", "在途")),
    (TaskState.ON_SITE, QT_TRANSLATE_NOOP("words", "到场")),
    (TaskState.SUSPENDED, QT_TRANSLATE_NOOP("words", "挂账")),
    (TaskState.FED_BACK, QT_TRANSLATE_NOOP("words", "已反馈")),
    (TaskState.REWORK, QT_TRANSLATE_NOOP("words", "返工")),
    (TaskState.DONE, QT_TRANSLATE_NOOP("words", "完成")),
    (TaskState.RETURNED, QT_TRANSLATE_NOOP("words", "已退回")),
    (Share.LEAD, QT_TRANSLATE_NOOP("words", "主办")),
    (Share.ASSIST, QT_TRANSLATE_NOOP("words", "协办")),
    (Role.COLLECTOR, QT_TRANSLATE_NOOP("words", "采集员")),
    (Role.ACCEPTOR, QT_TRANSLATE_NOOP("words", "受理员")),
    (Role.DISPATCHER, QT_TRANSLATE_NOOP("words", "派遣员")),
    (Role.HANDLER, QT_TRANSLATE_NOOP("words", "处置人员")),
    (Role.CHECKER, QT_TRANSLATE_NOOP("words", "核查员")),
    (Role.SUPERVISOR, QT_TRANSLATE_NOOP("words", "值班长")),
    (Role.SYSTEM, QT_TRANSLATE_NOOP("words", "系统")),
    (UnitKind.GRID, QT_TRANSLATE_NOOP("words", "网格员")),
    (UnitKind.FIRE, QT_TRANSLATE_NOOP("words", "消防")),
    (UnitKind.MEDICAL, QT_TRANSLATE_NOOP("words", "医疗急救")),
    (UnitKind.POWER, QT_TRANSLATE_NOOP("words", "电力抢修")),
    (UnitKind.CITY, QT_TRANSLATE_NOOP("words", "城市管理")),
    (Level.CITY, QT_TRANSLATE_NOOP("words", "市")),
    (Level.DISTRICT, QT_TRANSLATE_NOOP("words", "区县")),
    (Level.TOWN, QT_TRANSLATE_NOOP("words", "镇街")),
    (Level.VILLAGE, QT_TRANSLATE_NOOP("words", "村社")),
    (Level.GRID, QT_TRANSLATE_NOOP("words", "网格")),
    (Commissioning.BUILDING, QT_TRANSLATE_NOOP("words", "在建")),
    (Commissioning.COMMISSIONING, QT_TRANSLATE_NOOP("words", "调试")),
    (Commissioning.IN_SERVICE, QT_TRANSLATE_NOOP("words", "在役")),
    (Commissioning.CLOSED, QT_TRANSLATE_NOOP("words", "关停")),
    (Availability.RUNNING, QT_TRANSLATE_NOOP("words", "运行")),
    (Availability.RESERVE, QT_TRANSLATE_NOOP("words", "备用")),
    (Availability.PLANNED, QT_TRANSLATE_NOOP("words", "计划停运")),
    (Availability.UNPLANNED, QT_TRANSLATE_NOOP("words", "非计划停运")),
    (Availability.UNKNOWN, QT_TRANSLATE_NOOP("words", "状态未知")),
)
"""Rows and not a dict: members of IntEnum and StrEnum of different kinds may be equal."""

CODES: Mapping[str, str] = {}
"""Codes that are plain text in the data: doubts, sources, fields, decode errors."""

_BY_TYPE = {(type(value), value): source for value, source in STATES}

ACTS: Mapping[str, str] = {}

REFUSALS: Mapping[str, str] = {}

REASONS: Mapping[str, str] = {}


def _said(source: str) -> str:
    return QCoreApplication.translate("words", source)


def word(value: Enum | str) -> str:
    """The word for an enum's member or a code; an unknown code stays as it is."""
    if isinstance(value, Enum):
        source = _BY_TYPE.get((type(value), value))
        return value.name if source is None else _said(source)
    source = CODES.get(value)
    return value if source is None else _said(source)


def grade(value: Grade) -> str:
    """▲ Ⅰ 特别重大: shape, numeral and word; colour comes on top."""
    return f"{SHAPES[value]} {NUMERALS[value]} {word(value)}"


def act(name: str) -> str:
    """The name of an act of the transition table, as on its button and in the ledger's list."""
    source = ACTS.get(name)
    return name if source is None else _said(source)


def refusal(value: Refusal) -> str:
    """Why an act was refused, and what would be allowed instead."""
    source = REFUSALS.get(value.code)
    text = value.code if source is None else _said(source)
    if value.detail:
        text = (
            QCoreApplication.translate("words", "%1（%2）")
            .replace("%1", text)
            .replace("%2", word(value.detail))
        )
    if value.allowed:
        allowed = QCoreApplication.translate("words", "、").join(act(a) for a in value.allowed)
        text += QCoreApplication.translate("words", "。现在可以：%1").replace("%1", allowed)
    return text


def reason(code: str, value: Any = "") -> str:
    """A recommendation's reason or shortfall: code and value -> text."""
    source = REASONS.get(code)
    text = f"{code} %1" if source is None else _said(source)
    return text.replace("%1", str(value)).strip()
