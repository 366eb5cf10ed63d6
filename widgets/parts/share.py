"""How much of a limit is left, as text and as shape; values only, drawn by clock_bar."""

import math
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.model import Case
from widgets import formats

SEGMENTS = 4


@dataclass(frozen=True, slots=True)
class Clock:
    """`share` of the limit that is left, 0..1; `left_s` is negative when overdue."""

    share: float
    left_s: float

    @property
    def overdue(self) -> bool:
        return self.left_s < 0

    @property
    def segments(self) -> int:
        """Of SEGMENTS, those still filled: the shape that is read without colour."""
        return 0 if self.overdue else max(1, math.ceil(self.share * SEGMENTS))

    @property
    def text(self) -> str:
        said = (
            QCoreApplication.translate("clock", "超 %1")
            if self.overdue
            else QCoreApplication.translate("clock", "剩 %1")
        )
        return said.replace("%1", formats.timer(abs(self.left_s)))


def clock_of(start: datetime, deadline: datetime | None, now: datetime) -> Clock | None:
    """The clock of a limit from `start` to `deadline`; None where there is no limit."""
    if deadline is None:
        return None
    whole = max(1.0, (deadline - start).total_seconds())
    left = (deadline - now).total_seconds()
    return Clock(min(1.0, max(0.0, left / whole)), left)


def case_clock(case: Case, now: datetime) -> Clock | None:
    """The clock of an open case's present stage; None where it has none or is closed."""
    return clock_of(case.clock_from or case.changed, case.deadline, now) if case.open else None
