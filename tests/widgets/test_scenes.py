"""The named scenes: all there, opened through the real window, the same picture every time."""

import pytest

from maps.hierarchy import Hierarchy
from widgets.scenes import SCENES
from widgets.shot import opened, picture

ASKED = {
    "overview", "district", "town", "grids", "case-detail", "dispatch", "plants",
    "alarm-flood", "laptop", "empty-desk",
}  # fmt: skip


def shown(name: str, hierarchy: Hierarchy):
    scene = SCENES[name]
    with opened(scene, hierarchy, scene.size) as window:
        return picture(window, scene)


def test_every_scene_that_was_asked_for_is_there():
    assert SCENES.keys() >= ASKED


@pytest.mark.parametrize("name", ["laptop", "empty-desk"])
def test_a_scene_is_the_same_picture_twice(qtbot, hierarchy, name):
    first, second = shown(name, hierarchy), shown(name, hierarchy)
    assert (first.width(), first.height()) == SCENES[name].size
    assert first == second
