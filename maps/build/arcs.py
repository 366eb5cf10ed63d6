"""Edges strung into arcs: from junction to junction, one grid to the left and one to the right."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from maps.build.noding import Edges, unpack

Int32s = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arcs:
    """`points` (n, 2) lon, lat in 1e-7 degrees; arc i is points[first[i]:first[i + 1]].

    `left` and `right` are grid numbers, left > right; -1 is outside the city.
    """

    points: Int32s
    first: Int32s
    left: Int32s
    right: Int32s


def string(edges: Edges) -> Arcs:
    """Arcs in order of their grids, each from its end with one way on to the next such end."""
    turned = edges.left < edges.right
    start = np.where(turned, edges.b, edges.a)
    end = np.where(turned, edges.a, edges.b)
    left = np.maximum(edges.left, edges.right)
    right = np.minimum(edges.left, edges.right)
    junction = _junctions(edges)
    onward: dict[int, list[int]] = {}
    for i, vertex in enumerate(start.tolist()):
        onward.setdefault(vertex, []).append(i)
    ends, labels = end.tolist(), list(zip(left.tolist(), right.tolist(), strict=True))
    used = np.zeros(len(start), dtype=np.bool_)
    order = np.lexsort((start, right, left))
    from_junction = np.isin(start, np.fromiter(junction, np.int64, len(junction)))
    chains: list[tuple[tuple[int, int], list[int]]] = []
    for i in [*order[from_junction[order]].tolist(), *order[~from_junction[order]].tolist()]:
        if used[i]:
            continue
        used[i] = True
        chain = [int(start[i]), ends[i]]
        while chain[-1] not in junction and chain[-1] != chain[0]:
            (following,) = [j for j in onward[chain[-1]] if labels[j] == labels[i]]
            used[following] = True
            chain.append(ends[following])
        chains.append((labels[i], chain))
    chains.sort()
    return _arrays(chains)


def _junctions(edges: Edges) -> set[int]:
    """Vertices where other than two edges meet."""
    vertex, degree = np.unique(np.concatenate([edges.a, edges.b]), return_counts=True)
    return set(vertex[degree != 2].tolist())


def _arrays(chains: list[tuple[tuple[int, int], list[int]]]) -> Arcs:
    sizes = [len(chain) for _, chain in chains]
    x, y = unpack(np.array([vertex for _, chain in chains for vertex in chain], dtype=np.int64))
    return Arcs(
        points=np.stack([x, y], axis=1).astype(np.int32),
        first=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32),
        left=np.array([left for (left, _), _ in chains], dtype=np.int32),
        right=np.array([right for (_, right), _ in chains], dtype=np.int32),
    )
