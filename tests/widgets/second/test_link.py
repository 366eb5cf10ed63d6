"""What a map shows that goes along with another one."""

import math

import pytest

from maps.viewport import Viewport
from widgets.second.link import Mode, alike, followed

LEADER = Viewport(1000.0, 2000.0, 20.0, 800, 600, math.radians(30))
FOLLOWER = Viewport(5.0, 6.0, 90.0, 400, 300)


@pytest.mark.parametrize(
    ("mode", "scale", "turn_deg"), [(Mode.MIDDLE, 90.0, 0.0), (Mode.SCALE, 20.0, 30.0)]
)
def test_the_follower_takes_the_middle_and_with_the_scale_the_turn(mode, scale, turn_deg):
    view = followed(LEADER, FOLLOWER, mode)
    assert (view.x, view.y) == (1000.0, 2000.0)
    assert (view.width, view.height) == (400, 300)
    assert view.metres_per_px == pytest.approx(scale)
    assert math.degrees(view.turn_rad) == pytest.approx(turn_deg)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (LEADER, True),
        (LEADER.centred(1000.0 + 14.0, 2000.0), True),
        (LEADER.centred(1000.0 + 16.0, 2000.0), False),
        (LEADER.scaled_to(20.1), False),
        (LEADER.turned(0.0), False),
    ],
)
def test_what_differs_by_less_than_a_pixel_is_the_same(other, same):
    assert alike(LEADER, other) == same
