"""Names and furniture: in the view, on nothing, and out from under what covers the map."""

from PySide6.QtCore import QPoint, QPointF

from app.model import (
    Level,
)
from maps.labels import Box, short_name
from maps.layers.sos import free_place
from tests.widgets.map.scene import LAT, LON, on_screen, some_data


def test_names_lie_in_the_view_and_on_nothing(view):
    view.set_data(some_data())
    for scale in (200.0, 90.0, 30.0, 8.0):
        view.go_to(LON, LAT, scale)
        view.render_sync()
        boxes = [name.box for name in view._frames.lettered.names]
        assert boxes
        assert not any(a.touches(b) for k, a in enumerate(boxes) for b in boxes[k + 1 :])


def test_names_are_laid_out_anew_once_the_view_rests(view, qtbot):
    view.show()
    qtbot.waitUntil(lambda: view._frames.lettered is not None, timeout=10_000)
    before = view._frames.lettered
    view.show_view(view.viewport.pan(30, 0))
    assert view._frames.lettered is before
    qtbot.waitUntil(lambda: view._frames.lettered is not before, timeout=10_000)
    after = view._frames.lettered
    assert after.request.view == view.viewport
    assert after.viewport == before.viewport  # the ground had room and was kept


def test_the_place_under_the_eyes_is_named_though_its_middle_is_not_in_view(view, division):
    lines = division.topology.level(Level.VILLAGE)
    x0, y0 = division.topology.origin
    widest = int(lines.area.argmax())
    west, _, east, _ = lines.bounds[widest]
    scale = float(east - west) / 640 / 3
    aside = view.viewport.centred(
        float(lines.anchor[widest][0]) + x0 + 420 * scale, float(lines.anchor[widest][1]) + y0
    )
    view.zoom_to(aside.scaled_to(scale))
    view.render_sync()
    code = view.place_at(QPointF(320, 240))
    names = {name.text for name in view._frames.lettered.names}
    place = division.place(code)
    while place.level > Level.VILLAGE:
        place = division.place(place.parent)
    assert short_name(place.name) in names


def test_plates_of_those_who_call_for_help_lie_on_no_symbol_and_on_no_plate():
    taken = [Box(90, 90, 20, 20), Box(124, 92, 32, 16)]
    for _ in range(6):
        plate = free_place((100.0, 100.0), taken)
        assert not any(plate.touches(other) for other in taken)
        taken.append(plate)


def test_a_place_comes_into_the_middle_of_what_nothing_covers(view):
    view.set_left_covered(400)
    view.go_to(LON, LAT, 12.0)
    assert on_screen(view, LON, LAT) == QPoint(view.width() // 2 + 200, view.height() // 2)


def test_furniture_stands_inside_the_view_and_apart(view):
    view.set_attribution("界线 天地图 · 水系 1:400 万 · 电厂 WRI")
    view.set_data(some_data())
    view.go_to(LON, LAT, 8.0)
    boxes = [piece.taken for piece in view._pieces()]
    assert all(box.inside(640, 480) for box in boxes)
    assert not any(a.touches(b) for k, a in enumerate(boxes) for b in boxes[k + 1 :])


def test_furniture_keeps_out_from_under_what_covers_the_map(view):
    before = {piece.name: piece.taken for piece in view._pieces()}
    view.set_left_covered(view.width() - 300)
    after = {piece.name: piece.taken for piece in view._pieces()}
    assert after["scale"].x == before["scale"].x + view.width() - 300
    assert after["north"] == before["north"]
    assert all(box.x >= view.width() - 300 for box in after.values())
