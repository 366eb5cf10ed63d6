"""Where a point lies: one by one, in arrays, near borders, outside, and from many threads."""

import math
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from app.model import Level, one_by_one
from maps.answers import locate_json
from maps.geodesy import metres_per_degree

INSIDE = [
    ("港桥燃机 plant", 105.884372, 29.055477, "500118"),
    ("解放碑", 106.5772, 29.5573, "500103"),
    ("城口 seat", 108.6647, 31.9474, "500229"),
    ("秀山 seat", 109.0071, 28.4479, "500241"),
]
NOWHERE = [
    (100.0, 29.0),
    (106.5, 35.0),
    (0.0, 0.0),
    (-106.5, -29.5),
    (math.nan, 29.5),
    (106.5, math.inf),
    (-math.inf, math.nan),
    (1e300, 29.5),
    (106.5, 91.0),
]


@pytest.mark.parametrize(("what", "lon", "lat", "district"), INSIDE)
def test_a_known_point_falls_in_its_district(shipped, what, lon, lat, district):
    chain = shipped.locate(lon, lat)
    assert chain.edition == shipped.edition
    assert [place.level for place in chain.places] == list(Level)
    assert chain.places[Level.DISTRICT].code == district, what


@pytest.mark.parametrize(("lon", "lat"), NOWHERE)
def test_a_point_outside_or_none_at_all_is_nowhere(shipped, lon, lat):
    assert shipped.locate(lon, lat, 50.0).outside
    assert shipped.locate_many(np.array([lon]), np.array([lat])).tolist() == [-1]


def test_arrays_give_what_points_give_and_what_polygons_say(shipped, grid_areas):
    rng = np.random.default_rng(2)
    lon, lat = rng.uniform(105.2, 110.3, 20_000), rng.uniform(28.1, 32.3, 20_000)
    many = shipped.locate_many(lon, lat)
    tree = shapely.STRtree(grid_areas)
    point, grid = tree.query(shapely.points(lon, lat), predicate="within")
    by_polygon = np.full(len(lon), -1)
    by_polygon[point] = grid
    assert np.array_equal(many, by_polygon)
    for i in range(0, 20_000, 40):
        codes = shipped.locate(lon[i], lat[i]).codes
        assert codes == () if many[i] < 0 else codes[-1] == shipped.code_at(Level.GRID, many[i])


@pytest.mark.parametrize("many", [1, 63, 64, 5_000])
def test_the_finest_places_of_many_points_are_the_ends_of_their_chains(of_2025, many):
    rng = np.random.default_rng(many)
    lon, lat = rng.uniform(105.2, 110.3, many).tolist(), rng.uniform(28.1, 32.3, many).tolist()
    lon[0], lat[-1] = np.nan, np.inf
    found = of_2025.finest(lon, lat)
    step = max(1, many // 100)
    slow = one_by_one(of_2025.locate)(lon[::step], lat[::step])
    assert list(found[::step]) == list(slow)
    assert found[0] == "" == found[-1]
    assert many < 64 or any(found)


@given(lon=st.floats(), lat=st.floats(), accuracy_m=st.floats())
def test_no_number_is_too_odd_to_locate(of_2025, lon, lat, accuracy_m):
    chain = of_2025.locate(lon, lat, accuracy_m)
    assert len(chain.places) in (0, len(Level))


def test_a_vertex_shared_by_grids_belongs_to_one_of_them(shipped, grid_areas):
    areas = grid_areas[:200]
    for lon, lat in shapely.get_coordinates(areas)[::7].tolist():
        codes = shipped.locate(lon, lat, 1.0)
        assert codes.near_border, (lon, lat)


def border_point(shipped, one, other):
    """A point on the border of two districts, and how far a step of 1e-7 degrees is."""
    common = shipped.polygon(one).intersection(shipped.polygon(other))
    line = max(shapely.get_parts(shapely.line_merge(common)), key=lambda part: part.length)
    return line.interpolate(0.5, normalized=True)


def test_a_point_on_a_district_border_names_the_other_district(shipped):
    at = border_point(shipped, "500118", "500116")
    chain = shipped.locate(at.x, at.y)
    own = chain.places[Level.DISTRICT].code
    beside = {n.code: n for n in chain.near_border if n.level is Level.DISTRICT}
    other = ({"500118", "500116"} - {own}).pop()
    assert beside[other].distance_m < 0.1


def test_a_district_border_counts_as_far_as_its_outline_is_uncertain(of_2023, of_2025):
    for shipped, reach_m in ((of_2023, 500.0), (of_2025, 50.0)):
        at = border_point(shipped, "500118", "500116")
        _, y_m = metres_per_degree(at.y)
        for away_m in (0.5 * reach_m, -0.5 * reach_m):
            chain = shipped.locate(at.x, at.y + away_m / y_m)
            assert any(n.level is Level.DISTRICT for n in chain.near_border)
        middle = shipped.locate(105.905, 29.36)
        assert middle.near_border == ()


@pytest.mark.parametrize("radius_m", [40.0, 90.0, 400.0])
def test_the_circle_touches_exactly_the_grids_within_its_radius(shipped, grid_areas, radius_m):
    lon, lat = 106.5501, 29.5601
    x_m, y_m = metres_per_degree(lat)
    areas = shapely.transform(grid_areas, lambda c: (c - (lon, lat)) * (x_m, y_m))
    distance = shapely.distance(areas, shapely.Point(0, 0))
    expected = {
        shipped.code_at(Level.GRID, i): distance[i]
        for i in np.flatnonzero((distance > 0) & (distance <= radius_m)).tolist()
    }
    beside = shipped.locate(lon, lat, radius_m).near_border
    found = {n.code: n.distance_m for n in beside if n.level is Level.GRID}
    assert found.keys() == expected.keys()
    assert found == pytest.approx(expected, abs=0.06)


def test_just_outside_the_city_the_city_is_near(of_2025):
    outline = of_2025.polygon("500000")
    west = min(shapely.get_coordinates(outline).tolist())
    chain = of_2025.locate(west[0] - 2e-4, west[1])
    assert chain.outside
    assert chain.near_border[0].name == "重庆市"
    inside = of_2025.locate(west[0] + 1e-6, west[1], 30.0)
    assert not inside.outside
    assert inside.near_border[0].name == "域外"


def test_many_threads_get_the_same_answers(of_2023):
    rng = np.random.default_rng(3)
    points = rng.uniform((105.3, 28.2), (110.1, 32.2), (2000, 2)).tolist()

    def all_of_them():
        return [of_2023.locate(lon, lat, 20.0) for lon, lat in points]

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: all_of_them(), range(4)))
    assert all(answer == answers[0] for answer in answers)


def test_the_json_has_every_level_and_null_where_there_is_none(of_2025):
    inside = locate_json(of_2025, 105.884372, 29.055477, 0.0)
    assert inside["city"] == {"code": "500000", "name": "重庆市"}
    assert inside["district"] == {"code": "500118", "name": "永川区"}
    assert inside["grid"]["code"].startswith(inside["village"]["code"])
    assert (inside["outside"], inside["generated_borders"]) == (False, True)
    outside = locate_json(of_2025, 100.0, 29.0, 0.0)
    assert [outside[level] for level in ("city", "district", "town", "village", "grid")] == [
        None
    ] * 5
    assert outside["outside"]
    assert outside["edition"] == "2025"
