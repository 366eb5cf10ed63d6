"""What the dialog of an order says: to whom, how much it takes, when it would go. No widgets."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from app.shorts.drafting import Preview
from widgets import formats
from widgets.words import short as said

_CHINESE_BITS = 16


def headed(seen: Preview) -> str:
    """→ 永川消防-01 · 卡 204057 · 第 1 次; what is missing is said instead."""
    name = seen.unit.name if seen.unit else formats.NONE
    card = seen.unit.card if seen.unit else ""
    text = QCoreApplication.translate("shorts", "→ %1 · 卡 %2 · 第 %3 次")
    if not card:
        text = QCoreApplication.translate("shorts", "→ %1 · 没有登记北斗卡号")
    text = text.replace("%1", name).replace("%2", card).replace("%3", str(seen.turn))
    invented = QCoreApplication.translate("shorts", "（模拟卡）")
    return text + (invented if seen.card.simulated else "")


def chinese(text: str) -> int:
    """How many characters of a text take two bytes and more."""
    return sum(ord(one) > 0x7F for one in text)


def counted(seen: Preview) -> tuple[str, str]:
    """(412/560 bit and what that leaves, why it may not go as it is or "")."""
    if seen.order is None or seen.room is None:
        return formats.NONE, said.of(said.FLAWS, seen.flaw)
    room, many = seen.room, chinese(seen.order.text)
    used = QCoreApplication.translate("shorts", "%1/%2 bit · 附言汉字 %3 个")
    used = used.replace("%1", str(room.used)).replace("%2", str(room.of)).replace("%3", str(many))
    if not room.fits:
        over = QCoreApplication.translate("shorts", "超出 %1 bit，装不下：“%2”")
        return used, over.replace("%1", str(room.over)).replace("%2", seen.rest)
    left = QCoreApplication.translate("shorts", "还可写 %1 个汉字")
    book = QCoreApplication.translate("shorts", "字典 %1").replace("%1", seen.dictionary)
    free = left.replace("%1", str((room.of - room.used) // _CHINESE_BITS))
    return f"{used} · {free} · {book}", ""


def goes_when(seen: Preview, now: datetime) -> str:
    """第 2 位，01:05 后（03:12:30）; at once where nothing is before it."""
    if not seen.card.source:
        return QCoreApplication.translate("shorts", "没有接入北斗卡")
    goes = max(now, seen.goes or now)
    place = QCoreApplication.translate("shorts", "第 %1 位").replace(
        "%1", str(len(seen.planned) + 1)
    )
    if goes - now < timedelta(seconds=1):
        return f"{place} · " + QCoreApplication.translate("shorts", "立即可发")
    text = QCoreApplication.translate("shorts", "%1 后（%2）")
    text = text.replace("%1", formats.timer((goes - now).total_seconds()))
    return f"{place} · " + text.replace("%2", formats.clock_time(goes))
