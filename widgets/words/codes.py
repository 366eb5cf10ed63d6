"""Codes that stand as plain text in the data, and the word for any code or member of an enum."""

from collections.abc import Mapping
from enum import Enum

from app.model import Grade
from widgets.words.said import QT_TRANSLATE_NOOP, said
from widgets.words.states import BY_TYPE, NUMERALS, SHAPES

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
    "too_old": QT_TRANSLATE_NOOP("words", "定位时间过旧"),
    "near_border": QT_TRANSLATE_NOOP("words", "误差圈触及围栏边界"),
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
    "name": QT_TRANSLATE_NOOP("words", "名称"),
    "kind": QT_TRANSLATE_NOOP("words", "类别"),
    "watches": QT_TRANSLATE_NOOP("words", "看守对象"),
    "rings": QT_TRANSLATE_NOOP("words", "范围"),
    "radius_m": QT_TRANSLATE_NOOP("words", "半径（米）"),
    "until": QT_TRANSLATE_NOOP("words", "挂账至"),
    "measure": QT_TRANSLATE_NOOP("words", "期间安全措施"),
    "channel": QT_TRANSLATE_NOOP("words", "答复方式"),
    "receiver": QT_TRANSLATE_NOOP("words", "对方答复人"),
    "opinion": QT_TRANSLATE_NOOP("words", "派遣员意见"),
    "network": QT_TRANSLATE_NOOP("words", "网络"),
    "beidou": QT_TRANSLATE_NOOP("words", "北斗短报文"),
    "phone": QT_TRANSLATE_NOOP("words", "电话"),
    "paper": QT_TRANSLATE_NOOP("words", "纸质"),
    "reason": QT_TRANSLATE_NOOP("words", "理由"),
    "card": QT_TRANSLATE_NOOP("words", "北斗卡号"),
    "short message beside the card": QT_TRANSLATE_NOOP("words", "不是经北斗卡收到的短报文"),
    "answer_min": QT_TRANSLATE_NOOP("words", "待答（分钟）"),
    "carrier": QT_TRANSLATE_NOOP("words", "承载"),
}
"""Codes that are plain text in the data: doubts, sources, fields, decode errors."""


def word(value: Enum | str) -> str:
    """The word for an enum's member or a code; an unknown code stays as it is."""
    if isinstance(value, Enum):
        source = BY_TYPE.get((type(value), value))
        return value.name if source is None else said(source)
    source = CODES.get(value)
    return value if source is None else said(source)


def grade(value: Grade) -> str:
    """▲ Ⅰ 特别重大: shape, numeral and word; colour comes on top."""
    return f"{SHAPES[value]} {NUMERALS[value]} {word(value)}"
