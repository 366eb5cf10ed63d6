"""Each NMEA 0183 sentence to a Reading: position, motion, time, and what a person may look up."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

from app.ingest.nmea_fields import (
    UnfitError,
    count,
    course,
    flag,
    long_date,
    mode,
    number,
    position,
    short_date,
    speed,
    time_of_day,
)
from app.ingest.nmea_reading import Reading
from app.ingest.nmea_sentence import Sentence
from app.ingest.nmea_tables import DIMENSIONS, MODE_NAMES, MODES, QUALITIES, SYSTEMS

KNOT_KMH = 1.852
MOST_PARTS = 32
"""No constellation needs more GSV sentences; a greater number is noise."""


def _fix(valid: bool, lon_lat: tuple[float, float] | None) -> bool:
    if valid and lon_lat is None:
        raise UnfitError("a fix without a position")
    return valid


def _optional(fields: list[str], index: int) -> str:
    return fields[index] if index < len(fields) else ""


def _when(clock: str, day: str = "") -> tuple[time | None, date | None, str | None]:
    """Time of day, date, and why one of them is none."""
    try:
        return time_of_day(clock), short_date(day), None
    except UnfitError as unfit:
        return None, None, str(unfit)


_NAMED: dict[str, tuple[str, ...]] = {"": ()} | {c: (name,) for c, name in MODE_NAMES.items()}
"""Mode letter -> its status."""


def _rmc(fields: list[str], _: str) -> Reading:
    status = flag(fields[1] or "V", "AV", "status")
    letter = mode(_optional(fields, 11))
    lon_lat = position(*fields[2:6])
    clock, day, fault = _when(fields[0], fields[8])
    return Reading(
        valid=_fix(status == "A" and letter != "N", lon_lat),
        lon_lat=lon_lat,
        speed_kmh=speed(fields[6], factor=KNOT_KMH),
        course_deg=course(fields[7]),
        clock=clock,
        day=day,
        fault=fault,
        status=_NAMED[letter] if status == "A" else ("no_fix",),
    )


def _gga(fields: list[str], _: str) -> Reading:
    quality = int(flag(fields[5] or "0", "012345678", "quality"))
    lon_lat = position(*fields[1:5])
    clock, _day, fault = _when(fields[0])
    if fields[9] not in ("M", ""):
        raise UnfitError("altitude is not in metres")
    return Reading(
        valid=_fix(quality > 0, lon_lat),
        lon_lat=lon_lat,
        alt_m=number(fields[8], "altitude"),
        clock=clock,
        fault=fault,
        satellites=count(fields[6], "satellites"),
        status=(QUALITIES[quality],),
        more={"hdop": number(fields[7], "hdop")},
    )


def _gll(fields: list[str], _: str) -> Reading:
    status = flag(fields[5] or "V", "AV", "status")
    letter = mode(_optional(fields, 6))
    lon_lat = position(*fields[:4])
    clock, _day, fault = _when(fields[4])
    return Reading(
        valid=_fix(status == "A" and letter != "N", lon_lat),
        lon_lat=lon_lat,
        clock=clock,
        fault=fault,
        status=_NAMED[letter] if status == "A" else ("no_fix",),
    )


def _gns(fields: list[str], _: str) -> Reading:
    """One mode letter for each system: GPS, GLONASS, Galileo, BeiDou, QZSS, NavIC."""
    letters = fields[5] or "N"
    if letters.strip(MODES):
        raise UnfitError(f"mode is not of {MODES}")
    lon_lat = position(*fields[1:5])
    clock, _day, fault = _when(fields[0])
    return Reading(
        valid=_fix(bool(letters.strip("N")), lon_lat),
        lon_lat=lon_lat,
        alt_m=number(fields[8], "altitude"),
        clock=clock,
        fault=fault,
        satellites=count(fields[6], "satellites"),
        status=tuple(dict.fromkeys(MODE_NAMES[c] for c in letters.replace("N", ""))) or ("no_fix",),
        more={"modes": fields[5], "hdop": number(fields[7], "hdop")},
    )


def _gsa(fields: list[str], _: str) -> Reading:
    flag(fields[0], "MA", "selection")
    dimension = DIMENSIONS[flag(fields[1], "123", "dimension")]
    dops = {
        name: number(text, name)
        for name, text in zip(("pdop", "hdop", "vdop"), fields[14:17], strict=True)
    }
    used = [count(text, "satellite") for text in fields[2:14] if text]
    # Some receivers leave the eighteenth field empty or fill it with another number.
    more = {"used": used, **dops, "system": SYSTEMS.get(_optional(fields, 17))}
    return Reading(status=(dimension,), more=more)


def _gsv(fields: list[str], talker: str) -> Reading:
    """Up to four satellites; one field more is the signal, a second one Quectel's system id."""
    parts, part = count(fields[0], "parts"), count(fields[1], "part")
    if parts is None or part is None or not 1 <= part <= parts <= MOST_PARTS:
        raise UnfitError(f"part out of range: {fields[1] or '?'} of {fields[0] or '?'}")
    left = (len(fields) - 3) % 4
    if left == 3 or (left == 2 and talker != "PQ"):
        raise UnfitError("satellite list is cut")
    end = len(fields) - left
    seen = []
    for at in range(3, end, 4):
        values = [count(text, "satellite") for text in fields[at : at + 4]]
        names = ("id", "elevation_deg", "azimuth_deg", "cn0_db")
        if values[0] is not None:
            seen.append(dict(zip(names, values, strict=True)))
    more: dict[str, Any] = {"part": part, "parts": parts, "in_view": count(fields[2], "in view")}
    return Reading(more=more | {"satellites_seen": seen, "signal": _optional(fields, end) or None})


def _vtg(fields: list[str], _: str) -> Reading:
    letter = mode(_optional(fields, 8))
    knots = speed(fields[4], factor=KNOT_KMH)
    kmh = speed(fields[6], factor=1.0)
    return Reading(
        speed_kmh=kmh if kmh is not None else knots,
        course_deg=course(fields[0]),
        status=_NAMED[letter],
    )


def _zda(fields: list[str], talker: str) -> Reading:
    """Some BD-3 modules put a mode before the time; a time has six digits, a mode one or two."""
    if talker == "BD" and len(fields) >= 6 and len(fields[0]) <= 2 and len(fields[1]) >= 6:
        fields = fields[1:]
    parts = [count(text, "date") for text in fields[1:4]]
    if any(part is None for part in parts):
        return Reading(clock=time_of_day(fields[0]))
    day, month, year = (part or 0 for part in parts)
    return Reading(clock=time_of_day(fields[0]), day=long_date(year, month, day))


READERS: dict[str, tuple[int, Callable[[list[str], str], Reading]]] = {
    "RMC": (9, _rmc),
    "GGA": (10, _gga),
    "GLL": (6, _gll),
    "GNS": (9, _gns),
    "GSA": (17, _gsa),
    "GSV": (3, _gsv),
    "VTG": (8, _vtg),
    "ZDA": (4, _zda),
}
"""Type -> least fields after the address, and how to read them. More fields are later editions'."""


def read(sentence: Sentence) -> Reading | str | None:
    """What a sentence says, why it is refused, or None where its type is not one of READERS."""
    talker, kind, fields = sentence
    row = READERS.get(kind)
    if row is None or talker == "P":
        return None
    least, reader = row
    if len(fields) < least:
        return f"too few fields: {len(fields)} of {least}"
    try:
        return reader(fields, talker)
    except UnfitError as unfit:
        return str(unfit)
