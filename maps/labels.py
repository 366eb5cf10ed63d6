"""Which names fit where: placed in an order that never changes, none over another.

Qt-free: how wide a text is, is told by the caller. The same view always gives the same names.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

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

    def scaled(self, factor: float) -> "Box":
        return Box(self.x * factor, self.y * factor, self.width * factor, self.height * factor)

    def shrunk(self, by: float) -> "Box":
        """Smaller by so much in all, about the same middle."""
        return Box(self.x + by / 2, self.y + by / 2, self.width - by, self.height - by)

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
    """A name with the places its middle would like, the best first."""

    key: int
    width: float
    height: float
    at: Iterable[tuple[float, float]]


class Room:
    """What is taken of a picture, in cells of four pixels; and what should rather stay free.

    A row of cells is one whole number with a bit for each: a name asks a few rows, very often.
    """

    def __init__(self, width: int, height: int, inner: Box | None = None) -> None:
        self._inner = inner or Box(0, 0, width, height)
        self._taken = [0] * (height // _CELL + 2)
        self._better_free = [0] * len(self._taken)

    def take(self, box: Box) -> None:
        """Mark as taken, whatever lies there; parts outside do not matter."""
        self._mark(self._taken, box)

    def avoid(self, box: Box) -> None:
        """Mark as a place for names only where there is no other."""
        self._mark(self._better_free, box)

    def free(self, box: Box) -> bool:
        """True where the box lies inside and on nothing taken."""
        return self.room_for(box.x, box.y, box.width, box.height)

    def room_for(self, x: float, y: float, width: float, height: float) -> bool:
        """As `free`, of a box that need not be made first."""
        inner = self._inner
        left, top = x - inner.x, y - inner.y
        if left < 0 or top < 0 or left + width > inner.width or top + height > inner.height:
            return False
        rows, mask = _cells(x, y, width, height)
        return not any(line & mask for line in self._taken[rows])

    def cost(self, box: Box) -> int:
        """How much of the box lies where it should rather not."""
        rows, mask = _cells(box.x, box.y, box.width, box.height)
        return sum((line & mask).bit_count() for line in self._better_free[rows])

    def _mark(self, lines: list[int], box: Box) -> None:
        rows, mask = _cells(box.x, box.y, box.width, box.height)
        for row in range(len(lines))[rows]:
            lines[row] |= mask


def _cells(x: float, y: float, width: float, height: float) -> tuple[slice, int]:
    """Rows of cells, and the bits of the columns; nothing where it lies above or to the left."""
    left, right = max(math.floor(x / _CELL), 0), max(math.ceil((x + width) / _CELL), 0)
    rows = slice(max(math.floor(y / _CELL), 0), max(math.ceil((y + height) / _CELL), 0))
    return rows, ((1 << max(right - left, 0)) - 1) << left


def place(wanted: Iterable[Wanted], room: Room, *, spotless: bool = False) -> list[tuple[int, Box]]:
    """(key, box) of those that found room, first come first served; each where it costs least.

    `spotless`: only where it costs nothing.
    """
    placed = []
    for name in wanted:
        best: tuple[int, Box] | None = None
        width, height = name.width, name.height
        for x, y in name.at:
            left, top = round(x - width / 2), round(y - height / 2)
            if not room.room_for(left, top, width, height):
                continue
            box = Box(left, top, width, height)
            cost = room.cost(box)
            if best is None or cost < best[0]:
                best = (cost, box)
            if cost == 0:
                break
        if best is not None and not (spotless and best[0]):
            room.take(best[1])
            placed.append((name.key, best[1]))
    return placed
