"""The acts by which a case of the demonstration comes along, one function a step."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import hypot
from typing import Any

from msgspec import structs

from app.casework.acts import Act
from app.demo.roster import Spot
from app.demo.stories import Row, Story
from app.ingest.simulation.motion import Beat
from app.model import Grade, Officer, Role, Unit

DUTY = Officer(
    id="演示值班员",
    name="演示值班员",
    roles=frozenset({Role.ACCEPTOR, Role.DISPATCHER}),
)
LEAD = Officer(id="演示值班长", name="演示值班长", roles=frozenset({Role.SUPERVISOR}))
CHECKER = Officer(id="演示核查员", name="演示核查员", roles=frozenset({Role.CHECKER}))

SUSPENDED_FOR = timedelta(days=1)


@dataclass(slots=True, kw_only=True)
class Progress:
    """A case on its way at `now`; `case` and `task` are ids once they are known.

    `tasks`: all of them, the lead's first; `task` is the one whose turn it is.
    `offered`: units for it, best first. `into`: the case that this one is merged into.
    """

    row: Row
    story: Story
    lon: float
    lat: float
    now: datetime
    offered: tuple[Unit, ...]
    case: str = ""
    task: str = ""
    tasks: tuple[str, ...] = ()
    into: Callable[[], str] = field(default=str)

    @property
    def units(self) -> tuple[Unit, ...]:
        """Those that are sent, the lead first."""
        lead = self.offered[1 if self.row.second_choice else 0]
        return (lead, self.offered[2]) if self.story.grade <= Grade.II else (lead,)


def report(case: Progress) -> tuple[Act, Officer]:
    story = case.story
    fields = {
        "title": f"{story.title}（演示）",
        "grade": str(story.grade.value),
        "source": story.source,
        "item": story.item,
        "text": story.text,
        "lon": case.lon,
        "lat": case.lat,
        "accuracy_m": 15.0,
    }
    return Act(name="case.report", subject="", fields=fields), DUTY


def file_it(case: Progress) -> tuple[Act, Officer]:
    return _case(case, "file", item=case.story.item, condition=case.story.condition), DUTY


def dispatch(case: Progress) -> tuple[Act, Officer]:
    lead, *assists = (unit.id for unit in case.units)
    offered = [unit.id for unit in case.offered[:3]]
    why = "演示：首选单位定位已超 10 分钟" if case.row.second_choice else ""
    made = _case(case, "dispatch", lead=lead, offered=offered, override=why, assists=assists)
    return made, DUTY


def ask_suspend(case: Progress) -> tuple[Act, Officer]:
    until = (case.now + SUSPENDED_FOR).isoformat()
    fields = {"until": until, "measure": "演示：现场围挡，夜间警示灯"}
    return _task(case, "ask_suspend", "演示：等待材料", **fields), DUTY


def review(case: Progress) -> tuple[Act, Officer]:
    return _case(case, "review"), LEAD


def towards(beat: Beat, case: Progress, home: Spot) -> tuple[Beat, float | None]:
    """The beat of a unit that was sent, and how far along it starts: it is on the spot, or on its
    way there from home."""
    there = (case.lon, case.lat)
    if case.row.stage in _EN_ROUTE:
        far_km = 100 * hypot(home.lon - case.lon, home.lat - case.lat)
        speed_kmh = min(max(far_km, 2.0), 60.0)
        way = ((home.lon, home.lat), there)
        return structs.replace(beat, waypoints=way, speed_kmh=speed_kmh), 0.0
    beside = (case.lon + 0.0006, case.lat + 0.0004)
    return structs.replace(beat, waypoints=(there, beside), speed_kmh=2.0), None


_EN_ROUTE = frozenset({"sent", "signed", "on_way", "returned"})

BY_TASK = frozenset({"sign", "depart", "arrive", "feedback"})
"""Steps that each unit of a case takes."""

STEPS: dict[str, Callable[[Progress], tuple[Act, Officer]]] = {
    "report": report,
    "file": file_it,
    "dispatch": dispatch,
    "verify": lambda c: (_case(c, "verify", checker=CHECKER.id), DUTY),
    "verified": lambda c: (_case(c, "verified", result="exists"), CHECKER),
    "reject": lambda c: (
        _case(c, "reject", "演示：现场未见所述情况", cause="no_such_problem"),
        DUTY,
    ),
    "void": lambda c: (_case(c, "void", "演示：重复录入"), LEAD),
    "merge": lambda c: (_case(c, "merge", "演示：同一处积水", case=c.into()), DUTY),
    "sign": lambda c: (_task(c, "sign"), DUTY),
    "depart": lambda c: (_task(c, "depart"), DUTY),
    "arrive": lambda c: (_task(c, "arrive"), DUTY),
    "feedback": lambda c: (
        _task(c, "feedback", text="演示：险情已排除，现场已清理。", closing_met=True),
        DUTY,
    ),
    "ask_suspend": ask_suspend,
    "endorse_suspend": lambda c: (_task(c, "endorse_suspend"), DUTY),
    "suspend": lambda c: (_task(c, "suspend"), LEAD),
    "return": lambda c: (_task(c, "return", "演示：不属本单位职责"), DUTY),
    "send_check": lambda c: (_case(c, "send_check", checker=CHECKER.id), DUTY),
    "check": lambda c: (_case(c, "check", result="pass"), CHECKER),
    "fail": lambda c: (_case(c, "check", result="fail"), CHECKER),
    "rework": lambda c: (_case(c, "rework", "演示：现场仍有隐患"), DUTY),
    "close": lambda c: (_case(c, "close", disposition="resolved"), DUTY),
    "review": review,
    "archive": lambda c: (_case(c, "archive"), LEAD),
    "supervise": lambda c: (_case(c, "supervise", "演示：领导关注"), LEAD),
}


def _case(on: Progress, act: str, reason: str = "", /, **fields: Any) -> Act:
    return Act(name=f"case.{act}", subject=f"case:{on.case}", fields=fields, reason=reason)


def _task(on: Progress, act: str, reason: str = "", /, **fields: Any) -> Act:
    return Act(name=f"task.{act}", subject=f"task:{on.task}", fields=fields, reason=reason)
