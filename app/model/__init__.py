"""The nouns of the console: frozen values and enums, with no clock, no I/O and no Qt."""

from app.model.alert import OPEN_ALERTS, Alert, AlertKind, AlertState, Grade
from app.model.asset import Availability, Commissioning, Plant, Substation
from app.model.case import OPEN_STATES, Case, CaseState, Stage, stage_of
from app.model.command import (
    ENDED,
    Command,
    CommandKind,
    CommandState,
)
from app.model.entry import Entry
from app.model.fence import Fence, FenceKind, Point, Ring
from app.model.item import Condition, Item
from app.model.people import SYSTEM, Officer, Role, Unit, UnitKind
from app.model.place import Chain, Level, Locate, Neighbour, Place, Places, one_by_one
from app.model.request import Held, Opinion, Outcome, Request, RequestKind, waiting
from app.model.standing import Parked, Standing, Stay
from app.model.task import LIVE_TASKS, OPEN_TASKS, Share, Task, TaskState
from app.model.terminal import (
    Fix,
    Message,
    Newcomer,
    Position,
    Terminal,
    TerminalState,
    device_of,
)

__all__ = [
    "ENDED",
    "LIVE_TASKS",
    "OPEN_ALERTS",
    "OPEN_STATES",
    "OPEN_TASKS",
    "SYSTEM",
    "Alert",
    "AlertKind",
    "AlertState",
    "Availability",
    "Case",
    "CaseState",
    "Chain",
    "Command",
    "CommandKind",
    "CommandState",
    "Commissioning",
    "Condition",
    "Entry",
    "Fence",
    "FenceKind",
    "Fix",
    "Grade",
    "Held",
    "Item",
    "Level",
    "Locate",
    "Message",
    "Neighbour",
    "Newcomer",
    "Officer",
    "Opinion",
    "Outcome",
    "Parked",
    "Place",
    "Places",
    "Plant",
    "Point",
    "Position",
    "Request",
    "RequestKind",
    "Ring",
    "Role",
    "Share",
    "Stage",
    "Standing",
    "Stay",
    "Substation",
    "Task",
    "TaskState",
    "Terminal",
    "TerminalState",
    "Unit",
    "UnitKind",
    "device_of",
    "one_by_one",
    "stage_of",
    "waiting",
]
