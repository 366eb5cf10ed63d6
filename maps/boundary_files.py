"""Features as they stand in a boundary file: code as text, area in degrees CGCS2000.

GeoJSON, GeoPackage and Shapefile, through pyogrio; maps.boundaries judges what they may stand for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import CRS, Transformer
from pyproj.exceptions import ProjError

CODE_FIELDS = ("code", "adcode", "代码", "区划代码", "行政区划代码", "xzqdm", "pac", "gb")
"""Columns a unit's code may stand in, the first that is there; capitals do not matter."""

_CGCS2000 = 4490
_SAME_DATUM = (_CGCS2000, 4326)
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


class No(Exception):  # noqa: N818  # a refusal, not an error
    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A feature as it stands in the file; `area` is None where there is none to be had."""

    source: str
    code: str
    has_geometry: bool
    area: shapely.Geometry | None
    crs: str | None


def features(path: Path) -> Iterator[Read]:
    import pyogrio  # here, for it takes a tenth of a second and few starts read boundaries
    from pyogrio import raw

    try:
        for layer in pyogrio.list_layers(path)[:, 0].tolist():
            meta, _, shapes, fields = raw.read(path, layer=layer, force_2d=True)
            codes = _codes(meta, fields)
            for i, wkb in enumerate(shapes if shapes is not None else [None] * len(codes or ())):
                yield Read(
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
    names = [text_of(name, meta["encoding"]).lower() for name in meta["fields"]]
    for wanted in CODE_FIELDS:
        if wanted in names:
            column = fields[names.index(wanted)]
            return [text_of(value, meta["encoding"]) for value in column.tolist()]
    return None


def text_of(value: object, encoding: str) -> str:
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


def area_of(read: Read) -> shapely.Geometry:
    """The area in degrees CGCS2000."""
    if not read.has_geometry or (read.area is not None and read.area.is_empty):
        raise No(Reason.NO_GEOMETRY)
    if read.area is None:
        raise No(Reason.INVALID)
    if shapely.get_type_id(read.area) not in _POLYGONS:
        raise No(Reason.WRONG_TYPE, read.area.geom_type)
    try:
        area = _to_cgcs2000(read.area, read.crs)
    except ProjError as error:
        raise No(Reason.NO_CRS, str(error)) from error
    if not np.isfinite(shapely.get_coordinates(area)).all():
        raise No(Reason.OUTSIDE_CITY)
    if not area.is_valid:
        raise No(Reason.INVALID, shapely.is_valid_reason(area))
    return area


def _to_cgcs2000(area: shapely.Geometry, crs: str | None) -> shapely.Geometry:
    """Lon, lat degrees. WGS 84 is taken as CGCS2000. ProjError where the system is not known."""
    if not crs:
        raise ProjError("none")
    known = CRS.from_user_input(crs)
    if known.is_geographic and known.to_epsg() in _SAME_DATUM:
        return area
    change = Transformer.from_crs(known, _CGCS2000, always_xy=True)
    return shapely.transform(area, lambda c: np.column_stack(change.transform(c[:, 0], c[:, 1])))
