"""Arcs joined into the longest lines that still have one unit on each side; arrays only."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int32]
Index = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Chains:
    """`points`: index into the source points, line after line; `first` (n+1,): where each starts.

    `left`, `right` (n,): the unit on each side in the direction of the points, -1 outside.
    """

    points: Index
    first: Index
    left: Ints
    right: Ints

    def taken(self, order: Index) -> "Chains":
        """The same lines in another order."""
        n = np.diff(self.first)[order]
        begin = np.cumsum(n) - n
        at = np.arange(int(n.sum())) + np.repeat(self.first[order] - begin, n)
        first = np.r_[begin, len(at)]
        return Chains(self.points[at], first, self.left[order], self.right[order])


def chain(*, nodes: Index, first: Index, left: Ints, right: Ints) -> Chains:
    """Join arcs at every node where exactly two of them meet; the others are ends that stay.

    `nodes` (points,): equal numbers for equal points; `first` (arcs+1,); `left`, `right` (arcs,).
    Arcs with the same unit on both sides are left out.
    """
    arcs = np.flatnonzero(left != right)
    head, tail = first[arcs], first[arcs + 1] - 1
    partner = _partners(nodes[head], nodes[tail])
    ends, starts = _walk(partner)
    arc, back = arcs[ends >> 1], (ends & 1).astype(bool)
    n = first[arc + 1] - first[arc]
    opening = np.zeros(len(ends), bool)
    opening[starts] = True
    used = np.where(opening, n, n - 1)  # a joined arc gives its first point away
    step = np.where(back, -1, 1)
    origin = np.where(back, first[arc + 1] - 1, first[arc]) + np.where(opening, 0, step)
    offsets = np.r_[0, np.cumsum(used)]
    within = np.arange(offsets[-1]) - np.repeat(offsets[:-1], used)
    lead_arc, lead_back = arc[starts], back[starts]
    return Chains(
        points=np.repeat(origin, used) + within * np.repeat(step, used),
        first=np.r_[offsets[starts], offsets[-1]].astype(np.int64),
        left=np.where(lead_back, right[lead_arc], left[lead_arc]).astype(np.int32),
        right=np.where(lead_back, left[lead_arc], right[lead_arc]).astype(np.int32),
    )


def _partners(head: Index, tail: Index) -> Index:
    """For each end (2 * arc, or + 1 for its tail) the only other end at its node, or -1."""
    at = np.column_stack([head, tail]).ravel()
    order = np.argsort(at, kind="stable")
    ranked = at[order]
    same = ranked[1:] == ranked[:-1]
    before, after = np.r_[False, same], np.r_[same, False]
    pair = after & ~before & ~np.r_[same[1:], False, False][: len(at)]
    one, other = order[np.flatnonzero(pair)], order[np.flatnonzero(pair) + 1]
    partner = np.full(len(at), -1, np.int64)
    partner[one], partner[other] = other, one
    return partner


def _walk(partner: Index) -> tuple[Index, Index]:
    """Every arc once, chain after chain, named by the end it is entered at; and chain starts."""
    loose = (partner[0::2] < 0) & (partner[1::2] < 0)
    alone = np.flatnonzero(loose) * 2
    follow, done = partner.tolist(), loose.tolist()
    order: list[int] = []
    starts: list[int] = []
    open_ends = np.flatnonzero((partner < 0) & ~np.repeat(loose, 2)).tolist()
    for end in (*open_ends, *range(0, len(follow), 2)):  # lines first; what is left are rings
        if done[end >> 1]:
            continue
        starts.append(len(order))
        while end >= 0 and not done[end >> 1]:
            done[end >> 1] = True
            order.append(end)
            end = follow[end ^ 1]
    walked = np.array(order, np.int64)
    first_alone = np.arange(len(alone)) + len(walked)
    return np.r_[walked, alone], np.r_[np.array(starts, np.int64), first_alone]
