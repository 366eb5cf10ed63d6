"""Tasks: one unit's part in a case."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.model.request import Request


class TaskState(StrEnum):
    """Task states of the closed loop (spec: closed loop §4.3); the code is T0..T8, TX."""

    RESERVED = "T0"
    SENT = "T1"
    SIGNED = "T2"
    ON_WAY = "T3"
    ON_SITE = "T4"
    SUSPENDED = "T5"
    FED_BACK = "T6"
    REWORK = "T7"
    DONE = "T8"
    RETURNED = "TX"


OPEN_TASKS = frozenset(TaskState) - {TaskState.FED_BACK, TaskState.DONE, TaskState.RETURNED}
LIVE_TASKS = frozenset(TaskState) - {TaskState.DONE, TaskState.RETURNED}


class Share(StrEnum):
    LEAD = "lead"  # 主办
    ASSIST = "assist"  # 协办


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """`times` holds when each state was reached; `offered` are the ranked units at dispatch.

    `mandatory`: the case is not checked before it is fed back. `outcome` says how a task in TX
    ended ("returned", "withdrawn"); `remaining_s` is what its paused clock has left.
    `limit` and `limit_unit` are frozen when it is sent; `extensions` counts the approved ones of
    its clock, which a unit sent again takes with it, as it does `suspensions`.
    """

    id: str
    case: str
    unit: str
    share: Share
    state: TaskState
    created: datetime
    changed: datetime
    deadline: datetime | None = None
    handler: str = ""
    offered: tuple[str, ...] = ()
    override: str = ""
    feedback: str = ""
    times: dict[str, datetime] | None = None
    mandatory: bool = True
    outcome: str = ""
    overdue: bool = False
    remaining_s: float | None = None
    suspended_from: TaskState | None = None
    suspensions: int = 0
    suspended_until: datetime | None = None
    limit: float | None = None
    limit_unit: str = ""
    extensions: int = 0
    requests: tuple[Request, ...] = ()

    @property
    def open(self) -> bool:
        return self.state in OPEN_TASKS

    @property
    def live(self) -> bool:
        """Whether it belongs to the present round: not done, returned or withdrawn."""
        return self.state in LIVE_TASKS
