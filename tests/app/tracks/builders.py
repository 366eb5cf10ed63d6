"""The language of the tests of tracks: journeys east along a parallel, a fix a second or slower."""

from collections.abc import Sequence

from app.tracks import Mark, Track, joined

LON, LAT, BEGIN_S = 106.5, 29.5, 1_795_000_000.0


def moving(
    many: int, *, every_s: float = 1.0, step_deg: float = 1e-4, begin_s: float = BEGIN_S
) -> list[tuple[float, ...]]:
    """Rows of a journey: 1e-4 degrees of longitude are 9.7 m there."""
    return [
        (begin_s + k * every_s, LON + k * step_deg, LAT, 30.0 + k % 7, 200.0 + k)
        for k in range(many)
    ]


def a_track(rows: Sequence[tuple[float, ...]], **marks: Sequence[int]) -> Track:
    """A track of rows; `late` and `doubted` are the numbers of those that are so."""
    made = joined("T1", rows)
    for name, mark in (("late", Mark.LATE), ("doubted", Mark.DOUBTED)):
        for row in marks.get(name, ()):
            made.marks[row] |= mark
    return made
