"""Everything at one spot, through all layers, as groups of lines; and the spot itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.model import Chain, Point
from maps.basemap import rivers
from maps.layers.events import here
from maps.picking import Hit, Kind
from maps.scene import MapData
from maps.viewport import Viewport
from widgets import formats, words
from widgets.map_tools.spots import Spot
from widgets.words import QT_TRANSLATE_NOOP

KINDS = {
    Kind.CASE: QT_TRANSLATE_NOOP("identified", "事件"),
    Kind.ALERT: QT_TRANSLATE_NOOP("identified", "预警"),
    Kind.TERMINAL: QT_TRANSLATE_NOOP("identified", "终端"),
    Kind.PLANT: QT_TRANSLATE_NOOP("identified", "电厂"),
}
MOST_EVENTS = 8
WATER_PX = 8.0


@dataclass(frozen=True, slots=True)
class Line:
    """`open`: (what, id) that Enter opens, None for a line that is copied."""

    text: str
    detail: str = ""
    open: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    lines: tuple[Line, ...]


def coordinates(point: Point) -> Group:
    """The spot in every form, to be copied."""
    forms = (formats.decimal(*point), formats.dms(*point), formats.gk3(*point))
    title = QCoreApplication.translate("identified", "坐标 CGCS2000（Enter 复制）")
    return Group(title, tuple(Line(form) for form in forms))


def groups(
    spot: Spot, data: MapData, chain: Chain, view: Viewport, hidden: frozenset[str]
) -> list[Group]:
    """Cases, alerts, terminals, plants, events, fences, water and places, those that are there."""
    found = [Group(title, lines) for title, lines in _drawn(spot, data) if lines]
    if "events" not in hidden:
        found += _events(spot, data, view)
    if "fences" not in hidden:
        found += _fences(spot, data)
    if "water" not in hidden:
        found += _water(spot, view)
    return found + _places(chain)


def _drawn(spot: Spot, data: MapData) -> Iterator[tuple[str, tuple[Line, ...]]]:
    for kind, source in KINDS.items():
        lines = tuple(_hit(hit, data) for hit in spot.hits if hit.kind is kind)
        yield QCoreApplication.translate("identified", source), lines


def _hit(hit: Hit, data: MapData) -> Line:
    text, detail = hit.id, ""
    if hit.kind is Kind.CASE and hit.id in data.case_of:
        case = data.case_of[hit.id]
        text, detail = f"{words.SHAPES[case.grade]} {case.title}", words.word(case.state)
    elif hit.kind is Kind.ALERT and hit.id in data.alert_of:
        alert = data.alert_of[hit.id]
        text = f"{words.SHAPES[alert.grade]} {words.word(alert.kind)}"
        detail = words.word(alert.state)
    elif hit.kind is Kind.TERMINAL:
        unit = data.unit_of.get(hit.id)
        text, detail = (unit.name, words.word(unit.kind)) if unit else (hit.id, "")
    elif hit.kind is Kind.PLANT and hit.id in data.plant_of:
        plant = data.plant_of[hit.id]
        text, detail = plant.name, words.word(plant.commissioning)
    return Line(text, detail, (hit.kind.name, hit.id))


def _events(spot: Spot, data: MapData, view: Viewport) -> list[Group]:
    """What the layer of all events has here, the newest; of many how many there are."""
    ids = here(data, view, spot.at.x(), spot.at.y()).ids
    if not ids:
        return []
    title = QCoreApplication.translate("identified", "全部事件 %1 件")
    title = title.replace("%1", formats.count(len(ids)))
    return [Group(title, tuple(Line(ident, "", ("CASE", ident)) for ident in ids[:MOST_EVENTS]))]


def _fences(spot: Spot, data: MapData) -> list[Group]:
    lines = tuple(
        Line(fence.name, words.word(fence.kind), ("FENCE", fence.id))
        for fence in data.fences
        if fence.contains(*spot.point)
    )
    title = QCoreApplication.translate("identified", "围栏")
    return [Group(title, lines)] if lines else []


def _water(spot: Spot, view: Viewport) -> list[Group]:
    """Named rivers whose line or bank passes close by, or whose area holds the spot."""
    import shapely  # here, for a start needs no geometry

    near = WATER_PX * view.metres_per_px
    names: dict[str, None] = {}
    lon, lat = spot.point
    reach_deg = near / 90_000
    box = shapely.box(lon - reach_deg, lat - reach_deg, lon + reach_deg, lat + reach_deg)
    for river in rivers():
        if not river.name:
            continue
        rings = [shapely.LineString(ring) for ring in river.rings if len(ring) > 1]
        shapes = [shapely.build_area(shapely.MultiLineString(rings))] if river.area else rings
        if any(shape is not None and shape.intersects(box) for shape in shapes):
            names[river.name] = None
    lines = tuple(Line(name) for name in names)
    title = QCoreApplication.translate("identified", "水系（1:400 万）")
    return [Group(title, lines)] if lines else []


def _places(chain: Chain) -> list[Group]:
    """All five levels with their codes."""
    lines = tuple(
        Line(place.name, f"{words.word(place.level)} {place.code}", ("PLACE", place.code))
        for place in chain.places
    )
    title = QCoreApplication.translate("identified", "辖区")
    return [Group(title, lines)] if lines else []
