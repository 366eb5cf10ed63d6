"""Layers of objects as GeoPackage, GeoJSON or CSV, in degrees CGCS2000 (EPSG:4490). Qt-free.

Text is what people typed: control characters go, and no cell of a CSV file begins a formula.
"""

import csv
import math
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec
import numpy as np

from maps.objects.columns import COLUMNS, Column, Kind, Value
from maps.objects.layers import Layer

CRS = "EPSG:4490"
_CRS_URN = "urn:ogc:def:crs:EPSG::4490"
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_TYPES = {"places": "MultiPolygon", "fences": "MultiPolygon", "drawings": "Unknown"}
_EMPTY: Mapping[Kind, Any] = {Kind.TEXT: None, Kind.INT: 0, Kind.REAL: math.nan, Kind.BOOL: False}

Texts = Mapping[str, str]
"""What a file says of itself: title, source, moment, proof."""


def plain(value: Value) -> Value:
    """A value as it may stand in any file."""
    if isinstance(value, str):
        return _CONTROLS.sub("", value)
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def write_gpkg(path: Path, layers: Sequence[Layer], texts: Texts) -> None:
    """A GeoPackage with one layer each; the fields' Chinese names in its metadata.

    OSError where it cannot be written.
    """
    import pyogrio
    import shapely

    path.unlink(missing_ok=True)  # GDAL will not open the empty file that keeps the place
    for layer in layers:
        columns = COLUMNS[layer.name]
        try:
            pyogrio.raw.write(
                path,
                np.array([None if s is None else shapely.to_wkb(s) for s in layer.shapes], object),
                *_fields(layer, columns),
                layer=layer.name,
                driver="GPKG",
                geometry_type=_TYPES.get(layer.name, "Point"),
                crs=CRS,
                encoding="UTF-8",
                append=path.exists(),
                dataset_metadata=dict(texts),
                layer_metadata={f"field.{column.key}": column.name for column in columns},
            )
        except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
            raise OSError(str(error)) from error


def _fields(layer: Layer, columns: tuple[Column, ...]) -> tuple[Any, Any, Any]:
    """(values, names, which are missing), each by column."""
    data, masks = [], []
    for k, column in enumerate(columns):
        values = [plain(row[k]) for row in layer.rows]
        missing = np.array([value is None for value in values], bool)
        filled = [_EMPTY[column.kind] if value is None else value for value in values]
        data.append(np.array(filled, column.kind.value))
        masks.append(missing)
    return data, np.array([column.key for column in columns], object), masks


def write_geojson(path: Path, layers: Sequence[Layer], texts: Texts) -> None:
    """One FeatureCollection; every feature says its layer. Longitude first (RFC 7946), but in
    CGCS2000, which the file says as GDAL does."""
    head = {"type": "name", "properties": {"name": _CRS_URN}}
    names = {
        layer.name: {column.key: column.name for column in COLUMNS[layer.name]} for layer in layers
    }
    start = {"type": "FeatureCollection", "name": "yutu", "crs": head, "about": dict(texts)}
    opening = msgspec.json.encode({**start, "fields": names})[:-1] + b',"features":[\n'
    with path.open("wb") as file:
        file.write(opening)
        first = True
        for layer in layers:
            for row, shape in zip(layer.rows, layer.shapes, strict=True):
                file.write(b"" if first else b",\n")
                file.write(_feature(layer.name, row, shape))
                first = False
        file.write(b"\n]}\n")


def _feature(name: str, row: tuple[Value, ...], shape: Any) -> bytes:
    import shapely

    keys = [column.key for column in COLUMNS[name]]
    values = dict(zip(keys, map(plain, row), strict=True))
    geometry = None if shape is None else msgspec.Raw(shapely.to_geojson(shape).encode())
    feature = {"type": "Feature", "geometry": geometry, "properties": {"layer": name, **values}}
    return msgspec.json.encode(feature)


def write_csv(path: Path, layers: Sequence[Layer], texts: Texts) -> None:
    """One table of all layers; points as lon and lat, areas as WKT. Opens in a spreadsheet."""
    import shapely

    keys = dict.fromkeys(column.key for layer in layers for column in COLUMNS[layer.name])
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        out.writerow(["layer", *keys, "lon", "lat", "wkt"])
        for layer in layers:
            mine = [column.key for column in COLUMNS[layer.name]]
            for row, shape in zip(layer.rows, layer.shapes, strict=True):
                values = dict(zip(mine, row, strict=True))
                point = shape is not None and shape.geom_type == "Point"
                where = (shape.x, shape.y, "") if point else ("", "", "")
                if shape is not None and not point:
                    where = ("", "", shapely.to_wkt(shape, rounding_precision=7))
                out.writerow([layer.name, *(_cell(values.get(key)) for key in keys), *where])


def _cell(value: Value) -> Value:
    """Text that a spreadsheet would reckon with is marked as text."""
    value = plain(value)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


Writer = Callable[[Path, Sequence[Layer], Texts], None]
WRITERS: Mapping[str, Writer] = MappingProxyType(
    {"gpkg": write_gpkg, "geojson": write_geojson, "csv": write_csv}
)
