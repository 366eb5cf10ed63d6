"""Every state, kind, act, refusal and reason as a person reads it; codes in, translated text out.

The tables hold the Chinese source texts for lupdate; an unknown code is shown as it is.
"""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.casework.acts import Refusal
from app.ingest.sources import SourceStatus
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
from widgets import formats


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
    (AlertKind.FATIGUE, QT_TRANSLATE_NOOP("words", "疲劳驾驶")),
    (AlertKind.DANGER, QT_TRANSLATE_NOOP("words", "危险预警")),
    (AlertKind.TAMPERED, QT_TRANSLATE_NOOP("words", "非法操作")),
    (AlertKind.STOLEN, QT_TRANSLATE_NOOP("words", "车辆被盗")),
    (AlertKind.LOW_POWER, QT_TRANSLATE_NOOP("words", "主电源欠压")),
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

CODES: Mapping[str, str] = {
    "false_alarm": QT_TRANSLATE_NOOP("words", "误报"),
    "duplicate": QT_TRANSLATE_NOOP("words", "重复"),
    "drill": QT_TRANSLATE_NOOP("words", "演练"),
    "already_handled": QT_TRANSLATE_NOOP("words", "已处置"),
    "not_local": QT_TRANSLATE_NOOP("words", "非本地"),
    "collector": QT_TRANSLATE_NOOP("words", "采集员"),
    "hotline": QT_TRANSLATE_NOOP("words", "热线"),
    "public": QT_TRANSLATE_NOOP("words", "公众"),
    "sensor": QT_TRANSLATE_NOOP("words", "感知设备"),
    "superior": QT_TRANSLATE_NOOP("words", "上级交办"),
    "other": QT_TRANSLATE_NOOP("words", "其他"),
    "exists": QT_TRANSLATE_NOOP("words", "存在"),
    "absent": QT_TRANSLATE_NOOP("words", "不存在"),
    "unverifiable": QT_TRANSLATE_NOOP("words", "无法核实"),
    "pass": QT_TRANSLATE_NOOP("words", "通过"),
    "fail": QT_TRANSLATE_NOOP("words", "不通过"),
    "unable": QT_TRANSLATE_NOOP("words", "无法核查"),
    "no_such_problem": QT_TRANSLATE_NOOP("words", "问题不存在"),
    "condition_not_met": QT_TRANSLATE_NOOP("words", "不合立案条件"),
    "out_of_scope": QT_TRANSLATE_NOOP("words", "不属受理范围"),
    "resolved": QT_TRANSLATE_NOOP("words", "已解决"),
    "mitigated": QT_TRANSLATE_NOOP("words", "已缓解"),
    "nothing_found": QT_TRANSLATE_NOOP("words", "到场未见"),
    "invalid": QT_TRANSLATE_NOOP("words", "定位无效"),
    "older": QT_TRANSLATE_NOOP("words", "早于已有定位"),
    "future": QT_TRANSLATE_NOOP("words", "时间在将来"),
    "jump": QT_TRANSLATE_NOOP("words", "位置跳变"),
    "range": QT_TRANSLATE_NOOP("words", "超出范围"),
    "encrypted": QT_TRANSLATE_NOOP("words", "坐标加密"),
    "backlog": QT_TRANSLATE_NOOP("words", "盲区补报"),
    "full": QT_TRANSLATE_NOOP("words", "磁盘已满"),
    "io": QT_TRANSLATE_NOOP("words", "读写出错"),
    "readonly": QT_TRANSLATE_NOOP("words", "只读"),
    "busy": QT_TRANSLATE_NOOP("words", "被占用"),
    "damaged": QT_TRANSLATE_NOOP("words", "已损坏"),
    "closed": QT_TRANSLATE_NOOP("words", "已关闭"),
    "title": QT_TRANSLATE_NOOP("words", "标题"),
    "grade": QT_TRANSLATE_NOOP("words", "等级"),
    "item": QT_TRANSLATE_NOOP("words", "事项"),
    "condition": QT_TRANSLATE_NOOP("words", "立案条件"),
    "text": QT_TRANSLATE_NOOP("words", "说明"),
    "cause": QT_TRANSLATE_NOOP("words", "原因"),
    "case": QT_TRANSLATE_NOOP("words", "事件"),
    "minutes": QT_TRANSLATE_NOOP("words", "分钟"),
    "result": QT_TRANSLATE_NOOP("words", "结果"),
    "lead": QT_TRANSLATE_NOOP("words", "主办力量"),
    "assists": QT_TRANSLATE_NOOP("words", "协办力量"),
    "override": QT_TRANSLATE_NOOP("words", "未选首推的理由"),
    "unit": QT_TRANSLATE_NOOP("words", "力量"),
    "checker": QT_TRANSLATE_NOOP("words", "核查人"),
    "disposition": QT_TRANSLATE_NOOP("words", "处置结果"),
    "new_evidence": QT_TRANSLATE_NOOP("words", "有新证据"),
    "closing_met": QT_TRANSLATE_NOOP("words", "结案条件已满足"),
    "source": QT_TRANSLATE_NOOP("words", "来源"),
    "lon": QT_TRANSLATE_NOOP("words", "经度"),
    "lat": QT_TRANSLATE_NOOP("words", "纬度"),
    "accuracy_m": QT_TRANSLATE_NOOP("words", "误差（米）"),
    "unplaced": QT_TRANSLATE_NOOP("words", "无定位"),
    "reason": QT_TRANSLATE_NOOP("words", "理由"),
}
"""Codes that are plain text in the data: doubts, sources, fields, decode errors."""

