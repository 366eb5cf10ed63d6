"""Antialiased lines in numpy: the greatest cover of each pixel, then one colour for all of it.

Step by step in the same floats as the compiled kernel, so that a picture is the same by either.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from maps.kernels.blending import over, times
from maps.kernels.filling import segments, spread
from maps.kernels.values import FOUR, Cover, Line, Pixels, Place

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]
Bytes = npt.NDArray[np.uint8]

_SEGMENTS = 8_000  # at a time
_LEVEL = np.float32(1e-3)  # a piece that rises by less is as good as level
_LEAST = 1e-6
_HALF, _ONE = np.float32(0.5), np.float32(1)
_ROUNDS = np.float32(8388608)


@dataclass(frozen=True, slots=True)
class _Pieces:
    """Parts of segments near the picture: ends, length, direction, and where in a dash each begins;
    all float32 (n,)."""

    x0: Floats
    y0: Floats
    x1: Floats
    y1: Floats
    length: Floats
    ux: Floats
    uy: Floats
    phase: Floats


def lay_lines(pixels: Pixels, lines: Sequence[Line], place: Place) -> None:
    """All lines one over the other, in place, over (height, whole blocks) premultiplied ARGB."""
    for cover in covers(lines, place):
        lay_cover(pixels, cover)


def lay_cover(pixels: Pixels, cover: Cover) -> None:
    """What is covered, in place."""
    fours = pixels.reshape(-1, FOUR)
    inked = times(np.uint32(cover.colour), cover.parts)
    fours[cover.index] = over(inked, fours[cover.index])


def covers(lines: Sequence[Line], place: Place) -> tuple[Cover, ...]:
    """What each entry covers; where pieces of one meet, the greatest."""
    found = []
    for line in lines:
        mask = np.zeros(place.height * place.stride, np.uint8)
        for pieces in _pieces(line, place):
            _lay(mask, line, pieces, place)
        index = np.flatnonzero(mask.view(np.uint32))
        found.append(Cover(line.colour, index.astype(np.int32), mask.reshape(-1, FOUR)[index]))
    return tuple(found)


def _pieces(line: Line, place: Place) -> Iterator[_Pieces]:
    mesh = line.mesh
    selected = mesh.touching(line.seen)
    if line.rank >= 0:
        selected = selected[mesh.rank[selected] == line.rank]
    many = np.cumsum(mesh.first[selected + 1] - mesh.first[selected])
    cuts = np.searchsorted(many, np.arange(_SEGMENTS, many[-1] if len(many) else 0, _SEGMENTS))
    for part in np.split(selected, cuts):
        at, owner = segments(mesh, part)
        ends = (*line.place.pixels(mesh.xy[at]), *line.place.pixels(mesh.xy[at + 1]))
        yield _cut(ends, _way(ends, owner), line, place)


def _way(ends: tuple[Doubles, ...], owner: npt.NDArray[np.int32]) -> Doubles:
    """How far along its line each segment begins, in pixels."""
    x0, y0, x1, y1 = ends
    length = np.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0))
    total = np.cumsum(length) - length
    opens = np.flatnonzero(np.r_[True, owner[1:] != owner[:-1]][: len(owner)])
    return total - np.repeat(total[opens], np.diff(opens, append=len(owner)))


def _cut(ends: tuple[Doubles, ...], way: Doubles, line: Line, place: Place) -> _Pieces:
    """Segments that lie near the picture as they are, of others the part that does."""
    x0, y0, x1, y1 = ends
    reach = np.float64(np.float32(line.width_px / 2) + _ONE)
    right, bottom = place.width + reach, place.height + reach
    dx, dy = x1 - x0, y1 - y0
    first, last = np.zeros(len(x0)), np.ones(len(x0))
    seen = np.ones(len(x0), bool)
    for step, room in ((-dx, x0 + reach), (dx, right - x0), (-dy, y0 + reach), (dy, bottom - y0)):
        part = room / np.where(step == 0, 1, step)
        first = np.where(step < 0, np.maximum(first, part), first)
        last = np.where(step > 0, np.minimum(last, part), last)
        seen &= (step != 0) | (room >= 0)
    inside = _near(x0, y0, reach, right, bottom) & _near(x1, y1, reach, right, bottom)
    seen &= (first <= last) | inside
    x0, y0, x1, y1 = (end[seen] for end in ends)
    dx, dy, first, last = (a[seen] for a in (dx, dy, first, last))
    way, inside = way[seen], inside[seen]
    length = np.sqrt(dx * dx + dy * dy)
    real = length > _LEAST
    safe = np.where(real, length, 1)
    clipped = [
        *(x0 + first * dx, y0 + first * dy, x0 + last * dx, y0 + last * dy),
        *((last - first) * length, np.where(real, dx / safe, 1), np.where(real, dy / safe, 0)),
    ]
    phase = _phase(np.where(inside, way, way + first * length), line)
    both = zip(_kept(x0, y0, x1, y1), clipped, strict=True)
    parts = [np.where(inside, k, c.astype(np.float32)) for k, c in both]
    return _Pieces(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], phase)


def _near(
    x: Doubles, y: Doubles, reach: float, right: float, bottom: float
) -> npt.NDArray[np.bool_]:
    return np.asarray((x > -reach) & (x < right) & (y > -reach) & (y < bottom))


def _kept(*ends: Doubles) -> tuple[Floats, ...]:
    """Ends, length and direction of whole segments."""
    x0, y0, x1, y1 = (end.astype(np.float32) for end in ends)
    dx, dy = x1 - x0, y1 - y0
    length = np.sqrt(dx * dx + dy * dy)
    real = length > np.float32(_LEAST)
    safe = np.where(real, length, _ONE)
    ux, uy = np.where(real, dx / safe, _ONE), np.where(real, dy / safe, np.float32(0))
    return x0, y0, x1, y1, length, ux, uy


def _phase(way: Doubles, line: Line) -> Floats:
    if not line.dash[0]:
        return np.zeros(len(way), np.float32)
    period = np.float64(np.float32(line.dash[0]) + np.float32(line.dash[1]))
    fine = np.floor(way * 1024 + 0.5) / 1024
    return (fine - period * np.floor(fine / period)).astype(np.float32)


def _lay(mask: Bytes, line: Line, p: _Pieces, place: Place) -> None:
    """The cover of every pixel near the pieces; where several do, the greatest."""
    half = np.float32(line.width_px / 2)
    about = (half + _HALF) * (np.abs(p.ux) + np.abs(p.uy))  # the ends are square
    r0 = np.maximum(np.minimum(p.y0, p.y1) - about - 1, 0).astype(np.int64)
    r1 = np.minimum(np.maximum(p.y0, p.y1) + about, place.height - 1).astype(np.int64)
    many = np.maximum(r1 - r0 + 1, 0)
    row, own = spread(r0, many), np.repeat(np.arange(len(r0)), many)
    y = (row + 0.5).astype(np.float32) - p.y0[own]
    steep = np.abs(p.uy) > _LEVEL
    rise = np.where(steep, p.uy, _ONE)
    middle = p.x0[own] + y * np.where(steep, p.ux / rise, 0)[own]
    wide = np.where(steep, (half + _HALF) / np.abs(rise), np.float32(place.width))[own]
    left, right = np.minimum(p.x0, p.x1) - about, np.maximum(p.x0, p.x1) + about
    c0 = np.maximum(np.maximum(middle - wide, left[own]) - 1, 0).astype(np.int64)
    c1 = np.minimum(np.minimum(middle + wide, right[own]), place.width - 1).astype(np.int64)
    many = np.maximum(c1 - c0 + 1, 0)
    column, part = spread(c0, many), np.repeat(np.arange(len(row)), many)
    own, row, y = own[part], row[part], y[part]
    x = (column + 0.5).astype(np.float32) - p.x0[own]
    along, aside = x * p.ux[own] + y * p.uy[own], x * p.uy[own] - y * p.ux[own]
    beyond = np.maximum(-along, along - p.length[own])
    cover = (half + _HALF) - np.maximum(np.abs(aside), beyond)
    if line.dash[0]:
        cover = np.minimum(cover, _dashed(along, p.phase[own], *line.dash))
    within = np.clip(cover, np.float32(0), _ONE)
    value = ((within * np.float32(255) + _ROUNDS).view(np.int32) & 255).astype(np.uint8)
    order = np.argsort(value, kind="stable")  # of equal pixels the last one stays
    at = (row * place.stride + column)[order]
    mask[at] = np.maximum(mask[at], value[order])


def _dashed(along: Floats, phase: Floats, dash: float, gap: float) -> Floats:
    """How far within a dash; dashes begin where lines do."""
    on, off = np.float32(dash), np.float32(gap)
    period, two = on + off, np.float32(2)
    q = along + (phase + off / two)
    q = q - np.floor(q * (_ONE / period)) * period - period / two
    return on / two + _HALF - np.abs(q)
