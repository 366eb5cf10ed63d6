"""The views that are measured: which level is filled, at which scale, with how many points.

Every frame that is timed has a view of its own, a few pixels and a few thousandths of the scale
from the last, so that nothing kept from one frame can stand in for drawing the next.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

import numpy as np
import numpy.typing as npt

from app.model import Level
from maps.points import Events
from maps.points.events import STATES
from maps.projection import project_point, unproject
from maps.scene import Division
from maps.style import NIGHT, Rgb, Stroke
from maps.viewport import Viewport

SIZE = (1920, 1080)
STYLE = NIGHT
RADIUS_PX = 2.0
CLASSES = 5  # zero, and the four of the ramp
_COUNTS = np.array([0, 1, 2, 3, 5])  # of cases: one for each class of maps.style.breaks
_MIDDLE = 106.55, 29.56  # degrees; where units are smallest and most
_SEED = 20261123


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """`outlined`: the lowest level whose borders are drawn; those above it are drawn as well.

    `heavy`: fewer frames are timed of the peer, for one takes seconds.
    """

    name: str
    work: str
    level: Level
    metres_per_px: float
    outlined: Level
    points: int = 0
    heavy: bool = False

    @property
    def outlines(self) -> list[Level]:
        """Levels whose borders are drawn, the foremost first."""
        return [level for level in Level if level <= self.outlined]


def _polygons(name: str, work: str, level: Level, metres_per_px: float) -> Scene:
    return Scene(name=name, work=work, level=level, metres_per_px=metres_per_px, outlined=level)


def _points(name: str, work: str, points: int) -> Scene:
    return Scene(
        name=name,
        work=work,
        level=Level.TOWN,
        metres_per_px=430.0,
        outlined=Level.TOWN,
        points=points,
        heavy=points > 200_000,
    )


POLYGONS = (
    _polygons("city", "polygons, city by town", Level.TOWN, 430.0),
    _polygons("district", "polygons, district by village", Level.VILLAGE, 56.0),
    _polygons("town", "polygons, town by grid", Level.GRID, 8.0),
    _polygons("street", "polygons, street by grid", Level.GRID, 1.0),
)
ALL_GRIDS = Scene(
    name="grids",
    work="all grids filled, city-wide",
    level=Level.GRID,
    metres_per_px=430.0,
    outlined=Level.TOWN,
)
POINTS = (
    _points("points-100k", "+ 100,000 points, city", 100_000),
    _points("points-1m", "+ 1,000,000 points, city", 1_000_000),
)
SCENES = (*POLYGONS, ALL_GRIDS, *POINTS)


def view_of(scene: Scene, division: Division) -> Viewport:
    """Where the scene is: the whole city about its own middle, what is nearer in its core."""
    view = Viewport(*project_point(*_MIDDLE), scene.metres_per_px, *SIZE)
    if scene.metres_per_px < 200:
        return view.snapped()
    (x, y), box = division.topology.origin, division.topology.level(Level.CITY).bounds[0]
    return view.centred(x + float(box[0] + box[2]) / 2, y + float(box[1] + box[3]) / 2).snapped()


def moved(view: Viewport) -> Iterator[Viewport]:
    """Views beside it without end, no two of them the same."""
    for k in count(1):
        scale = view.metres_per_px * (1 + 1e-4 * (k % 89 - 44))
        aside = view.pan(17 * k % 61 - 30, 29 * k % 41 - 20).scaled_to(scale)
        yield aside.snapped()


def classes(units: int) -> npt.NDArray[np.int64]:
    """A class for each unit, the same on both sides."""
    return np.random.default_rng(_SEED).integers(0, CLASSES, units)


def place_counts(division: Division, level: Level) -> dict[str, tuple[int, int]]:
    """Open cases of every unit such that it falls into its class."""
    cases = _COUNTS[classes(division.topology.level(level).units)]
    return {
        code: (number, 0)
        for code, number in zip(division.codes(level), cases.tolist(), strict=True)
    }


def scattered(view: Viewport, points: int) -> tuple[npt.NDArray[np.float64], ...]:
    """So many points in clusters over the view and between them, in metres of the map."""
    rng = np.random.default_rng(_SEED + points)
    west, south, east, north = view.extent
    hearts = rng.uniform((west, south), (east, north), (400, 2))
    at = hearts[rng.integers(0, len(hearts), points)]
    at += rng.normal(0, 6_000, (points, 2))
    loose = rng.random(points) < 0.3
    at[loose] = rng.uniform((west, south), (east, north), (int(loose.sum()), 2))
    return at[:, 0].copy(), at[:, 1].copy()


def events_of(scene: Scene, division: Division) -> Events:
    """The points of the scene as cases of all grades and states."""
    if not scene.points:
        return Events.none()
    rng = np.random.default_rng(_SEED)
    lon, lat = unproject(*scattered(view_of(scene, division), scene.points))
    return Events.of(
        ids=_numbered(scene.points),
        lon=lon,
        lat=lat,
        opened_s=rng.integers(1_700_000_000, 1_795_000_000, scene.points),
        grade=rng.integers(1, 5, scene.points),
        state=rng.integers(0, len(STATES), scene.points),
        item=np.zeros(scene.points),
        items=("0",),
    )


def _numbered(many: int) -> npt.NDArray[np.bytes_]:
    """Ids of nine letters, made without a million strings that the process would keep."""
    letters = np.frombuffer(b"C-0000000", np.uint8) + np.zeros((many, 1), np.uint8)
    for place in range(7):
        letters[:, -1 - place] += (np.arange(many) // 10**place % 10).astype(np.uint8)
    return letters.view("S9").ravel()


def order_of(scene: Scene) -> dict[str, Any]:
    """The same scene in the words of the peer: layers by name, symbols as QGIS spells them."""
    pens = {layer_name(level): _pen(STYLE.boundaries[level]) for level in scene.outlines}
    fill, none = layer_name(scene.level), {"outline_style": "no"}
    colours = [_hex(STYLE.ground), *(_hex(_over(rgb)) for rgb in STYLE.ramp)]
    circle = {"name": "circle", "color": _hex(STYLE.ink), "size": str(2 * RADIUS_PX)}
    return {
        "size": SIZE,
        "ground": STYLE.ground,
        "fill": fill,
        "classes": [{"color": colour} | pens.get(fill, none) for colour in colours],
        "outlines": {name: {"style": "no"} | pen for name, pen in pens.items()},
        "points": points_name(scene.points),
        "circle": circle | {"size_unit": "Pixel"} | none,
    }


def _pen(stroke: Stroke) -> dict[str, str]:
    width = {"outline_width": str(stroke.width), "outline_width_unit": "Pixel"}
    return {"outline_color": _hex(stroke.colour), "joinstyle": "round"} | width


def layer_name(level: Level) -> str:
    return level.name.lower()


def points_name(points: int) -> str:
    return f"points{points}" if points else ""


def _over(rgb: Rgb) -> Rgb:
    """A colour of the ramp as it looks on the ground."""
    share = STYLE.ramp_alpha / 255
    red, green, blue = (
        round(share * one + (1 - share) * under)
        for one, under in zip(rgb, STYLE.ground, strict=True)
    )
    return red, green, blue


def _hex(rgb: Rgb) -> str:
    return "#{:02x}{:02x}{:02x}".format(*rgb)
