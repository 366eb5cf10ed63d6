"""Every layer of the map as a row: name, title, when it is drawn, at which scales, and by what.

The order is the order of drawing. A panel that lets people choose reads this table; the map keeps
only the names that are hidden.
"""

from typing import Any

from maps.layers import (
    base,
    boundaries,
    cases,
    drawing,
    events,
    fences,
    heat,
    history,
    plants,
    relief,
    replay,
    rulings,
    sos,
    substations,
    tasks,
    terminals,
    tracks,
    water,
)
from maps.layers.layer import Ground, Layer, Live, Stage
from maps.layers.stack import Stack
from maps.texts import QT_TRANSLATE_NOOP


def _shelved(ground: Ground) -> bool:
    """Whether there are base maps of the officer's own."""
    return ground.shelf is not None


def _powered(ground: Ground) -> bool:
    """Whether there are substations, of the catalogue or of base maps."""
    return _shelved(ground) or substations.there(ground)


GROUND_LAYERS: tuple[Layer[Ground], ...] = (
    Layer("relief", QT_TRANSLATE_NOOP("map", "地势"), Stage.BASE, relief.draw),
    Layer("base", QT_TRANSLATE_NOOP("map", "底图"), Stage.BASE, base.draw, there=_shelved),
    Layer("areas", QT_TRANSLATE_NOOP("map", "辖区设色"), Stage.AREAS),
    Layer(
        "water",
        QT_TRANSLATE_NOOP("map", "水系"),
        Stage.LINES,
        water.draw,
        coarser_than=3.0,
        lines=water.lines,
        there=water.wide,
    ),
    Layer(
        "base_lines",
        QT_TRANSLATE_NOOP("map", "道路与铁路"),
        Stage.LINES,
        base.draw_lines,
        there=_shelved,
    ),
    Layer(
        "grids",
        QT_TRANSLATE_NOOP("map", "网格线"),
        Stage.LINES,
        finer_than=14.0,
        lines=boundaries.grid_lines,
    ),
    Layer(
        "boundaries",
        QT_TRANSLATE_NOOP("map", "行政界线"),
        Stage.LINES,
        lines=boundaries.lines,
    ),
    Layer(
        "heat",
        QT_TRANSLATE_NOOP("map", "事件热力"),
        Stage.POINTS,
        heat.draw,
        visible=False,
        there=events.there,
    ),
    Layer(
        "history",
        QT_TRANSLATE_NOOP("map", "历史轨迹"),
        Stage.POINTS,
        history.draw,
        there=history.there,
    ),
    Layer(
        "events",
        QT_TRANSLATE_NOOP("map", "全部事件"),
        Stage.POINTS,
        events.draw,
        visible=False,
        there=events.there,
    ),
    Layer(
        "stations",
        QT_TRANSLATE_NOOP("map", "车站"),
        Stage.LINES,
        base.draw_stations,
        there=_shelved,
    ),
    Layer(
        "substations",
        QT_TRANSLATE_NOOP("map", "变电站"),
        Stage.LINES,
        base.draw_substations,
        there=_powered,
    ),
)
LIVE_LAYERS: tuple[Layer[Live], ...] = (
    Layer(
        "graticule",
        QT_TRANSLATE_NOOP("map", "经纬网"),
        Stage.LIVE,
        rulings.draw_degrees,
        visible=False,
    ),
    Layer(
        "kilometres",
        QT_TRANSLATE_NOOP("map", "公里网（CGCS2000 3° 带）"),
        Stage.LIVE,
        rulings.draw_kilometres,
        visible=False,
    ),
    Layer("fences", QT_TRANSLATE_NOOP("map", "围栏"), Stage.LIVE, fences.draw),
    Layer("tracks", QT_TRANSLATE_NOOP("map", "轨迹"), Stage.LIVE, tracks.draw),
    Layer("tasks", QT_TRANSLATE_NOOP("map", "派遣连线"), Stage.LIVE, tasks.draw),
    Layer("plants", QT_TRANSLATE_NOOP("map", "电厂"), Stage.LIVE, plants.draw),
    Layer("terminals", QT_TRANSLATE_NOOP("map", "终端"), Stage.LIVE, terminals.draw),
    Layer("names", QT_TRANSLATE_NOOP("map", "地名"), Stage.NAMES),
    Layer("replay", QT_TRANSLATE_NOOP("map", "轨迹起止与回放"), Stage.LIVE, replay.draw),
    Layer("help", QT_TRANSLATE_NOOP("map", "求救"), Stage.LIVE, sos.draw),
    Layer("cases", QT_TRANSLATE_NOOP("map", "事件与预警"), Stage.LIVE, cases.draw),
    Layer("drawing", QT_TRANSLATE_NOOP("map", "标绘"), Stage.LIVE, drawing.draw),
    Layer("legend", QT_TRANSLATE_NOOP("map", "图例"), Stage.FURNITURE),
    Layer("overview", QT_TRANSLATE_NOOP("map", "鹰眼"), Stage.FURNITURE),
)
LAYERS: tuple[Layer[Any], ...] = (*GROUND_LAYERS, *LIVE_LAYERS)
DEFAULT = Stack.of(LAYERS)

__all__ = [
    "DEFAULT",
    "GROUND_LAYERS",
    "LAYERS",
    "LIVE_LAYERS",
    "Ground",
    "Layer",
    "Live",
    "Stack",
    "Stage",
]
