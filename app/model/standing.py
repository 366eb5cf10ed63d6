"""What the rules keep of a terminal from one fix to the next, as values in the store."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """A terminal in a fence `since` a fix time; not `inside`: it left a fence it belongs in.

    `dwelt`: that it has stayed too long has been noticed.
    """

    fence: str
    since: datetime
    inside: bool = True
    dwelt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Parked:
    """Where a vehicle was when its ignition went off: degrees CGCS2000, accuracy in metres.

    Until it is `settled` it rolls on by itself; `moved`: that it is elsewhere has been noticed.
    """

    lon: float
    lat: float
    since: datetime
    accuracy_m: float | None = None
    settled: bool = False
    moved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """All that is kept of one terminal; it equals `Standing()` where there is nothing to keep."""

    stays: tuple[Stay, ...] = ()
    parked: Parked | None = None
