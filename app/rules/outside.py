"""A terminal that leaves the city (域外), and comes back."""

from app.model import AlertKind, Fix, Grade, UnitKind
from app.rules.noticed import Noticed, noticed


def outside(before: Fix | None, now: Fix, kind: UnitKind | None = None) -> tuple[Noticed, ...]:
    """Noticed at the crossing only: a terminal that was never seen inside is not one of ours."""
    del kind
    if before is None or not now.current or bool(before.place) == bool(now.place):
        return ()
    return (noticed(now, AlertKind.OUTSIDE, Grade.IV, active=not now.place),)
