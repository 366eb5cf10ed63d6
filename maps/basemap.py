"""The ground under the divisions: rivers and relief, read from resources/basemap.

Knows files and arrays; how they are drawn belongs to the layers.
"""

import json
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Bounds = tuple[float, float, float, float]
"""West, south, east, north in degrees."""

_KERNEL = np.array([1, 4, 6, 4, 1], np.float32) / 16
_SHAPES = ("MultiLineString", "Polygon")


class BasemapError(ValueError):
    """A basemap file that is missing or not what it should be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class River:
    """One feature of the 1:4,000,000 river map.

    `rank` is the source's own: 1 main stream, 2 and 3 tributaries. Each of `rings` is (n, 2)
    lon, lat in degrees. Where `area` is true the first ring is the bank and the others are
    islands; else they are polylines (mid-stream, or both banks of a wide river).
    """

    name: str
    rank: int
    area: bool
    rings: tuple[Floats, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relief:
    """A grey of the height at each cell, 0 low to 1 high as the city frame has it.

    `heights` is float32 (rows, columns), the first row northmost; `bounds` are the outer edges
    of the cells. The source gives classes of height and no metres, so none are claimed.
    """

    heights: npt.NDArray[np.float32]
    bounds: Bounds


@cache
def rivers() -> tuple[River, ...]:
    """All rivers of the frame, polylines before areas; degrees CGCS2000 (the source's own)."""
    return tuple(_read_rivers(_folder() / "rivers.geojson.xz"))


@cache
def relief() -> Relief:
    """The relief of 104-112 E, 27-34 N at 2 arc-minutes, smoothed once over five cells."""
    try:
        with (_folder() / "relief.npz").open("rb") as stream, np.load(stream) as saved:
            grey = saved["grey"].astype(np.float32)
            west, south, east, north = (float(edge) for edge in saved["bounds"])
    except (OSError, KeyError, ValueError) as error:
        raise BasemapError(f"relief.npz cannot be read: {error}") from error
    heights = smooth(grey)
    low, high = float(heights.min()), float(heights.max())
    heights = ((heights - low) / max(high - low, 1e-6)).astype(np.float32)
    heights.flags.writeable = False
    return Relief(heights=heights, bounds=(west, south, east, north))


def smooth(grid: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """The grid (rows, columns) under a binomial kernel of five cells, edges repeated."""
    for axis in (0, 1):
        width = [(2, 2) if axis == along else (0, 0) for along in (0, 1)]
        windows = np.lib.stride_tricks.sliding_window_view(np.pad(grid, width, "edge"), 5, axis)
        grid = (windows @ _KERNEL).astype(np.float32)
    return grid


def _folder() -> Traversable:
    return files("resources") / "basemap"


def _read_rivers(path: Traversable) -> Iterator[River]:
    try:
        features = json.loads(lzma.decompress(path.read_bytes()))["features"]
    except (OSError, lzma.LZMAError, ValueError, KeyError) as error:
        raise BasemapError(f"{path.name} cannot be read: {error}") from error
    for feature in features:
        yield _river(feature)


def _river(feature: dict[str, Any]) -> River:
    kind = feature["geometry"]["type"]
    if kind not in _SHAPES:
        raise BasemapError(f"a river of type {kind}: expected one of {', '.join(_SHAPES)}")
    return River(
        name=feature["properties"]["name"],
        rank=int(feature["properties"]["rank"]),
        area=kind == "Polygon",
        rings=tuple(_ring(points) for points in feature["geometry"]["coordinates"]),
    )


def _ring(points: list[list[float]]) -> Floats:
    ring = np.array(points, np.float64)
    ring.flags.writeable = False
    return ring
