"""What every document's reader needs: strict times, numbers and places; reasons, never guesses."""

import re
from datetime import UTC, datetime, timedelta, timezone
from math import isfinite
from typing import Any

MOST_BYTES = 64 << 20
"""Documents are read whole; larger ones are refused."""


class UnfitError(ValueError):
    """Something that cannot be what it should be; the text is the reason for the refusal."""


_TIME = re.compile(
    r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})[T ]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})"
    r"(?:\.([0-9]{1,9}))?)?[ ]?(Z|z|[+-][0-9]{2}:?[0-9]{2})?\Z"
)
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,15}(?:\.[0-9]{0,20})?|\.[0-9]{1,20})\Z")


def time_of(text: str, *, zone: timezone | None = None) -> datetime | None:
    """ISO 8601 to aware UTC; without an offset in the text it is in `zone`, or None is given."""
    match = _TIME.match(text.strip())
    if match is None:
        raise UnfitError("time is not ISO 8601")
    *parts, fraction, offset = match.groups()
    micro = int((fraction or "0")[:6].ljust(6, "0"))
    year, month, day, hour, minute, second = (int(part or 0) for part in parts)
    zoned = _offset(offset) if offset else zone
    if zoned is None:
        return None
    try:
        told = datetime(year, month, day, hour, minute, second, micro, tzinfo=zoned)
        return told.astimezone(UTC)
    except (ValueError, OverflowError):
        raise UnfitError("time out of range") from None


def _offset(text: str) -> timezone:
    if text in "Zz":
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:])
    if hours > 14 or minutes > 59:
        raise UnfitError("time out of range")
    ahead = timedelta(hours=hours, minutes=minutes)
    return timezone(-ahead if text[0] == "-" else ahead)


def unix_time(seconds: float) -> datetime:
    """Seconds since 1970 to aware UTC, within what calendars can say."""
    if not isfinite(seconds) or not 0 <= seconds < 4_102_444_800:
        raise UnfitError("time out of range")
    return datetime.fromtimestamp(seconds, UTC)


def number_of(text: str, name: str) -> float:
    """Plain ASCII digits; no exponent, no nan."""
    if not _NUMBER.match(text.strip()):
        raise UnfitError(f"field is not a number: {name}")
    return float(text)


def plain(value: Any, name: str) -> float | None:
    """A number of JSON; None where it is not there. True and false are none."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise UnfitError(f"field is not a number: {name}")
    return float(value)


def place(lon: float, lat: float) -> tuple[float, float]:
    """(lon, lat) in degrees, tested."""
    if not -90 <= lat <= 90:
        raise UnfitError(f"latitude out of range: {lat}")
    if not -180 <= lon <= 180:
        raise UnfitError(f"longitude out of range: {lon}")
    return lon, lat


def doubts(lon: float, lat: float) -> tuple[str, ...]:
    return ("null_island",) if lon == 0 and lat == 0 else ()
