"""CGCS2000 3-degree Gauss-Kruger coordinates: reckoned both ways, and read as people type them."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

_ZONES = range(25, 46)  # EPSG 4513 to 4533: CGCS2000 / 3-degree Gauss-Kruger zones 25 to 45
CITY_ZONES = (35, 36, 37)
"""The zones that the city lies in, 105, 108 and 111 degrees east."""
_ZONE = (
    r"(?:(?:3\s*°\s*)?(?:带|ZONE)\s*(?P<after>\d\d)"
    r"|第?\s*(?P<before>\d\d)\s*(?:度?带|ZONE)"
    r"|(?P<bare>\d\d)\s+(?=[XY]?\s*[:=]?\s*\d{6}))\s*[:：,]?\s*"
)
_FIGURE = r"[XY]?\s*[:=]?\s*(?P<{name}>\d+(?:\.\d+)?)\s*M?"
_ONE, _TWO = _FIGURE.replace("{name}", "one"), _FIGURE.replace("{name}", "two")
_FORM = re.compile(rf"^(?:(?:GK|CGCS2000)\s*)?(?:{_ZONE})?{_ONE}\s*[, ]\s*{_TWO}$")
_NORTH = (1e5, 6.7e6)
_EAST = (1e5, 9e5)  # without the zone's number


@dataclass(frozen=True, slots=True)
class Read:
    """What stands in a text: the zone that was named (0: none), metres north and east."""

    zone: int
    north_m: float
    east_m: float


@cache
def _to(zone: int) -> Any:
    from pyproj import Transformer  # here, for a start reckons nothing

    return Transformer.from_crs(4490, 4488 + zone, always_xy=True)


@cache
def _from(zone: int) -> Any:
    from pyproj import Transformer

    return Transformer.from_crs(4488 + zone, 4490, always_xy=True)


def to_gk3(lon: float, lat: float) -> tuple[int, float, float]:
    """(zone, X north m, Y east m with the zone's number in front), of EPSG:4513..4533."""
    zone = min(max(round(lon / 3), _ZONES[0]), _ZONES[-1])
    east, north = _to(zone).transform(lon, lat)
    return zone, north, east


def from_gk3(zone: int, north_m: float, east_m: float) -> tuple[float, float]:
    """(lon, lat) of a 3° Gauss-Kruger position whose Y carries its zone's number."""
    lon, lat = _from(zone).transform(east_m, north_m)
    return lon, lat


def parse(text: str) -> tuple[float, float] | None:
    """(lon, lat) where the zone is named, or stands in front of Y; None for anything else."""
    found = read(text)
    if found is None:
        return None
    east = found.east_m
    if east < 1e6 and found.zone:
        east += found.zone * 1_000_000
    return _placed(found.zone or int(east // 1_000_000), found.north_m, east)


def without_zone(text: str) -> list[tuple[int, float, float]]:
    """(zone, lon, lat) for each zone of the city that a pair without its zone could be of."""
    found = read(text)
    if found is None or found.zone or found.east_m >= 1e6:
        return []
    places = []
    for zone in CITY_ZONES:
        place = _placed(zone, found.north_m, found.east_m + zone * 1_000_000)
        if place is not None:
            places.append((zone, *place))
    return places


def read(text: str) -> Read | None:
    """The numbers of a text that has the form of such a pair, in either order."""
    form = _FORM.match(text.upper().replace("，", ","))
    if form is None:
        return None
    zone = int(form["after"] or form["before"] or form["bare"] or 0)
    first, second = float(form["one"]), float(form["two"])
    swapped = _is_east(first) and not _is_east(second)
    north, east = (second, first) if swapped else (first, second)
    return Read(zone, north, east) if _is_east(east) and _is_north(north) else None


def _is_east(metres: float) -> bool:
    return _EAST[0] <= metres % 1_000_000 <= _EAST[1] and (metres < 1e6 or metres >= 25e6)


def _is_north(metres: float) -> bool:
    return _NORTH[0] < metres < _NORTH[1]


def _placed(zone: int, north_m: float, east_m: float) -> tuple[float, float] | None:
    if zone not in _ZONES or int(east_m // 1_000_000) != zone or not _is_north(north_m):
        return None
    lon, lat = from_gk3(zone, north_m, east_m)
    return (lon, lat) if abs(lon - zone * 3) <= 3 else None