_BY_TYPE = {(type(value), value): source for value, source in STATES}

ACTS: Mapping[str, str] = {
    "alert.claim": QT_TRANSLATE_NOOP("words", "认领"),
    "alert.take_over": QT_TRANSLATE_NOOP("words", "接手"),
    "alert.confirm": QT_TRANSLATE_NOOP("words", "确认"),
    "alert.dismiss": QT_TRANSLATE_NOOP("words", "排除"),
    "alert.merge": QT_TRANSLATE_NOOP("words", "并入事件"),
    "alert.shelve": QT_TRANSLATE_NOOP("words", "搁置"),
    "alert.unshelve": QT_TRANSLATE_NOOP("words", "取消搁置"),
    "alert.raise": QT_TRANSLATE_NOOP("words", "报警"),
    "alert.repeat": QT_TRANSLATE_NOOP("words", "再次报警"),
    "alert.return": QT_TRANSLATE_NOOP("words", "报警恢复"),
    "case.report": QT_TRANSLATE_NOOP("words", "登记上报"),
    "case.verify": QT_TRANSLATE_NOOP("words", "发核实"),
    "case.verified": QT_TRANSLATE_NOOP("words", "核实回报"),
    "case.file": QT_TRANSLATE_NOOP("words", "立案"),
    "case.reject": QT_TRANSLATE_NOOP("words", "不予立案"),
    "case.merge": QT_TRANSLATE_NOOP("words", "并案"),
    "case.split": QT_TRANSLATE_NOOP("words", "拆案"),
    "case.dispatch": QT_TRANSLATE_NOOP("words", "派遣"),
    "case.assist": QT_TRANSLATE_NOOP("words", "增派协办"),
    "case.reserve": QT_TRANSLATE_NOOP("words", "预置力量"),
    "case.send_check": QT_TRANSLATE_NOOP("words", "发核查"),
    "case.check": QT_TRANSLATE_NOOP("words", "核查"),
    "case.rework": QT_TRANSLATE_NOOP("words", "返工"),
    "case.close": QT_TRANSLATE_NOOP("words", "结案"),
    "case.propose_close": QT_TRANSLATE_NOOP("words", "提请强制结案"),
    "case.force_close": QT_TRANSLATE_NOOP("words", "强制结案"),
    "case.reopen": QT_TRANSLATE_NOOP("words", "复办"),
    "case.review": QT_TRANSLATE_NOOP("words", "转复盘"),
    "case.archive": QT_TRANSLATE_NOOP("words", "归档"),
    "case.supervise": QT_TRANSLATE_NOOP("words", "督办"),
    "case.upgrade": QT_TRANSLATE_NOOP("words", "提级"),
    "case.void": QT_TRANSLATE_NOOP("words", "作废"),
    "case.note": QT_TRANSLATE_NOOP("words", "记事"),
    "case.correct": QT_TRANSLATE_NOOP("words", "更正"),
    "task.send": QT_TRANSLATE_NOOP("words", "发出任务"),
    "task.sign": QT_TRANSLATE_NOOP("words", "签收"),
    "task.depart": QT_TRANSLATE_NOOP("words", "出发"),
    "task.arrive": QT_TRANSLATE_NOOP("words", "到场"),
    "task.feedback": QT_TRANSLATE_NOOP("words", "反馈"),
    "task.return": QT_TRANSLATE_NOOP("words", "退回"),
    "task.withdraw": QT_TRANSLATE_NOOP("words", "撤回任务"),
    "task.suspend": QT_TRANSLATE_NOOP("words", "挂账"),
    "task.resume": QT_TRANSLATE_NOOP("words", "恢复"),
    "import.case": QT_TRANSLATE_NOOP("words", "导入历史事件"),
    "unit.enrol": QT_TRANSLATE_NOOP("words", "编入力量"),
    "terminal.register": QT_TRANSLATE_NOOP("words", "终端注册"),
    "log.note": QT_TRANSLATE_NOOP("words", "值班记事"),
}

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
    "arrived_before": QT_TRANSLATE_NOOP("words", "已经到过场，不能再退回"),
    "never_filed": QT_TRANSLATE_NOOP("words", "从未立案，不能复办"),
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

