"""Words for short messages: how an order stands, what was heard, what is wrong, how it is sent."""

from collections.abc import Mapping

from app.shortmsg.flaws import Flaw
from app.shortmsg.kept import LetterKind
from app.shortmsg.outbox_values import Hindrance
from app.shortmsg.track import Cause, Progress, Verdict
from widgets.words.said import QT_TRANSLATE_NOOP, said

PROGRESS: Mapping[str, str] = {
    Progress.WAITING: QT_TRANSLATE_NOOP("words", "待发"),
    Progress.SENT: QT_TRANSLATE_NOOP("words", "已发，待回执"),
    Progress.NOT_SENT: QT_TRANSLATE_NOOP("words", "未发出"),
    Progress.NOT_CONFIRMED: QT_TRANSLATE_NOOP("words", "未确认"),
    Progress.RECEIVED: QT_TRANSLATE_NOOP("words", "已签收"),
    Progress.RETURNED: QT_TRANSLATE_NOOP("words", "已退回"),
    Progress.ARRIVED: QT_TRANSLATE_NOOP("words", "已到场"),
    Progress.FED_BACK: QT_TRANSLATE_NOOP("words", "已反馈"),
    "held": QT_TRANSLATE_NOOP("words", "待放行"),
    "given_up": QT_TRANSLATE_NOOP("words", "已放弃"),
}

LETTERS: Mapping[str, str] = {
    LetterKind.RECEIPT: QT_TRANSLATE_NOOP("words", "回执"),
    LetterKind.ARRIVAL: QT_TRANSLATE_NOOP("words", "到场报"),
    LetterKind.FEEDBACK: QT_TRANSLATE_NOOP("words", "反馈报"),
    LetterKind.SOS: QT_TRANSLATE_NOOP("words", "求助报"),
    LetterKind.ORDER: QT_TRANSLATE_NOOP("words", "调度令"),
    LetterKind.TEXT: QT_TRANSLATE_NOOP("words", "文字"),
    LetterKind.DATA: QT_TRANSLATE_NOOP("words", "数据"),
    LetterKind.DAMAGED: QT_TRANSLATE_NOOP("words", "损坏"),
}

VERDICTS: Mapping[str, str] = {
    Verdict.COUNTED: QT_TRANSLATE_NOOP("words", "已采信"),
    Verdict.REPEATED: QT_TRANSLATE_NOOP("words", "重复"),
    Verdict.DIFFERS: QT_TRANSLATE_NOOP("words", "与先前所报不同，请人工判断"),
    Verdict.UNKNOWN_ORDER: QT_TRANSLATE_NOOP("words", "没有这道调度令"),
    Verdict.WRONG_SENDER: QT_TRANSLATE_NOOP("words", "不是发给这张卡的，未采信"),
    Verdict.NEVER_SENT: QT_TRANSLATE_NOOP("words", "该令从未发出，未采信"),
}

FLAWS: Mapping[str, str] = {
    Flaw.NOT_OURS: QT_TRANSLATE_NOOP("words", "不是本系统的短报文"),
    Flaw.CUT: QT_TRANSLATE_NOOP("words", "内容不全"),
    Flaw.TOO_LONG: QT_TRANSLATE_NOOP("words", "内容过长"),
    Flaw.CHECK: QT_TRANSLATE_NOOP("words", "校验不符：有字错了"),
    Flaw.NO_CHECK: QT_TRANSLATE_NOOP("words", "缺少末尾四位校验（“校”后四个字符）"),
    Flaw.VERSION: QT_TRANSLATE_NOOP("words", "格式版本不同"),
    Flaw.KIND: QT_TRANSLATE_NOOP("words", "种类不认识"),
    Flaw.DICTIONARY: QT_TRANSLATE_NOOP("words", "短报文字典版本不同，不能解读"),
    Flaw.NOT_SHARED: QT_TRANSLATE_NOOP("words", "代码不在短报文字典中"),
    Flaw.VALUE: QT_TRANSLATE_NOOP("words", "有一项的值不合规定"),
    Flaw.TEXT: QT_TRANSLATE_NOOP("words", "文字里有发不出的字符"),
    Flaw.PADDING: QT_TRANSLATE_NOOP("words", "末尾有多余的位"),
    Flaw.MARK: QT_TRANSLATE_NOOP("words", "有不认识的标记"),
    Flaw.TWICE: QT_TRANSLATE_NOOP("words", "同一项写了两次"),
    Flaw.MISSING: QT_TRANSLATE_NOOP("words", "缺少必需的一项"),
}

HINDRANCES: Mapping[str, str] = {
    Hindrance.THERE_ALREADY: QT_TRANSLATE_NOOP("words", "已有这道令"),
    Hindrance.UNKNOWN_ORDER: QT_TRANSLATE_NOOP("words", "没有这道令"),
    Hindrance.WAITS: QT_TRANSLATE_NOOP("words", "已在待发队列中"),
    Hindrance.NOT_WAITING: QT_TRANSLATE_NOOP("words", "不在等待中"),
    Hindrance.ANSWERED: QT_TRANSLATE_NOOP("words", "已有答复，不必再发"),
}

NOT_SENT: Mapping[str, str] = {
    "period": QT_TRANSLATE_NOOP("words", "服务频度未到"),
    "suppressed": QT_TRANSLATE_NOOP("words", "发射被抑制"),
    "system": QT_TRANSLATE_NOOP("words", "系统抑制发射"),
    "silent": QT_TRANSLATE_NOOP("words", "无线电静默"),
    "silence": QT_TRANSLATE_NOOP("words", "无线电静默"),
    "power": QT_TRANSLATE_NOOP("words", "电量不足"),
    "no_card": QT_TRANSLATE_NOOP("words", "没有北斗卡"),
    "no_right": QT_TRANSLATE_NOOP("words", "卡无此权限"),
    "refused": QT_TRANSLATE_NOOP("words", "卡未执行"),
    "line": QT_TRANSLATE_NOOP("words", "线路不通"),
}

CARRIERS: Mapping[str, str] = {
    "global": QT_TRANSLATE_NOOP("words", "全球短报文"),
    "regional": QT_TRANSLATE_NOOP("words", "区域短报文"),
    "civil": QT_TRANSLATE_NOOP("words", "民用卡明文"),
}

DIALECTS: Mapping[str, str] = {
    "bd2": QT_TRANSLATE_NOOP("words", "北斗二号 2.1 语句"),
    "bd3": QT_TRANSLATE_NOOP("words", "北斗三号语句"),
    "binary": QT_TRANSLATE_NOOP("words", "4.0 二进制"),
}

CAUSES: Mapping[str, str] = {
    Cause.FIRST: QT_TRANSLATE_NOOP("words", "首发"),
    Cause.OFFICER: QT_TRANSLATE_NOOP("words", "值班员重发"),
    Cause.POLICY: QT_TRANSLATE_NOOP("words", "按规则重发"),
}

ALL: tuple[Mapping[str, str], ...] = (
    PROGRESS,
    LETTERS,
    VERDICTS,
    FLAWS,
    HINDRANCES,
    NOT_SENT,
    CARRIERS,
    DIALECTS,
    CAUSES,
)


def of(table: Mapping[str, str], code: str) -> str:
    """The word for a code of one of the tables; an unknown one as it is, none for none."""
    source = table.get(code)
    return str(code) if source is None else said(source)
