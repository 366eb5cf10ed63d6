"""What tells pictures that were asked for from those that are wanted now."""

from maps.renderer import Frame, Request
from widgets.map_ahead import LEAST_MARGIN

_SOON_STEPS = 3


def under_way(before: Request, wanted: Request) -> bool:
    """Whether a hand is moving the view or the choice of events: names wait until it rests."""
    return before.view != wanted.view or before.data.choice != wanted.data.choice


def wider(kept: Frame, frame: Frame) -> bool:
    """Whether the kept picture shows more than another of the same look."""
    one, other = kept.request, frame.request
    alike = one.style is other.style and one.division is other.division and one.stack == other.stack
    return alike and kept.viewport.metres_per_px > frame.viewport.metres_per_px


def still_good(asked: Request, wanted: Request, lead: tuple[float, float] = (0.0, 0.0)) -> bool:
    """Whether a picture asked for will do, also some steps further on the way the view goes."""
    return same_place(asked, wanted, lead) and asked.data.with_ground(wanted.data)


def same_place(asked: Request, wanted: Request, lead: tuple[float, float] = (0.0, 0.0)) -> bool:
    """The same but for what the desk's data say: its lines and areas will do."""
    spare = wanted.view.grown(LEAST_MARGIN // 3, LEAST_MARGIN // 3)
    further = spare.pan(-lead[0] * _SOON_STEPS, -lead[1] * _SOON_STEPS)
    return (
        asked.view.aligned(wanted.view)
        and asked.viewport.covers(spare)
        and asked.viewport.covers(further)
        and asked.dpr == wanted.dpr
        and asked.level is wanted.level
        and asked.style is wanted.style
        and asked.stack == wanted.stack
        and asked.shelf is wanted.shelf
        and asked.shelved == wanted.shelved
        and asked.colouring == wanted.colouring
        and asked.division is wanted.division
    )
