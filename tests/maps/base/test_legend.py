"""The legend of base maps: a row for what is drawn in the view, and for nothing else."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from app.basemaps import BaseSource, BaseSources, Datum, Kind
from app.model import Level
from maps import legend_base
from maps.base.classes import Class
from maps.base.opening import Room
from maps.base.pictures import decoded
from maps.base.shelf import Shelf
from maps.layers import base
from maps.layers.layer import Ground
from maps.projection import project_point
from maps.scene import MapData
from maps.style import DAY, NIGHT
from maps.viewport import Viewport
from tests.maps.base.made_osm import town

LON, LAT = 106.30, 29.25
ALL = frozenset(Class)


@pytest.fixture(scope="module")
def shelf(qapp, tmp_path_factory):
    folder = tmp_path_factory.mktemp("legend")
    path = town(LON, LAT).write(folder / "town.osm.pbf")
    made = Shelf(Room(cache=folder, decode=decoded))
    row = BaseSource(id="a", path=str(path), kind=Kind.OSM, datum=Datum.WGS84, title="town")
    made.put(BaseSources(rows=(row,)))
    made.settle()
    yield made
    made.close()


def ground(shelf, scale, *, lon=LON, hidden=frozenset()) -> Ground:
    view = Viewport(*project_point(lon, LAT), scale, 1800, 1600)
    return Ground(
        viewport=view,
        level=Level.TOWN,
        division=None,
        data=MapData(),
        style=NIGHT,
        shelf=shelf,
        hidden=hidden,
    )


def words(shelf, scale, **more) -> dict[str, list[str]]:
    asked = ground(shelf, scale, **more)
    told = base.told(asked, asked.viewport)
    rows = legend_base.rows(told, NIGHT, asked.metres_per_px)
    return {row.head: [item.text for item in row.items] for row in rows}


def test_rows_are_of_what_is_drawn_at_the_scale(shelf):
    assert words(shelf, 3.0) == {
        "道路": ["高速、快速", "干道", "支路", "小路"],
        "轨道": ["铁路", "地铁、轻轨", "车站"],
        "地物": ["建筑", "绿地", "建成区", "变电站"],
    }
    assert words(shelf, 100.0) == {
        "道路": ["高速、快速", "干道"],
        "轨道": ["铁路"],
        "地物": ["绿地", "变电站"],
    }


def test_there_is_none_beside_the_base_map_or_without_one(shelf):
    assert words(shelf, 3.0, lon=LON + 0.3) == {}
    assert words(None, 3.0) == {}


def test_there_is_none_of_what_is_switched_off(shelf):
    assert "道路" not in words(shelf, 3.0, hidden=frozenset({"base_lines"}))
    assert words(shelf, 3.0, hidden=frozenset({"base"}))["地物"] == ["变电站"]
    assert "车站" not in words(shelf, 3.0, hidden=frozenset({"stations"}))["轨道"]


def test_there_is_none_of_a_base_map_that_is_not_seen(shelf):
    (row,) = shelf.sources.rows
    shelf.put(BaseSources(rows=(replace(row, opacity=0.0),)))
    assert words(shelf, 3.0) == {}
    shelf.put(BaseSources(rows=(row,)))


@pytest.mark.parametrize("scale", [0.5, 3.0, 20.0, 200.0])
@pytest.mark.parametrize("style", [NIGHT, DAY], ids=["night", "day"])
def test_every_sample_can_be_seen_on_the_panel_and_stays_in_its_row(qapp, style, scale):
    for row in legend_base.rows(ALL, style, scale):
        for item in row.items:
            image = QImage(60, 40, QImage.Format.Format_RGB32)
            image.fill(0xFF000000 | np.dot(style.panel[:3], (65536, 256, 1)).item())
            painter = QPainter(image)
            before = image.copy()
            item.draw(painter, QPointF(20, 20))
            painter.end()
            change = np.abs(greens(image) - greens(before))
            assert (change > 16).sum() >= 8, (item.text, change.max())
            assert not change[:9].any()
            assert not change[31:].any()


def greens(image: QImage) -> np.ndarray:
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
    return (pixels >> 8 & 0xFF).astype(int)
