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

REFUSALS: Mapping[str, str] = {
    "unknown_act": QT_TRANSLATE_NOOP("words", "没有这个动作"),
    "unknown_subject": QT_TRANSLATE_NOOP("words", "没有找到所指的对象"),
    "wrong_state": QT_TRANSLATE_NOOP("words", "当前状态不能这样做"),
    "wrong_role": QT_TRANSLATE_NOOP("words", "这个动作不属于您的岗位"),
    "reason_missing": QT_TRANSLATE_NOOP("words", "需要写明理由"),
    "field_missing": QT_TRANSLATE_NOOP("words", "有必填项没有填"),
    "field_unknown": QT_TRANSLATE_NOOP("words", "有不认识的填写项"),
    "field_bad": QT_TRANSLATE_NOOP("words", "填写的内容不合规定"),
    "unit_unknown": QT_TRANSLATE_NOOP("words", "没有这支力量"),
    "unit_twice": QT_TRANSLATE_NOOP("words", "同一支力量选了两次"),
    "unit_at_work_here": QT_TRANSLATE_NOOP("words", "该力量已在处置本事件"),
    "item_unknown": QT_TRANSLATE_NOOP("words", "事项目录中没有此类"),
    "condition_unknown": QT_TRANSLATE_NOOP("words", "该类没有此立案条件"),
    "limit_unknown": QT_TRANSLATE_NOOP("words", "该条件没有时限"),
    "position_missing": QT_TRANSLATE_NOOP("words", "没有位置，须先定位"),
    "override_missing": QT_TRANSLATE_NOOP("words", "没有选第一推荐，须写明理由"),
    "shelve_grade": QT_TRANSLATE_NOOP("words", "Ⅰ、Ⅱ级报警不得搁置"),
    "shelve_too_long": QT_TRANSLATE_NOOP("words", "搁置时间超过上限"),
    "shelve_running": QT_TRANSLATE_NOOP("words", "搁置时间未到"),
    "already_yours": QT_TRANSLATE_NOOP("words", "您已经认领了"),
    "target_unknown": QT_TRANSLATE_NOOP("words", "没有找到目标事件"),
    "target_closed": QT_TRANSLATE_NOOP("words", "目标事件已经办结"),
    "target_itself": QT_TRANSLATE_NOOP("words", "不能并入自己"),
    "target_centre": QT_TRANSLATE_NOOP("words", "目标事件属于另一中心"),
    "handler_may_not": QT_TRANSLATE_NOOP("words", "处置人不得核查或结案"),
    "checker_is_handler": QT_TRANSLATE_NOOP("words", "核查人就是处置人"),
    "not_passed": QT_TRANSLATE_NOOP("words", "核查没有通过"),
    "not_failed": QT_TRANSLATE_NOOP("words", "核查没有不通过"),
    "tasks_open": QT_TRANSLATE_NOOP("words", "还有任务没有完成"),
    "second_return": QT_TRANSLATE_NOOP("words", "同一力量第二次退回，由值班长裁定"),
    "case_not_handled": QT_TRANSLATE_NOOP("words", "事件不在派遣或处置中"),
    "closing_not_met": QT_TRANSLATE_NOOP("words", "结案条件没有满足"),
    "not_proposed": QT_TRANSLATE_NOOP("words", "须先由另一人提出"),
    "same_person": QT_TRANSLATE_NOOP("words", "提出人与批准人不得相同"),
    "reopen_too_late": QT_TRANSLATE_NOOP("words", "结案超过 30 天，不能复办"),
    "already_supervised": QT_TRANSLATE_NOOP("words", "已在督办"),
    "grade_not_raised": QT_TRANSLATE_NOOP("words", "等级没有提高"),
    "nothing_changed": QT_TRANSLATE_NOOP("words", "没有改变任何内容"),
    "no_review_needed": QT_TRANSLATE_NOOP("words", "不需要复盘"),
    "review_needed": QT_TRANSLATE_NOOP("words", "须先复盘"),
    "overdue": QT_TRANSLATE_NOOP("words", "已经超时"),
    "suspended_before": QT_TRANSLATE_NOOP("words", "已经挂账过一次"),
    "suspended_too_long": QT_TRANSLATE_NOOP("words", "挂账期超过上限"),
}

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
