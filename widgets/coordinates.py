"""Coordinates as people type them, read into degrees CGCS2000.

Nothing is guessed: a text that could mean two places means none. Gauss-Kruger is
`widgets.gauss_kruger`'s.
"""

import re

from widgets import gauss_kruger

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
_NAMED = (
    (re.compile(r"\b(?:latitude|lat)\b\s*[:=：]?|纬度\s*[:=：]?", re.IGNORECASE), " N "),
    (re.compile(r"\b(?:longitude|long|lon|lng)\b\s*[:=：]?|经度\s*[:=：]?", re.IGNORECASE), " E "),
    (re.compile(r"\b(\d{1,3})[-:](\d{1,2})[-:](\d{1,2}(?:\.\d+)?)"), r"\1 \2 \3"),
    (re.compile(r"[()（）\[\]]"), " "),
    (re.compile(r"\s*/\s*"), ","),
)
"""Words and marks that stand for the letters and spaces of the plain forms."""


def plain(text: str) -> str:
    """Full-width figures and marks as the others."""
    return text.translate(_FULL_WIDTH).strip()


def parse(text: str) -> tuple[float, float] | None:
    """(lon, lat) in degrees CGCS2000, or None where the text is no coordinate or an unclear one.

    Read: decimal degrees, degrees and minutes, degrees minutes seconds, with ° ′ ″, - or :,
    letters, 北纬/东经, 纬度/经度 or lat/lon in either order; without letters whichever order puts
    the latitude within ±90 and the longitude beyond it; Gauss-Kruger 3° as X Y or Y X, the zone
    in Y's first two digits, in front, or as 带 35.
    """
    flat = plain(text)
    grid = gauss_kruger.parse(flat)
    if grid is not None:
        return grid
    for named, letters in _NAMED:
        flat = named.sub(letters, flat)
    for word, sign in _WORDS:
        flat = flat.replace(word, sign)
    return _degrees(re.sub(r"\s+", " ", flat.upper()).strip())


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
