"""A terminal's own battery that runs low, where its format tells of one."""

from app.model import AlertKind, Fix, Grade, UnitKind
from app.rules.noticed import Noticed, noticed

LOW_PERCENT = 20.0
ENOUGH_PERCENT = 30.0
"""Low at the first, over at the second: in between a battery wavers."""


def battery(before: Fix | None, now: Fix, kind: UnitKind | None = None) -> tuple[Noticed, ...]:
    """Noticed when it is low; it counts as new only where it is known to have been enough."""
    del kind
    level = now.battery_percent
    if level is None or not now.current or now.backlog:
        return ()
    was = before.battery_percent if before else None
    enough = was is not None and was >= ENOUGH_PERCENT
    if level <= LOW_PERCENT:
        text = f"{level:.0f} %"
        return (noticed(now, AlertKind.BATTERY_LOW, Grade.IV, text=text, held=not enough),)
    if level >= ENOUGH_PERCENT and not enough:
        return (noticed(now, AlertKind.BATTERY_LOW, Grade.IV, active=False),)
    return ()
