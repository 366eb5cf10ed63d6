"""The fill against a slow renderer that knows nothing of topology: polygon by polygon, by shapely.

It fills each area by asking shapely about the middle of every pixel in its box. The picture must
agree but for pixels at a border and one in five thousand of the others, in any view.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
import pytest
import shapely

from app.model import Level
from maps.areas import all_areas
from maps.kernels import CHOICE
from maps.kernels.plain import Plain
from maps.projection import project
from maps.scanline import fill
from maps.viewport import Viewport

W, H = 320, 200
LEVELS = (Level.CITY, Level.DISTRICT, Level.TOWN, Level.VILLAGE, Level.GRID)
SCALES = (1200.0, 430.0, 120.0, 56.0, 20.0, 8.0, 1.0, 0.2)
WRONG = 0.0002
TURNS = (0.0, 0.4, -2.3)
by_level = pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.name.lower())


class Reference:
    """The areas of one level in metres of the map, from whole arcs and not from thinned lines."""

    def __init__(self, hierarchy, level):
        self.areas = shapely.transform(
            all_areas(hierarchy, level), lambda c: np.column_stack(project(c[:, 0], c[:, 1]))
        )
        self.tree = shapely.STRtree(self.areas)
        shapely.prepare(self.areas)

    def picture(self, view):
        """(H, W) the unit at the middle of each pixel, -1 outside."""
        columns, rows = np.meshgrid(np.arange(W) + 0.5, np.arange(H) + 0.5)
        x, y = view.to_map(columns, rows)
        unit = np.full((H, W), -1)
        for k in self.tree.query(shapely.box(*view.extent)).tolist():
            box = pixels_about(view, self.areas[k].bounds)
            unit[box][shapely.contains_xy(self.areas[k], x[box], y[box])] = k
        return unit


def pixels_about(view, bounds):
    """Rows and columns of the picture that hold all of a box in metres, however it is turned."""
    west, south, east, north = bounds
    px, py = view.to_screen([west, east, east, west], [south, south, north, north])
    ends = [np.clip([min(p) - 1, max(p) + 1], 0, size) for p, size in ((py, H), (px, W))]
    return tuple(slice(int(first), int(np.ceil(last))) for first, last in ends)


@cache
def reference(hierarchy, level):
    return Reference(hierarchy, level)


@dataclass(slots=True)
class Compared:
    """Pixels away from any border, and how many of them are wrong."""

    pixels: int = 0
    wrong: int = 0

    def add(self, division, level, view):
        expected = reference(division, level).picture(view)
        away = ~at_border(expected)
        self.pixels += int(away.sum())
        self.wrong += int((away & (drawn(division, level, view) != expected)).sum())

    @property
    def good(self):
        return self.wrong <= WRONG * self.pixels


def drawn(division, level, view):
    """(H, W) the units of the picture that the console would show, by whichever kernels."""
    lines = division.topology.level(level)
    lut = np.arange(lines.units + 1, dtype=np.uint32)
    found, compiled = [], CHOICE.load()
    assert compiled.name != Plain.name, "the compiled kernels cannot be used here"
    for kernels in (Plain(), compiled):
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(CHOICE, "_now", kernels)
            found.append(fill(division.topology, lines, view).paint(lut).astype(np.int64) - 1)
    assert (found[0] == found[1]).all()
    return found[0]


def at_border(unit):
    """(H, W) whether a pixel or one of the eight about it lies beside another unit."""
    edge = np.zeros(unit.shape, bool)
    edge[:, 1:] |= unit[:, 1:] != unit[:, :-1]
    edge[:, :-1] |= unit[:, 1:] != unit[:, :-1]
    edge[1:] |= unit[1:] != unit[:-1]
    edge[:-1] |= unit[1:] != unit[:-1]
    wide = np.pad(edge, 1)
    parts = [wide[r : r + H, c : c + W] for r in range(3) for c in range(3)]
    return np.logical_or.reduce(parts)


def views(division, level, scales, *, each, seed, turns=(0.0,)):
    """At random places of random units, so that every view shows something of the city."""
    rng = np.random.default_rng(seed)
    lines, origin = division.topology.level(level), np.array(division.topology.origin)
    for scale in scales:
        for k in range(each):
            x, y = lines.anchor[rng.integers(lines.units)] + origin
            x, y = (x, y) + rng.uniform(-W / 2, W / 2, 2) * scale
            view = Viewport(float(x), float(y), scale, W, H)
            yield view.turned(turns[k % len(turns)]).snapped()


@by_level
def test_a_few_views_are_what_the_polygons_say(of_2025, level):
    compared = Compared()
    for view in views(of_2025, level, (430.0, 56.0, 8.0, 1.0), each=1, seed=41):
        compared.add(of_2025, level, view)
    assert compared.good, compared


@by_level
def test_turned_views_are_what_the_polygons_say(of_2025, level):
    compared = Compared()
    for view in views(of_2025, level, (200.0, 10.0), each=2, seed=43, turns=TURNS[1:]):
        compared.add(of_2025, level, view)
    assert compared.good, compared


@pytest.mark.whole
@by_level
def test_many_views_are_what_the_polygons_say(shipped, level):
    compared = Compared()
    for view in views(shipped, level, SCALES, each=12, seed=20261123, turns=TURNS):
        compared.add(shipped, level, view)
    assert compared.good, compared


@pytest.mark.parametrize("turn", TURNS)
@by_level
def test_wholly_inside_one_unit_the_screen_is_that_unit(of_2025, level, turn):
    """As deep as the map goes, at inner points of random units: no line is anywhere in view."""
    rng = np.random.default_rng(7)
    areas = reference(of_2025, level).areas
    for k in rng.choice(len(areas), min(12, len(areas)), replace=False).tolist():
        x, y = shapely.get_coordinates(shapely.point_on_surface(areas[k]))[0]
        room = shapely.distance(shapely.Point(x, y), shapely.boundary(areas[k]))
        scale = min(1.8 * room / np.hypot(W, H), 20.0)
        view = Viewport(float(x), float(y), float(scale), W, H).turned(turn)
        assert (drawn(of_2025, level, view) == k).all(), (k, scale)


@pytest.mark.parametrize("scale", [0.1, 3.0, 60.0, 430.0, 1500.0])
def test_at_the_edge_of_the_city_inside_and_outside_lie_where_they_should(of_2025, scale):
    border = shapely.boundary(reference(of_2025, Level.CITY).areas[0])
    compared, both = Compared(), 0
    for share in np.linspace(0, 1, 9, endpoint=False):
        point = border.interpolate(share, normalized=True)
        view = Viewport(point.x, point.y, scale, W, H).snapped()
        for level in (Level.CITY, Level.GRID if scale < 100 else Level.DISTRICT):
            compared.add(of_2025, level, view)
        shown = drawn(of_2025, Level.CITY, view)
        both += set(np.unique(shown).tolist()) == {-1, 0}
    assert both == 9
    assert compared.good, compared


def test_far_outside_nothing_is_filled(of_2025):
    x, y = of_2025.topology.origin
    for scale in (0.5, 100.0):
        view = Viewport(x + 900_000, y + 50_000, scale, W, H)
        for level in LEVELS:
            assert (drawn(of_2025, level, view) == -1).all()