REASONS: Mapping[str, str] = {
    "distance_m": QT_TRANSLATE_NOOP("words", "直线 %1"),
    "no_distance": QT_TRANSLATE_NOOP("words", "距离不明"),
    "no_fix": QT_TRANSLATE_NOOP("words", "没有定位"),
    "fix_fresh": QT_TRANSLATE_NOOP("words", "定位 %1前"),
    "fix_stale": QT_TRANSLATE_NOOP("words", "定位已旧，%1前"),
    "fix_unknown": QT_TRANSLATE_NOOP("words", "位置不明，最后定位 %1前"),
    "kind_best": QT_TRANSLATE_NOOP("words", "专业对口：%1"),
    "kind_fits": QT_TRANSLATE_NOOP("words", "专业可用：%1"),
    "kind_other": QT_TRANSLATE_NOOP("words", "专业不对口：%1"),
    "free": QT_TRANSLATE_NOOP("words", "待命"),
    "busy": QT_TRANSLATE_NOOP("words", "正在处置 %1"),
}

SHORTFALLS: Mapping[str, str] = {
    "no_units": QT_TRANSLATE_NOOP("words", "没有可派的力量"),
    "no_position": QT_TRANSLATE_NOOP("words", "事件没有位置，不能按距离排序"),
    "no_fix": QT_TRANSLATE_NOOP("words", "%1 支力量没有定位"),
    "fixes_old": QT_TRANSLATE_NOOP("words", "%1 台定位已超 %2 分钟"),
    "none_near": QT_TRANSLATE_NOOP("words", "%2 km 内没有%1"),
    "kind_missing": QT_TRANSLATE_NOOP("words", "没有%1"),
    "kind_busy": QT_TRANSLATE_NOOP("words", "%1 %2 支全部在处置中"),
}

BOUNDARIES: Mapping[str, str] = {
    "no_geometry": QT_TRANSLATE_NOOP("words", "没有几何"),
    "wrong_type": QT_TRANSLATE_NOOP("words", "不是面"),
    "no_crs": QT_TRANSLATE_NOOP("words", "缺少坐标系（.prj）或坐标系无法识别"),
    "invalid": QT_TRANSLATE_NOOP("words", "几何无效"),
    "no_code": QT_TRANSLATE_NOOP("words", "没有区划代码"),
    "unknown_code": QT_TRANSLATE_NOOP("words", "区划代码不存在"),
    "wrong_level": QT_TRANSLATE_NOOP("words", "与文件中其他要素不在同一级，或不可替换"),
    "duplicate": QT_TRANSLATE_NOOP("words", "代码重复"),
    "outside_city": QT_TRANSLATE_NOOP("words", "超出市域"),
    "overlap": QT_TRANSLATE_NOOP("words", "与另一要素重叠"),
}

