"""A row of named texts to a Message: the same for a line of CSV and the properties of GeoJSON."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.ingest.files.names import SPEEDS, ZONES, is_sound
from app.ingest.files.parts import UnfitError, doubts, number_of, place, time_of, unix_time

Row = Mapping[str, str]
"""Quantity -> its text, which is not empty."""


def datum_of(row: Row, stated: str) -> tuple[str, ...]:
    """Nothing where the datum is sound, "datum_unstated" without one; UnfitError where shifted."""
    datum = row.get("datum") or stated
    if not datum:
        return ("datum_unstated",)
    if not is_sound(datum):
        raise UnfitError(f"datum is not CGCS2000: {datum[:40]}")
    return ()


def place_of(row: Row) -> tuple[float, float]:
    if "lon" not in row or "lat" not in row:
        raise UnfitError("position is incomplete")
    return place(number_of(row["lon"], "lon"), number_of(row["lat"], "lat"))


def when(row: Row) -> tuple[datetime | None, tuple[str, ...]]:
    """The time and doubts of it: a time without a zone is none, and says so."""
    if "time_unix" in row:
        seconds = number_of(row["time_unix"], "time")
        return unix_time(seconds / 1000 if seconds > 1e11 else seconds), ()
    for name, zone in ZONES.items():
        if name in row:
            found = time_of(row[name], zone=zone)
            return found, () if found is not None else ("zone_unstated",)
    return None, ()


def motion(row: Row) -> dict[str, Any]:
    """Height, speed, course, accuracy and satellites, in our units."""
    told: dict[str, Any] = {}
    for name in ("alt_m", "accuracy_m"):
        if name in row:
            told[name] = number_of(row[name], name)
    for name, factor in SPEEDS.items():
        if name in row:
            told["speed_kmh"] = number_of(row[name], "speed") * factor
    if told.get("speed_kmh", 0) < 0:
        raise UnfitError("speed is negative")
    if "course_deg" in row:
        told["course_deg"] = number_of(row["course_deg"], "course")
        if not 0 <= told["course_deg"] <= 360:
            raise UnfitError("course out of range")
    if "satellites" in row:
        told["satellites"] = int(number_of(row["satellites"], "satellites"))
    return told


def fields_of(row: Row, *, stated: str, at: tuple[float, float] | None = None) -> dict[str, Any]:
    """The fields of a Message. `stated`: the datum where no column says one; `at`: its position."""
    unstated = datum_of(row, stated)
    lon, lat = at or place_of(row)
    time, zone = when(row)
    return motion(row) | {
        "valid": not unstated,
        "lon": lon,
        "lat": lat,
        "fix_time": time,
        "status": (*unstated, *zone, *doubts(lon, lat)),
    }
