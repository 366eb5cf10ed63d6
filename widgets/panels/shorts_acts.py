"""What can be done with a row of the board of short messages, as a table."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from app.shortmsg.kept import waits
from app.shortmsg.track import Progress
from widgets.models.short_lines import ShortLine
from widgets.words import QT_TRANSLATE_NOOP


class Choice(NamedTuple):
    """`act` is done at once; without one more is asked first. `always`: needs no row."""

    text: str
    fits: Callable[[ShortLine], bool]
    act: str = ""
    always: bool = False

    def label(self) -> str:
        return QCoreApplication.translate("shorts", self.text)


_FAILED = frozenset({Progress.NOT_CONFIRMED, Progress.NOT_SENT})


def _unread(line: ShortLine) -> bool:
    return line.letter is not None and not line.letter.read


def _held(line: ShortLine) -> bool:
    return line.order is not None and line.order.held


def _again(line: ShortLine) -> bool:
    """As soon as it is known that nothing came of it; before that it is waited for."""
    order = line.order
    return order is not None and not waits(order) and order.progress in _FAILED


def _ended(line: ShortLine) -> bool:
    order = line.order
    if order is None or order.given_up:
        return False
    return waits(order) or order.progress in _FAILED


ACTS: dict[str, Choice] = {
    "release": Choice(QT_TRANSLATE_NOOP("shorts", "放行"), _held, act="short.release"),
    "resend": Choice(QT_TRANSLATE_NOOP("shorts", "重发…"), _again),
    "give_up": Choice(QT_TRANSLATE_NOOP("shorts", "放弃…"), _ended),
    "read": Choice(QT_TRANSLATE_NOOP("shorts", "已阅"), _unread, act="short.read"),
    "words": Choice(QT_TRANSLATE_NOOP("shorts", "明文"), lambda line: line.order is not None),
    "case": Choice(QT_TRANSLATE_NOOP("shorts", "到事件"), lambda line: bool(line.case)),
    "units": Choice(QT_TRANSLATE_NOOP("shorts", "卡号…"), lambda _: True, always=True),
    "book": Choice(QT_TRANSLATE_NOOP("shorts", "字典…"), lambda _: True, always=True),
    "card": Choice(QT_TRANSLATE_NOOP("shorts", "设置…"), lambda _: True, always=True),
}


def allowed(name: str, line: ShortLine) -> bool:
    """Whether it may be tried on a row; the desk has the last word."""
    return ACTS[name].fits(line)
