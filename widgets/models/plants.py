"""The columns of the plants: three axes that are never mixed, and the source of every row."""

import re

from PySide6.QtCore import QCoreApplication

from app.model import Availability, Commissioning, Plant
from widgets import formats, words
from widgets.models.column import Column, Context, Kind
from widgets.words import QT_TRANSLATE_NOOP

STAGE_MARKS = {
    Commissioning.BUILDING: "□",
    Commissioning.COMMISSIONING: "◐",
    Commissioning.IN_SERVICE: "●",
    Commissioning.CLOSED: "×",
}
FUELS = {
    "gas": QT_TRANSLATE_NOOP("columns", "燃气"),
    "coal": QT_TRANSLATE_NOOP("columns", "燃煤"),
    "hydro": QT_TRANSLATE_NOOP("columns", "水电"),
    "mine_gas": QT_TRANSLATE_NOOP("columns", "瓦斯"),
}
LARGEST_MW = 3000.0
"""A full bar: above the largest plant of the catalogue (2,640 MW)."""


def synchronised(plant: Plant) -> str:
    """When it was first synchronised, as its source writes it; "" where no source does."""
    found = re.search(r"(\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?) 首次并网", plant.note)
    return found[1] if found else ""


def plant_stage(plant: Plant) -> str:
    """The first axis. What has only been synchronised says so and is never 在役."""
    word = words.word(plant.commissioning)
    if plant.commissioning == Commissioning.COMMISSIONING and synchronised(plant):
        word = f"{word} · " + QCoreApplication.translate("columns", "首次并网")
    return f"{STAGE_MARKS[plant.commissioning]} {word}"


def widest_stage() -> str:
    """What must never be cut, in the language of the screen."""
    stage = words.word(Commissioning.COMMISSIONING)
    return f"◐ {stage} · " + QCoreApplication.translate("columns", "首次并网")


def stage_tip(plant: Plant, _: Context) -> str:
    """The stage with the time of the first synchronisation and who says so."""
    return f"{plant_stage(plant)} {synchronised(plant)}".rstrip() + f" · {plant.source}"


def availability(plant: Plant) -> str:
    """The second axis. Where nobody has said, that is what it says."""
    return _available(plant.availability)


def _available(state: Availability) -> str:
    if state == Availability.UNKNOWN:
        return QCoreApplication.translate("columns", "状态不明")
    return words.word(state)


def widest_availabilities() -> tuple[str, ...]:
    return tuple(_available(state) for state in Availability)


def unknown() -> str:
    return QCoreApplication.translate("columns", "未知")


def _availability_tip(plant: Plant, context: Context) -> str:
    if plant.availability == Availability.UNKNOWN:
        return QCoreApplication.translate("columns", "没有人报告过它在运行、备用还是停运，不作猜测")
    return availability(plant)


def fuel(name: str) -> str:
    source = FUELS.get(name.lower())
    return name if source is None else QCoreApplication.translate("columns", source)


def widest_fuels() -> tuple[str, ...]:
    return tuple(fuel(name) for name in FUELS)


def on_map(plant: Plant) -> str:
    """Where it is drawn; a plant without coordinates is listed only, and says so."""
    if plant.lon is None or plant.lat is None:
        return _unplaced()
    return f"{plant.lat:.3f}°N {plant.lon:.3f}°E"


def _unplaced() -> str:
    return QCoreApplication.translate("columns", "无坐标 · 未上图")


def widest_places() -> tuple[str, ...]:
    return _unplaced(), "29.055°N 105.884°E"


def _place_tip(plant: Plant, _: Context) -> str:
    if plant.lon is None or plant.lat is None:
        return QCoreApplication.translate("columns", "来源没有给出坐标，地图上不画")
    return formats.dms(plant.lon, plant.lat)


PLANTS: tuple[Column[Plant], ...] = (
    Column(
        QT_TRANSLATE_NOOP("columns", "电厂"),
        lambda plant, _: plant.name,
        weight=7,
        sort=lambda plant: plant.name,
        tip=lambda plant, _: f"{plant.name} {plant.name_en}",
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "燃料"),
        lambda plant, _: fuel(plant.fuel),
        sample=widest_fuels,
        sort=lambda plant: plant.fuel,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "容量"),
        lambda plant, _: formats.megawatts(plant.capacity_mw),
        kind=Kind.NUMBER,
        sample="2,418.5 MW",
        sort=lambda plant: -(plant.capacity_mw or 0.0),
        bar=lambda plant: None if plant.capacity_mw is None else plant.capacity_mw / LARGEST_MW,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "投运阶段"),
        lambda plant, _: plant_stage(plant),
        sample=widest_stage,
        sort=lambda plant: plant.commissioning,
        tip=stage_tip,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "可用状态"),
        lambda plant, _: availability(plant),
        sample=widest_availabilities,
        sort=lambda plant: plant.availability,
        extra=True,
        tip=_availability_tip,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "出力"),
        lambda plant, _: unknown(),
        kind=Kind.NUMBER,
        sample=unknown,
        extra=True,
        tip=lambda plant, _: QCoreApplication.translate(
            "columns", "尚未接入机组遥测，出力不作猜测"
        ),
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "位置"),
        lambda plant, _: on_map(plant),
        sample=widest_places,
        sort=lambda plant: (plant.lon is None, plant.lon or 0.0),
        extra=True,
        tip=_place_tip,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "说明"),
        lambda plant, _: plant.note or formats.NONE,
        extra=True,
        weight=3,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "来源"),
        lambda plant, _: plant.source,
        kind=Kind.CODE,
        sample="PRESS-2023-09",
        extra=True,
        sort=lambda plant: plant.source,
        tip=lambda plant, _: f"{plant.source} · {plant.licence}",
    ),
)
