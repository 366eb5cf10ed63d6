"""Lines of round coordinates."""

import math

import numpy as np
import pytest
from pyproj import Transformer

from maps.layers.rulings import crossings
from maps.projection import project_point, unproject
from maps.rulings import degrees, dms, kilometres, km, step_m, step_s
from maps.viewport import Viewport

X, Y = project_point(106.5, 29.5)
CITY, STREET = Viewport(X, Y, 400.0, 1100, 700), Viewport(X, Y, 2.0, 1100, 700)


@pytest.mark.parametrize("view", [CITY, STREET, CITY.turned(1.0)])
def test_a_line_of_degrees_lies_where_its_number_says(view):
    lines = list(degrees(view))
    assert len(lines) > 5
    for line in lines:
        lon, lat = unproject(*view.to_map(line.x, line.y))
        along = lon if line.text[-1] in "EW" else lat
        expected = sum(
            float(part) / 60**k
            for k, part in enumerate(
                line.text[:-1].replace("°", " ").replace("′", " ").replace("″", " ").split()
            )
        )
        np.testing.assert_allclose(along, expected, atol=1e-7)


@pytest.mark.parametrize("view", [CITY, STREET, CITY.turned(1.0)])
def test_a_line_of_kilometres_lies_where_its_number_says(view):
    seen = set()
    for line in kilometres(view):
        lon, lat = unproject(*view.to_map(line.x, line.y))
        zone = round(float(lon.mean()) / 3)
        x, y = Transformer.from_crs(4490, 4509 + zone, always_xy=True).transform(lon, lat)
        eastings = line.text.startswith(str(zone)) and np.ptp(x) < 0.01
        along, text = (x, line.text[2:]) if eastings else (y, line.text)
        seen.add((zone, eastings))
        np.testing.assert_allclose(along, float(text) * 1000, atol=0.01)
        assert (np.abs(lon - 3 * zone) <= 1.5 + 1e-9).all()
    assert {eastings for _, eastings in seen} == {True, False}


def test_the_city_spans_three_zones():
    zones = {line.text[:2] for line in kilometres(CITY) if len(line.text) == 5}
    assert zones >= {"35", "36"}


@pytest.mark.parametrize(
    ("seconds", "sides", "text"),
    [
        (0, "EW", "0°E"),
        (383400, "EW", "106°30′E"),
        (106215, "NS", "29°30′15″N"),
        (-3600, "NS", "1°S"),
    ],
)
def test_degrees_are_written_with_as_many_parts_as_they_take(seconds, sides, text):
    assert dms(seconds, sides) == text


def test_kilometres_are_written_without_empty_decimals():
    assert [km(m) for m in (3_212_000, 562_500, 10)] == ["3212", "562.5", "0.01"]


def test_steps_grow_with_the_scale():
    scales = [0.05, 0.5, 5, 50, 500, 2000]
    assert [step_s(s) for s in scales] == sorted(step_s(s) for s in scales)
    assert [step_m(s) for s in scales] == sorted(step_m(s) for s in scales)


def test_a_view_off_the_earth_has_no_lines():
    far = Viewport(1e12, 1e12, 2000.0, 1100, 700)
    assert not list(degrees(far))
    assert not list(kilometres(far))


def test_crossings_are_found_within_the_edge_only():
    x, y = np.array([10.0, 30.0, 50.0]), np.array([-5.0, 5.0, -5.0])
    assert crossings(y, x, 0.0, 100.0) == pytest.approx([20.0, 40.0])
    assert crossings(y, x, 0.0, 25.0) == pytest.approx([20.0])
    assert math.isfinite(sum(crossings(y, x, 0.0, 100.0)))
