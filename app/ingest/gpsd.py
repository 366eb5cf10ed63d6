"""Objects of JSON that come line by line: gpsd's (TPV, SKY and others) and OwnTracks'.

Degrees WGS 84; gpsd says metres and m/s, OwnTracks metres and km/h; times are UTC.
"""

from collections.abc import Callable, Iterator
from datetime import UTC
from typing import Any

from app.ingest.files.geojson import TYPES, decoded, read_geojson, type_of
from app.ingest.files.parts import UnfitError, doubts, place, plain, time_of, unix_time
from app.model import Message

MS_KMH = 3.6
SYSTEMS: dict[int, str] = {
    0: "gps",
    1: "sbas",
    2: "galileo",
    3: "beidou",
    4: "imes",
    5: "qzss",
    6: "glonass",
    7: "navic",
}
"""gnssid of SKY, as u-blox numbers them."""

MODES: dict[int, str] = {0: "mode_unknown", 1: "no_fix", 2: "fix_2d", 3: "fix_3d"}
QUALITIES: dict[int, str] = {
    2: "differential",
    3: "rtk",
    4: "rtk_float",
    5: "dead_reckoning",
    7: "time_only",
    8: "simulated",
    9: "precise",
}
"""`status` of TPV -> name; 0 and 1 add nothing to the mode."""

CLASSES = frozenset(
    (
        *("TPV", "SKY", "VERSION", "DEVICES", "DEVICE", "WATCH", "POLL", "ERROR", "GST", "ATT"),
        *("IMU", "TOFF", "PPS", "OSC", "RAW", "SUBFRAME", "AIS", "RTCM2", "RTCM3"),
    )
)


def read_json(raw: bytes) -> Iterator[Message]:
    """What one object says: a Message, or several where it is GeoJSON of a line."""
    try:
        said = decoded(raw)
    except UnfitError as unfit:
        yield Message(format="json", type="", error=str(unfit), raw=raw)
        return
    if type_of(said) in TYPES and "class" not in said:
        yield from read_geojson(said)
        return
    yield _read(said, raw)


def _read(said: dict[str, Any], raw: bytes) -> Message:
    name, kind = said.get("class"), said.get("_type")
    form, kind = ("gpsd", name) if isinstance(name, str) else ("owntracks", kind)
    if not isinstance(kind, str) or (form == "gpsd" and kind not in CLASSES):
        return Message(format="json", type="", error="JSON of no known class", raw=raw)
    kind = kind[:40]
    try:
        fields = READERS.get((form, kind), _named)(said)
        return Message(format=form, type=kind, raw=raw, **fields)
    except UnfitError as unfit:
        return Message(format=form, type=kind, error=str(unfit), raw=raw)


def _named(said: dict[str, Any]) -> dict[str, Any]:
    return {"extra": {k: v for k, v in said.items() if isinstance(v, str | int | float)}}


def _place(said: dict[str, Any]) -> tuple[float | None, float | None]:
    lon, lat = plain(said.get("lon"), "lon"), plain(said.get("lat"), "lat")
    if lon is None and lat is None:
        return None, None
    if lon is None or lat is None:
        raise UnfitError("position is incomplete")
    return place(lon, lat)


def _first(said: dict[str, Any], *names: str) -> float | None:
    for name in names:
        value = plain(said.get(name), name)
        if value is not None:
            return value
    return None


def _motion(speed: float | None, course: float | None, *, factor: float) -> dict[str, Any]:
    if speed is not None and speed < 0:
        raise UnfitError("speed is negative")
    if course is not None and not 0 <= course <= 360:
        raise UnfitError("course out of range")
    return {"speed_kmh": None if speed is None else speed * factor, "course_deg": course}


def _tpv(said: dict[str, Any]) -> dict[str, Any]:
    lon, lat = _place(said)
    mode, quality, at = said.get("mode"), said.get("status"), said.get("time")
    if not isinstance(mode, int) or isinstance(mode, bool) or mode not in MODES:
        raise UnfitError("field is none of its values: mode")
    status: tuple[str, ...] = (MODES[mode],)
    if isinstance(quality, int) and quality in QUALITIES:
        status = (*status, QUALITIES[quality])
    if lon is not None and lat is not None:
        status += doubts(lon, lat)
    errors = [plain(said.get(name), name) for name in ("epx", "epy")]
    known = [one for one in errors if one is not None]
    device = said.get("device")
    return _motion(_first(said, "speed"), _first(said, "track"), factor=MS_KMH) | {
        "valid": mode >= 2 and lon is not None,
        "lon": lon,
        "lat": lat,
        "alt_m": _first(said, "altMSL", "alt"),
        "accuracy_m": _first(said, "eph") or (max(known) if known else None),
        "fix_time": time_of(at, zone=UTC) if isinstance(at, str) else None,
        "status": status,
        "extra": {"device": device} if isinstance(device, str) else {},
    }


def _sky(said: dict[str, Any]) -> dict[str, Any]:
    listed = said.get("satellites")
    seen = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    used = [one for one in seen if one.get("used") is True]
    told = [
        {
            "system": SYSTEMS.get(one.get("gnssid", 0)) if _is_int(one, "gnssid") else None,
            "id": one.get("svid", one.get("PRN")),
            "cn0_db": one.get("ss"),
            "used": one.get("used") is True,
        }
        for one in seen[:256]
    ]
    return {"satellites": len(used) if seen else None, "extra": {"satellites_seen": told}}


def _is_int(one: dict[str, Any], name: str) -> bool:
    return isinstance(one.get(name), int)


def _owntracks(said: dict[str, Any]) -> dict[str, Any]:
    lon, lat = _place(said)
    at = plain(said.get("tst"), "time")
    tid = said.get("tid")
    if lon is None or lat is None:
        raise UnfitError("position is incomplete")
    return _motion(_first(said, "vel"), _first(said, "cog"), factor=1.0) | {
        "terminal": tid if isinstance(tid, str) else None,
        "valid": True,
        "lon": lon,
        "lat": lat,
        "alt_m": _first(said, "alt"),
        "accuracy_m": _first(said, "acc"),
        "fix_time": None if at is None else unix_time(at),
        "status": doubts(lon, lat),
        "extra": {"battery_percent": said["batt"]} if _is_int(said, "batt") else {},
    }


READERS: dict[tuple[str, str], Callable[[dict[str, Any]], dict[str, Any]]] = {
    ("gpsd", "TPV"): _tpv,
    ("gpsd", "SKY"): _sky,
    ("owntracks", "location"): _owntracks,
}
"""Format and class -> its reader; others are named and their plain values kept."""
