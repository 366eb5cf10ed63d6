"""Sources: their kinds, their fields, what is wrong with one, and how they stand."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.ingest.sources import SourceStatus
from app.ingest.transports.troubles import ABSENT
from app.sources.source import Kind
from widgets.words.said import QT_TRANSLATE_NOOP, said

KINDS: Mapping[Kind, str] = {
    Kind.TCP_LISTENER: QT_TRANSLATE_NOOP("words", "TCP 监听"),
    Kind.UDP_LISTENER: QT_TRANSLATE_NOOP("words", "UDP 监听"),
    Kind.TCP_CLIENT: QT_TRANSLATE_NOOP("words", "TCP 连接"),
    Kind.SERIAL: QT_TRANSLATE_NOOP("words", "串口"),
    Kind.LOG: QT_TRANSLATE_NOOP("words", "录下的报文"),
}

ABOUT: Mapping[Kind, str] = {
    Kind.TCP_LISTENER: QT_TRANSLATE_NOOP(
        "words", "终端连到这里：JT/T 808、NMEA、短报文、gpsd，自动识别"
    ),
    Kind.UDP_LISTENER: QT_TRANSLATE_NOOP("words", "每个数据报是完整的报文或语句；应答发回来处"),
    Kind.TCP_CLIENT: QT_TRANSLATE_NOOP(
        "words", "连到 gpsd、串口服务器、NMEA 或 AIS 服务器；断开后自动重连"
    ),
    Kind.SERIAL: QT_TRANSLATE_NOOP(
        "words", "接收机或北斗卡：8 数据位，无校验，1 停止位；拔掉后插回自动恢复"
    ),
    Kind.LOG: QT_TRANSLATE_NOOP("words", "把录下的报文从同一道门放进来；定位时间保持原样"),
}

FIELDS: Mapping[str, str] = {
    "name": QT_TRANSLATE_NOOP("words", "名称"),
    "opened": QT_TRANSLATE_NOOP("words", "对外开放"),
    "host": QT_TRANSLATE_NOOP("words", "地址"),
    "port": QT_TRANSLATE_NOOP("words", "端口"),
    "allow": QT_TRANSLATE_NOOP("words", "允许名单"),
    "greeting": QT_TRANSLATE_NOOP("words", "连上后先说"),
    "device": QT_TRANSLATE_NOOP("words", "设备"),
    "baud": QT_TRANSLATE_NOOP("words", "波特率"),
    "path": QT_TRANSLATE_NOOP("words", "文件"),
    "speed": QT_TRANSLATE_NOOP("words", "快慢（倍）"),
    "looped": QT_TRANSLATE_NOOP("words", "循环"),
}

LIMITS: Mapping[str, str] = {
    "connections": QT_TRANSLATE_NOOP("words", "每个信源最多连接"),
    "per_host": QT_TRANSLATE_NOOP("words", "其中同一主机（本机不限）"),
    "messages_a_second": QT_TRANSLATE_NOOP("words", "每路每秒报文"),
    "burst": QT_TRANSLATE_NOOP("words", "一时可多发"),
    "waiting": QT_TRANSLATE_NOOP("words", "待入库报文"),
    "first_s": QT_TRANSLATE_NOOP("words", "连上后开口（秒）"),
    "noise": QT_TRANSLATE_NOOP("words", "开口前的噪声（字节）"),
    "quiet_s": QT_TRANSLATE_NOOP("words", "沉默多久断开（秒）"),
    "reply_s": QT_TRANSLATE_NOOP("words", "不收应答多久断开（秒）"),
    "epoch_s": QT_TRANSLATE_NOOP("words", "停顿多久算一个历元（秒）"),
    "newcomers": QT_TRANSLATE_NOOP("words", "同一主机每小时新终端"),
}
"""Fields of `app.sources.limits.Limits`, in their order."""

PROBLEMS: Mapping[str, str] = {
    "text": QT_TRANSLATE_NOOP("words", "有不能显示的字符"),
    "address": QT_TRANSLATE_NOOP("words", "监听要写本机的 IP 地址，如 127.0.0.1、0.0.0.0、::"),
    "closed": QT_TRANSLATE_NOOP("words", "没有对外开放，只能用 127.0.0.1 或 ::1"),
    "own": QT_TRANSLATE_NOOP("words", "对外开放要用本机对外的地址；0.0.0.0 是全部"),
    "host": QT_TRANSLATE_NOOP("words", "写对方的名称或 IP 地址"),
    "port": QT_TRANSLATE_NOOP("words", "写对方的端口，1 至 65535"),
    "network": QT_TRANSLATE_NOOP("words", "每行一个地址或网段，如 10.8.0.0/16、fd00::/8"),
    "device": QT_TRANSLATE_NOOP("words", "写设备名，如 /dev/ttyUSB0、COM3"),
    "baud": QT_TRANSLATE_NOOP("words", "没有这个波特率"),
    "path": QT_TRANSLATE_NOOP("words", "选一个文件"),
    "speed": QT_TRANSLATE_NOOP("words", "0 至 1000；0 是尽快"),
}
"""Codes of `app.sources.source.problems`."""

NOTICES: Mapping[str, str] = {
    "nobody": QT_TRANSLATE_NOOP("words", "名单是空的：谁也连不上，本机也一样"),
    "any": QT_TRANSLATE_NOOP("words", "0：任选空闲端口，每次启动都会变"),
    "library": QT_TRANSLATE_NOOP(
        "words", "没有安装可选组件 serial：.venv/bin/python -m pip install pyserial"
    ),
}
"""What stands at a field without being wrong."""

TROUBLES: Mapping[str, str] = {
    "address in use": QT_TRANSLATE_NOOP("words", "端口已被别的程序占用"),
    "not an address of this machine": QT_TRANSLATE_NOOP("words", "不是本机的地址"),
    "not permitted": QT_TRANSLATE_NOOP("words", "没有权限"),
    "connection refused": QT_TRANSLATE_NOOP("words", "对方没有监听"),
    "hung up": QT_TRANSLATE_NOOP("words", "对方断开"),
    "timed out": QT_TRANSLATE_NOOP("words", "对方没有回应"),
    "unreachable": QT_TRANSLATE_NOOP("words", "网络不通"),
    "name not found": QT_TRANSLATE_NOOP("words", "找不到这个主机名"),
    "not there": QT_TRANSLATE_NOOP("words", "没有这个文件或设备"),
    "in use": QT_TRANSLATE_NOOP("words", "设备正被别的程序使用"),
    "unplugged": QT_TRANSLATE_NOOP("words", "线路断了，设备可能已拔出"),
    "too many open files": QT_TRANSLATE_NOOP("words", "打开的文件过多"),
    "failed": QT_TRANSLATE_NOOP("words", "出错"),
    ABSENT: QT_TRANSLATE_NOOP("words", "未安装可选组件 serial，串口用不了"),
}
"""Phrases of `app.ingest.transports.troubles`; behind them stands what the system says itself."""


def kind(value: str) -> str:
    """The kind of a source; what is none as it stands."""
    return said(KINDS[Kind(value)]) if value in set(Kind) else value


def title(status: SourceStatus) -> str:
    """Its name, and that what it says is invented or was recorded."""
    if status.simulated:
        text = QCoreApplication.translate("words", "%1（模拟）")
    elif status.kind == Kind.LOG:
        text = QCoreApplication.translate("words", "%1（重放）")
    else:
        return status.name
    return text.replace("%1", status.name)


def trouble(status: SourceStatus) -> str:
    """Why it does not work, and the system's own words in brackets; "" where nothing is wrong."""
    phrase, _, detail = status.error.partition(": ")
    known = TROUBLES.get(phrase)
    if known is None:
        return status.error
    return f"{said(known)} ({detail})" if detail else said(known)
