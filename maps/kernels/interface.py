"""What every implementation of the kernels does."""

from collections.abc import Sequence
from typing import Protocol

from maps.kernels.values import (
    Above,
    Bytes,
    Cover,
    Ints,
    Line,
    Mesh,
    Overlay,
    Paint,
    Pixels,
    Place,
    Points,
)
from maps.kernels.warping import Sheet
from maps.runs import Runs


class Kernels(Protocol):
    """The work on many pixels; every implementation gives the same runs and nearly equal colours.

    None changes what it is given. Any thread may call; results are new arrays.
    """

    name: str

    def runs(self, mesh: Mesh, place: Place) -> Runs:
        """The runs of every unit in the picture, as if each were filled by itself."""
        ...

    def picture(
        self, runs: Runs, paint: Paint, base: Pixels | int, above: Sequence[Above]
    ) -> Pixels:
        """(height, whole blocks) opaque ARGB: base, runs, what lies above, the last on top. An int
        is a base of one colour; columns past the width hold anything. Where lines of one entry of
        a tuple meet nothing is laid down twice."""
        ...

    def ground(
        self, mesh: Mesh, place: Place, paint: Paint, base: Pixels | int, above: Sequence[Above]
    ) -> tuple[Runs, Pixels]:
        """Both at once, which is quicker."""
        ...

    def covers(self, lines: tuple[Line, ...], place: Place) -> tuple[Cover, ...]:
        """What each entry covers, to be laid more than once."""
        ...

    def strokes(self, lines: tuple[Line, ...], place: Place) -> Overlay:
        """Antialiased lines by themselves."""
        ...

    def density(self, xy: Points, shown: Bytes | None, place: Place, cell_px: int) -> Ints:
        """(rows, columns) of points in every cell of so many pixels; where `shown` is not 0."""
        ...

    def splat(
        self,
        pixels: Pixels,
        xy: Points,
        kind: Bytes,
        colours: Pixels,
        radius_px: float,
        place: Place,
    ) -> Pixels:
        """A copy of `pixels` with hard discs in `colours[kind]`, the last on top; kind 0: none."""
        ...

    def warp(self, sheet: Sheet) -> Pixels:
        """(height, width) of a picture laid into the view, 0 beside it."""
        ...
