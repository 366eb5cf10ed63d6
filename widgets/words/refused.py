"""Why messages and positions of terminals and receivers were refused, as a person reads it."""

from collections.abc import Mapping

from app.ingest.nmea_sentence import MAX_LINE
from app.ingest.nmea_tables import MODES
from widgets.words.codes import word
from widgets.words.refused_more import MORE
from widgets.words.said import QT_TRANSLATE_NOOP, said

INPUT: Mapping[str, str] = {
    **MORE,
    "no 7E delimiter": QT_TRANSLATE_NOOP("words", "缺少起始标识 7E"),
    "no closing 7E": QT_TRANSLATE_NOOP("words", "缺少结束标识 7E"),
    "bad escape after 7D": QT_TRANSLATE_NOOP("words", "7D 后转义有误"),
    "no 5B delimiter": QT_TRANSLATE_NOOP("words", "缺少起始标识 5B"),
    "no closing 5D": QT_TRANSLATE_NOOP("words", "缺少结束标识 5D"),
    "bad escape after 5A or 5E": QT_TRANSLATE_NOOP("words", "5A、5E 后转义有误"),
    "frame too short": QT_TRANSLATE_NOOP("words", "帧过短"),
    "checksum mismatch": QT_TRANSLATE_NOOP("words", "校验不符"),
    "length mismatch": QT_TRANSLATE_NOOP("words", "长度不符"),
    "packet number out of range": QT_TRANSLATE_NOOP("words", "分包序号超出范围"),
    "not whole hexadecimal bytes": QT_TRANSLATE_NOOP("words", "不是完整的十六进制字节"),
    "body is encrypted": QT_TRANSLATE_NOOP("words", "消息体加密"),
    "body too short": QT_TRANSLATE_NOOP("words", "消息体过短"),
    "location too short": QT_TRANSLATE_NOOP("words", "位置信息过短"),
    "latitude out of range": QT_TRANSLATE_NOOP("words", "纬度超出范围"),
    "longitude out of range": QT_TRANSLATE_NOOP("words", "经度超出范围"),
    "not a time": QT_TRANSLATE_NOOP("words", "时间无法读取"),
    "batch too short": QT_TRANSLATE_NOOP("words", "批量位置过短"),
    "batch item overruns": QT_TRANSLATE_NOOP("words", "批量位置的一项越界"),
    "batch count mismatch": QT_TRANSLATE_NOOP("words", "批量位置的项数不符"),
    "batch has trailing bytes": QT_TRANSLATE_NOOP("words", "批量位置后有多余字节"),
    "registration too short": QT_TRANSLATE_NOOP("words", "注册信息过短"),
    "authentication is empty": QT_TRANSLATE_NOOP("words", "鉴权码为空"),
    "authentication code overruns its body": QT_TRANSLATE_NOOP("words", "鉴权码越界"),
    "not a terminal's message": QT_TRANSLATE_NOOP("words", "不是终端发的消息"),
    "not authenticated": QT_TRANSLATE_NOOP("words", "未鉴权"),
    "wrong authentication code": QT_TRANSLATE_NOOP("words", "鉴权码错误"),
    "terminal not admitted": QT_TRANSLATE_NOOP("words", "终端未准入"),
    "terminal refused": QT_TRANSLATE_NOOP("words", "终端已被拒绝"),
    "terminal suspended": QT_TRANSLATE_NOOP("words", "终端已停用"),
    "another device under this number": QT_TRANSLATE_NOOP("words", "号码相同而设备不同"),
    "quarantine full, the oldest dropped": QT_TRANSLATE_NOOP("words", "待准入已满，挤掉最早的"),
    "too many registrations": QT_TRANSLATE_NOOP("words", "注册过于频繁"),
    "too many connections": QT_TRANSLATE_NOOP("words", "连接过多"),
    "too many connections of one host": QT_TRANSLATE_NOOP("words", "同一主机连接过多"),
    "host not allowed": QT_TRANSLATE_NOOP("words", "不在允许名单内"),
    "too fast": QT_TRANSLATE_NOOP("words", "发得过快"),
    "nothing said": QT_TRANSLATE_NOOP("words", "连上后不发报文"),
    "replies not read": QT_TRANSLATE_NOOP("words", "不收应答"),
    "no known format": QT_TRANSLATE_NOOP("words", "格式无法识别"),
    "does not begin with $ or !": QT_TRANSLATE_NOOP("words", "不以 $ 或 ! 开头"),
    f"longer than {MAX_LINE} bytes": QT_TRANSLATE_NOOP("words", "语句过长"),
    "checksum missing": QT_TRANSLATE_NOOP("words", "缺少校验"),
    "checksum is not two hexadecimal digits": QT_TRANSLATE_NOOP("words", "校验不是两位十六进制"),
    "no sentence address": QT_TRANSLATE_NOOP("words", "缺少语句标识"),
    "not ASCII": QT_TRANSLATE_NOOP("words", "含非 ASCII 字符"),
    "too few fields": QT_TRANSLATE_NOOP("words", "字段不足"),
    "speed is not a number": QT_TRANSLATE_NOOP("words", "速度不是数"),
    "speed is negative": QT_TRANSLATE_NOOP("words", "速度为负"),
    "course is not a number": QT_TRANSLATE_NOOP("words", "航向不是数"),
    "course out of range": QT_TRANSLATE_NOOP("words", "航向超出范围"),
    "altitude is not a number": QT_TRANSLATE_NOOP("words", "高程不是数"),
    "altitude is not in metres": QT_TRANSLATE_NOOP("words", "高程单位不是米"),
    "pdop is not a number": QT_TRANSLATE_NOOP("words", "PDOP 不是数"),
    "hdop is not a number": QT_TRANSLATE_NOOP("words", "HDOP 不是数"),
    "vdop is not a number": QT_TRANSLATE_NOOP("words", "VDOP 不是数"),
    "satellites is not a count": QT_TRANSLATE_NOOP("words", "卫星数不是整数"),
    "satellite is not a count": QT_TRANSLATE_NOOP("words", "卫星编号不是整数"),
    "satellite list is cut": QT_TRANSLATE_NOOP("words", "卫星列表不全"),
    "parts is not a count": QT_TRANSLATE_NOOP("words", "语句总数不是整数"),
    "part is not a count": QT_TRANSLATE_NOOP("words", "语句序号不是整数"),
    "part out of range": QT_TRANSLATE_NOOP("words", "语句序号超出范围"),
    "in view is not a count": QT_TRANSLATE_NOOP("words", "可见卫星数不是整数"),
    "time is not hhmmss": QT_TRANSLATE_NOOP("words", "时间不是 hhmmss"),
    "time out of range": QT_TRANSLATE_NOOP("words", "时间超出范围"),
    "date is not ddmmyy": QT_TRANSLATE_NOOP("words", "日期不是 ddmmyy"),
    "date is not a count": QT_TRANSLATE_NOOP("words", "日期不是整数"),
    "date out of range": QT_TRANSLATE_NOOP("words", "日期超出范围"),
    "date before the GPS epoch": QT_TRANSLATE_NOOP("words", "日期早于 GPS 起算日"),
    "a fix without a position": QT_TRANSLATE_NOOP("words", "有定位而无坐标"),
    "position is incomplete": QT_TRANSLATE_NOOP("words", "坐标不全"),
    "latitude is not degrees and minutes": QT_TRANSLATE_NOOP("words", "纬度不是度分"),
    "longitude is not degrees and minutes": QT_TRANSLATE_NOOP("words", "经度不是度分"),
    "latitude has 60 minutes or more": QT_TRANSLATE_NOOP("words", "纬度的分满 60"),
    "longitude has 60 minutes or more": QT_TRANSLATE_NOOP("words", "经度的分满 60"),
    "hemisphere is not N or S": QT_TRANSLATE_NOOP("words", "半球不是 N 或 S"),
    "hemisphere is not E or W": QT_TRANSLATE_NOOP("words", "半球不是 E 或 W"),
    "status is not one of AV": QT_TRANSLATE_NOOP("words", "状态不是 A 或 V"),
    "quality is not one of 012345678": QT_TRANSLATE_NOOP("words", "定位质量不在 0–8"),
    "selection is not one of MA": QT_TRANSLATE_NOOP("words", "定位方式不是 M 或 A"),
    "dimension is not one of 123": QT_TRANSLATE_NOOP("words", "定位维数不在 1–3"),
    f"mode is not one of {MODES}": QT_TRANSLATE_NOOP("words", "模式字母无法识别"),
    f"mode is not of {MODES}": QT_TRANSLATE_NOOP("words", "模式字母串无法识别"),
}
"""The countable reasons of `app.ingest.reasons`."""

POSITIONS: Mapping[str, str] = {
    "damaged": QT_TRANSLATE_NOOP("words", "消息有误"),
    "no_position": QT_TRANSLATE_NOOP("words", "没有坐标"),
    "zero": QT_TRANSLATE_NOOP("words", "坐标为零"),
    "no_time": QT_TRANSLATE_NOOP("words", "没有定位时间"),
}
"""Reasons of `app.fixes.believe` for no fix that are not said elsewhere, or mean another thing."""


def refused(reason: str) -> str:
    """Why something that came in was refused; an unknown reason stays as it is."""
    found = INPUT.get(reason) or POSITIONS.get(reason)
    return word(reason) if found is None else said(found)
