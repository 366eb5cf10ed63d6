"""What lies between two moments in figures, and what a map is given to show one. No Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.model import Case
from app.store.queries import AsOf
from maps.history import NO_HISTORY
from maps.scene import MapData


@dataclass(frozen=True, slots=True)
class Stood:
    """The ids of the open cases at a moment, and of those among them that were overdue."""

    open: frozenset[str]
    overdue: frozenset[str]

    @classmethod
    def of(cls, cases: Sequence[Case]) -> "Stood":
        open_ = frozenset(case.id for case in cases if case.open)
        return cls(open_, frozenset(case.id for case in cases if case.overdue) & open_)


@dataclass(frozen=True, slots=True)
class Between:
    """How many came and how many went: +n −n."""

    opened: int
    closed: int
    late: int
    in_time: int

    @classmethod
    def of(cls, before: Stood, after: Stood) -> "Between":
        return cls(
            len(after.open - before.open),
            len(before.open - after.open),
            len(after.overdue - before.overdue),
            len(before.overdue - after.overdue),
        )


def shown_as_of(then: AsOf, live: MapData) -> MapData:
    """The data of a moment, with what is chosen now; what was not asked back then is not shown."""
    until = int(then.at.timestamp())
    wanted = live.choice.until_s
    return replace(
        live,
        place_counts=then.counts,
        responses=_NONE,
        cases=then.cases,
        alerts=then.alerts,
        tasks=then.tasks,
        units=then.units,
        fixes=then.fixes,
        tracks={},
        history=NO_HISTORY,
        replay=None,
        pointed=None,
        choice=replace(live.choice, until_s=until if wanted is None else min(until, wanted)),
        now=then.at,
    )


_NONE: Mapping[str, tuple[int, float]] = {}
"""Always the same one, so that the ground is not made again for it."""


def chosen(live: MapData) -> tuple[object, ...]:
    """What a map of another moment takes from the present: it is given anew when this changes."""
    return (
        live.selected_case,
        live.selected_terminal,
        live.selected_place,
        live.selected_plant,
        live.selected_fence,
        live.fences,
        live.plants,
        live.events,
        live.choice,
        live.heat_m,
        live.drawing,
    )


def is_past(moment: datetime, now: datetime) -> bool:
    return moment <= now
