"""Base maps in a frame: classes appear with the scale, names keep clear, layers can be hidden."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from app.basemaps import BaseSource, BaseSources, Datum, Kind
from app.model import Level
from maps.base.classes import WAYS, Shape
from maps.base.look import look_of
from maps.base.opening import Room
from maps.base.pictures import decoded
from maps.base.shelf import Shelf
from maps.labels import Box
from maps.layers import DEFAULT
from maps.projection import project_point
from maps.renderer import Request, Studio
from maps.scene import MapData
from maps.style import STYLES
from maps.viewport import Viewport
from tests.maps.base.made_osm import town

LON, LAT = 106.30, 29.25  # within the made-up division
SCALE = 8.0


@pytest.fixture(scope="module")
def shelf(qapp, tmp_path_factory):
    folder = tmp_path_factory.mktemp("town")
    path = town(LON, LAT).write(folder / "town.osm.pbf")
    made = Shelf(Room(cache=folder, decode=decoded))
    row = BaseSource(id="a", path=str(path), kind=Kind.OSM, datum=Datum.WGS84, title="town")
    made.put(BaseSources(rows=(row,)))
    made.settle()
    yield made
    made.close()


def request(division, shelf, scale=SCALE, **more):
    view = Viewport(*project_point(LON, LAT), scale, 640, 480)
    asked = Request(
        viewport=view,
        view=view,
        dpr=1.0,
        level=Level.VILLAGE,
        style=STYLES["night"],
        division=division,
        data=MapData(),
        shelf=shelf,
        shelved=shelf.stamp if shelf else 0,
    )
    return replace(asked, **more)


def pixels(frame):
    image = frame.image
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1).copy()


@pytest.mark.parametrize("theme", ["night", "day"])
@pytest.mark.parametrize("scale", [0.6, 3.0, SCALE, 60.0])
def test_an_extract_is_seen_at_every_scale_in_both_themes(division, shelf, scale, theme):
    style = STYLES[theme]
    bare = pixels(Studio().frame(request(division, None, scale, style=style)))
    drawn = pixels(Studio().frame(request(division, shelf, scale, style=style)))
    assert (bare != drawn).mean() > 0.003


@pytest.mark.parametrize("layer", ["base", "base_lines", "stations", "substations"])
def test_each_layer_of_a_base_map_can_be_hidden(division, shelf, layer):
    whole = request(division, shelf)
    hidden = replace(whole, stack=DEFAULT.showing(layer, visible=False))
    studio = Studio()
    assert (pixels(studio.frame(whole)) != pixels(studio.frame(hidden))).any()


def named(frame):
    return {name.text: name.box for name in frame.names}


def test_stations_and_substations_are_named_when_near_and_not_when_hidden(division, shelf):
    near = named(Studio().frame(request(division, shelf)))
    assert {"小什字", "七星岗", "朝天门变"} <= set(near)
    assert not {"小什字", "朝天门变"} & set(named(Studio().frame(request(division, shelf, 40.0))))
    stack = DEFAULT.showing("stations", visible=False)
    hidden = named(Studio().frame(request(division, shelf, stack=stack)))
    assert not {"小什字", "七星岗"} & set(hidden)
    assert "朝天门变" in hidden


def test_a_station_that_is_there_twice_is_named_once(division, tmp_path):
    made = town(LON, LAT)
    made.node(LON + 0.0003, LAT + 0.0021, railway="station", name="小什字")
    path = made.write(tmp_path / "twice.osm.pbf")
    row = BaseSource(id="b", path=str(path), kind=Kind.OSM, datum=Datum.WGS84, title="twice")
    shelf = Shelf(Room(cache=tmp_path, decode=decoded))
    shelf.put(BaseSources(rows=(row,)))
    shelf.settle()
    frame = Studio().frame(request(division, shelf))
    shelf.close()
    assert [name.text for name in frame.names].count("小什字") == 1


def test_no_name_lies_on_another(division, shelf):
    for scale in (1.0, 4.0, SCALE, 16.0):
        boxes: list[Box] = list(named(Studio().frame(request(division, shelf, scale))).values())
        assert not [1 for one, other in combinations(boxes, 2) if one.touches(other)]


def test_a_picture_of_twice_the_pixels_shows_the_same_things(division, shelf):
    small = request(division, shelf)
    view = small.viewport
    large = replace(
        small,
        viewport=replace(view, metres_per_px=SCALE / 2, width=1280, height=960),
        dpr=2.0,
    )
    assert set(named(Studio().frame(small))) == set(named(Studio().frame(large)))


def test_a_fainter_base_map_lies_between_none_and_a_whole_one(division, shelf):
    (row,) = shelf.sources.rows
    changes = []
    for opacity in (0.0, 0.5, 1.0):
        shelf.put(BaseSources(rows=(replace(row, opacity=opacity),)))
        image = pixels(Studio().frame(request(division, shelf, lettered=False)))
        changes.append((image >> 8 & 0xFF).astype(int))
    shelf.put(BaseSources(rows=(row,)))
    whole = np.abs(changes[2] - changes[0]).sum()
    half = np.abs(changes[1] - changes[0]).sum()
    assert 0.3 * whole < half < 0.7 * whole


@pytest.mark.parametrize("theme", STYLES)
def test_every_class_has_a_look_in_every_theme(theme):
    look = look_of(STYLES[theme])
    of_shape = {Shape.AREA: look.areas, Shape.LINE: look.lines, Shape.POINT: look.signs}
    for which, way in WAYS.items():
        assert which in of_shape[way.shape]
