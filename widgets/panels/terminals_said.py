"""What is told of the terminal under the cursor: who it says it is, what differs, what was sent."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.model import Command, CommandKind, Newcomer, Terminal
from widgets import formats, words
from widgets.models.terminals import TerminalLine, carrier

MOST_COMMANDS = 3
LONGEST = 32
"""Characters of what a device says of itself."""

_SAME = ("maker", "model", "serial", "plate")


def told(line: TerminalLine, commands: Sequence[Command], now: datetime) -> str:
    """A few lines on a row: the number, what the device says of itself, how it stands with us."""
    row = line.row
    thing = row.caller or row.known
    parts = [_device(row.phone, thing)]
    if row.caller is not None:
        parts.append(_knocking(row.caller, now))
        if row.known is not None:
            parts.append(differs(row.known, row.caller))
        if row.twin and row.twin != row.phone:
            text = QCoreApplication.translate("terminals", "同一设备已登记在号码 %1 下")
            parts.append(text.replace("%1", row.twin))
    elif row.known is not None:
        parts += _standing(row.known, carrier(line))
        parts += [sent(command, now) for command in commands[:MOST_COMMANDS]]
    return "\n".join(part for part in parts if part)


def _device(phone: str, thing: Terminal | Newcomer | None) -> str:
    """The number, and 厂商 … · 型号 … · 设备 … · 车牌 … · 协议 …: what is known of these."""
    if thing is None:
        return phone
    named = (
        (QCoreApplication.translate("terminals", "厂商"), thing.maker),
        (QCoreApplication.translate("terminals", "型号"), thing.model),
        (QCoreApplication.translate("terminals", "设备"), thing.serial),
        (QCoreApplication.translate("terminals", "车牌"), thing.plate),
        (QCoreApplication.translate("terminals", "协议"), str(thing.version or "")),
    )
    return " · ".join((phone, *(f"{name} {_short(value)}" for name, value in named if value)))


def _short(text: str) -> str:
    """What comes from outside may be as long as a frame."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def differs(known: Terminal, caller: Newcomer) -> str:
    """换机：S1 → S2; what the device says otherwise than the register has it."""
    pairs = [(getattr(known, name), getattr(caller, name)) for name in _SAME]
    changed = [
        f"{_short(was) or formats.NONE} → {_short(now) or formats.NONE}"
        for was, now in pairs
        if was != now
    ]
    text = QCoreApplication.translate("terminals", "换机：%1")
    return text.replace("%1", "；".join(changed))


def sent(command: Command, now: datetime) -> str:
    """08:12:05 文字“…” · 终端已确认."""
    what = words.word(command.kind)
    if command.kind is CommandKind.TEXT:
        shown = " ".join(command.text.split())
        what = QCoreApplication.translate("terminals", "%1“%2”").replace("%1", what)
        what = what.replace("%2", shown if len(shown) <= 24 else shown[:23] + "…")
    state = words.word(command.state)
    if command.tries > 1:
        times = QCoreApplication.translate("terminals", "（发 %1 次）")
        state += times.replace("%1", str(command.tries))
    return f"{formats.day_time(command.made, now)} {what} · {state}"


def _knocking(caller: Newcomer, now: datetime) -> str:
    text = QCoreApplication.translate("terminals", "首次 %1，最近 %2，记 %3 次，来自 %4")
    values = (
        formats.day_time(caller.first, now),
        formats.day_time(caller.last, now),
        str(caller.tries),
        caller.host or formats.NONE,
    )
    for number, value in enumerate(values, 1):
        text = text.replace(f"%{number}", value)
    return text


def _standing(known: Terminal, unit: str) -> list[str]:
    text = QCoreApplication.translate("terminals", "%1 · 力量 %2")
    parts = [text.replace("%1", words.word(known.state)).replace("%2", unit)]
    if known.why:
        why = QCoreApplication.translate("terminals", "理由：%1")
        parts.append(why.replace("%1", known.why))
    if not known.auth:
        parts.append(QCoreApplication.translate("terminals", "还没有领鉴权码，等它注册"))
    if known.turned_away:
        away = QCoreApplication.translate("terminals", "拒绝过的设备：%1")
        parts.append(away.replace("%1", "；".join(known.turned_away)))
    return parts
