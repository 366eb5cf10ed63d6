"""What one NMEA 0183 sentence says, before it is a Message."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from app.model.terminal import NOTHING


@dataclass(slots=True, kw_only=True)
class Reading:
    """One sentence. `valid`: a fix stands behind the position, None where it is not a position.

    `fault`: why its time or date is none, for which it is refused though its position can be read.
    """

    valid: bool | None = None
    lon_lat: tuple[float, float] | None = None
    alt_m: float | None = None
    speed_kmh: float | None = None
    course_deg: float | None = None
    clock: time | None = None
    day: date | None = None
    satellites: int | None = None
    status: tuple[str, ...] = ()
    fault: str | None = None
    more: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
