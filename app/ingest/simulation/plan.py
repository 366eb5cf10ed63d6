"""What befalls the terminals of a simulation: a table of chances, turned by a seed into a plan.

The same roster and seed give the same plan; nothing here sends or waits.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from app.ingest.simulation.motion import Beat

HORIZON_S = 3600.0
"""A plan covers an hour and then starts again."""

FIRST_SOS_S = 12.0


class Happening(StrEnum):
    SOS = "sos"  # alarm bit 0, until the platform confirms it or it ends
    OVERSPEED = "overspeed"  # alarm bit 1 and a speed to match
    COLLISION = "collision"  # alarm bit 29, standing still
    DROPOUT = "dropout"  # the link is gone and nothing is kept
    BLIND = "blind"  # the link is gone, positions are kept and sent late (0x0704 type 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """`start_s` counts from the start of the plan; it ends `length_s` later."""

    what: Happening
    start_s: float
    length_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """How often an hour it happens to somebody of those `kinds`, and for how long."""

    what: Happening
    per_hour: int
    shortest_s: float
    longest_s: float
    kinds: frozenset[str] = frozenset()


_VEHICLES = frozenset({"fire", "medical", "power", "city"})
CHANCES = (
    Chance(what=Happening.SOS, per_hour=12, shortest_s=60, longest_s=120),
    Chance(what=Happening.OVERSPEED, per_hour=10, shortest_s=30, longest_s=75, kinds=_VEHICLES),
    Chance(what=Happening.COLLISION, per_hour=2, shortest_s=60, longest_s=90, kinds=_VEHICLES),
    Chance(what=Happening.DROPOUT, per_hour=30, shortest_s=150, longest_s=900),
    Chance(what=Happening.BLIND, per_hour=40, shortest_s=90, longest_s=420),
)
"""For 300 terminals; fewer have the same number of events between them."""


def make_plan(beats: Sequence[Beat], seed: int) -> Mapping[str, tuple[Event, ...]]:
    """Events of each phone in time order, no two of one phone at once.

    One SOS comes FIRST_SOS_S after the start, so that who opens a demo soon has something to do.
    """
    random = Random(f"plan:{seed}")
    events: dict[str, list[Event]] = defaultdict(list)
    if beats:
        first = random.choice([beat for beat in beats if beat.kind == "grid"] or list(beats))
        events[first.phone].append(
            Event(what=Happening.SOS, start_s=FIRST_SOS_S, length_s=90.0),
        )
    for chance in CHANCES:
        able = [beat for beat in beats if not chance.kinds or beat.kind in chance.kinds]
        for _ in range(chance.per_hour if able else 0):
            _add(events[random.choice(able).phone], _draw(chance, random))
    return {
        phone: tuple(sorted(some, key=lambda event: event.start_s))
        for phone, some in sorted(events.items())
    }


def happening(events: Sequence[Event], elapsed_s: float) -> Event | None:
    """What befalls a terminal so many seconds after the start, if anything does."""
    within = elapsed_s % HORIZON_S
    return next((e for e in events if e.start_s <= within < e.start_s + e.length_s), None)


def _draw(chance: Chance, random: Random) -> Event:
    length = round(random.uniform(chance.shortest_s, chance.longest_s), 1)
    start = round(random.uniform(2 * FIRST_SOS_S, HORIZON_S - length), 1)
    return Event(what=chance.what, start_s=start, length_s=length)


def _add(events: list[Event], new: Event) -> None:
    clear = all(
        new.start_s + new.length_s < old.start_s or old.start_s + old.length_s < new.start_s
        for old in events
    )
    if clear:
        events.append(new)
