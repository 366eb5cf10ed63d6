"""Scenes: a desk filled by its own doors, under a clock that the scene sets; always the same.

All that happens goes through `Desk.receive` and `Desk.do`, so the ledger of a scene is a real one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.demo.cast import Cast
from app.demo.desk import enrol_units
from app.demo.roster import SEED, Roster, Spot, roster
from app.desk import Desk

SCENE_TIME = datetime(2026, 11, 23, 0, 12, 5, tzinfo=UTC)
"""2026-11-23 08:12:05 in Chongqing: when every scene stands still."""

BEGIN = SCENE_TIME - timedelta(hours=5)
VARIANTS = ("duty", "flood", "empty")


@dataclass(slots=True)
class SceneClock:
    """The desk's clock in a scene: it stands where it is put. Open the desk with it."""

    now: datetime = BEGIN

    def __call__(self) -> datetime:
        return self.now


def seed_desk(
    desk: Desk,
    clock: SceneClock,
    places: Sequence[Spot],
    *,
    variant: str = "duty",
    seed: int = SEED,
) -> Roster:
    """Fill an empty desk that was opened with `clock`, and leave the clock at SCENE_TIME.

    `variant` is one of VARIANTS: about 60 cases in every state; the same and 37 alerts of one
    cause in one district within ten minutes; units only. ValueError for another one.
    """
    if variant not in VARIANTS:
        raise ValueError(f"{variant!r} is none of {', '.join(VARIANTS)}")
    made = roster(places, seed=seed)
    clock.now = BEGIN
    enrol_units(desk, made.units)
    if variant != "empty":
        cast = Cast(desk, places, made, now=SCENE_TIME, seed=seed)
        _play(cast, clock, flooded=variant == "flood")
    clock.now = SCENE_TIME
    return made


def _play(cast: Cast, clock: SceneClock, *, flooded: bool) -> None:
    moments = [*cast.cases(), *cast.alerts(), *cast.terminals()]
    if flooded:
        moments += cast.flood(BEGIN)
    for moment in sorted(moments):
        clock.now = moment.at
        moment.happen()
