"""An officer goes over the map with mouse, wheel and keys: events enter at the window, as from Qt.

Nothing is sent to the map itself, so what lies over it by mistake would catch them and fail here.
"""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.model import Level
from maps.projection import project_point
from widgets.shot import settle

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
KEY = Qt.Key
CORE = 106.55, 29.56  # degrees, between the rivers


class Hand:
    """A mouse over the window; places are pixels of the map."""

    def __init__(self, window, qtbot):
        self.window, self.map, self._qtbot = window, window.map, qtbot

    @property
    def middle(self):
        return QPoint((self.map.width() + self.map.left_covered) // 2, self.map.height() // 2)

    def press(self, at, button=LEFT, keys=NONE):
        QTest.mousePress(self._handle, button, keys, self._placed(at))

    def release(self, at, button=LEFT, keys=NONE):
        QTest.mouseRelease(self._handle, button, keys, self._placed(at))

    def move(self, at):
        QTest.mouseMove(self._handle, self._placed(at))
        QApplication.processEvents()

    def drag(self, start, *way, button=LEFT, keys=NONE):
        """Press, move over each place of the way, release at the last."""
        self.press(start, button, keys)
        for at in way:
            self.move(at)
        self.release(way[-1], button, keys)

    def click(self, at):
        QTest.mouseClick(self._handle, LEFT, NONE, self._placed(at))

    def double_click(self, at):
        QTest.mouseDClick(self._handle, LEFT, NONE, self._placed(at))

    def wheel(self, at, steps):
        QTest.wheelEvent(self._handle, QPointF(self._placed(at)), QPoint(0, 120 * steps))

    def key(self, key):
        QTest.keyClick(self._handle, key)

    def rest(self):
        """Until nothing moves and the picture is sharp."""
        self._qtbot.waitUntil(lambda: not self.map._zoom.under_way)
        settle(self.window)

    @property
    def _handle(self):
        return self.window.windowHandle()

    def _placed(self, at):
        placed = self.map.mapTo(self.window, at)
        assert self.window.childAt(placed) is self.map
        return placed


@pytest.fixture
def hand(window, qtbot):
    made = Hand(window, qtbot)
    made.click(QPoint(made.middle.x(), 90))
    window.map.go_to(*CORE, 56.0)
    made.rest()
    return made


def ground(view, at):
    return view.viewport.to_map(at.x(), at.y())


def test_a_drag_carries_the_ground_by_exactly_as_many_pixels(hand):
    view, start = hand.map, hand.middle
    scale = view.viewport.metres_per_px
    for across, down in ((120, 0), (-37, 51), (5, -4), (-260, -190)):
        before, unit = ground(view, start), view.place_at(QPointF(start))
        end = start + QPoint(across, down)
        hand.drag(start, start + QPoint(across // 2, down), end)
        assert ground(view, end) == pytest.approx(before, abs=1e-6 * scale)
        assert view.viewport.metres_per_px == scale
        hand.rest()
        assert view.place_at(QPointF(end)) == unit


def test_the_picture_moves_with_the_hand_before_anything_is_drawn_anew(hand):
    """What lay under a patch of the map lies under the patch beside it, pixel for pixel."""
    view, way = hand.map, QPoint(48, 30)
    for layer in ("names", "legend"):
        view.set_layer_visible(layer, False)
    hand.rest()
    patch = QPoint(hand.middle.x() - 100, hand.middle.y() - 80)
    before = view.grab().toImage().copy(patch.x(), patch.y(), 160, 120)
    hand.drag(hand.middle, hand.middle + way)
    after = view.grab().toImage().copy(patch.x() + way.x(), patch.y() + way.y(), 160, 120)
    assert after == before


def test_a_shaking_hand_that_clicks_moves_nothing(hand):
    before = hand.map.viewport
    hand.drag(hand.middle, hand.middle + QPoint(1, 2))
    assert hand.map.viewport == before


@pytest.mark.parametrize("animated", [True, False])
def test_the_wheel_keeps_the_ground_under_the_cursor_all_the_way(hand, animated):
    view, at = hand.map, hand.middle + QPoint(-150, 110)
    view.animated = animated
    seen = []
    view.extent_changed.connect(lambda: seen.append((ground(view, at), view.viewport)))
    before, scale = ground(view, at), view.viewport.metres_per_px
    for steps in (1, 1, 2, -1, 3, -2):
        hand.wheel(at, steps)
        hand.rest()
    assert len({shown.metres_per_px for _, shown in seen}) >= 6
    assert view.viewport.metres_per_px == pytest.approx(scale / 1.4**4)
    off_m = [max(abs(x - before[0]), abs(y - before[1])) for (x, y), _ in seen]
    coarsest = max(shown.metres_per_px for _, shown in seen)
    assert max(off_m) <= coarsest


def test_turning_the_wheel_there_and_back_ends_where_it_began(hand):
    view, at = hand.map, hand.middle + QPoint(90, -60)
    view.animated = False
    before, scale = ground(view, at), view.viewport.metres_per_px
    for steps in (*[1] * 9, *[-1] * 9):
        hand.wheel(at, steps)
    assert view.viewport.metres_per_px == pytest.approx(scale)
    assert ground(view, at) == pytest.approx(before, abs=2 * scale)


@pytest.mark.parametrize(
    ("lon", "lat", "levels"),
    [
        (109.2, 31.5, [Level.DISTRICT, Level.TOWN, Level.VILLAGE, Level.GRID]),
        (*CORE, [Level.DISTRICT, Level.GRID]),  # so small a district shows its grids at once
    ],
)
def test_double_clicks_drill_from_the_city_to_a_grid(hand, hierarchy, lon, lat, levels):
    view = hand.map
    view.go_to(lon, lat, 430.0)
    hand.rest()
    reached = []
    for _ in levels:
        at = place_of(view, *hierarchy.centre(reached[-1])) if reached else hand.middle
        reached.append(view.place_at(QPointF(at)))
        hand.double_click(at)
        hand.rest()
        assert all(shown(view, corner) for corner in corners(hierarchy, reached[-1]))
    assert [hierarchy.place(code).level for code in reached] == levels
    assert set(reached) <= {place.code for place in hierarchy.chain_of(reached[-1])}


def corners(hierarchy, code):
    west, south, east, north = hierarchy.bounds(code)
    return (west, south), (east, south), (east, north), (west, north)


def shown(view, corner):
    """Whether a point in degrees is in view; a box of degrees is not quite one of metres."""
    at = place_of(view, *corner)
    return -20 <= at.x() <= view.width() + 20 and -20 <= at.y() <= view.height() + 20


def place_of(view, lon, lat):
    x, y = view.viewport.to_screen(*project_point(lon, lat))
    return QPoint(round(float(x)), round(float(y)))


def test_shift_and_drag_shows_what_was_in_the_box(hand):
    view, start = hand.map, hand.middle + QPoint(-80, -50)
    end = start + QPoint(140, 90)
    corners = [ground(view, at) for at in (start, end)]
    scale = view.viewport.metres_per_px
    hand.drag(start, start + QPoint(60, 20), end, keys=SHIFT)
    hand.rest()
    assert view.viewport.metres_per_px < scale / 2
    for x, y in corners:
        px, py = view.viewport.to_screen(x, y)
        assert -1 <= float(px) <= view.width() + 1
        assert -1 <= float(py) <= view.height() + 1
    middle = [sum(axis) / 2 for axis in zip(*corners, strict=True)]
    shown = view.viewport.x, view.viewport.y
    assert shown == pytest.approx(middle, abs=2 * scale)


def test_the_middle_button_pans_while_a_tool_is_in_hand(hand):
    view = hand.map
    view.tool("measure_line")
    hand.click(hand.middle)
    measured, start = list(view._tool.points), hand.middle + QPoint(30, 20)
    before, end = ground(view, start), start + QPoint(-90, 45)
    hand.drag(start, start + QPoint(-40, 20), end, button=MIDDLE)
    assert ground(view, end) == pytest.approx(before, abs=1e-6 * view.viewport.metres_per_px)
    assert view.tool_name == "measure_line"
    assert view._tool.points == measured


def test_keys_pan_and_zoom_the_map_that_was_clicked(hand):
    view = hand.map
    hand.click(hand.middle)
    hand.rest()
    for key, across, down in (
        (KEY.Key_Right, 1, 0),
        (KEY.Key_Down, 0, -1),
        (KEY.Key_Left, -1, 0),
        (KEY.Key_Up, 0, 1),
    ):
        before = view.viewport
        hand.key(key)
        east, north = view.viewport.x - before.x, view.viewport.y - before.y
        size = view.width() * before.metres_per_px, view.height() * before.metres_per_px
        quarter = across * size[0] / 4, down * size[1] / 4
        assert (east, north) == pytest.approx(quarter, abs=before.metres_per_px)
    scale = view.viewport.metres_per_px
    hand.key(KEY.Key_Plus)
    hand.rest()
    assert view.viewport.metres_per_px < scale
    hand.key(KEY.Key_Minus)
    hand.rest()
    assert view.viewport.metres_per_px == pytest.approx(scale)
