"""Where a terminal was at a moment."""

import pytest

from app.tracks import parts_of
from app.tracks.replay import where
from tests.app.tracks.builders import BEGIN_S, LON, a_track, moving

TRACK = a_track([*moving(3, every_s=10), *moving(2, begin_s=BEGIN_S + 1000, every_s=10)])


@pytest.mark.parametrize(
    ("after_s", "row", "lon", "known"),
    [
        (0, 0, LON, True),
        (5, 0, LON + 0.5e-4, True),
        (20, 2, LON + 2e-4, True),
        (21, 2, LON + 2e-4, False),
        (999, 2, LON + 2e-4, False),
        (1005, 3, LON + 0.5e-4, True),
        (1011, 4, LON + 1e-4, False),
    ],
)
def test_between_fixes_it_moves_and_in_a_gap_it_stays_where_it_was_heard(after_s, row, lon, known):
    found = where(TRACK, parts_of(TRACK), BEGIN_S + after_s)
    assert found is not None
    assert (found.row, found.known) == (row, known)
    assert found.lon == pytest.approx(lon, abs=1e-9)


def test_before_its_first_fix_it_is_nowhere():
    assert where(TRACK, parts_of(TRACK), BEGIN_S - 1) is None


def test_a_doubted_fix_is_not_gone_to():
    track = a_track(moving(3), doubted=[1])
    found = where(track, parts_of(track), BEGIN_S + 1)
    assert found is not None
    assert found.row == 0
    assert found.lon == pytest.approx(LON + 1e-4)
