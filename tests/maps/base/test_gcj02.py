"""GCJ-02 both ways, against vectors of other libraries."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from maps.base.gcj02 import shifted, unshifted

GIVEN = Path(__file__).parents[4] / "shared" / "data" / "transform"
WITH_GIVEN = pytest.mark.skipif(not GIVEN.exists(), reason="the vectors are not part of a clone")
M_PER_DEG = 111_320.0


def metres(lon, lat, other_lon, other_lat):
    east = (np.asarray(lon) - other_lon) * np.cos(np.radians(lat)) * M_PER_DEG
    return np.hypot(east, (np.asarray(lat) - other_lat) * M_PER_DEG)


def test_the_shift_in_the_city_is_five_hundred_metres_to_the_south_east():
    lon, lat = shifted([106.5516, 105.2873, 110.19], [29.563, 29.6, 31.5])
    off = metres([106.5516, 105.2873, 110.19], [29.563, 29.6, 31.5], lon, lat)
    assert ((off > 400) & (off < 600)).all()
    assert (lon > [106.5516, 105.2873, 110.19]).all()
    assert (lat < [29.563, 29.6, 31.5]).all()


def test_the_way_back_is_exact_all_over_the_city():
    lon, lat = np.meshgrid(np.linspace(105.2, 110.3, 90), np.linspace(28.1, 32.3, 90))
    back = unshifted(*shifted(lon, lat))
    assert metres(lon, lat, *back).max() < 0.001


def test_outside_of_china_nothing_is_shifted():
    lon, lat = shifted([2.35, 151.2], [48.85, -33.9])
    assert (lon == [2.35, 151.2]).all()
    assert (lat == [48.85, -33.9]).all()


def test_what_is_not_finite_stays_so_and_breaks_nothing():
    lon, lat = unshifted([np.nan, 106.5], [29.5, 29.5])
    assert np.isnan(lon[0])
    assert np.isfinite([lon[1], lat[1]]).all()


def rows(op):
    with (GIVEN / "gcj_vectors.csv").open(encoding="utf-8") as stream:
        found = [row for row in csv.DictReader(stream) if row["op"] == op]
    names = ("lon", "lat", "expect_lon", "expect_lat")
    return np.array([[float(row[name]) for name in names] for row in found]).T


@WITH_GIVEN
def test_the_published_vectors_are_met():
    lon, lat, to_lon, to_lat = rows("wgs2gcj")
    assert len(lon) >= 10
    assert metres(*shifted(lon, lat), to_lon, to_lat).max() < 1.0
    lon, lat, to_lon, to_lat = rows("gcj2wgs")
    assert metres(*unshifted(lon, lat), to_lon, to_lat).max() < 1.2  # given to 1e-5 degrees


@WITH_GIVEN
def test_the_cities_of_another_library_are_met_both_ways():
    cities = json.loads((GIVEN / "gcoord_china_cities.json").read_text("utf-8"))
    wgs, gcj = (np.array([city["coords"][k] for city in cities]).T for k in ("WGS84", "GCJ02"))
    assert metres(*shifted(*wgs), *gcj).max() < 1.2
    back = unshifted(*shifted(*wgs))
    assert metres(*back, *wgs).max() < 0.5
