"""What tells of a point stands beside it: whole in its room, and never over the point."""

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from widgets.beside import AWAY_PX, beside

ROOMS = {
    "desk": QRectF(8, 8, 1134, 704),
    "laptop": QRectF(8, 8, 866, 640),
    "laptop with a panel over it": QRectF(338, 8, 536, 640),
    "narrow": QRectF(8, 8, 300, 500),
    "low": QRectF(8, 8, 900, 240),
}
WANTED = QSizeF(430, 440)


@pytest.mark.parametrize("room", ROOMS.values(), ids=list(ROOMS))
def test_it_is_in_its_room_and_off_the_point_wherever_that_is(room):
    for k in range(26):
        for n in range(26):
            at = QPointF(room.left() + room.width() * k / 25, room.top() + room.height() * n / 25)
            box = beside(at, WANTED, room)
            assert room.adjusted(-0.01, -0.01, 0.01, 0.01).contains(box)
            less = AWAY_PX - 1
            assert not box.intersects(QRectF(at - QPointF(less, less), QSizeF(2 * less, 2 * less)))
            assert box.width() >= 100
            assert box.height() >= 90


@pytest.mark.parametrize(
    ("x", "y", "side"),
    [(100, 300, "right"), (1000, 300, "left"), (560, 60, "right")],
)
def test_it_stands_right_of_the_point_while_there_is_room(x, y, side):
    box = beside(QPointF(x, y), WANTED, ROOMS["desk"])
    assert box.size() == WANTED
    assert (box.left() > x) == (side == "right")


def test_where_neither_side_is_wide_enough_it_keeps_its_width_and_is_lower():
    at = QPointF(338 + 268, 120)
    box = beside(at, WANTED, ROOMS["laptop with a panel over it"])
    assert box.top() > at.y()
    assert box.width() == WANTED.width()
