"""Lines of round coordinates over a view: degrees, and kilometres of the CGCS2000 3° zones.

Qt-free. Each line is given in pixels of the view with the number it stands for.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from maps.projection import gauss_kruger, project, unproject, unproject_zone
from maps.viewport import Viewport

Floats = npt.NDArray[np.float64]

DEGREE_STEPS_S = (7200, 3600, 1800, 900, 600, 300, 120, 60, 30, 15, 10, 5, 2, 1)
"""Seconds of arc."""
METRE_STEPS = (100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10)
_WANTED_PX = 180
_METRES_PER_S = 30.9  # of latitude
_POINTS = 24
_ZONE_DEG = 3.0
_MOST = 400  # lines of one family; a view that holds more is not of the earth


@dataclass(frozen=True, slots=True)
class Ruling:
    """A line in pixels of the view, (n,) each, and its text."""

    x: Floats
    y: Floats
    text: str


def step_s(metres_per_px: float) -> int:
    """Seconds of arc between lines that lie nearest to 180 pixels apart."""
    return _nearest(DEGREE_STEPS_S, _WANTED_PX * metres_per_px / _METRES_PER_S)


def step_m(metres_per_px: float) -> int:
    """Metres between lines that lie nearest to 180 pixels apart."""
    return _nearest(METRE_STEPS, _WANTED_PX * metres_per_px)


def _nearest(steps: tuple[int, ...], wanted: float) -> int:
    return min(steps, key=lambda step: abs(math.log(step / wanted)))


def degrees(view: Viewport) -> Iterator[Ruling]:
    """Meridians and parallels at round steps; none where the view leaves the projection."""
    seen = _seen(view)
    if seen is None:
        return
    west, south, east, north = seen
    step = step_s(view.metres_per_px)
    for second in _round(west * 3600, east * 3600, step):
        lon = np.full(_POINTS, second / 3600)
        yield _ruling(view, lon, np.linspace(south, north, _POINTS), dms(second, "EW"))
    for second in _round(south * 3600, north * 3600, step):
        lat = np.full(_POINTS, second / 3600)
        yield _ruling(view, np.linspace(west, east, _POINTS), lat, dms(second, "NS"))


def kilometres(view: Viewport) -> Iterator[Ruling]:
    """Lines of round eastings and northings, each zone within its own three degrees."""
    seen = _seen(view)
    if seen is None:
        return
    west, south, east, north = seen
    step = step_m(view.metres_per_px)
    for zone in range(round(west / _ZONE_DEG), round(east / _ZONE_DEG) + 1):
        low = max(west, (zone - 0.5) * _ZONE_DEG)
        high = min(east, (zone + 0.5) * _ZONE_DEG)
        if low < high:
            yield from _of_zone(view, zone, (low, south, high, north), step)


def _of_zone(
    view: Viewport, zone: int, part: tuple[float, float, float, float], step: int
) -> Iterator[Ruling]:
    west, south, east, north = part
    edge_lon = np.r_[np.linspace(west, east, 9), np.linspace(west, east, 9), [west, east]]
    edge_lat = np.r_[[south] * 9, [north] * 9, [(south + north) / 2] * 2]
    x, y = gauss_kruger(zone, edge_lon, edge_lat)
    for easting in _round(x.min(), x.max(), step):
        lon, lat = unproject_zone(
            zone, np.full(_POINTS, float(easting)), np.linspace(y.min(), y.max(), _POINTS)
        )
        yield from _within(view, lon, lat, zone, f"{zone}{km(easting)}")
    for northing in _round(y.min(), y.max(), step):
        lon, lat = unproject_zone(
            zone, np.linspace(x.min(), x.max(), _POINTS), np.full(_POINTS, float(northing))
        )
        yield from _within(view, lon, lat, zone, km(northing))


def _within(view: Viewport, lon: Floats, lat: Floats, zone: int, text: str) -> Iterator[Ruling]:
    """The piece of a line between the meridians of its zone; beyond the view it may go on."""
    inside = np.abs(lon - zone * _ZONE_DEG) <= _ZONE_DEG / 2
    if np.count_nonzero(inside) > 1:
        yield _ruling(view, lon[inside], lat[inside], text)


def _ruling(view: Viewport, lon: Floats, lat: Floats, text: str) -> Ruling:
    return Ruling(*view.to_screen(*project(lon, lat)), text)


def _seen(view: Viewport) -> tuple[float, float, float, float] | None:
    """West, south, east, north in degrees of the view's extent."""
    west, south, east, north = view.extent
    x = np.r_[np.linspace(west, east, 5), np.linspace(west, east, 5)]
    lon, lat = unproject(x, np.r_[[south] * 5, [north] * 5])
    if not (np.isfinite(lon).all() and np.isfinite(lat).all()):
        return None
    return float(lon.min()), float(lat.min()), float(lon.max()), float(lat.max())


def _round(low: float, high: float, step: int) -> list[int]:
    """The multiples of a step between two values."""
    first, last = math.ceil(low / step), math.floor(high / step)
    return [k * step for k in range(first, last + 1)] if last - first < _MOST else []


def dms(seconds: int, sides: str) -> str:
    """106°30′E of seconds of arc, with as many parts as it takes; `sides` "EW" or "NS"."""
    side = sides[0] if seconds >= 0 else sides[1]
    degree, rest = divmod(abs(seconds), 3600)
    minute, second = divmod(rest, 60)
    text = f"{degree}°"
    if minute or second:
        text += f"{minute:02d}′"
    if second:
        text += f"{second:02d}″"
    return text + side


def km(metres: int) -> str:
    """Kilometres with as many decimals as a round number of metres needs."""
    return f"{metres / 1000:.2f}".rstrip("0").rstrip(".")
