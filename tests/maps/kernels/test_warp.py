"""Pictures laid into a view: the compiled kernel gives what numpy gives, to the last bit."""

import numpy as np
import pytest

from maps.kernels.warping import STEP_PX, WHOLE, Sheet

SIZES = ((333, 207), (16, 16), (1, 1), (64, 33), (701, 18))
FAR = -1e6


def sheet(rng, width, height, *, turn=0.1, zoom=0.7, light=WHOLE, shape=(90, 120)) -> Sheet:
    """A picture turned, zoomed, partly beside the view and somewhat bent."""
    pixels = rng.integers(0, 2**32, shape, np.uint32)
    i, j = np.meshgrid(
        np.arange(-(-height // STEP_PX) + 1) * STEP_PX + 0.5,
        np.arange(-(-width // STEP_PX) + 1) * STEP_PX + 0.5,
        indexing="ij",
    )
    c, s = np.cos(turn) * zoom, np.sin(turn) * zoom
    u = c * j + s * i - 20 + rng.normal(0, 2, i.shape)
    v = -s * j + c * i - 10 + rng.normal(0, 2, i.shape)
    return Sheet(pixels, u.astype(np.float32), v.astype(np.float32), width, height, light)


@pytest.mark.parametrize("light", [WHOLE, 128, 82, 1, 0])
@pytest.mark.parametrize("size", SIZES)
def test_both_kernels_give_the_same(plain, fast, size, light):
    rng = np.random.default_rng(sum(size) + light)
    for turn, zoom in ((0.0, 1.0), (0.03, 0.9), (1.0, 0.2), (-2.0, 3.0)):
        asked = sheet(rng, *size, turn=turn, zoom=zoom, light=light)
        one, other = plain.warp(asked), fast.warp(asked)
        assert one.shape == other.shape == size[::-1]
        assert np.array_equal(one, other)


def test_beside_the_picture_there_is_nothing(plain, fast):
    rng = np.random.default_rng(1)
    asked = sheet(rng, 100, 60)
    far = np.full_like(asked.u, FAR)
    for kernels in (plain, fast):
        assert not kernels.warp(Sheet(asked.pixels, far, asked.v, 100, 60)).any()


def test_a_picture_of_one_pixel_is_laid_too(plain, fast):
    pixels = np.full((1, 1), 0xFF112233, np.uint32)
    nodes = np.full((2, 3), 0.5, np.float32)
    for kernels in (plain, fast):
        assert (kernels.warp(Sheet(pixels, nodes, nodes, 20, 9)) == 0xFF112233).all()


def test_what_was_given_stays_as_it_was_and_what_is_made_is_new(plain, fast):
    rng = np.random.default_rng(2)
    asked = sheet(rng, 200, 100)
    before = asked.pixels.copy()
    for kernels in (plain, fast):
        first = kernels.warp(asked)
        kept = first.copy()
        kernels.warp(sheet(rng, 200, 100, turn=1.0))
        assert np.array_equal(first, kept)
        assert np.array_equal(asked.pixels, before)
