"""What stands on the tags of a split map: the time and figures of each half, and what changed."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from widgets import formats
from widgets.split.figures import Between, Stood


def then_lines(at: datetime, now: datetime, stood: Stood) -> tuple[str, str]:
    """时刻 11-23 08:00（4 小时前） / 未结 42 · 超时 9."""
    written = formats.absolute(at)[:16] if _other_day(at, now) else formats.clock_time(at)
    when = QCoreApplication.translate("split", "时刻 %1（%2）")
    head = when.replace("%1", written).replace("%2", formats.ago(at, now))
    return head, _counts(stood)


def now_lines(now: datetime, stood: Stood) -> tuple[str, str]:
    """现在 12:12:05 / 未结 51 · 超时 11."""
    head = QCoreApplication.translate("split", "现在 %1").replace("%1", formats.clock_time(now))
    return head, _counts(stood)


def between_line(between: Between) -> str:
    """比左边：未结 +12 −3 · 超时 +4 −2."""
    text = QCoreApplication.translate("split", "比左边：未结 +%1 −%2 · 超时 +%3 −%4")
    values = (between.opened, between.closed, between.late, between.in_time)
    for place, value in enumerate(values, 1):
        text = text.replace(f"%{place}", formats.count(value))
    return text


def waiting_lines(at: datetime, now: datetime) -> tuple[str, str]:
    """The time, while it is still being folded."""
    waiting = QCoreApplication.translate("split", "正在还原台账…")
    return then_lines(at, now, Stood(frozenset(), frozenset()))[0], waiting


def _counts(stood: Stood) -> str:
    text = QCoreApplication.translate("split", "未结 %1 · 超时 %2")
    text = text.replace("%1", formats.count(len(stood.open)))
    return text.replace("%2", formats.count(len(stood.overdue)))


def _other_day(at: datetime, now: datetime) -> bool:
    return formats.local(at).date() != formats.local(now).date()
