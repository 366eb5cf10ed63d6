"""Why short messages, documents and what is in them were refused, as a person reads it."""

from collections.abc import Mapping

from widgets.words.said import QT_TRANSLATE_NOOP

MORE: Mapping[str, str] = {
    "binary length out of range": QT_TRANSLATE_NOOP("words", "二进制帧长度超出范围"),
    "no known tag of a binary frame": QT_TRANSLATE_NOOP("words", "二进制帧标识未知"),
    "content too short": QT_TRANSLATE_NOOP("words", "内容过短"),
    "content is cut": QT_TRANSLATE_NOOP("words", "内容不全"),
    "content is not hexadecimal": QT_TRANSLATE_NOOP("words", "内容不是十六进制"),
    "content has half a byte": QT_TRANSLATE_NOOP("words", "内容有半个字节"),
    "content is not GBK text": QT_TRANSLATE_NOOP("words", "内容不是 GBK 文字"),
    "the receiver says that it came damaged": QT_TRANSLATE_NOOP("words", "接收机称收到时已损坏"),
    "card number is not digits": QT_TRANSLATE_NOOP("words", "卡号不是数字"),
    "field is empty": QT_TRANSLATE_NOOP("words", "必填字段为空"),
    "field is not ASCII": QT_TRANSLATE_NOOP("words", "字段含非 ASCII 字符"),
    "field is not a count": QT_TRANSLATE_NOOP("words", "字段不是整数"),
    "field is not a number": QT_TRANSLATE_NOOP("words", "字段不是数"),
    "field is not hhmm": QT_TRANSLATE_NOOP("words", "字段不是 hhmm"),
    "field is not mmss": QT_TRANSLATE_NOOP("words", "字段不是 mmss"),
    "field is none of its values": QT_TRANSLATE_NOOP("words", "字段取值无法识别"),
    "beam count overruns its fields": QT_TRANSLATE_NOOP("words", "波束数多于字段"),
    "hemisphere is not a letter": QT_TRANSLATE_NOOP("words", "半球字母无法识别"),
    "position is not degrees, minutes and seconds": QT_TRANSLATE_NOOP("words", "坐标不是度分秒"),
    "height has no sign": QT_TRANSLATE_NOOP("words", "高程符号无法识别"),
    "file is too large": QT_TRANSLATE_NOOP("words", "文件过大"),
    "text is in an unknown encoding": QT_TRANSLATE_NOOP("words", "文字编码无法识别"),
    "XML is not well formed": QT_TRANSLATE_NOOP("words", "XML 格式有误"),
    "XML has a DOCTYPE": QT_TRANSLATE_NOOP("words", "XML 含 DOCTYPE，不收"),
    "XML is nested too deeply": QT_TRANSLATE_NOOP("words", "XML 嵌套过深"),
    "XML has too many elements": QT_TRANSLATE_NOOP("words", "XML 元素过多"),
    "JSON is not well formed": QT_TRANSLATE_NOOP("words", "JSON 格式有误"),
    "JSON is nested too deeply": QT_TRANSLATE_NOOP("words", "JSON 嵌套过深"),
    "JSON is not an object": QT_TRANSLATE_NOOP("words", "JSON 不是对象"),
    "JSON of no known class": QT_TRANSLATE_NOOP("words", "JSON 类别未知"),
    "document is no GPX": QT_TRANSLATE_NOOP("words", "不是 GPX 文件"),
    "document is no CAP alert": QT_TRANSLATE_NOOP("words", "不是 CAP 预警"),
    "element is missing": QT_TRANSLATE_NOOP("words", "缺少必需的元素"),
    "event has no point": QT_TRANSLATE_NOOP("words", "事件没有坐标点"),
    "polygon is not closed": QT_TRANSLATE_NOOP("words", "多边形不闭合"),
    "reference is not sender, identifier and time": QT_TRANSLATE_NOOP(
        "words", "引用不是发布者、标识和时间"
    ),
    "update or cancel without a reference": QT_TRANSLATE_NOOP("words", "更新或解除未注明所指预警"),
    "time is not ISO 8601": QT_TRANSLATE_NOOP("words", "时间不是 ISO 8601"),
    "time has no zone": QT_TRANSLATE_NOOP("words", "时间没有时区"),
    "datum is not CGCS2000": QT_TRANSLATE_NOOP("words", "坐标系不是 CGCS2000"),
    "no columns of longitude and latitude": QT_TRANSLATE_NOOP("words", "没有经纬度列"),
    "row cannot be read": QT_TRANSLATE_NOOP("words", "行无法读取"),
    "row has more cells than the head": QT_TRANSLATE_NOOP("words", "行的列数多于表头"),
    "not a feature or geometry": QT_TRANSLATE_NOOP("words", "不是要素或几何"),
}
"""The countable reasons SHORT and DOCUMENTS of `app.ingest.reasons`."""
