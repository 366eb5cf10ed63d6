"""What of a base map lies at a point: held against shapely, and by what is drawn there."""

import numpy as np
import pytest
import shapely

from app.basemaps import BaseSource, BaseSources, Datum, Kind
from maps.base.classes import WAYS, Class, Shape
from maps.base.near import near
from maps.base.opening import FileFeatures, Opened, Room
from maps.base.pictures import decoded
from maps.base.shelf import Shelf
from maps.projection import project_point
from maps.viewport import Viewport
from tests.maps.base.made_osm import town

LON, LAT = 106.30, 29.25
MIDDLE = project_point(LON, LAT)
STEP = 0.004  # degrees between the roads of the made-up town


@pytest.fixture(scope="module")
def shelf(qapp, tmp_path_factory):
    folder = tmp_path_factory.mktemp("near")
    path = town(LON, LAT).write(folder / "town.osm.pbf")
    made = Shelf(Room(cache=folder, decode=decoded))
    row = BaseSource(id="a", path=str(path), kind=Kind.OSM, datum=Datum.WGS84, title="城区")
    made.put(BaseSources(rows=(row,)))
    made.settle()
    yield made
    made.close()


def view(scale=1.0) -> Viewport:
    return Viewport(*MIDDLE, scale, 640, 480)


def found(shelf, lon, lat, *, scale=1.0, reach_px=8.0, hidden=frozenset()):
    return near(shelf, view(scale), project_point(lon, lat), reach_px, frozenset(hidden))


CASES = {
    "a road by its name": (LON + 0.001, LAT - 3 * STEP + 0.00048, Class.MOTORWAY, "motorway"),
    "a station": (LON, LAT + 0.002, Class.STATION, "小什字"),
    "a substation by its outline": (LON + 0.013, LAT - 0.011, Class.SUBSTATION, "朝天门变"),
    "a house one stands in": (LON - 0.0196, LAT + 0.0053, Class.BUILDING, ""),
    "a wood": (LON + 0.011, LAT + 0.011, Class.GREEN, ""),
    "a river": (LON, LAT - 0.019, Class.RIVER, "嘉陵江"),
    "a railway": (LON + 0.001, LAT + 0.00253, Class.RAIL, ""),
}


@pytest.mark.parametrize(("lon", "lat", "cls", "name"), CASES.values(), ids=list(CASES))
def test_what_is_drawn_at_a_point_is_found_there(shelf, lon, lat, cls, name):
    said = {(one.cls, one.name): one for one in found(shelf, lon, lat)}
    assert said[cls, name].title == "城区"


@pytest.mark.parametrize("reach_px", [4.0, 40.0, 400.0])
def test_it_is_what_shapely_says(shelf, reach_px):
    ((_, opened),) = shelf.shown(1.0)
    flat = next(iter(opened.features.features(None)))
    rng = np.random.default_rng(3)
    for dx, dy in rng.uniform(-2500, 2500, (60, 2)).tolist():
        at = MIDDLE[0] + dx, MIDDLE[1] + dy
        expected = {}
        for part in range(len(flat)):
            cls = Class(flat.cls[part])
            away = away_from(flat, part, cls, at)
            if away <= (0.0 if WAYS[cls].shape is Shape.AREA else reach_px):
                number = int(flat.name[part])
                key = (cls, flat.names[number] if number >= 0 else "")
                expected[key] = min(away, expected.get(key, np.inf))
        got = near(shelf, view(1.0), at, reach_px, frozenset())
        assert {(one.cls, one.name): one.distance_m for one in got} == pytest.approx(expected)
        assert [one.cls for one in got] == sorted((one.cls for one in got), reverse=True)


def away_from(flat, part, cls, at):
    """Metres to a part; 0 within an area."""
    first, last = flat.first[part], flat.first[part + 1]
    xy = np.column_stack([flat.x[first:last], flat.y[first:last]])
    lines = np.split(xy, np.flatnonzero(flat.begins[first:last])[1:])
    if WAYS[cls].shape is Shape.POINT:
        shape = shapely.Point(xy[0])
    elif WAYS[cls].shape is Shape.AREA:
        shape = shapely.build_area(shapely.MultiLineString([line.tolist() for line in lines]))
        return 0.0 if shape.contains(shapely.Point(at)) else np.inf
    else:
        shape = shapely.MultiLineString([line.tolist() for line in lines])
    return shape.distance(shapely.Point(at))


GONE = {
    "base": {Class.GREEN},
    "base_lines": {c for c, way in WAYS.items() if way.shape is Shape.LINE},
    "stations": {Class.STATION},
    "substations": {Class.SUBSTATION},
}


@pytest.mark.parametrize(("hidden", "gone"), GONE.items(), ids=list(GONE))
def test_what_is_switched_off_is_not_found(shelf, hidden, gone):
    at = (LON + 0.011, LAT + 0.011)
    whole = found(shelf, *at, reach_px=3000.0)
    some = found(shelf, *at, reach_px=3000.0, hidden={hidden})
    assert some == [one for one in whole if one.cls not in gone]
    assert some != whole


def test_what_is_not_drawn_at_a_scale_is_not_found(shelf):
    classes = {one.cls for one in found(shelf, LON, LAT, scale=100.0)}
    assert classes
    assert all(WAYS[cls].finer_than >= 100.0 for cls in classes)


def test_pictures_and_closed_maps_have_no_features(shelf):
    class Two:
        def shown(self, _):
            source = shelf.sources.rows[0]
            yield source, Opened(datum=Datum.WGS84)
            yield source, Opened(datum=Datum.WGS84, features=FileFeatures(flat))

    ((_, opened),) = shelf.shown(1.0)
    flat = next(iter(opened.features.features(None)))
    assert near(Two(), view(), MIDDLE, 8.0, frozenset()) == found(shelf, LON, LAT)
