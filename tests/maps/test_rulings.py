"""Lines of round coordinates."""

import math

import numpy as np
import pytest
from pyproj import Transformer
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from maps.furniture import text_width
from maps.labels import Box
from maps.layers import rulings
from maps.layers.layer import Live
from maps.layers.rulings import crossings, draw_degrees, draw_kilometres
from maps.projection import project_point, unproject
from maps.rulings import degrees, dms, kilometres, km, step_m, step_s
from maps.scene import MapData
from maps.style import STYLES
from maps.symbols import Symbols
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


@pytest.mark.parametrize("draw", [draw_degrees, draw_kilometres])
@pytest.mark.parametrize("side", ["level", "upright"])
def test_a_number_is_left_out_where_furniture_stands(qapp, monkeypatch, draw, side):
    view = Viewport(*project_point(105.0, 29.5), 60.0, 640, 480)
    band = {
        "level": {draw_degrees: Box(0, 0, 640, 12), draw_kilometres: Box(0, 468, 640, 12)},
        "upright": {draw_degrees: Box(628, 0, 12, 480), draw_kilometres: Box(0, 0, 12, 480)},
    }[side][draw]
    everything, rest = _numbers(view, monkeypatch, draw), _numbers(view, monkeypatch, draw, band)
    assert rest
    assert set(rest) < set(everything)
    assert not any(box.touches(band) for box in rest)


def _numbers(view, monkeypatch, draw, *taken) -> list[Box]:
    """Where numbers are written."""
    boxes: list[Box] = []

    def note(painter, baseline, text, style) -> None:
        here = painter.worldTransform().mapRect(QRectF(0, 0, text_width(text, 11), 11))
        boxes.append(Box(here.x(), here.y(), here.width(), here.height()))

    monkeypatch.setattr(rulings, "halo_text", note)
    picture = QImage(640, 480, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(picture)
    style = STYLES["night"]
    live = Live(
        viewport=view,
        data=MapData(),
        style=style,
        symbols=Symbols(style, 1.0),
        now=None,
        blink=False,
        taken=taken,
    )
    draw(painter, live)
    painter.end()
    return boxes
