"""The compiled kernels give what the numpy kernels give, to the last bit."""

from dataclasses import replace

import numpy as np
import pytest

from app.model import Level
from maps.kernels.values import Hatch, Line, Mesh, Overlay, Paint, Place

LEVELS = tuple(Level)
LOOKS = (
    (0.8, (0.0, 0.0)),
    (1.0, (5.0, 3.0)),
    (1.0, (1.5, 2.5)),
    (3.6, (0.0, 0.0)),
)


def place_of(division, view):
    return Place.of(view, division.topology.origin)


def whole(overlay: Overlay, place: Place) -> np.ndarray:
    pixels = np.zeros((place.height * place.blocks, 16), np.uint32)
    pixels[overlay.index] = overlay.pixels
    return pixels.reshape(place.height, -1)[:, : place.width]


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.name.lower())
def test_runs_are_equal(division, views, plain, fast, level):
    for view in views:
        mesh = division.topology.level(level).lines(view.metres_per_px)
        one, other = (k.runs(mesh, place_of(division, view)) for k in (plain, fast))
        assert np.array_equal(one.start, other.start), view
        assert np.array_equal(one.unit, other.unit), view


@pytest.mark.parametrize(("width", "dash"), LOOKS)
def test_lines_are_equal(division, views, plain, fast, width, dash):
    for view in views:
        place = place_of(division, view)
        lines = [
            Line(
                mesh=division.topology.level(level).lines(view.metres_per_px),
                place=place,
                rank=int(level),
                colour=colour,
                width_px=width,
                dash=dash,
            )
            for level, colour in ((Level.TOWN, 0xC0804020), (Level.CITY, 0xFFEEDDCC))
        ]
        one, other = (whole(k.strokes(tuple(lines), place), place) for k in (plain, fast))
        assert np.array_equal(one, other), view


@pytest.mark.parametrize("dash", [(0.0, 0.0), (5.0, 3.0)])
def test_more_lines_than_pixels_are_drawn_alike(plain, fast, dash):
    rng = np.random.default_rng(11)
    xy = rng.uniform(-10, 90, (30_000, 2)).astype(np.float32)
    xy[1::2] = xy[::2] + rng.uniform(-4, 4, (15_000, 2)).astype(np.float32)
    first = np.arange(0, 30_001, 2, dtype=np.int32)
    none, rank = np.zeros(15_000, np.int32), np.zeros(15_000, np.int8)
    ends = xy.reshape(-1, 2, 2)
    box = np.concatenate([ends.min(axis=1), ends.max(axis=1)], axis=1)
    place = Place((1.0, 0.0, 0.0, 0.0, 1.0, 0.0), 80, 61)
    line = Line(Mesh(xy, first, none, none, rank, box), place, -1, 0x80604020, 1.2, dash)
    one, other = (whole(k.strokes((line, line), place), place) for k in (plain, fast))
    assert np.array_equal(one, other)


def test_lines_of_all_ranks_are_drawn_where_none_is_asked_for(division, views, plain, fast):
    place = place_of(division, views[4])
    mesh = division.topology.level(Level.GRID).lines(20.0)
    line = Line(mesh, place, -1, 0xFFFFFFFF, 1.0)
    one, other = (whole(k.strokes((line,), place), place) for k in (plain, fast))
    only = whole(plain.strokes((replace(line, rank=int(Level.GRID)),), place), place)
    assert np.array_equal(one, other)
    assert np.count_nonzero(one) > np.count_nonzero(only)


@pytest.mark.parametrize("flat", [True, False])
def test_pictures_are_equal(division, views, plain, fast, flat):
    rng = np.random.default_rng(7)
    lines = division.topology.level(Level.GRID)
    alpha = rng.integers(0, 256, lines.units + 1, dtype=np.uint32)
    paint = Paint(
        lut=alpha << 24 | (alpha * 7 // 10) << 16 | (alpha // 2) << 8 | alpha // 3,
        hatched=rng.integers(0, 3, lines.units + 1, dtype=np.uint8),
        hatches=(Hatch(0xB4405060, 7, 2, -12345), Hatch(0x6E0A0A0A, 9, 1, 77, -1)),
    )
    for view in views:
        place = place_of(division, view)
        runs = plain.runs(lines.lines(view.metres_per_px), place)
        mesh = division.topology.level(Level.TOWN).lines(view.metres_per_px)
        line = Line(mesh, place, -1, 0x80101010, 2.0)
        above = [plain.strokes((line,), place), (line, replace(line, dash=(3.0, 2.0)))]
        shape = (place.height, place.blocks * 16)
        base = 0xFF203040 if flat else rng.integers(0, 2**24, shape, np.uint32) | 0xFF000000
        one, other = (k.picture(runs, paint, base, above)[:, : view.width] for k in (plain, fast))
        assert np.array_equal(one, other), view


def test_colours_over_another_base_and_other_colours_are_mixed_anew(division, views, plain, fast):
    place = place_of(division, views[0])
    runs = plain.runs(division.topology.level(Level.DISTRICT).lines(900.0), place)
    one, other = (Paint(np.full(100, colour, np.uint32)) for colour in (0x80402010, 0x80104020))
    for paint, base in (
        (one, 0xFF203040),
        (one, 0xFF203040),
        (one, 0xFF0),
        (other, 0xFF0),
        (one, 1),
    ):
        drawn, again = (k.picture(runs, paint, base, ())[:, : place.width] for k in (plain, fast))
        assert np.array_equal(drawn, again), (paint, base)


def test_what_lines_cover_gives_what_the_lines_give(division, views, plain, fast):
    for view in views:
        place = place_of(division, view)
        mesh = division.topology.level(Level.TOWN).lines(view.metres_per_px)
        lines = (Line(mesh, place, -1, 0x80102030, 2.0), Line(mesh, place, 0, 0xFFFFFFFF, 1.0))
        runs, paint = plain.runs(mesh, place), Paint(np.full(200, 0xFF336699, np.uint32))
        drawn = plain.picture(runs, paint, 0, [lines])[:, : view.width]
        for kernels in (plain, fast):
            covers = kernels.covers(lines, place)
            for other in (plain, fast):
                again = other.picture(runs, paint, 0, covers)[:, : view.width]
                assert np.array_equal(drawn, again), (view, kernels.name, other.name)


def test_points_are_equal(division, views, plain, fast):
    rng = np.random.default_rng(3)
    xy = rng.uniform(-40_000, 40_000, (5_000, 2)).astype(np.float32)
    kind = rng.integers(0, 3, len(xy), dtype=np.uint8)
    colours = np.array([0, 0xFF112233, 0xFFAABBCC], np.uint32)
    for view in views:
        place = place_of(division, view)
        for shown in (None, kind):
            one, other = (k.density(xy, shown, place, 4) for k in (plain, fast))
            assert np.array_equal(one, other), view
        blank = np.zeros((place.height, place.blocks * 16), np.uint32)
        one, other = (k.splat(blank, xy, kind, colours, 2.0, place) for k in (plain, fast))
        assert np.array_equal(one, other), view
        assert not blank.any()
