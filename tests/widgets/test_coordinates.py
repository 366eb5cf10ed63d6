"""Coordinates as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from widgets import coordinates, finders, formats, gauss_kruger

ZHUTUO = (105.87, 29.02)
LON = st.floats(105.0, 110.5)
LAT = st.floats(28.0, 32.5)


@pytest.mark.parametrize(
    "text",
    [
        "29.02, 105.87",
        "105.87 29.02",
        "１０５．８７，２９．０２",
        "29.02N,105.87E",
        "E105.87 N29.02",
        "29°01′12.0″N 105°52′12.0″E",
        "N29 1 12 E105 52 12",
        "29 1 12 105 52 12",
        "北纬29度1分12秒 东经105度52分12秒",
        "东经105°52′12″，北纬29°1′12″",
        "29 1.2N 105 52.2E",
        "105°52.2' 29°1.2'",
        "35584757.26 3211798.23",
        "X 3211798.23 Y 35584757.26",
        "3° 带 35：X 3211798.23 Y 35584757.26",
        "带35 3211798.23 584757.26",
        "35带 3211798.23 584757.26",
        "35 584757.26 3211798.23",
        "第35带 Y584757.26 X3211798.23",
        "Y 35584757.26 X 3211798.23",
        "X=3211798.23，Y=35584757.26",
        "3° 带 35 584757.26, 3211798.23",
        "29-01-12N 105-52-12E",
        "29:01:12 105:52:12",
        "N29°1.2′ E105°52.2′",
        "北纬29°1.2′，东经105°52.2′",
        "纬度：29.02 经度：105.87",
        "Lat 29.02 Lon 105.87",
        "lon=105.87, lat=29.02",
        "(105.87, 29.02)",
        "29.02/105.87",
    ],
)
def test_a_coordinate_is_read_in_any_usual_form(text):
    assert coordinates.parse(text) == pytest.approx(ZHUTUO, abs=1e-6)


@pytest.mark.parametrize(
    "text",
    ["", "永川", "E-0117", "29.5", "12 13", "29.02 105.87 3", "29°61′N 105°E", "99N 105E",
     "N29 N105", "29.5°30′N 105°E", "99584757 3211798", "105.87 29.02 hello", "1e5 2e5"],
)  # fmt: skip
def test_what_is_no_coordinate_or_could_be_two_is_none(text):
    assert coordinates.parse(text) is None


@given(LON, LAT)
def test_every_format_reads_back(lon, lat):
    for form in formats.CoordinateFormat:
        read = coordinates.parse(formats.coordinate(lon, lat, form))
        assert read == pytest.approx((lon, lat), abs=4e-5)


@given(st.text(max_size=40))
def test_no_text_raises(text):
    coordinates.parse(text)


def test_a_pair_without_its_zone_is_offered_in_each_zone_of_the_city():
    found = gauss_kruger.without_zone("3211798.23 584757.26")
    assert [zone for zone, _, _ in found] == [35, 36, 37]
    assert found[0][1:] == pytest.approx(ZHUTUO, abs=1e-6)
    assert found[1][1] - found[0][1] == pytest.approx(3.0, abs=1e-6)
    assert coordinates.parse("3211798.23 584757.26") is None
    hits = finders.find_coordinate(lambda lon, lat: None, "584757.26 3211798.23")
    assert len(hits) == 3


@pytest.mark.parametrize("text", ["35584757.26 3211798.23", "1 2", "29.02 105.87", "", "584757.26"])
def test_what_has_its_zone_or_is_none_is_not_offered_by_zones(text):
    assert gauss_kruger.without_zone(text) == []
