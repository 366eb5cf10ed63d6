"""A ring or a circle under the hand: every change gives a new value, and all of them are kept.

Qt-free; points are degrees CGCS2000.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.model import Point, Ring
from maps.measures import circle


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Rings, or a circle with its middle and radius, whose one ring follows it."""

    rings: tuple[Ring, ...]
    middle: Point | None = None
    radius_m: float | None = None

    @classmethod
    def round(cls, middle: Point, radius_m: float) -> "Outline":
        return cls(rings=(circle(*middle, radius_m),), middle=middle, radius_m=radius_m)

    @property
    def is_circle(self) -> bool:
        return self.middle is not None

    def moved(self, ring: int, at: int, to: Point) -> "Outline":
        """One vertex elsewhere. IndexError for one that is not there."""
        return self._with(ring, lambda old: (*old[:at], to, *old[at + 1 :]), old_at=at)

    def inserted(self, ring: int, at: int, point: Point) -> "Outline":
        """A vertex more, before the one at `at`."""
        return self._with(ring, lambda old: (*old[:at], point, *old[at:]))

    def halved(self, ring: int, at: int) -> "Outline":
        """A vertex more, half way to the next one."""
        points = self.rings[ring]
        (x0, y0), (x1, y1) = points[at], points[(at + 1) % len(points)]
        return self.inserted(ring, at + 1, ((x0 + x1) / 2, (y0 + y1) / 2))

    def vertex_after(self, vertex: tuple[int, int], by: int) -> tuple[int, int]:
        """(ring, place) so many vertices on, through all rings; of one that is gone the first."""
        every = [(r, k) for r, ring in enumerate(self.rings) for k in range(len(ring))]
        if vertex not in every:
            return every[-1] if by < 0 else every[0]
        return every[(every.index(vertex) + by) % len(every)]

    def deleted(self, ring: int, at: int) -> "Outline":
        """A vertex fewer; a ring of three goes whole, but the last one stays as it is."""
        if len(self.rings[ring]) > 3:
            return self._with(ring, lambda old: (*old[:at], *old[at + 1 :]), old_at=at)
        if len(self.rings) > 1:
            return replace(self, rings=(*self.rings[:ring], *self.rings[ring + 1 :]))
        return self

    def shifted(self, by: Point) -> "Outline":
        """All of it elsewhere, by degrees of longitude and latitude; a circle keeps its radius."""
        dx, dy = by
        if self.middle is not None and self.radius_m is not None:
            return Outline.round((self.middle[0] + dx, self.middle[1] + dy), self.radius_m)
        rings = tuple(tuple((x + dx, y + dy) for x, y in ring) for ring in self.rings)
        return replace(self, rings=rings)

    def widened(self, radius_m: float) -> "Outline":
        """A circle with another radius; anything else as it is."""
        return self if self.middle is None else Outline.round(self.middle, radius_m)

    def _with(
        self, ring: int, change: Callable[[Ring], Ring], *, old_at: int | None = None
    ) -> "Outline":
        """One ring changed by hand: what it was drawn as, a circle, it is no more."""
        old = self.rings[ring]
        if old_at is not None:
            _ = old[old_at]
        return Outline(rings=(*self.rings[:ring], change(old), *self.rings[ring + 1 :]))


@dataclass(frozen=True, slots=True)
class History:
    """What was, what is, and what was undone."""

    now: Outline
    before: tuple[Outline, ...] = ()
    after: tuple[Outline, ...] = ()

    def put(self, outline: Outline) -> "History":
        """Another step; one that changes nothing is none."""
        if outline == self.now:
            return self
        return History(outline, (*self.before, self.now))

    def undo(self) -> "History":
        if not self.before:
            return self
        return History(self.before[-1], self.before[:-1], (self.now, *self.after))

    def redo(self) -> "History":
        if not self.after:
            return self
        return History(self.after[0], (*self.before, self.now), self.after[1:])

    @property
    def changed(self) -> bool:
        return bool(self.before)