SOURCES: Mapping[str, str] = {
    "idle": QT_TRANSLATE_NOOP("words", "未启动"),
    "listening": QT_TRANSLATE_NOOP("words", "监听中"),
    "running": QT_TRANSLATE_NOOP("words", "接收中"),
    "ended": QT_TRANSLATE_NOOP("words", "已放完"),
    "stopped": QT_TRANSLATE_NOOP("words", "已停止"),
    "failed": QT_TRANSLATE_NOOP("words", "失败"),
}


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
    """Why a unit stands where it does in a recommendation: a code and its value -> text."""
    source = REASONS.get(code)
    text = f"{code} %1" if source is None else _said(source)
    return text.replace("%1", _value(code, value)).strip()


def shortfall(code: str, values: Sequence[Any] = ()) -> str:
    """What a recommendation lacks, such as 两台定位已超 10 分钟."""
    source = SHORTFALLS.get(code)
    text = " ".join((code, *(f"%{n}" for n in range(1, len(values) + 1))))
    text = text if source is None else _said(source)
    for number, value in enumerate(values, 1):
        text = text.replace(f"%{number}", _value("", value))
    return text


def source(status: SourceStatus) -> tuple[str, bool, str]:
    """(name, whether it works, detail) of a source, for its light in the status bar."""
    state = SOURCES.get(status.state)
    said = status.state if state is None else _said(state)
    refused = sum(status.refused.values())
    detail = (
        QCoreApplication.translate("words", "%1，连接 %2，收到 %3，拒收 %4")
        .replace("%1", said)
        .replace("%2", str(status.connections))
        .replace("%3", str(status.heard))
        .replace("%4", str(refused))
    )
    return status.name, status.state in ("listening", "running"), f"{detail} {status.error}".strip()


def boundary(reason: str) -> str:
    """Why a feature of a boundary file was refused."""
    said = BOUNDARIES.get(reason)
    return reason if said is None else _said(said)


LAYERS: Mapping[str, str] = {
    "relief": QT_TRANSLATE_NOOP("words", "地势"),
    "areas": QT_TRANSLATE_NOOP("words", "事件分级设色"),
    "water": QT_TRANSLATE_NOOP("words", "水系"),
    "graticule": QT_TRANSLATE_NOOP("words", "经纬网"),
    "grids": QT_TRANSLATE_NOOP("words", "网格线"),
    "boundaries": QT_TRANSLATE_NOOP("words", "行政界线"),
    "names": QT_TRANSLATE_NOOP("words", "地名"),
    "tracks": QT_TRANSLATE_NOOP("words", "轨迹"),
    "tasks": QT_TRANSLATE_NOOP("words", "派遣连线"),
    "plants": QT_TRANSLATE_NOOP("words", "电厂"),
    "terminals": QT_TRANSLATE_NOOP("words", "终端"),
    "cases": QT_TRANSLATE_NOOP("words", "事件与预警"),
    "help": QT_TRANSLATE_NOOP("words", "求救"),
    "legend": QT_TRANSLATE_NOOP("words", "图例"),
}


def layer(name: str) -> str:
    """The name of a layer of the map."""
    said = LAYERS.get(name)
    return name if said is None else _said(said)


def _value(code: str, value: Any) -> str:
    """A reason's value as read: metres, an age in seconds, a kind of unit, a number."""
    if code == "distance_m" and isinstance(value, int | float):
        return formats.distance(value)
    if code.startswith("fix_") and isinstance(value, int | float):
        return formats.age(value)
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, UnitKind):
        return word(value)
    kinds = {kind.value: kind for kind in UnitKind}
    return word(kinds[value]) if value in kinds else str(value)
