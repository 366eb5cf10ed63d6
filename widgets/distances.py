"""Distances and speeds as people type them: 500, 500m, 2 km, 2公里, 1, 3, 5."""

import math
import re

_UNITS = {"": 1.0, "m": 1.0, "米": 1.0, "km": 1000.0, "公里": 1000.0, "千米": 1000.0}
_DISTANCE = re.compile(r"^\s*(\d+(?:\.\d+)?)\s*(km|m|米|公里|千米)?\s*$", re.IGNORECASE)
_PART = re.compile(r"[,，、;；\s]+")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，", "0123456789.,")

MOST_RINGS = 6
MOST_M = 100_000.0
FASTEST_KMH = 300.0


def distance_m(text: str) -> float | None:
    """Metres, or None where the text is no distance from 1 m to 100 km."""
    found = _DISTANCE.match(text.translate(_FULL_WIDTH))
    if found is None:
        return None
    metres = float(found[1]) * _UNITS[(found[2] or "").lower()]
    return metres if 1.0 <= metres <= MOST_M else None


def radii_m(text: str) -> tuple[float, ...] | None:
    """Kilometres, one to six of them, apart by commas or spaces -> metres, the smallest first."""
    parts = [part for part in _PART.split(text.translate(_FULL_WIDTH).strip()) if part]
    try:
        metres = sorted({float(part) * 1000 for part in parts})
    except ValueError:
        return None
    fit = all(math.isfinite(one) and 10.0 <= one <= MOST_M for one in metres)
    return tuple(metres) if fit and 1 <= len(metres) <= MOST_RINGS else None


def speed_kmh(text: str) -> float | None:
    """Kilometres an hour, above 0 and at most 300; None for anything else."""
    try:
        speed = float(re.sub(r"\s*km/h\s*$", "", text.translate(_FULL_WIDTH), flags=re.IGNORECASE))
    except ValueError:
        return None
    return speed if 0 < speed <= FASTEST_KMH else None
