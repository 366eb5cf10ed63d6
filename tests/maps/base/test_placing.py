"""Tiles of the web in the map's own projection: each pixel where it belongs, at every scale."""

import numpy as np
import pytest

from app.basemaps import Datum
from maps.base import gcj02
from maps.base.archive import Facts, Form
from maps.base.cover import cover
from maps.base.errors import BaseError, Reason
from maps.base.mercator import degrees, turns, zoom_for
from maps.base.mesh import mesh
from maps.base.warp import Patch, halved, warp
from maps.kernels.warping import between
from maps.projection import project_point, unproject
from maps.viewport import Viewport

PLACES = ((106.5516, 29.563), (105.3, 28.3), (110.1, 32.1))
SCALES = (0.05, 0.3, 1.0, 8.0, 56.0, 430.0, 2000.0)


def view(lon, lat, scale, width=700, height=500, turn=0.0):
    return Viewport(*project_point(lon, lat), scale, width, height).turned(turn)


@pytest.mark.parametrize("datum", [Datum.WGS84, Datum.GCJ02])
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("place", PLACES)
def test_every_pixel_finds_its_tile_to_a_tenth_of_a_pixel(place, scale, datum):
    seen = view(*place, scale, turn=0.4)
    zoom = zoom_for(scale, place[1], 256)
    world = 256 * 2.0**zoom
    found = mesh(seen, datum)
    u, v = (part * world for part in turns(found.lon, found.lat))
    rng = np.random.default_rng(3)
    px, py = rng.integers(0, seen.width, 400), rng.integers(0, seen.height, 400)
    across, down = (between(part - part.min(), 0, seen.height, seen.width) for part in (u, v))
    at = np.array([seen.to_map(x + 0.5, y + 0.5) for x, y in zip(px, py, strict=True)])
    lon, lat = unproject(*at.T)
    if datum is Datum.GCJ02:
        lon, lat = gcj02.shifted(lon, lat)
    exact_u, exact_v = (part * world for part in turns(lon, lat))
    off_u = np.abs(across[py, px] + u.min() - exact_u)
    off_v = np.abs(down[py, px] + v.min() - exact_v)
    assert max(off_u.max(), off_v.max()) < 0.1


def test_the_mesh_of_a_view_beyond_the_projection_is_nan_and_not_an_error():
    far = Viewport(3e7, 3e7, 2000.0, 300, 200)
    found = mesh(far, Datum.WGS84)
    assert np.isnan(found.lon).all()
    assert cover(found, Facts(form=Form.PICTURE, least_zoom=0, most_zoom=5), 256) is None


def test_a_patch_is_mixed_from_four_neighbours_and_clear_outside():
    pixels = np.array([[0xFF000000, 0xFFFFFFFF]], np.uint32)
    u = np.broadcast_to(np.arange(4) * 16.0 / 8, (2, 4))  # eight pixels of the view to one
    patch = Patch(pixels, u, np.full((2, 4), 0.5))
    line = warp(patch, 33, 1)[0]
    assert line[4] == 0xFF000000
    assert line[12] == 0xFFFFFFFF
    assert 0x70 < (line[8] & 0xFF) < 0x90
    assert (line[24:] == 0).all()


def test_a_picture_is_dimmed_in_its_light_and_not_in_what_it_covers():
    pixels = np.full((2, 2), 0xFF80FF40, np.uint32)
    inside = np.full((2, 3), 1.0)
    dim = int(warp(Patch(pixels, inside, inside), 1, 1, light=0.5)[0, 0])
    assert [dim >> shift & 0xFF for shift in (24, 16, 8, 0)] == [255, 64, 127, 32]


def test_halving_takes_the_mean_of_each_channel():
    pixels = np.array([[0xFF000000, 0xFF0000FF], [0xFF00FF00, 0xFFFF0000]], np.uint32)
    assert halved(pixels).tolist() == [[0xFF3F3F3F]]


def test_zoom_follows_the_scale_and_stays_within_what_there_is():
    assert [zoom_for(scale, 29.5, 256) for scale in (530.0, 0.52)] == [8, 18]
    facts = Facts(form=Form.PICTURE, least_zoom=10, most_zoom=12)
    near = cover(mesh(view(*PLACES[0], 1.0), Datum.WGS84), facts, 256)
    assert (near.z, near.halvings) == (12, 0)
    far = cover(mesh(view(*PLACES[0], 400.0), Datum.WGS84), facts, 256)
    assert (far.z, far.halvings) == (10, 2)


def test_a_view_of_far_too_many_tiles_says_so():
    facts = Facts(form=Form.PICTURE, least_zoom=16, most_zoom=18)
    with pytest.raises(BaseError) as caught:
        cover(mesh(view(*PLACES[0], 400.0), Datum.WGS84), facts, 256)
    assert caught.value.reason is Reason.TOO_FAR


def test_metres_of_the_web_and_degrees_agree():
    lon, lat = degrees([11861350.0], [3449170.0])
    u, v = turns(lon, lat)
    world = 40_075_016.685578488
    assert (u[0] - 0.5) * world == pytest.approx(11861350.0, abs=1e-3)
    assert (0.5 - v[0]) * world == pytest.approx(3449170.0, abs=1e-3)
