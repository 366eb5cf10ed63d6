"""Where the grids' seeds lie: quotas by village, town centres, points denser near the centres.

All in a plane whose x is longitude times cos 30°, so that distances look the same both ways.
"""

import math
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from scipy.spatial import cKDTree

from maps.build.sources import District, Town

X_SCALE = math.cos(math.radians(30.0))
GRIDS = 60_000
_COMMUNITY, _VILLAGE, _SPREAD = 1.35, 0.9, 0.35
_NEAR_DEG, _PUSH_DEG = 0.002, 0.004

Points = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeds:
    """Of one district: a point and a town (position in the district) for each grid to be."""

    points: Points
    town: npt.NDArray[np.int64]
    centres: Points


def random_for(code: str) -> np.random.Generator:
    """A generator of its own for each place, so that no place depends on another."""
    return np.random.default_rng(zlib.crc32(code.encode()))


def is_community(name: str) -> bool:
    return "社区" in name or "居" in name


def quotas(districts: Sequence[District], total: int = GRIDS) -> dict[str, int]:
    """How many grids each village gets: at least one, communities more; the sum is `total`."""
    villages = sorted(v for d in districts for town in d.towns for v in town.villages)
    spread = np.random.default_rng(20231110).lognormal(0.0, _SPREAD, len(villages))
    weight = spread * [_COMMUNITY if is_community(name) else _VILLAGE for _, name in villages]
    share = 1.0 + weight / weight.sum() * (total - len(villages))
    count = np.floor(share).astype(np.int64)
    count[np.argsort(count - share, kind="stable")[: total - int(count.sum())]] += 1
    return {code: n for (code, _), n in zip(villages, count.tolist(), strict=True)}


def flat(shape: shapely.Geometry) -> shapely.Geometry:
    """Degrees to the plane."""
    return shapely.transform(shape, lambda c: c * (X_SCALE, 1.0))


def place_seeds(district: District, quota: dict[str, int]) -> Seeds:
    """Seeds of every town of the district, spread by k-means inside the town's share of it."""
    outline = flat(district.outline)
    centres = _town_centres(district, outline)
    shares = shapely.intersection(diagram(centres, outline), outline)
    points, town = [], []
    for i, (share, its_town) in enumerate(zip(shares, district.towns, strict=True)):
        n = _wanted(its_town, quota)
        rng = random_for(its_town.code)
        near = max(math.sqrt(share.area / math.pi) * 0.45, 1e-4)
        pool = sample(share, max(18 * n, 60), rng, centre=centres[i], near=near)
        points.append(kmeans(pool, n, rng))
        town += [i] * n
    return Seeds(points=np.concatenate(points), town=np.array(town), centres=centres)


def _wanted(town: Town, quota: dict[str, int]) -> int:
    return sum(quota[code] for code, _ in town.villages)


def _town_centres(district: District, outline: shapely.Geometry) -> Points:
    """Real centres where known; a street without one is put near the seat, others in the gaps.

    A real centre outside the outline is drawn in, two that are very near are pushed apart.
    """
    shapely.prepare(outline)
    rng = random_for(district.code)
    centres = np.full((len(district.towns), 2), np.nan)
    for i, town in enumerate(district.towns):
        if town.point is not None:
            centres[i] = _drawn_in(_scaled(town.point), outline)
    real = ~np.isnan(centres[:, 0])
    radius = math.sqrt(outline.area / math.pi)
    pool = sample(outline, 6000, rng)
    to_seat = 0.12 * radius + np.hypot(*(pool - _scaled(district.seat)).T)
    for i in np.flatnonzero(~real).tolist():
        have = centres[~np.isnan(centres[:, 0])]
        gap = cKDTree(have).query(pool)[0] if len(have) else np.full(len(pool), radius)
        street = district.towns[i].name.endswith("街道")
        centres[i] = pool[np.argmax(gap / to_seat if street else gap)]
    for _, j in sorted(cKDTree(centres).query_pairs(_NEAR_DEG)):
        centres[j] += rng.normal(0.0, _PUSH_DEG, 2)
    return centres


def _drawn_in(point: Points, outline: shapely.Geometry) -> Points:
    if shapely.contains_xy(outline, *point):
        return point
    way = shapely.shortest_line(outline.buffer(-_NEAR_DEG), shapely.Point(point))
    return shapely.get_coordinates(way)[0]


def _scaled(point: tuple[float, float]) -> Points:
    return np.array(point) * (X_SCALE, 1.0)


def sample(
    area: shapely.Geometry,
    n: int,
    rng: np.random.Generator,
    *,
    centre: Points | None = None,
    near: float = 1.0,
) -> Points:
    """`n` random points in `area`; with a `centre`, four times denser there than beyond `near`."""
    shapely.prepare(area)
    west, south, east, north = area.bounds
    found: list[Points] = []
    while sum(map(len, found)) < n:
        points = rng.uniform((west, south), (east, north), (max(2 * n, 256), 2))
        points = points[shapely.contains_xy(area, points[:, 0], points[:, 1])]
        if centre is not None:
            away = np.hypot(*(points - centre).T) / near
            points = points[rng.random(len(points)) < 0.25 + 0.75 / (1.0 + away**2)]
        found.append(points)
    return np.concatenate(found)[:n]


def kmeans(points: Points, n: int, rng: np.random.Generator, *, rounds: int = 4) -> Points:
    """`n` centres of `points`, by Lloyd's rounds from a random start."""
    centres = points[rng.choice(len(points), n, replace=False)]
    for _ in range(rounds):
        nearest = cKDTree(centres).query(points)[1]
        size = np.bincount(nearest, minlength=n)
        held = size > 0
        sums = np.stack([np.bincount(nearest, points[:, k], n) for k in (0, 1)], axis=1)
        centres = np.where(held[:, None], sums / np.maximum(size, 1)[:, None], centres)
    return centres


def diagram(points: Points, outline: shapely.Geometry) -> npt.NDArray[np.object_]:
    """The Voronoi cell of each point, in the points' order, reaching well past the outline."""
    reach = outline.buffer(0.5)
    cells = shapely.voronoi_polygons(shapely.MultiPoint(points), extend_to=reach, ordered=True)
    return np.array(cells.geoms, dtype=object)
