"""The catalogues: classes of case and power plants, read from resources and checked.

Says what there is; limits are computed and cases decided elsewhere.
"""

import csv
import io
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, TypeVar

import msgspec

from app.model import Availability, Commissioning, Condition, Grade, Item, Plant, UnitKind

UNITS = ("minute", "hour", "urgent_hour", "work_hour", "day", "urgent_day", "work_day")
"""Units of a limit: clock time (minute, hour, day), urgent ones that run on through nights and
holidays, and working ones that count inside working time only, a day being 8 hours."""

FUELS = ("gas", "hydro", "coal", "mine_gas")

_PLANT_COLUMNS = (
    "id,name,name_en,fuel,capacity_mw,year,lon,lat,commissioning,availability,note,source,licence"
)

T = TypeVar("T")


class CatalogueError(ValueError):
    """A catalogue that cannot be used: which file, which row, what is wrong with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePack:
    """A dated set of classes; cases keep the version they were filed under."""

    version: str
    items: Mapping[str, Item]


class _Major(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    scheme: str
    code: str
    name: str
    name_en: str
    grade: Grade
    kinds: tuple[UnitKind, ...]
    minors: tuple[tuple[str, str, str], ...]


class _Override(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    grade: Grade | None = None
    kinds: tuple[UnitKind, ...] | None = None


class _Pack(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    version: str
    default: Condition
    majors: tuple[_Major, ...]
    overrides: dict[str, _Override]
    conditions: dict[str, tuple[Condition, ...]]


def key(scheme: str, code: str) -> str:
    """The one text that names a class, as `Case.item` holds it: "GBT30428.2:0403"."""
    return f"{scheme}:{code}"


@cache
def rule_pack() -> RulePack:
    """The shipped rule pack."""
    return read_rules(_text("items.toml"))


def items() -> tuple[Item, ...]:
    """All classes, in the order of the pack."""
    return tuple(rule_pack().items.values())


def item(scheme: str, code: str) -> Item | None:
    """The class of that scheme and code: cities reorder codes, so neither is enough alone."""
    return rule_pack().items.get(key(scheme, code))


def find(named: str) -> Item | None:
    """The class that `Case.item` names (see `key`), None where the pack has it no more."""
    return rule_pack().items.get(named)


@cache
def plants() -> tuple[Plant, ...]:
    """The shipped power plants, each once; those without coordinates are listed, not drawn."""
    return read_plants(_text("plants.csv"))


def read_rules(text: str) -> RulePack:
    """A rule pack from TOML. Raises CatalogueError naming the key that is wrong."""
    try:
        pack = msgspec.convert(tomllib.loads(text), _Pack)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise CatalogueError(f"rule pack: {error}") from error
    found = dict(_once(_items_of(pack)))
    for table in ("overrides", "conditions"):
        if unknown := sorted(set(getattr(pack, table)) - set(found)):
            raise CatalogueError(f"rule pack: [{table}] names no class: {', '.join(unknown)}")
    for named, one in found.items():
        _check_item(named, one)
    return RulePack(version=_wanted(pack.version, "version"), items=MappingProxyType(found))


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
        if ",".join(reader.fieldnames or ()) != _PLANT_COLUMNS:
            raise CatalogueError(f"plants: the columns must be {_PLANT_COLUMNS}")
        return [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise CatalogueError(f"plants, line {reader.line_num}: {error}") from error


def _items_of(pack: _Pack) -> Iterator[tuple[str, Item]]:
    for major in pack.majors:
        for minor, name, name_en in major.minors:
            code = major.code + minor
            named = key(major.scheme, code)
            general = Item(
                scheme=major.scheme,
                code=code,
                name=name,
                name_en=name_en,
                major=major.name,
                grade=major.grade,
                kinds=major.kinds,
                conditions=pack.conditions.get(named, (pack.default,)),
            )
            yield named, _overridden(general, pack.overrides.get(named, _Override()))


def _overridden(general: Item, override: _Override) -> Item:
    return replace(
        general, grade=override.grade or general.grade, kinds=override.kinds or general.kinds
    )


def _once(pairs: Iterator[tuple[str, T]]) -> Iterator[tuple[str, T]]:
    seen: set[str] = set()
    for named, value in pairs:
        if named in seen:
            raise CatalogueError(f"rule pack: {named} is there twice")
        seen.add(named)
        yield named, value


def _check_item(named: str, one: Item) -> None:
    for what in ("scheme", "code", "name", "name_en", "kinds", "conditions"):
        _wanted(getattr(one, what), f"{named}: {what}")
    codes = [condition.code for condition in one.conditions]
    if len(set(codes)) != len(codes):
        raise CatalogueError(f"rule pack: {named}: two conditions have the same code")
    for condition in one.conditions:
        _wanted(condition.text, f"{named}: text")
        _wanted(condition.closing, f"{named}: closing")
        if condition.unit not in UNITS:
            raise CatalogueError(f"rule pack: {named}: {condition.unit} is none of {UNITS}")
        if not 0 < condition.limit < float("inf"):
            raise CatalogueError(f"rule pack: {named}: a limit of {condition.limit}")


def _wanted(value: T, what: str) -> T:
    if not value:
        raise CatalogueError(f"rule pack: {what} is empty")
    return value


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


def _text(name: str) -> str:
    return (files("resources") / "catalogue" / name).read_text("utf-8")
