"""The catalogue of substations: single facts from CSV, checked, each substation once."""

import csv
import io

from app.catalogue.errors import CatalogueError
from app.model import Substation

COLUMNS = "id,name,voltage_kv,lon,lat,source,licence"
_MOST_KV = 1100


def read_substations(text: str) -> tuple[Substation, ...]:
    """Substations from CSV with the columns of the shipped file; CatalogueError with the line."""
    reader = csv.DictReader(io.StringIO(text), strict=True)
    found: dict[str, Substation] = {}
    try:
        if ",".join(reader.fieldnames or ()) != COLUMNS:
            raise CatalogueError(f"substations: the columns must be {COLUMNS}")
        for row in reader:
            one = _substation(row)
            if one.id in found:
                raise ValueError(f"{one.id} is there twice")
            found[one.id] = one
    except (csv.Error, ValueError, TypeError) as error:
        if isinstance(error, CatalogueError):
            raise
        raise CatalogueError(f"substations, line {reader.line_num}: {error}") from error
    return tuple(found.values())


def _substation(row: dict[str, str]) -> Substation:
    if None in row or None in row.values():
        raise ValueError("the number of fields is not that of the columns")
    for name in ("id", "source", "licence"):
        if not row[name].strip():
            raise ValueError(f"{name} is empty")
    kv, lon, lat = int(row["voltage_kv"]), float(row["lon"]), float(row["lat"])
    if not 0 < kv <= _MOST_KV:
        raise ValueError(f"voltage_kv {kv} is outside 1 to {_MOST_KV}")
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise ValueError(f"{lon}, {lat} is no place")
    return Substation(
        id=row["id"],
        name=row["name"],
        voltage_kv=kv,
        lon=lon,
        lat=lat,
        source=row["source"],
        licence=row["licence"],
    )
