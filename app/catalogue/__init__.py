"""The catalogues: classes of case, power plants and substations, as the console ships them.

Says what there is; limits are computed and cases decided elsewhere.
"""

from functools import cache
from importlib.resources import files

from app.catalogue.errors import CatalogueError
from app.catalogue.plant_file import FUELS, read_plants
from app.catalogue.rule_file import UNITS, RulePack, key, read_rules
from app.catalogue.substation_file import read_substations
from app.model import Item, Plant, Substation

__all__ = [
    "FUELS",
    "UNITS",
    "CatalogueError",
    "RulePack",
    "find",
    "item",
    "items",
    "key",
    "plants",
    "read_plants",
    "read_rules",
    "read_substations",
    "rule_pack",
    "substations",
]


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


@cache
def substations() -> tuple[Substation, ...]:
    """The shipped substations of 110 kV and more; far from all that there are."""
    return read_substations(_text("substations.csv"))


def _text(name: str) -> str:
    return (files("resources") / "catalogue" / name).read_text("utf-8")
