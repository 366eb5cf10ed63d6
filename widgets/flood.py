"""Whether alarms come faster than a person can answer them, by ISA-18.2; pure, the time is given.

More than 10 in 10 minutes is a flood; it is over below 5 in 10 minutes.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.model import Alert, AlertKind

WINDOW = timedelta(minutes=10)
ENTER_ABOVE = 10
LEAVE_BELOW = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Alarms of one kind in one district, "" where outside; `first` is the one that began it."""

    kind: AlertKind
    district: str
    number: int
    first: Alert


@dataclass(frozen=True, slots=True, kw_only=True)
class Flood:
    """`on`: the flood view is called for; `rate`: alarms raised in the last ten minutes."""

    on: bool = False
    rate: int = 0
    groups: tuple[Group, ...] = ()


def watch(alerts: Iterable[Alert], now: datetime, before: Flood) -> Flood:
    """The state of the flood now, given the one before; the largest groups come first."""
    recent = sorted(
        (a for a in alerts if now - WINDOW < a.raised <= now), key=lambda a: (a.raised, a.id)
    )
    rate = len(recent)
    on = rate >= LEAVE_BELOW if before.on else rate > ENTER_ABOVE
    return Flood(on=on, rate=rate, groups=_grouped(recent) if on else ())


def _grouped(alerts: list[Alert]) -> tuple[Group, ...]:
    numbers = Counter(_cause(alert) for alert in alerts)
    first: dict[tuple[AlertKind, str], Alert] = {}
    for alert in alerts:
        first.setdefault(_cause(alert), alert)
    order = sorted(numbers, key=lambda cause: (-numbers[cause], first[cause].raised))
    return tuple(
        Group(
            kind=kind,
            district=district,
            number=numbers[kind, district],
            first=first[kind, district],
        )
        for kind, district in order
    )


def _cause(alert: Alert) -> tuple[AlertKind, str]:
    return alert.kind, alert.chain[1] if len(alert.chain) > 1 else ""
