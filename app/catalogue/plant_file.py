"""The catalogue of power plants: read from CSV and checked, each plant once."""

import csv
import io
from typing import Any

from app.catalogue.errors import CatalogueError
from app.model import Availability, Commissioning, Plant

FUELS = ("gas", "hydro", "coal", "mine_gas")

COLUMNS = (
    "id,name,name_en,fuel,capacity_mw,year,lon,lat,commissioning,availability,note,source,licence"
)


def read_plants(text: str) -> tuple[Plant, ...]:
    """Plants from CSV with the columns of the shipped file. Raises CatalogueError with the line."""
    found: dict[str, Plant] = {}
    for line, row in _rows(text):
        try:
            plant = _plant(row)
        except (ValueError, TypeError) as error:
            raise CatalogueError(f"plants, line {line}: {error}") from error
        if plant.id in found:
            raise CatalogueError(f"plants, line {line}: {plant.id} is there twice")
        found[plant.id] = plant
    return tuple(found.values())


def _rows(text: str) -> list[tuple[int, dict[str, Any]]]:
    reader = csv.DictReader(io.StringIO(text), strict=True)
    try:
        if ",".join(reader.fieldnames or ()) != COLUMNS:
            raise CatalogueError(f"plants: the columns must be {COLUMNS}")
        return [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise CatalogueError(f"plants, line {reader.line_num}: {error}") from error


def _plant(row: dict[str, Any]) -> Plant:
    if None in row or None in row.values():
        raise ValueError("the number of fields is not that of the columns")
    for name in ("id", "name", "name_en", "source", "licence"):
        if not row[name].strip():
            raise ValueError(f"{name} is empty")
    if row["fuel"] not in FUELS:
        raise ValueError(f"fuel {row['fuel']!r} is none of {', '.join(FUELS)}")
    if bool(row["lon"]) != bool(row["lat"]):
        raise ValueError("one coordinate without the other")
    return Plant(
        **{name: row[name] for name in _PLAIN},
        capacity_mw=_within(row["capacity_mw"], "capacity_mw", 0, 50_000),
        lon=_within(row["lon"], "lon", -180, 180),
        lat=_within(row["lat"], "lat", -90, 90),
        commissioning=Commissioning(row["commissioning"]),
        availability=Availability(row["availability"]),
    )


_PLAIN = ("id", "name", "name_en", "fuel", "year", "note", "source", "licence")


def _within(text: str, what: str, low: float, high: float) -> float | None:
    if not text:
        return None
    value = float(text)
    if not low <= value <= high:
        raise ValueError(f"{what} {text} is outside {low} to {high}")
    return value
