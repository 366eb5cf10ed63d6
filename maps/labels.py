"""Which names fit where: placed in an order that never changes, none over another.

Qt-free: how wide a text is, is told by the caller. The same view always gives the same names.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

_CELL = 4  # pixels of the occupancy raster; rectangles are rounded outwards to it

_PEOPLES = "土家族|苗族|侗族|回族|彝族|藏族|壮族|满族|蒙古族|羌族|瑶族|布依族|仡佬族|白族|维吾尔族"
_AUTONOMOUS = re.compile(rf"(?:{_PEOPLES})+自治[县州]$")
_COMMITTEE = re.compile(r"(?:村民委员会|村委会|居民委员会|居委会)$")
_GRID = re.compile(r"^第?(\d+)网格$")


def short_name(name: str) -> str:
    """秀山土家族苗族自治县 -> 秀山, 松溉社区居委会 -> 松溉社区, 第03网格 -> 03."""
    if grid := _GRID.match(name):
        return grid.group(1)
    plain = _AUTONOMOUS.sub("", name) or name
    if committee := _COMMITTEE.search(plain):
        stem = plain[: committee.start()]
        if not stem:
            return plain
        rural = committee.group().startswith("村") and not stem.endswith(("村", "社区"))
        return stem + "村" if rural else stem
    return plain


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float

    def moved(self, dx: float, dy: float) -> "Box":
        return Box(self.x + dx, self.y + dy, self.width, self.height)

    def inside(self, width: float, height: float) -> bool:
        """Wholly within a picture of that size."""
        return (
            self.x >= 0
            and self.y >= 0
            and self.x + self.width <= width
            and self.y + self.height <= height
        )

    def touches(self, other: "Box") -> bool:
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name that would like its middle at x, y; tried as well at each of `shifts`."""

    key: int
    x: float
    y: float
    width: float
    height: float
    shifts: tuple[tuple[float, float], ...] = ((0.0, 0.0),)


class Room:
    """What is taken of a picture, in cells of four pixels."""

    def __init__(self, width: int, height: int) -> None:
        self._width, self._height = width, height
        self._taken = np.zeros((height // _CELL + 2, width // _CELL + 2), bool)

    def take(self, box: Box) -> None:
        """Mark as taken, whatever lies there; parts outside do not matter."""
        rows, columns = self._cells(box)
        self._taken[rows, columns] = True

    def free(self, box: Box) -> bool:
        """True where the box lies inside the picture and on nothing taken."""
        if not box.inside(self._width, self._height):
            return False
        rows, columns = self._cells(box)
        return not self._taken[rows, columns].any()

    def _cells(self, box: Box) -> tuple[slice, slice]:
        top, left = max(math.floor(box.y / _CELL), 0), max(math.floor(box.x / _CELL), 0)
        bottom = max(math.ceil((box.y + box.height) / _CELL), 0)
        right = max(math.ceil((box.x + box.width) / _CELL), 0)
        return slice(top, bottom), slice(left, right)


def place(wanted: Iterable[Wanted], room: Room) -> list[tuple[int, Box]]:
    """(key, box) of those that found room, first come first served."""
    placed = []
    for name in wanted:
        middle = Box(
            round(name.x - name.width / 2), round(name.y - name.height / 2), name.width, name.height
        )
        for dx, dy in name.shifts:
            box = middle.moved(round(dx), round(dy))
            if room.free(box):
                room.take(box)
                placed.append((name.key, box))
                break
    return placed
