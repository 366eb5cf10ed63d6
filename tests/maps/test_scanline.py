"""The fill against shapely, polygon by polygon; no blank; the same picture twice."""

import numpy as np
import pytest
import shapely

from app.model import Level
from maps.areas import all_areas
from maps.projection import project
from maps.scanline import fill
from maps.viewport import Viewport

W, H = 210, 150
LEVELS = (Level.DISTRICT, Level.TOWN, Level.VILLAGE, Level.GRID)


def views(division, count=4):
    rng = np.random.default_rng(11)
    x, y = division.topology.origin
    for scale in (400.0, 120.0, 30.0, 6.0, 0.8):
        for _ in range(count):
            dx, dy = rng.uniform(-15_000, 15_000, 2)
            yield Viewport(x + dx, y + dy, scale, W, H)


def slow(polygons, view):
    """(H, W) unit of each pixel's middle by asking every polygon, and the distance to a border."""
    px, py = np.meshgrid(np.arange(W) + 0.5, np.arange(H) + 0.5)
    x, y = view.to_map(px.ravel(), py.ravel())
    points = shapely.points(x, y)
    tree = shapely.STRtree(polygons)
    unit = np.full(len(points), -1)
    at, owner = tree.query(points, predicate="intersects")
    unit[at] = owner
    borders = shapely.union_all(shapely.boundary(polygons))
    near = shapely.distance(points, borders) / view.metres_per_px
    return unit.reshape(H, W), near.reshape(H, W)


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.name.lower())
def test_the_fill_is_what_the_polygons_say(division, level):
    polygons = division.polygons(level)
    pixels = wrong = 0
    for view in views(division, count=2):
        runs = fill(division.topology, division.topology.level(level), view)
        lut = np.arange(-1, len(polygons)).astype(np.int64).astype(np.uint32)
        got = runs.paint(lut).astype(np.int32)
        unit, near = slow(polygons, view)
        off_border = near > 1.0
        wrong += int(((got != unit) & off_border).sum())
        pixels += int(off_border.sum())
    assert wrong <= 0.0002 * pixels


def test_inside_one_unit_the_view_is_never_blank(division):
    lines = division.topology.level(Level.GRID)
    x0, y0 = division.topology.origin
    for unit in range(0, lines.units, 17):
        x, y = lines.anchor[unit]
        view = Viewport(float(x) + x0, float(y) + y0, 0.05, 64, 48)
        runs = fill(division.topology, lines, view)
        assert runs.units().tolist() == [unit]


def test_outside_the_city_is_outside(division):
    x0, y0 = division.topology.origin
    view = Viewport(x0 + 400_000, y0, 50.0, 64, 48)
    runs = fill(division.topology, division.topology.level(Level.TOWN), view)
    assert runs.units().tolist() == []


def test_a_hit_is_the_polygon_under_the_pixel(division):
    polygons = division.polygons(Level.VILLAGE)
    rng = np.random.default_rng(3)
    for view in views(division, count=1):
        runs = fill(division.topology, division.topology.level(Level.VILLAGE), view)
        unit, near = slow(polygons, view)
        for column, row in zip(rng.integers(0, W, 60), rng.integers(0, H, 60), strict=True):
            if near[row, column] > 1.0:
                assert runs.unit_at(int(column), int(row)) == unit[row, column]


def test_a_pixel_that_is_not_there_hits_nothing(division):
    view = next(iter(views(division)))
    runs = fill(division.topology, division.topology.level(Level.TOWN), view)
    assert [runs.unit_at(*at) for at in ((-1, 0), (0, -1), (W, 0), (0, H))] == [-1] * 4


def test_the_same_view_gives_the_same_runs(division):
    for view in views(division, count=1):
        one, two = (
            fill(division.topology, division.topology.level(Level.GRID), view) for _ in range(2)
        )
        assert (one.start == two.start).all()
        assert (one.unit == two.unit).all()


def test_pixels_painted_in_bands_are_the_units_that_were_hit(division):
    lines = division.topology.level(Level.GRID)
    for view in views(division, count=1):
        runs = fill(division.topology, lines, view)
        pixels = runs.paint(np.arange(lines.units + 1, dtype=np.uint32)).astype(int) - 1
        for row, column in ((0, 0), (63, 200), (64, 3), (H - 1, W - 1)):
            assert pixels[row, column] == runs.unit_at(column, row)


@pytest.mark.whole
@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.name.lower())
def test_the_fill_of_the_shipped_division_is_what_its_polygons_say(of_2025, level):
    """Random views over the city; a pixel is wrong where no polygon within one pixel agrees."""
    topology = of_2025.topology
    grids = shapely.transform(
        all_areas(of_2025), lambda c: np.column_stack(project(c[:, 0], c[:, 1]))
    )
    tree = shapely.STRtree(grids)
    up = of_2025.up(level)
    rng = np.random.default_rng(20251106)
    lines = topology.level(level)
    pixels = wrong = 0
    for scale in (430.0, 150.0, 56.0, 12.0, 2.0):
        for _ in range(4):
            unit = rng.integers(lines.units)
            x, y = lines.anchor[unit] + np.array(topology.origin)
            view = Viewport(float(x), float(y), scale, W, H).snapped()
            runs = fill(topology, lines, view)
            got = runs.paint(np.arange(lines.units + 1, dtype=np.uint32)).astype(np.int64) - 1
            columns, rows = (a.ravel() for a in np.meshgrid(np.arange(W), np.arange(H)))
            expected = _asked(tree, up, view, columns, rows).reshape(H, W)
            pixels += expected.size
            for row, column in np.argwhere(got != expected):
                around = np.arange(16) * np.pi / 8
                near = _asked(tree, up, view, column + np.cos(around), row + np.sin(around))
                wrong += got[row, column] not in near
    assert wrong <= 0.0002 * pixels, f"{wrong} of {pixels}"


def _asked(tree, up, view, columns, rows):
    """The unit at the middle of each pixel, by asking every polygon about it."""
    x, y = view.to_map(columns + 0.5, rows + 0.5)
    at, grid = tree.query(shapely.points(x, y), predicate="intersects")
    unit = np.full(len(x), -1)
    unit[at] = up[grid]
    return unit
