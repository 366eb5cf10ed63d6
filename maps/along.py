"""Where a text may lie along a line: letter by letter, upright, on the ground's own marks.

Along a level course letters follow each other to the right; along a steep one they stand one
under the other, as Chinese is set. Places are counted from the line's own beginning, so that they
stay where they are while the view moves over them. Qt-free.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

_STEP_PX = 4.0  # between the points of a smoothed line, at most twice that
_SMOOTH = 9  # points averaged: a text follows the course and not every bend
_EVERY = 12  # points between places that are tried
_MOST_TURN = math.radians(24)
_LEAST_CHORD = 0.8


@dataclass(frozen=True, slots=True)
class Letter:
    """The middle of one letter in pixels, where the course goes there, and how far the letter is
    turned clockwise: with the course, or across it.
    """

    x: float
    y: float
    course_rad: float
    turn_rad: float


def step_m(metres_per_px: float) -> float:
    """Metres between points, by powers of two so that a small zoom changes nothing."""
    return float(2.0 ** math.floor(math.log2(metres_per_px)) * _STEP_PX)


def smoothed(x: Floats, y: Floats, step: float) -> tuple[Floats, Floats]:
    """A line (n,) in metres as points one step apart, each the mean of its neighbours."""
    along = np.r_[0.0, np.cumsum(np.hypot(np.diff(x), np.diff(y)))]
    places = np.arange(0.0, along[-1], step)
    if len(places) < _SMOOTH:
        return np.empty(0), np.empty(0)
    kernel = np.ones(_SMOOTH) / _SMOOTH
    xs, ys = (np.interp(places, along, part) for part in (x, y))
    return np.convolve(xs, kernel, "valid"), np.convolve(ys, kernel, "valid")


def settings(
    x: Floats, y: Floats, widths: list[float], aside: float
) -> Iterator[tuple[Letter, ...]]:
    """Ways to set letters of some widths along points (n,) in pixels, the straightest first.

    `aside`: how far from the line their middles lie; above it first, then below.
    """
    found = []
    for start in range(0, len(x) - 2, _EVERY):
        letters = _set(x[start:], y[start:], widths)
        if letters is not None:
            turns = [abs(_between(a.course_rad, b.course_rad)) for a, b in _pairs(letters)]
            found.append((round(max(turns, default=0.0), 1), start, letters))
    for _, _, letters in sorted(found, key=lambda one: one[:2]):
        for side in (-aside, aside):
            yield tuple(_moved(letter, side) for letter in letters)


def _set(x: Floats, y: Floats, widths: list[float]) -> tuple[Letter, ...] | None:
    """Letters from the first point on; None where the line ends or bends too much."""
    length = sum(widths)
    enough = int(length / _STEP_PX) * 2 + _SMOOTH  # points, but for a line that is cramped
    along = _lengths(x[:enough], y[:enough])
    if along[-1] < length:
        along = _lengths(x, y)
    if along[-1] < length:
        return None
    end = int(np.searchsorted(along, length)) + 1
    x, y, along = x[:end], y[:end], along[:end]
    if math.hypot(x[-1] - x[0], y[-1] - y[0]) < _LEAST_CHORD * along[-1]:
        return None
    steep = abs(y[-1] - y[0]) > abs(x[-1] - x[0])
    backwards = y[-1] < y[0] if steep else x[-1] < x[0]
    places = np.cumsum(widths) - np.array(widths) / 2
    if backwards:
        places = length - places
    ahead, behind = np.minimum(places + length / 8, along[-1]), np.maximum(places - length / 8, 0)
    dx = np.interp(ahead, along, x) - np.interp(behind, along, x)
    dy = np.interp(ahead, along, y) - np.interp(behind, along, y)
    course = np.arctan2(-dy, -dx) if backwards else np.arctan2(dy, dx)
    middles = np.interp(places, along, x), np.interp(places, along, y)
    turns = course - math.pi / 2 if steep else course
    each = (part.tolist() for part in (*middles, course, turns))
    letters = tuple(Letter(*one) for one in zip(*each, strict=True))
    if any(abs(_between(a.course_rad, b.course_rad)) > _MOST_TURN for a, b in _pairs(letters)):
        return None
    return letters


def _lengths(x: Floats, y: Floats) -> Floats:
    """How far each point lies along the line."""
    along = np.zeros(len(x))
    np.cumsum(np.hypot(x[1:] - x[:-1], y[1:] - y[:-1]), out=along[1:])
    return along


def _moved(letter: Letter, aside: float) -> Letter:
    """Across the line: up for less than nothing."""
    x = letter.x - math.sin(letter.course_rad) * aside
    y = letter.y + math.cos(letter.course_rad) * aside
    return Letter(x, y, letter.course_rad, letter.turn_rad)


def _pairs(letters: tuple[Letter, ...]) -> Iterator[tuple[Letter, Letter]]:
    return pairwise(letters)


def _between(one: float, other: float) -> float:
    return math.remainder(one - other, math.tau)
