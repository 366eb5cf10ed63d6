"""Requests: what is asked of somebody else about a task or a case, and what was answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class RequestKind(StrEnum):
    """What can be asked for (spec: closed loop §4.4, rows 12, 13, 20, 23)."""

    EXTENSION = "extension"  # 延期
    SUSPENSION = "suspension"  # 挂账
    PASS_UP = "pass_up"  # 上提
    PASS_DOWN = "pass_down"  # 下沉
    APPEAL = "appeal"  # 超时申诉


class Outcome(StrEnum):
    """`ADVISED`: the first of two has spoken. `LAPSED`: what it was about is over."""

    ASKED = "asked"
    ADVISED = "advised"
    GRANTED = "granted"
    REFUSED = "refused"
    LAPSED = "lapsed"


WAITING = frozenset({Outcome.ASKED, Outcome.ADVISED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What one of those asked said, in favour or not; `channel`: how the answer came."""

    by: str
    at: datetime
    favour: bool
    text: str = ""
    channel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Kept whatever comes of it. `until` and `measure` (安全措施) are those of a suspension;
    `centre` is the one that a case is to pass to, and `answer_by` when it is to have answered.
    """

    kind: RequestKind
    by: str
    asked: datetime
    reason: str
    outcome: Outcome = Outcome.ASKED
    until: datetime | None = None
    measure: str = ""
    centre: str = ""
    answer_by: datetime | None = None
    opinions: tuple[Opinion, ...] = ()

    @property
    def waiting(self) -> bool:
        return self.outcome in WAITING


def waiting(requests: Sequence[Request], *kinds: RequestKind) -> Request | None:
    """The request that waits for an answer, of these kinds or of any; there is one at most."""
    return next((r for r in requests if r.waiting and (not kinds or r.kind in kinds)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The clock of a centre that passed a case on: it waits from `since` with `left_s` of `clock`,
    and with `handling_s` of a handling that had been begun before by `lead_unit`.
    """

    centre: str
    since: datetime
    clock: str = ""
    left_s: float | None = None
    handling_s: float | None = None
    lead_unit: str = ""
