"""The fields of acts and their choices in words; an unknown one is said as it is written."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.model import Grade
from widgets import words
from widgets.words import QT_TRANSLATE_NOOP

FIELDS: Mapping[str, str] = {
    "title": QT_TRANSLATE_NOOP("act", "标题"),
    "text": QT_TRANSLATE_NOOP("act", "说明"),
    "grade": QT_TRANSLATE_NOOP("act", "等级"),
    "item": QT_TRANSLATE_NOOP("act", "事项"),
    "condition": QT_TRANSLATE_NOOP("act", "立案条件"),
    "cause": QT_TRANSLATE_NOOP("act", "原因"),
    "case": QT_TRANSLATE_NOOP("act", "并入事件"),
    "minutes": QT_TRANSLATE_NOOP("act", "时长"),
    "lead": QT_TRANSLATE_NOOP("act", "主办"),
    "assists": QT_TRANSLATE_NOOP("act", "协办"),
    "unit": QT_TRANSLATE_NOOP("act", "力量"),
    "override": QT_TRANSLATE_NOOP("act", "为何不派第一名"),
    "checker": QT_TRANSLATE_NOOP("act", "核查人"),
    "result": QT_TRANSLATE_NOOP("act", "结果"),
    "disposition": QT_TRANSLATE_NOOP("act", "办理结果"),
    "new_evidence": QT_TRANSLATE_NOOP("act", "有新证据"),
    "closing_met": QT_TRANSLATE_NOOP("act", "结案条件已满足"),
    "source": QT_TRANSLATE_NOOP("act", "来源"),
    "lon": QT_TRANSLATE_NOOP("act", "经度"),
    "lat": QT_TRANSLATE_NOOP("act", "纬度"),
    "accuracy_m": QT_TRANSLATE_NOOP("act", "误差（米）"),
    "unplaced": QT_TRANSLATE_NOOP("act", "无定位"),
    "until": QT_TRANSLATE_NOOP("act", "挂账至"),
    "measure": QT_TRANSLATE_NOOP("act", "期间安全措施"),
    "channel": QT_TRANSLATE_NOOP("act", "答复方式"),
    "receiver": QT_TRANSLATE_NOOP("act", "对方答复人"),
    "opinion": QT_TRANSLATE_NOOP("act", "派遣员意见"),
    "phone": QT_TRANSLATE_NOOP("act", "终端号码"),
    "urgent": QT_TRANSLATE_NOOP("act", "紧急"),
    "speak": QT_TRANSLATE_NOOP("act", "语音播读"),
    "interval_s": QT_TRANSLATE_NOOP("act", "间隔（秒）"),
    "reason": QT_TRANSLATE_NOOP("act", "理由"),
}

CHOICES: Mapping[str, str] = {
    "false_alarm": QT_TRANSLATE_NOOP("act", "误报"),
    "duplicate": QT_TRANSLATE_NOOP("act", "重复"),
    "drill": QT_TRANSLATE_NOOP("act", "演练"),
    "already_handled": QT_TRANSLATE_NOOP("act", "已处置"),
    "not_local": QT_TRANSLATE_NOOP("act", "非本地"),
    "collector": QT_TRANSLATE_NOOP("act", "网格员采集"),
    "hotline": QT_TRANSLATE_NOOP("act", "热线"),
    "public": QT_TRANSLATE_NOOP("act", "公众"),
    "sensor": QT_TRANSLATE_NOOP("act", "感知设备"),
    "superior": QT_TRANSLATE_NOOP("act", "上级交办"),
    "other": QT_TRANSLATE_NOOP("act", "其他"),
    "exists": QT_TRANSLATE_NOOP("act", "存在"),
    "absent": QT_TRANSLATE_NOOP("act", "不存在"),
    "unverifiable": QT_TRANSLATE_NOOP("act", "无法核实"),
    "pass": QT_TRANSLATE_NOOP("act", "通过"),
    "fail": QT_TRANSLATE_NOOP("act", "不通过"),
    "unable": QT_TRANSLATE_NOOP("act", "无法核查"),
    "no_such_problem": QT_TRANSLATE_NOOP("act", "问题不存在"),
    "condition_not_met": QT_TRANSLATE_NOOP("act", "不符合立案条件"),
    "out_of_scope": QT_TRANSLATE_NOOP("act", "不属受理范围"),
    "resolved": QT_TRANSLATE_NOOP("act", "已解决"),
    "mitigated": QT_TRANSLATE_NOOP("act", "已缓解"),
    "nothing_found": QT_TRANSLATE_NOOP("act", "未发现问题"),
    "network": QT_TRANSLATE_NOOP("act", "网络"),
    "beidou": QT_TRANSLATE_NOOP("act", "北斗短报文"),
    "phone": QT_TRANSLATE_NOOP("act", "电话"),
    "paper": QT_TRANSLATE_NOOP("act", "纸质"),
    "support": QT_TRANSLATE_NOOP("act", "支持申诉"),
    "oppose": QT_TRANSLATE_NOOP("act", "不支持申诉"),
}


def field(name: str) -> str:
    """The label of a field."""
    return _said(FIELDS, name)


def choice(name: str, value: str) -> str:
    """One of the choices of a field; grades by their shape, numeral and word."""
    return words.grade(Grade(int(value))) if name == "grade" else _said(CHOICES, value)


def _said(table: Mapping[str, str], code: str) -> str:
    source = table.get(code)
    return words.word(code) if source is None else QCoreApplication.translate("act", source)
