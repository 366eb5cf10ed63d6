"""Coordinates as people type them, read into degrees CGCS2000; and 3° Gauss-Kruger both ways.

Nothing is guessed: a text that could mean two places means none.
"""

import re
from functools import cache

from pyproj import Transformer

_ZONES = range(25, 46)  # EPSG 4513 to 4533: CGCS2000 / 3-degree Gauss-Kruger zones 25 to 45
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，－＋：", "0123456789.,-+:")
_WORDS = (
    ("北纬", " N "),
    ("南纬", " S "),
    ("东经", " E "),
    ("西经", " W "),
    ("度", "°"),
    ("分", "′"),
    ("秒", "″"),
    ("''", "″"),
    ("’’", "″"),
    ('"', "″"),
    ("”", "″"),
    ("“", "″"),
    ("'", "′"),
    ("’", "′"),
    ("‘", "′"),
    ("º", "°"),
    ("˚", "°"),
    ("，", ","),
    ("；", ","),
    (";", ","),
    ("、", ","),
)
_NUMBER = r"[+-]?\d+(?:\.\d+)?"
_TOKEN = re.compile(rf"({_NUMBER})\s*([°′″]?)|([NSEW])|(,)")
_GK = re.compile(
    r"^(?:(?:GK|CGCS2000)\s*)?(?:(?:3\s*°\s*)?(?:带|ZONE)\s*(\d\d)\s*[:：,]?\s*)?"
    r"X?\s*[:=]?\s*(\d+(?:\.\d+)?)\s*M?\s*[, ]\s*Y?\s*[:=]?\s*(\d+(?:\.\d+)?)\s*M?$"
)


@cache
def _to_gk(zone: int) -> Transformer:
    return Transformer.from_crs(4490, 4488 + zone, always_xy=True)


@cache
def _from_gk(zone: int) -> Transformer:
    return Transformer.from_crs(4488 + zone, 4490, always_xy=True)


def to_gk3(lon: float, lat: float) -> tuple[int, float, float]:
    """(zone, X north m, Y east m with the zone's number in front), of EPSG:4513..4533."""
    zone = min(max(round(lon / 3), _ZONES[0]), _ZONES[-1])
    east, north = _to_gk(zone).transform(lon, lat)
    return zone, north, east


def from_gk3(zone: int, north_m: float, east_m: float) -> tuple[float, float]:
    """(lon, lat) of a 3° Gauss-Kruger position whose Y carries its zone's number."""
    lon, lat = _from_gk(zone).transform(east_m, north_m)
    return lon, lat


def parse(text: str) -> tuple[float, float] | None:
    """(lon, lat) in degrees CGCS2000, or None where the text is no coordinate or an unclear one.

    Read: decimal degrees, degrees and minutes, degrees minutes seconds, with ° ′ ″, letters or
    北纬/东经 in either order; without letters whichever order puts the latitude within ±90 and
    the longitude beyond it; Gauss-Kruger 3° as X Y, the zone in Y's first two digits or as 带 35.
    """
    flat = text.translate(_FULL_WIDTH).strip()
    grid = _gauss_kruger(flat.upper())
    if grid is not None:
        return grid
    for word, sign in _WORDS:
        flat = flat.replace(word, sign)
    return _degrees(re.sub(r"\s+", " ", flat.upper()).strip())


def _gauss_kruger(text: str) -> tuple[float, float] | None:
    found = _GK.match(text.replace("，", ","))
    if found is None:
        return None
    first, second = float(found[2]), float(found[3])
    north, east = (first, second) if first < 1e7 else (second, first)
    zone = int(found[1]) if found[1] else int(east // 1_000_000)
    if east < 1e6 and found[1]:
        east += zone * 1_000_000
    if zone not in _ZONES or int(east // 1_000_000) != zone or not 1e5 < north < 6.7e6:
        return None
    lon, lat = from_gk3(zone, north, east)
    return (lon, lat) if abs(lon - zone * 3) <= 3 else None


def _degrees(text: str) -> tuple[float, float] | None:
    tokens = _tokens(text)
    if tokens is None:
        return None
    halves = _halves(tokens)
    if halves is None:
        return None
    (one, axis_one), (two, axis_two) = halves
    if axis_one == axis_two == "":
        if abs(one) <= 90 < abs(two):
            axis_one, axis_two = "N", "E"
        elif abs(two) <= 90 < abs(one):
            axis_one, axis_two = "E", "N"
        else:
            return None
    return _placed(one, axis_one, two, axis_two)


def _tokens(text: str) -> list[tuple[str, str]] | None:
    """[("29", "°"), ("N", ""), (",", "") …], or None where something is left over."""
    found, at = [], 0
    while at < len(text):
        if text[at] == " ":
            at += 1
            continue
        token = _TOKEN.match(text, at)
        if token is None:
            return None
        found.append((token[1] or token[3] or token[4], token[2] or ""))
        at = token.end()
    return found


def _halves(tokens: list[tuple[str, str]]) -> list[tuple[float, str]] | None:
    """The two angles with their letters ("" without), in the order typed."""
    letters = [at for at, (text, _) in enumerate(tokens) if text in "NSEW"]
    if len(letters) == 2:
        cut = letters[1] if letters[0] == 0 else letters[0] + 1
    elif letters:
        return None
    else:
        cut = _middle(tokens)
    parts = (tokens[:cut], tokens[cut:])
    angles = [_angle([t for t in part if t[0] != ","]) for part in parts]
    return None if None in angles else [angle for angle in angles if angle is not None]


def _middle(tokens: list[tuple[str, str]]) -> int:
    """Where the second angle begins: after the comma, at the second °, or half way."""
    commas = [at for at, (text, _) in enumerate(tokens) if text == ","]
    if len(commas) == 1:
        return commas[0]
    degrees = [at for at, (_, mark) in enumerate(tokens) if mark == "°"]
    if len(degrees) == 2:
        return degrees[1]
    return len(tokens) // 2 if len(tokens) % 2 == 0 else 0


def _angle(tokens: list[tuple[str, str]]) -> tuple[float, str] | None:
    letter = "".join(text for text, _ in tokens if text in "NSEW")
    numbers = [(text, mark) for text, mark in tokens if text not in "NSEW"]
    if not 1 <= len(numbers) <= 3 or len(letter) > 1:
        return None
    if any(mark not in ("", want) for (_, mark), want in zip(numbers, "°′″", strict=False)):
        return None
    values = [float(text) for text, _ in numbers]
    if any(not 0 <= value < 60 for value in values[1:]):
        return None
    if any(value % 1 for value in values[:-1]):
        return None
    size = sum(abs(value) / 60**power for power, value in enumerate(values))
    return (-size if numbers[0][0].startswith("-") else size), letter


def _placed(one: float, axis_one: str, two: float, axis_two: str) -> tuple[float, float] | None:
    by_axis: dict[str, float] = {}
    for value, axis in ((one, axis_one), (two, axis_two)):
        by_axis["lat" if axis in "NS" else "lon"] = -value if axis in "SW" else value
    lon, lat = by_axis.get("lon"), by_axis.get("lat")
    if lon is None or lat is None or abs(lat) > 90 or abs(lon) > 180:
        return None
    return lon, lat
