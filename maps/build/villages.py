"""Towns made contiguous, then villages grown inside each town over its grids, with their quotas."""

import heapq
import math

import numpy as np
import numpy.typing as npt
import shapely

from maps.build.noding import Ints, Neighbours, Shapes, components
from maps.build.seeds import X_SCALE, Points, Seeds, is_community, kmeans, random_for
from maps.build.sources import District, Town

_ROUNDS = 4
_PULL = 3.0  # how much a village prefers near grids over evening out its size


def join_towns(town: Ints, district: District, beside: Neighbours) -> Ints:
    """Grids cut off from their town go to the town beside them, while it keeps enough grids."""
    town = town.copy()
    for _ in range(_ROUNDS):
        moved = False
        for i, its in enumerate(district.towns):
            members = np.flatnonzero(town == i).tolist()
            parts = sorted(components(members, beside), key=len)
            spare = len(members) - len(its.villages)
            for part in parts[:-1]:
                target = _town_beside(part, i, town, beside)
                if target is not None and spare >= len(part):
                    town[part] = target
                    spare -= len(part)
                    moved = True
        if not moved:
            break
    return town


def _town_beside(part: list[int], own: int, town: Ints, beside: Neighbours) -> int | None:
    shared: dict[int, float] = {}
    for grid in part:
        for other, length in beside[grid]:
            if town[other] != own:
                shared[int(town[other])] = shared.get(int(town[other]), 0.0) + length
    return max(sorted(shared), key=lambda other: shared[other]) if shared else None


def grow_villages(
    district: District,
    seeds: Seeds,
    shapes: Shapes,
    town: Ints,
    beside: Neighbours,
    quota: dict[str, int],
) -> Ints:
    """The village of each grid, as a position among the district's villages town by town."""
    middle = shapely.get_coordinates(shapely.point_on_surface(shapes)) * (X_SCALE, 1.0)
    village = np.full(len(shapes), -1, dtype=np.int64)
    first = 0
    for i, its in enumerate(district.towns):
        grids = np.flatnonzero(town == i)
        if len(grids) < len(its.villages):
            raise ValueError(f"{its.code}: {len(grids)} grids for {len(its.villages)} villages")
        order = _village_order(its)
        starts = _starts(its, grids, middle, seeds.centres[i])
        wanted = [quota[its.villages[k][0]] for k in order]
        grown = _grow(grids, starts, wanted, middle, beside)
        village[grids] = first + np.array(order)[grown]
        first += len(its.villages)
    return village


def _village_order(town: Town) -> list[int]:
    """Communities first, then by code: who comes first gets a start nearer the town's centre."""
    return sorted(
        range(len(town.villages)),
        key=lambda k: (not is_community(town.villages[k][1]), town.villages[k][0]),
    )


def _starts(town: Town, grids: Ints, middle: Points, centre: Points) -> list[int]:
    """A start grid for each village, spread by k-means, the nearest to the centre first."""
    points = middle[grids]
    if len(town.villages) < len(grids):
        points = kmeans(points, len(town.villages), random_for(town.code), rounds=6)
    free = np.ones(len(grids), dtype=np.bool_)
    starts = []
    for point in points:
        away = np.where(free, ((middle[grids] - point) ** 2).sum(axis=1), np.inf)
        nearest = int(np.argmin(away))
        free[nearest] = False
        starts.append(int(grids[nearest]))
    return sorted(starts, key=lambda grid: float(((middle[grid] - centre) ** 2).sum()))


def _grow(
    grids: Ints, starts: list[int], wanted: list[int], middle: Points, beside: Neighbours
) -> npt.NDArray[np.int64]:
    """Balanced growth from the starts: the village that lacks most takes its nearest grid next."""
    free = dict.fromkeys(grids.tolist())
    of: dict[int, int] = {}
    size = [0] * len(starts)
    heap: list[tuple[float, int, int]] = []

    def take(grid: int, village: int) -> None:
        del free[grid]
        of[grid] = village
        size[village] += 1

    def reach(grid: int, village: int) -> None:
        for other, _ in beside[grid]:
            if other in free:
                away = math.dist(middle[other], middle[starts[village]])
                full = size[village] / wanted[village]
                heapq.heappush(heap, (full + _PULL * away, village, other))

    for village, grid in enumerate(starts):
        take(grid, village)
    for village, grid in enumerate(starts):
        reach(grid, village)
    while free:
        while heap:
            _, village, grid = heapq.heappop(heap)
            if grid in free:
                take(grid, village)
                reach(grid, village)
        if free:  # an island of the town: the nearest village has it
            grid = next(iter(free))
            nearest = min(sorted(of), key=lambda g: math.dist(middle[g], middle[grid]))
            take(grid, of[nearest])
            reach(grid, of[nearest])
    return np.array([of[grid] for grid in grids.tolist()])
