"""What messages are made of: numbers of cases and tasks, and spots on the ground."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from math import isfinite

from app.shortmsg.flaws import Flaw, ShortMessageError

_ID = re.compile(r"[A-Z]-(20[0-9]{6})-([0-9]{6,8})(?:-([0-9]{1,2}))?\Z", re.ASCII)

LON_BITS, LAT_BITS = 24, 23
_LON_STEP = 360 / (1 << LON_BITS)
_LAT_STEP = 180 / ((1 << LAT_BITS) - 1)

SPOT_ERROR_M = 1.7
"""A quantised spot is at most so far from the one given: half of 2.15e-5 degrees each way."""

ACCURACY_M: tuple[int | None, ...] = (
    *(None, 5, 10, 20, 35, 50, 75, 100, 150, 200, 300, 500),
    *(1000, 2000, 5000, 10_000),
)
AGE_S: tuple[int | None, ...] = (
    *(None, 10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400),
    *(28_800, 86_400, 259_200, 604_800),
)
"""Classes of accuracy and of age: rounded up, never down; None is unknown, and beyond the last."""


@dataclass(frozen=True, slots=True)
class Number:
    """The number in the id of a case or a task: day, entry, and which of those the entry made."""

    day: date
    seq: int
    more: int = 1

    @classmethod
    def of(cls, ident: str) -> "Number":
        """ "T-20261124-000123-2" -> its number. ShortMessageError for an id of another form."""
        match = _ID.match(ident)
        try:
            if match is None:
                raise ValueError(ident)
            day = date.fromisoformat(match[1])
        except ValueError:
            raise ShortMessageError(Flaw.VALUE, f"id {ident[:40]!r}") from None
        return cls(day, int(match[2]), int(match[3] or 1))

    def named(self, prefix: str) -> str:
        """The id with the prefix of its kind: "C" for a case, "T" for a task."""
        suffix = f"-{self.more}" if self.more > 1 else ""
        return f"{prefix}-{self.day:%Y%m%d}-{self.seq:06d}{suffix}"


@dataclass(frozen=True, slots=True)
class Spot:
    """Degrees CGCS2000 as they are sent, with classes of accuracy (m) and of the fix's age (s)."""

    lon: float
    lat: float
    accuracy_m: int | None = None
    age_s: int | None = None


def spot(
    lon: float, lat: float, *, accuracy_m: float | None = None, age_s: float | None = None
) -> Spot:
    """The spot that is sent for a position: within SPOT_ERROR_M, accuracy and age rounded up.

    ShortMessageError for degrees that are none, and for an accuracy or an age below zero.
    """
    if not (isfinite(lon) and isfinite(lat) and abs(lon) <= 180 and abs(lat) <= 90):
        raise ShortMessageError(Flaw.VALUE, f"spot {lon}, {lat}")
    return spot_at(
        round((lon + 180) / _LON_STEP) % (1 << LON_BITS),
        round((lat + 90) / _LAT_STEP),
        _class_of(ACCURACY_M, accuracy_m),
        _class_of(AGE_S, age_s),
    )


def spot_at(column: int, row: int, accuracy: int, age: int) -> Spot:
    """The spot of the four numbers that are sent."""
    lon, lat = column * _LON_STEP - 180, row * _LAT_STEP - 90
    return Spot(lon, lat, ACCURACY_M[accuracy], AGE_S[age])


def numbers_of(one: Spot) -> tuple[int, int, int, int]:
    """The four numbers that are sent for a spot; `spot_at` of them is `spot` of its fields."""
    near = spot(one.lon, one.lat, accuracy_m=one.accuracy_m, age_s=one.age_s)
    column = round((near.lon + 180) / _LON_STEP)
    row = round((near.lat + 90) / _LAT_STEP)
    return column, row, ACCURACY_M.index(near.accuracy_m), AGE_S.index(near.age_s)


def _class_of(classes: tuple[int | None, ...], value: float | None) -> int:
    if value is None:
        return 0
    if not value >= 0:
        raise ShortMessageError(Flaw.VALUE, f"{value} is below zero")
    known = [one for one in classes if one is not None]
    found = bisect_left(known, value)
    return found + 1 if found < len(known) else 0
