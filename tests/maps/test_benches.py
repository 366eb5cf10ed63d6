"""What the bench of the map compares is the same on both sides; how long it takes is not tested."""

import json
import shutil
from itertools import islice, pairwise

import numpy as np
import pyogrio
import pytest
import shapely
from PySide6.QtGui import QImage

from app.model import Level
from maps.benches import export, peer
from maps.benches.ours import Ours
from maps.benches.scenes import (
    ALL_GRIDS,
    POLYGONS,
    SCENES,
    STYLE,
    classes,
    moved,
    order_of,
    place_counts,
    scattered,
    view_of,
)
from maps.benches.timing import Samples, row
from maps.style import breaks


def samples(wall, cpu):
    return Samples([float(wall)] * 3, [float(cpu)] * 3)


def test_of_several_ways_of_the_peer_the_better_counts_for_each_clock():
    made = row("fill", samples(10, 10), {"one": samples(80, 160), "two": samples(120, 110)})
    assert (made["ratio"], made["cpu_ratio"]) == (8.0, 11.0)
    assert made["peer"]["name"] == "one"
    assert [other["name"] for other in made["peer"]["others"]] == ["two"]
    json.dumps(made)


def test_a_row_without_a_peer_says_so():
    made = row("fill", samples(10, 10))
    assert (made["peer"], made["ratio"], made["cpu_ratio"]) == (None, None, None)
    assert made["median"] == made["cpu_median"] == 10.0


def test_no_two_frames_that_are_timed_show_the_same_view(of_2025):
    view = view_of(POLYGONS[1], of_2025)
    seen = list(islice(moved(view), 400))
    assert len(set(seen)) == 400
    assert not any(one.aligned(two) for one, two in pairwise(seen))
    assert all(abs(one.x - view.x) < 40 * view.metres_per_px for one in seen)


@pytest.mark.parametrize("level", list(Level)[1:])
def test_every_unit_falls_into_the_class_that_the_peer_is_given(of_2025, level):
    counts = [open_ for open_, _ in place_counts(of_2025, level).values()]
    found = np.searchsorted(breaks(max(counts)), counts, "right")
    assert (found == classes(len(counts))).all()


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_the_peer_is_asked_for_the_borders_that_are_drawn_here(scene):
    order = order_of(scene)
    assert next(iter(order["outlines"])) == "city"
    assert len(order["outlines"]) == scene.outlined + 1
    assert (order["fill"] in order["outlines"]) is (scene is not ALL_GRIDS)
    assert len({look["color"] for look in order["classes"]}) == 5


def test_areas_are_exported_once_row_by_row_with_an_index(of_2025, tmp_path):
    units = of_2025.topology.level(Level.DISTRICT).units
    for _ in range(2):
        export.write_areas(of_2025, Level.DISTRICT, classes(units), folder=tmp_path)
    path = tmp_path / "district.gpkg"
    meta, fids, areas, (found,) = pyogrio.raw.read(path, return_fids=True)
    assert meta["crs"] == "EPSG:4545"
    assert fids.tolist() == list(range(1, units + 1))
    assert found.tolist() == classes(units).tolist()
    lines = of_2025.topology.level(Level.DISTRICT)
    boxes = shapely.bounds(shapely.from_wkb(areas))
    assert np.allclose(boxes, lines.bounds + np.tile(of_2025.topology.origin, 2), atol=1.0)
    assert pyogrio.read_info(path)["capabilities"]["fast_spatial_filter"]


def test_scattered_points_are_as_many_as_were_asked_for_and_the_same_again(of_2025):
    view = view_of(POLYGONS[0], of_2025)
    x, y = scattered(view, 5_000)
    assert len(x) == len(y) == 5_000
    assert (scattered(view, 5_000)[0] == x).all()


def test_without_qgis_the_package_to_install_is_named(tmp_path):
    said = peer.missing(shutil.which("false"))
    assert peer.PACKAGE in said
    assert "\n" not in said
    assert peer.missing(str(tmp_path / "no-python"))


@pytest.mark.whole
@pytest.mark.parametrize("scene", POLYGONS, ids=lambda scene: scene.name)
def test_both_sides_draw_the_same_picture(of_2025, tmp_path, scene):
    if why := peer.missing():
        pytest.skip(why)
    view = view_of(scene, of_2025)
    for level in {scene.level, *scene.outlines}:
        units = of_2025.topology.level(level).units
        export.write_areas(of_2025, level, classes(units), folder=tmp_path)
    ours = pixels(Ours(of_2025, scene).frame(view).image)
    out = tmp_path / "theirs.png"
    with peer.Qgis(tmp_path) as qgis:
        assert qgis.ask("picture", scene=order_of(scene), view=view.extent, out=str(out))
    theirs = pixels(QImage(str(out)))
    alike = np.abs(ours - theirs).max(axis=2) <= 3
    inside = np.abs(ours - STYLE.outside[::-1]).max(axis=2) > 12  # a veil that the peer has not
    assert alike[inside].mean() > 0.8


def pixels(image: QImage) -> np.ndarray:
    """(height, width, 3) of int: blue, green, red."""
    kept = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(kept.constBits(), np.uint8)
    return flat.reshape(kept.height(), kept.width(), 4)[..., :3].astype(int)
