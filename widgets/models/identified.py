"""Everything at one spot, through all layers, as groups of lines; and the spot itself."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.model import Case, Chain, Point
from maps.basemap import rivers
from maps.layers.events import chosen_of
from maps.layers.events_here import here
from maps.picking import Hit, Kind
from maps.points.chosen import look_of
from maps.scene import MapData
from maps.texts import base_word
from maps.viewport import Viewport
from widgets import formats, words
from widgets.map_tools.spots import Spot
from widgets.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from maps.base.near import Feature

KINDS = {
    Kind.CASE: QT_TRANSLATE_NOOP("identified", "事件"),
    Kind.ALERT: QT_TRANSLATE_NOOP("identified", "预警"),
    Kind.TERMINAL: QT_TRANSLATE_NOOP("identified", "终端"),
    Kind.PLANT: QT_TRANSLATE_NOOP("identified", "电厂"),
}
MOST_EVENTS, MOST_FEATURES = 8, 12
REACH_PX = 8.0


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
    title = QCoreApplication.translate("identified", "坐标 CGCS2000（回车 复制）")
    return Group(title, tuple(Line(form) for form in forms))


def groups(
    spot: Spot,
    data: MapData,
    chain: Chain,
    view: Viewport,
    hidden: frozenset[str],
    features: "Sequence[Feature]" = (),
) -> list[Group]:
    """Cases, alerts, terminals, plants, events, fences, base maps, water and places, those there.

    `features`: of base maps, the foremost first (`maps.base.near`).
    """
    found = [Group(title, lines) for title, lines in _drawn(spot, data) if lines]
    if not {"events", "heat"} <= hidden:
        found += _events(spot, data, view)
    if "fences" not in hidden:
        found += _fences(spot, data)
    found += _features(features)
    if "water" not in hidden:
        found += _water(spot, view)
    return found + _places(chain)


def told(cases: Iterable[Case]) -> dict[tuple[str, str], Line]:
    """Lines of cases that were asked for, by what opens them."""
    return {("CASE", case.id): _case(case) for case in cases}


def _case(case: Case) -> Line:
    sign = words.SHAPES[case.grade]
    return Line(f"{sign} {case.title}", words.word(case.state), ("CASE", case.id))


def _drawn(spot: Spot, data: MapData) -> Iterator[tuple[str, tuple[Line, ...]]]:
    for kind, source in KINDS.items():
        lines = tuple(_hit(hit, data) for hit in spot.hits if hit.kind is kind)
        yield QCoreApplication.translate("identified", source), lines


def _hit(hit: Hit, data: MapData) -> Line:
    text, detail = hit.id, ""
    if hit.kind is Kind.CASE and hit.id in data.case_of:
        return _case(data.case_of[hit.id])
    if hit.kind is Kind.ALERT and hit.id in data.alert_of:
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
    """What the layer of all events has here, as far as its columns tell, and how many there are."""
    found, chosen = here(data, view, spot.at.x(), spot.at.y()), chosen_of(data)
    lines = []
    for ident, at in zip(found.ids[:MOST_EVENTS], found.at[:MOST_EVENTS].tolist(), strict=True):
        grade, _ = look_of(int(chosen.look[at]))
        line = Line(f"{words.SHAPES[grade]} {ident}", "", ("CASE", ident))
        lines.append(_case(data.case_of[ident]) if ident in data.case_of else line)
    title = QCoreApplication.translate("identified", "全部事件 %1 件")
    title = title.replace("%1", formats.count(len(found.ids)))
    return _group(title, lines, len(found.ids) - len(lines))


def _features(features: "Sequence[Feature]") -> list[Group]:
    """Features of base maps by name and kind, under the name of their map."""
    found = []
    unnamed = QCoreApplication.translate("identified", "（未具名）")
    for title, some in groupby(sorted(features, key=attrgetter("title")), attrgetter("title")):
        lines = [Line(one.name or unnamed, base_word(one.cls)) for one in some]
        head = QCoreApplication.translate("identified", "底图 %1").replace("%1", title)
        if not title:
            head = QCoreApplication.translate(
                "identified", "变电站名录（≥110 kV，不全；OpenStreetMap 2025-02）"
            )
        found += _group(head, lines[:MOST_FEATURES], len(lines[MOST_FEATURES:]))
    return found


def _group(title: str, lines: Sequence[Line], more: int) -> list[Group]:
    """One, or none without lines; the last line says how many more there are."""
    if more > 0:
        text = QCoreApplication.translate("identified", "还有 %1 项，放大后分开")
        lines = [*lines, Line(text.replace("%1", formats.count(more)))]
    return [Group(title, tuple(lines))] if lines else []


def _fences(spot: Spot, data: MapData) -> list[Group]:
    lines = tuple(
        Line(fence.name, words.word(fence.kind), ("FENCE", fence.id))
        for fence in data.fences
        if fence.contains(*spot.point)
    )
    title = QCoreApplication.translate("identified", "围栏")
    return _group(title, lines, 0)


def _water(spot: Spot, view: Viewport) -> list[Group]:
    """Named rivers whose line or bank passes close by, or whose area holds the spot."""
    import shapely  # here, for a start needs no geometry

    near = REACH_PX * view.metres_per_px
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
    return _group(title, lines, 0)


def _places(chain: Chain) -> list[Group]:
    """All five levels with their codes."""
    lines = tuple(
        Line(place.name, f"{words.word(place.level)} {place.code}", ("PLACE", place.code))
        for place in chain.places
    )
    title = QCoreApplication.translate("identified", "辖区")
    return _group(title, lines, 0)
