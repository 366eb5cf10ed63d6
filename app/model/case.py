"""Cases: matters under a centre's care, from report to closing."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.model.alert import Grade
from app.model.place import Neighbour
from app.model.request import Held, Request
from app.model.terminal import Position


class CaseState(StrEnum):
    """Event states of the closed loop (spec: closed loop §4.3); the code is E1..E11, X1..X3."""

    RECEIVED = "E1"
    VERIFYING = "E2"
    TO_FILE = "E3"
    TO_DISPATCH = "E4"
    HANDLING = "E5"
    TO_CHECK = "E6"
    CHECKING = "E7"
    TO_CLOSE = "E8"
    CLOSED = "E9"
    TO_REVIEW = "E10"
    ARCHIVED = "E11"
    REJECTED = "X1"
    MERGED = "X2"
    VOID = "X3"


class Stage(StrEnum):
    """The outward stages: 上报, 立案, 派遣, 处置, 反馈, 核查, 结案."""

    REPORT = "report"
    FILE = "file"
    DISPATCH = "dispatch"
    HANDLE = "handle"
    FEEDBACK = "feedback"
    CHECK = "check"
    CLOSE = "close"


_STAGES = {
    CaseState.RECEIVED: Stage.REPORT,
    CaseState.VERIFYING: Stage.REPORT,
    CaseState.TO_FILE: Stage.REPORT,
    CaseState.TO_DISPATCH: Stage.FILE,
    CaseState.HANDLING: Stage.HANDLE,
    CaseState.TO_CHECK: Stage.FEEDBACK,
    CaseState.CHECKING: Stage.CHECK,
    CaseState.TO_CLOSE: Stage.CHECK,
}

OPEN_STATES = frozenset(_STAGES)


def stage_of(state: CaseState) -> Stage:
    return _STAGES.get(state, Stage.CLOSE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """`item` and `condition` are keys of the catalogue; `chain` is place codes, city to grid.

    `deadline` belongs to the present stage, whose clock started at `clock_from`; `handle_by` is the
    deadline of handling. A case without a deadline is never counted as on time. `limit` and
    `limit_unit` are frozen at filing. `remaining_s` is what a paused clock has left.
    `overdue`: handling was fed back late; once set it stays. `late` names the stages left late.
    `handlers` are the persons who handled it: none of them checks or closes.
    `merged_from` is the state to go back to if it is split off again.
    `near_border_more`: how many neighbours were left out.
    `held` are the clocks of centres that passed the case on. `exempt`: the appeal against being
    overdue was granted; the fact stays.
    """

    id: str
    title: str
    grade: Grade
    state: CaseState
    opened: datetime
    changed: datetime
    edition: str = ""
    chain: tuple[str, ...] = ()
    near_border: tuple[Neighbour, ...] = ()
    near_border_more: int = 0
    position: Position | None = None
    item: str = ""
    condition: str = ""
    source: str = ""
    alert: str = ""
    text: str = ""
    centre: str = ""
    filed: datetime | None = None
    dispatched: datetime | None = None
    deadline: datetime | None = None
    closed: datetime | None = None
    overdue: bool = False
    lead_unit: str = ""
    tasks: tuple[str, ...] = ()
    handlers: tuple[str, ...] = ()
    checked_by: str = ""
    check_result: str = ""
    rework: int = 0
    merged_into: str = ""
    disposition: str = ""
    supervised: bool = False
    proposed_by: str = ""
    limit: float | None = None
    limit_unit: str = ""
    clock: str = ""
    clock_from: datetime | None = None
    remaining_s: float | None = None
    handle_by: datetime | None = None
    late: tuple[str, ...] = ()
    checker: str = ""
    verified: str = ""
    reopened: int = 0
    merged_from: CaseState | None = None
    requests: tuple[Request, ...] = ()
    held: tuple[Held, ...] = ()
    exempt: bool = False

    @property
    def open(self) -> bool:
        return self.state in OPEN_STATES
