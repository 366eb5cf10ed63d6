"""Lengths, areas, bearings, circles and buffers, held against pyproj and shapely."""

import math
from itertools import pairwise

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from maps import buffers, measures, rings

GRS80 = Geod(a=6_378_137.0, rf=298.257222101)
LON, LAT = st.floats(105.3, 110.1), st.floats(28.2, 32.2)
YUZHONG, WANZHOU, YONGCHUAN = (106.57, 29.55), (108.40, 30.81), (105.93, 29.36)
SQUARE = ((106.0, 29.0), (106.1, 29.0), (106.1, 29.1), (106.0, 29.1))
HOLE = ((106.02, 29.02), (106.08, 29.02), (106.08, 29.08), (106.02, 29.08))


@pytest.mark.parametrize(
    ("points", "metres"),
    [
        ((), []),
        ((YUZHONG,), []),
        ((YUZHONG, WANZHOU), [226_001.9]),
        ((YUZHONG, WANZHOU, YONGCHUAN), [226_001.9, 286_845.8]),
        ((YUZHONG, YUZHONG), [0.0]),
    ],
)
def test_segments_are_geodesics(points, metres):
    assert measures.segments_m(points) == pytest.approx(metres, rel=5e-3)
    expected = [GRS80.inv(*a, *b)[2] for a, b in pairwise(points)]
    assert measures.segments_m(points) == pytest.approx(expected, abs=1e-3)
    assert measures.length_m(points) == pytest.approx(sum(expected), abs=1e-3)


@pytest.mark.parametrize(
    ("to", "bearing"),
    [
        ((106.57, 29.65), 0.0),
        ((106.57, 29.45), 180.0),
        ((106.6, 29.55), 90.0),
        ((106.5, 29.55), 270.0),
    ],
)
def test_a_bearing_is_told_from_true_north_clockwise(to, bearing):
    assert measures.bearing_deg(YUZHONG, to) == pytest.approx(bearing, abs=0.05)


@given(LON, LAT, st.floats(0, 359.9), st.floats(1, 200_000))
def test_ahead_and_back_is_the_same_place(lon, lat, bearing, metres):
    there = measures.ahead((lon, lat), bearing, metres)
    assert measures.distance_m((lon, lat), there) == pytest.approx(metres, abs=1e-3)
    turned = measures.bearing_deg((lon, lat), there)
    assert math.remainder(turned - bearing, 360) == pytest.approx(0, abs=1e-4)


def test_an_area_does_not_mind_which_way_it_turns_and_a_hole_is_not_in_it():
    area, _ = GRS80.polygon_area_perimeter(*zip(*SQUARE, strict=True))
    hole, _ = GRS80.polygon_area_perimeter(*zip(*HOLE, strict=True))
    assert measures.area_m2(SQUARE) == pytest.approx(area)
    assert measures.area_m2(SQUARE[::-1]) == pytest.approx(area)
    assert measures.areas_m2((SQUARE, HOLE)) == pytest.approx(area - hole)
    apart = tuple((lon + 1, lat) for lon, lat in SQUARE)
    assert measures.areas_m2((SQUARE, apart)) == pytest.approx(2 * area)
    assert measures.area_m2(SQUARE[:2]) == 0.0


@given(LON, LAT, st.floats(10, 100_000))
def test_the_corners_of_a_circle_lie_on_it(lon, lat, radius):
    ring = measures.circle(lon, lat, radius)
    assert len(ring) == measures.CORNERS
    lons, lats = np.array(ring).T
    here = np.full(len(ring), lon), np.full(len(ring), lat)
    assert np.allclose(GRS80.inv(*here, lons, lats)[2], radius, atol=1e-3)
    assert shapely.Polygon(ring).exterior.is_ccw


def edge(outline, every: float = 0.0):
    """Points along the edge of an area."""
    line = shapely.boundary(rings.area_of(outline))
    return shapely.get_coordinates(shapely.segmentize(line, every) if every else line)


@given(LON, LAT, st.floats(1, 100_000))
def test_a_buffer_about_a_point_is_off_by_no_more_than_it_says(lon, lat, metres):
    made = buffers.about_point((lon, lat), metres)
    lons, lats = edge(made.rings, metres / 111_000 / 40).T
    here = np.full(len(lons), lon), np.full(len(lons), lat)
    off = np.abs(GRS80.inv(*here, lons, lats)[2] - metres)
    assert off.max() <= made.error_m * 1.05 + 1e-2


LINES = {
    "short": ((106.0, 29.0), (106.01, 29.005)),
    "bent": (YUZHONG, (106.6, 29.6), (106.55, 29.66)),
    "across a district": ((105.7, 29.1), (106.2, 29.4)),
}


@pytest.mark.parametrize("metres", [50.0, 1_000.0, 20_000.0])
@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_a_buffer_about_a_line_is_off_by_no_more_than_it_says(line, metres):
    made = buffers.about_line(line, metres)
    dense = shapely.get_coordinates(shapely.segmentize(shapely.LineString(line), 20 / 111_000))
    for lon, lat in edge(made.rings)[::9]:
        here = np.full(len(dense), lon), np.full(len(dense), lat)
        nearest = GRS80.inv(*here, dense[:, 0], dense[:, 1])[2].min()
        assert abs(nearest - metres) <= made.error_m + 10.5  # the line is known every 20 m


def test_a_buffer_about_an_area_holds_the_area_and_fills_small_holes():
    made = buffers.about_rings((SQUARE, HOLE), 500.0)
    area = rings.area_of(made.rings)
    assert area.contains(rings.area_of((SQUARE, HOLE)))
    assert len(made.rings) == 2
    filled = buffers.about_rings((SQUARE, HOLE), 4_000.0)
    assert len(filled.rings) == 1
    assert 0 < made.error_m < 1.0


@pytest.mark.parametrize("metres", [0.0, -5.0, 0.5, 2e5, math.nan])
def test_a_distance_that_is_none_is_refused(metres):
    with pytest.raises(ValueError, match="not between"):
        buffers.about_point(YUZHONG, metres)


def test_a_line_of_one_point_is_refused():
    with pytest.raises(ValueError, match="two points"):
        buffers.about_line((YUZHONG,), 100.0)


def test_rings_come_back_from_what_they_made():
    again = rings.rings_of(rings.area_of((SQUARE, HOLE)))
    assert rings.area_of(again).equals(rings.area_of((SQUARE, HOLE)))
