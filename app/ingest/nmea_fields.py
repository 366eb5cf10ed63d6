"""Single fields of NMEA 0183, read strictly: plain ASCII digits, real times, real coordinates."""

import re
from datetime import UTC, date, datetime, time
from functools import lru_cache

from app.ingest.nmea_tables import MODE_NAMES, MODES

_NUMBER = re.compile(r"-?(?:[0-9]{1,12}(?:\.[0-9]{0,12})?|\.[0-9]{1,12})\Z")
_SHORT, _NUMERIC = 12, "0123456789.-"
"""What is no longer and of these alone is one of _NUMBER where it is a number to Python."""

_DATE = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{2})\Z")
_ANGLE = {
    "NS": re.compile(r"([0-9]{0,2}?)([0-9]{1,2}(?:\.[0-9]{0,12})?)\Z"),
    "EW": re.compile(r"([0-9]{0,3}?)([0-9]{1,2}(?:\.[0-9]{0,12})?)\Z"),
}
_LIMIT = {"NS": 90.0, "EW": 180.0}
_NAME = {"NS": "latitude", "EW": "longitude"}

MOST_DIGITS = 6
"""No count in a sentence has more."""

GPS_EPOCH = date(1980, 1, 6)
"""No satellite receiver can have been told an earlier date."""

PIVOT = 69
"""Two-digit years from here on are of the twentieth century, as gpsd reads them."""


class UnfitError(ValueError):
    """A field that cannot be what it should be; the text is the reason for the refusal."""


def number(text: str, name: str) -> float | None:
    """Empty is None. No exponent, no nan, no sign but minus, no digits beyond ASCII."""
    if not text:
        return None
    try:
        if (len(text) <= _SHORT and not text.strip(_NUMERIC)) or _NUMBER.match(text):
            return float(text)
    except ValueError:
        pass
    raise UnfitError(f"{name} is not a number")


def count(text: str, name: str) -> int | None:
    if not text:
        return None
    if len(text) > MOST_DIGITS or not _digits(text):
        raise UnfitError(f"{name} is not a count")
    return int(text)


def _digits(text: str) -> bool:
    """Whether it is ASCII digits and nothing else."""
    return text.isdigit() and text.isascii()


def speed(text: str, *, factor: float) -> float | None:
    """A speed in km/h of a field whose unit is `factor` km/h."""
    value = number(text, "speed")
    if value is None:
        return None
    if value < 0:
        raise UnfitError("speed is negative")
    return value * factor


def course(text: str) -> float | None:
    value = number(text, "course")
    if value is not None and not 0 <= value <= 360:
        raise UnfitError("course out of range")
    return value


@lru_cache(maxsize=32)
def time_of_day(text: str) -> time | None:
    """hhmmss with any fraction, which is cut to microseconds."""
    if not text:
        return None
    whole, _, fraction = text.partition(".")
    if len(whole) != 6 or len(fraction) > 9 or not _digits(whole + fraction):
        raise UnfitError("time is not hhmmss")
    hour, rest = divmod(int(whole), 10_000)
    try:
        micro = int(fraction[:6].ljust(6, "0")) if fraction else 0
        return time(hour, *divmod(rest, 100), micro, tzinfo=UTC)
    except ValueError:
        raise UnfitError("time out of range") from None


@lru_cache(maxsize=64)
def short_date(text: str) -> date | None:
    """ddmmyy with the pivot of gpsd: 69 and later are 19yy."""
    if not text:
        return None
    match = _DATE.match(text)
    if match is None:
        raise UnfitError("date is not ddmmyy")
    day, month, year = (int(part) for part in match.groups())
    return long_date(year + (1900 if year >= PIVOT else 2000), month, day)


def long_date(year: int, month: int, day: int) -> date:
    try:
        found = date(year, month, day)
    except ValueError:
        raise UnfitError("date out of range") from None
    if found < GPS_EPOCH:
        raise UnfitError("date before the GPS epoch")
    return found


@lru_cache(maxsize=32)
def position(lat: str, north: str, lon: str, east: str) -> tuple[float, float] | None:
    """(lon, lat) in degrees of ddmm.mmmm, N or S, dddmm.mmmm, E or W; None where both are empty.

    The sentences of one epoch say the same position, so the last few are remembered.
    """
    usual = _PLACE.match(f"{lat},{lon}")
    if usual is not None and north in _SIGNS and east in _SIGNS:
        lat_deg, lat_min, lon_deg, lon_min = usual.groups()
        y, x = int(lat_deg) + float(lat_min) / 60, int(lon_deg) + float(lon_min) / 60
        if y <= 90.0 and x <= 180.0 and north in "NS" and east in "EW":
            return x * _SIGNS[east], y * _SIGNS[north]
    if not lat and not lon:
        return None
    if not lat or not lon:
        raise UnfitError("position is incomplete")
    return _degrees(lon, east, "EW"), _degrees(lat, north, "NS")


_PLACE = re.compile(
    r"([0-9]{2})([0-5][0-9]\.[0-9]{1,12}),([01][0-9]{2})([0-5][0-9]\.[0-9]{1,12})\Z"
)
"""Positions in full width with minutes below 60; others are read axis by axis, with reasons."""

_SIGNS = {"N": 1, "S": -1, "E": 1, "W": -1}


def _degrees(text: str, hemisphere: str, axis: str) -> float:
    match = _ANGLE[axis].match(text)
    if match is None:
        raise UnfitError(f"{_NAME[axis]} is not degrees and minutes")
    if len(hemisphere) != 1 or hemisphere not in axis:
        raise UnfitError(f"hemisphere is not {axis[0]} or {axis[1]}")
    minutes = float(match[2])
    if minutes >= 60:
        raise UnfitError(f"{_NAME[axis]} has 60 minutes or more")
    degrees = int(match[1] or 0) + minutes / 60
    if degrees > _LIMIT[axis]:
        raise UnfitError(f"{_NAME[axis]} out of range")
    return -degrees if hemisphere == axis[1] else degrees


def flag(text: str, allowed: str, name: str) -> str:
    """One letter of `allowed`."""
    if len(text) != 1 or text not in allowed:
        raise UnfitError(f"{name} is not one of {allowed}")
    return text


def mode(text: str) -> str:
    """The mode letter of NMEA 2.3 and later, "" where the receiver says none."""
    if text and text not in MODE_NAMES:
        raise UnfitError(f"mode is not one of {MODES}")
    return text


def moment(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock)
