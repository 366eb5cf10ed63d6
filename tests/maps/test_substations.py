"""Substations of the catalogue on the map: drawn when near, named, found, told, switched off."""

from dataclasses import replace

import numpy as np
import pytest

from app.model import Level
from maps.base.classes import Class
from maps.base.near import near
from maps.layers import DEFAULT, base
from maps.layers.layer import Ground
from maps.projection import project_point
from maps.renderer import Request, Studio
from maps.scene import MapData
from maps.style import STYLES
from maps.substations import shipped
from maps.viewport import Viewport

AT = (106.5273, 29.6683)  # 500千伏金山变电站
NAME = "500千伏金山变电站"


def request(division, scale, **more):
    view = Viewport(*project_point(*AT), scale, 640, 480)
    asked = Request(
        viewport=view,
        view=view,
        dpr=1.0,
        level=Level.TOWN,
        style=STYLES["night"],
        division=division,
        data=MapData(),
    )
    return replace(asked, **more)


pytestmark = pytest.mark.usefixtures("qapp")
HIDDEN = DEFAULT.showing("substations", visible=False)


@pytest.mark.parametrize(("scale", "drawn"), [(8.0, True), (55.0, True), (65.0, False)])
def test_they_are_drawn_when_near_and_can_be_switched_off(division, scale, drawn):
    asked, studio = request(division, scale, lettered=False), Studio()
    one = np.array(studio.frame(asked).pixels)
    other = np.array(studio.frame(replace(asked, stack=HIDDEN)).pixels)
    assert bool((one != other).any()) is drawn


def test_they_are_named_when_nearer_and_not_when_switched_off(of_2025):
    asked, studio = request(of_2025, 8.0), Studio()
    assert NAME in {name.text for name in studio.frame(asked).names}
    assert NAME not in {name.text for name in studio.frame(replace(asked, stack=HIDDEN)).names}
    assert NAME not in {name.text for name in studio.frame(request(of_2025, 40.0)).names}


def test_they_are_found_at_their_place_and_told_in_the_legend(division):
    asked = request(division, 8.0)
    found = near(None, asked.viewport, project_point(*AT), 8.0, frozenset())
    assert [(one.cls, one.name, one.title) for one in found] == [(Class.SUBSTATION, NAME, "")]
    assert near(None, asked.viewport, project_point(*AT), 8.0, HIDDEN.hidden) == []
    far = replace(asked.viewport, metres_per_px=65.0)
    assert near(None, far, project_point(*AT), 8.0, frozenset()) == []
    ground = Ground(
        viewport=asked.viewport, level=Level.TOWN, division=None, data=MapData(),
        style=asked.style,
    )  # fmt: skip
    assert base.told(ground, asked.view) == {Class.SUBSTATION}
    assert base.told(replace(ground, hidden=HIDDEN.hidden), asked.view) == frozenset()


def test_every_one_has_a_name_with_its_voltage():
    assert all("kV" in name or "千伏" in name for name in shipped().names)
    assert len(shipped().names) == len(shipped().x) == 32
