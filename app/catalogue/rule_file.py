"""Rule packs: classes of case with grades, unit kinds, conditions and limits, read and checked."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar

import msgspec

from app.catalogue.errors import CatalogueError
from app.model import Condition, Grade, Item, UnitKind

UNITS = ("minute", "hour", "urgent_hour", "work_hour", "day", "urgent_day", "work_day")
"""Units of a limit: clock time (minute, hour, day), urgent ones that run on through nights and
holidays, and working ones that count inside working time only, a day being 8 hours."""

T = TypeVar("T")


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
