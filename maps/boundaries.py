"""Own boundary files: GeoJSON, GeoPackage and Shapefile read, brought to CGCS2000 and judged.

Every feature is accepted or refused with its reason; nothing is repaired or guessed. What becomes
of the accepted ones is in maps.overlay.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyogrio
import shapely
from pyogrio import raw
from pyproj import CRS, Transformer
from pyproj.exceptions import ProjError

from app.model import Level
from maps.gazetteer import Hierarchy
from maps.tree import CITY_CODE

CODE_FIELDS = ("code", "adcode", "代码", "区划代码", "行政区划代码", "xzqdm", "pac", "gb")
"""Columns a unit's code may stand in, the first that is there; capitals do not matter."""

_CGCS2000 = 4490
_OUTSIDE_SHARE = 0.1
_OVERLAP_SHARE = 0.01
_POLYGONS = (3, 6)


class BoundariesError(ValueError):
    """The file cannot be read at all."""


class Reason(StrEnum):
    """Why a feature is refused."""

    NO_GEOMETRY = "no_geometry"
    WRONG_TYPE = "wrong_type"
    NO_CRS = "no_crs"
    INVALID = "invalid"
    NO_CODE = "no_code"
    UNKNOWN_CODE = "unknown_code"
    WRONG_LEVEL = "wrong_level"
    DUPLICATE = "duplicate"
    OUTSIDE_CITY = "outside_city"
    OVERLAP = "overlap"


