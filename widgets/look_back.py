"""Moments to look back to: those that are one key away, and what is typed in. No clock, no Qt."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta

from app.clock import CHINA

SHIFT_AT = time(8, 0)
"""When the day shift begins, Beijing time."""

_DAY = timedelta(days=1)


def shift_start(now: datetime) -> datetime:
    """The last 08:00 in Beijing, today's or yesterday's."""
    today = datetime.combine(now.astimezone(CHINA).date(), SHIFT_AT, CHINA)
    return today if today <= now else today - _DAY


PRESETS: Mapping[str, Callable[[datetime], datetime]] = {
    "hour": lambda now: now - timedelta(hours=1),
    "hours": lambda now: now - timedelta(hours=4),
    "shift": shift_start,
    "yesterday": lambda now: now - _DAY,
}
"""Name -> the moment, from now."""

_WRITTEN = re.compile(
    r"(?:(?:(?P<year>\d{4})[-/.])?(?P<month>\d{1,2})[-/.](?P<day>\d{1,2})[ T]+)?"
    r"(?P<hour>\d{1,2})[:：](?P<minute>\d{2})(?:[:：](?P<second>\d{2}))?"
)


def written(text: str, now: datetime) -> datetime | None:
    """A past moment as people write it in Beijing time, None for anything else.

    "07:30" is the last time it was so; "11-20 07:30" the last such day; "2026-11-20 07:30:15".
    """
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        return None
    part = {name: int(value) for name, value in found.groupdict().items() if value is not None}
    local = now.astimezone(CHINA)
    try:
        at = time(part["hour"], part["minute"], part.get("second", 0), tzinfo=CHINA)
        if "day" not in part:
            today = datetime.combine(local.date(), at)
            return today if today <= now else today - _DAY
        years = (part["year"],) if "year" in part else (local.year, local.year - 1)
        dates = (date(year, part["month"], part["day"]) for year in years)
        days = (datetime.combine(day, at) for day in dates)
        return next((day for day in days if day <= now), None)
    except ValueError:  # 31 June, 25:00
        return None


def shown(at: datetime) -> str:
    """As it would be typed in: 2026-11-23 08:00."""
    return f"{at.astimezone(CHINA):%Y-%m-%d %H:%M}"
