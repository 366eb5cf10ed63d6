"""Commands to terminals: what was sent down, by whom, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class CommandKind(StrEnum):
    TEXT = "text"  # 0x8300 文本信息下发
    ASK = "ask"  # 0x8201 位置信息查询
    TRACK = "track"  # 0x8202 临时位置跟踪控制
    UNTRACK = "untrack"  # 0x8202 with an interval of 0


class CommandState(StrEnum):
    """Results are the terminal's own word (JT/T 808, 0x0001); the rest is what we know of it."""

    WAITING = "waiting"  # for the terminal to come back
    SENT = "sent"  # on the line; nobody has answered yet
    DONE = "done"  # 成功/确认
    FAILED = "failed"  # 失败
    BAD = "bad"  # 消息有误
    UNSUPPORTED = "unsupported"  # 不支持
    OFFLINE = "offline"  # never sent: the terminal was not there, or not in time
    UNCONFIRMED = "unconfirmed"  # sent, and nothing was heard; says nothing of the terminal


ENDED = frozenset(CommandState) - {CommandState.WAITING, CommandState.SENT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """`until`: how long it may wait for the terminal; None: it is sent at once or not at all.

    `urgent`, `speak`: flags of a text. `interval_s`, `validity_s`: of tracking. `case`, `unit`:
    what it is about. `tries`: how often it was put on the line.
    """

    id: str
    terminal: str
    kind: CommandKind
    by: str
    made: datetime
    state: CommandState = CommandState.WAITING
    text: str = ""
    urgent: bool = False
    speak: bool = False
    interval_s: int = 0
    validity_s: int = 0
    until: datetime | None = None
    case: str = ""
    unit: str = ""
    tries: int = 0
    ended: datetime | None = None

    @property
    def over(self) -> bool:
        return self.state in ENDED


TEXT_BYTES = 1024
"""Most bytes of GBK in a text (JT/T 808, 0x8300)."""


def text_bytes(text: str) -> int:
    """How long a text is on the line; what GBK does not have counts as one byte."""
    return len(text.encode("gbk", "replace"))


def unspeakable(text: str) -> str:
    """The characters of a text that a terminal cannot be sent: not of GBK, or controls."""
    return "".join(dict.fromkeys(c for c in text if not (_of_gbk(c) and _shown(c))))


def _shown(character: str) -> bool:
    return character.isprintable() or character == "\n"


def _of_gbk(character: str) -> bool:
    try:
        character.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True