REASONS = {
    Reason.NO_GEOMETRY: "没有几何",
    Reason.WRONG_TYPE: "不是面",
    Reason.NO_CRS: "缺少坐标系（.prj）或坐标系无法识别",
    Reason.INVALID: "几何无效",
    Reason.NO_CODE: "没有区划代码",
    Reason.UNKNOWN_CODE: "区划代码不存在",
    Reason.WRONG_LEVEL: "与文件中其他要素不在同一级，或不可替换",
    Reason.DUPLICATE: "代码重复",
    Reason.OUTSIDE_CITY: "超出市域",
    Reason.OVERLAP: "与另一要素重叠",
}
"""What to show for each, the interface's source language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """An accepted outline, in degrees CGCS2000, of the unit `code`."""

    code: str
    level: Level
    area: shapely.Geometry
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A feature that was not taken: file, layer and its number there from 1; `detail` is data."""

    source: str
    code: str
    reason: Reason
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    accepted: tuple[Feature, ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A feature as it stands in the file; `area` is None where there is none to be had."""

    source: str
    code: str
    has_geometry: bool
    area: shapely.Geometry | None
    crs: str | None


def read_boundaries(paths: Sequence[Path], hierarchy: Hierarchy) -> Imported:
    """All features of the files, judged in turn: of two that clash the first stays.

    Raises BoundariesError where a file cannot be opened or is of no such form.
    """
    judge = _Judge(hierarchy)
    for path in paths:
        for feature in _features(path):
            judge.hear(feature)
    judge.part()
    return Imported(accepted=tuple(judge.accepted), refused=tuple(judge.refused))


def _features(path: Path) -> Iterator[_Read]:
    try:
        for layer in pyogrio.list_layers(path)[:, 0].tolist():
            meta, _, shapes, fields = raw.read(path, layer=layer, force_2d=True)
            codes = _codes(meta, fields)
            for i, wkb in enumerate(shapes if shapes is not None else [None] * len(codes or ())):
                yield _Read(
                    source=f"{path.name}/{layer} {i + 1}",
                    code=codes[i] if codes else "",
                    has_geometry=wkb is not None,
                    area=None if wkb is None else shapely.from_wkb(wkb, on_invalid="ignore"),
                    crs=meta["crs"],
                )
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, OSError) as error:
        raise BoundariesError(f"{path.name}: {error}") from error


def _codes(meta: dict[str, Any], fields: Sequence[npt.NDArray[Any]]) -> list[str] | None:
    """The codes of all features as text, None where no column has them."""
    names = [_text(name, meta["encoding"]).lower() for name in meta["fields"]]
    for wanted in CODE_FIELDS:
        if wanted in names:
            column = fields[names.index(wanted)]
            return [_text(value, meta["encoding"]) for value in column.tolist()]
    return None


def _text(value: object, encoding: str) -> str:
    """A cell as text; a dBase file that names no encoding is read as UTF-8 if it is, else GBK."""
    if value is None or value != value:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = str(value).strip()
    if encoding == "ISO-8859-1" and not text.isascii():
        for real in ("utf-8", "gb18030"):
            try:
                return text.encode("latin-1").decode(real)
            except UnicodeError:
                continue
    return text


class _Judge:
    """Takes features in turn; each check lets a feature pass to the next or raises _No."""

    def __init__(self, hierarchy: Hierarchy) -> None:
        self._hierarchy = hierarchy
        self._city = hierarchy.polygon(CITY_CODE)
        shapely.prepare(self._city)
        self._sources: dict[str, str] = {}
        self._level: Level | None = None
        self.accepted: list[Feature] = []
        self.refused: list[Refused] = []

    def hear(self, read: _Read) -> None:
        try:
            area = _area(read)
            level = self._level_of(read.code)
            self._check_inside(area)
        except _No as no:
            self._refuse(read.source, read.code, no)
            return
        self._sources[read.code] = read.source
        self._level = level
        feature = Feature(code=read.code, level=level, area=area, source=read.source)
        self.accepted.append(feature)

    def _refuse(self, source: str, code: str, no: "_No") -> None:
        self.refused.append(Refused(source=source, code=code, reason=no.reason, detail=no.detail))

    def _level_of(self, code: str) -> Level:
        if not code:
            raise _No(Reason.NO_CODE)
        place = self._hierarchy.place(code)
        if place is None:
            raise _No(Reason.UNKNOWN_CODE)
        if place.level is Level.CITY or self._level not in (None, place.level):
            raise _No(Reason.WRONG_LEVEL, place.level.name.lower())
        if code in self._sources:
            raise _No(Reason.DUPLICATE, self._sources[code])
        return place.level

    def _check_inside(self, area: shapely.Geometry) -> None:
        if not self._city.covers(area):
            share = area.difference(self._city).area / area.area
            if share > _OUTSIDE_SHARE:
                raise _No(Reason.OUTSIDE_CITY, f"{share:.0%}")

    def part(self) -> None:
        """Refuses, of all that were heard, those that lie on the ground of an earlier one."""
        heard, self.accepted = self.accepted, []
        areas = [feature.area for feature in heard]
        taken: set[int] = set()
        tree = shapely.STRtree(areas)
        for i, feature in enumerate(heard):
            others = sorted(taken.intersection(tree.query(areas[i]).tolist()))
            clash = next((k for k in others if _overlap(areas[i], areas[k])), None)
            if clash is None:
                taken.add(i)
                self.accepted.append(feature)
            else:
                no = _No(Reason.OVERLAP, heard[clash].source)
                self._refuse(feature.source, feature.code, no)


def _overlap(one: shapely.Geometry, other: shapely.Geometry) -> bool:
    """Whether they share more than the slivers of two borders drawn apart."""
    if not one.intersects(other) or one.touches(other):
        return False
    return one.intersection(other).area > _OVERLAP_SHARE * min(one.area, other.area)


class _No(Exception):  # noqa: N818  # a refusal, not an error
    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail


def _area(read: _Read) -> shapely.Geometry:
    """The area in degrees CGCS2000."""
    if not read.has_geometry or (read.area is not None and read.area.is_empty):
        raise _No(Reason.NO_GEOMETRY)
    if read.area is None:
        raise _No(Reason.INVALID)
    if shapely.get_type_id(read.area) not in _POLYGONS:
        raise _No(Reason.WRONG_TYPE, read.area.geom_type)
    try:
        area = _to_cgcs2000(read.area, read.crs)
    except ProjError as error:
        raise _No(Reason.NO_CRS, str(error)) from error
    if not np.isfinite(shapely.get_coordinates(area)).all():
        raise _No(Reason.OUTSIDE_CITY)
    if not area.is_valid:
        raise _No(Reason.INVALID, shapely.is_valid_reason(area))
    return area


def _to_cgcs2000(area: shapely.Geometry, crs: str | None) -> shapely.Geometry:
    """Lon, lat degrees. WGS 84 is taken as CGCS2000. ProjError where the system is not known."""
    if not crs:
        raise ProjError("none")
    known = CRS.from_user_input(crs)
    if known.is_geographic and known.to_epsg() in (_CGCS2000, 4326):
        return area
    change = Transformer.from_crs(known, _CGCS2000, always_xy=True)
    return shapely.transform(area, lambda c: np.column_stack(change.transform(c[:, 0], c[:, 1])))
