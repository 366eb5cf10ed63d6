"""Where a track is cut, and what no line leads to."""

import numpy as np
import pytest

from app.tracks import figures_of, parts_of, stops_of
from app.tracks.parts import gaps_of
from app.tracks.profile import profile
from tests.app.tracks.builders import BEGIN_S, LON, a_track, moving


def cut(track, **more):
    return [rows.tolist() for rows in parts_of(track, **more).slices()]


def test_a_silence_longer_than_was_set_cuts_the_line():
    rows = [*moving(3), *moving(2, begin_s=BEGIN_S + 303), *moving(1, begin_s=BEGIN_S + 700)]
    assert cut(a_track(rows)) == [[0, 1, 2], [3, 4], [5]]
    assert cut(a_track(rows), gap_s=301) == [[0, 1, 2, 3, 4], [5]]


@pytest.mark.parametrize(
    ("late", "doubted", "slices"),
    [
        ((2, 3), (), [[0, 1], [2, 3], [4, 5]]),
        ((), (2,), [[0, 1, 3, 4, 5]]),
        ((0,), (5,), [[0], [1, 2, 3, 4]]),
        ((3,), (2, 3), [[0, 1, 4, 5]]),
        ((), range(6), []),
    ],
)
def test_what_was_heard_late_is_a_part_of_its_own_and_the_doubted_is_in_none(late, doubted, slices):
    track = a_track(moving(6), late=late, doubted=doubted)
    parts = parts_of(track)
    assert [rows.tolist() for rows in parts.slices()] == slices
    assert parts.doubted.tolist() == list(doubted)
    assert all(
        track.marks[rows[0]] & 1 == late
        for rows, late in zip(parts.slices(), parts.late, strict=True)
    )


def test_nothing_at_all_has_no_parts_and_no_figures():
    track = a_track([])
    assert len(parts_of(track)) == 0
    assert figures_of(track).length_m == 0
    assert figures_of(track).mean_kmh is None


def test_gaps_are_told_and_a_change_to_late_is_none():
    rows = [*moving(3), *moving(3, begin_s=BEGIN_S + 1000)]
    track = a_track(rows, late=[5])
    found = gaps_of(track, parts_of(track))
    assert [(gap.before, gap.after, gap.lasts_s) for gap in found] == [(2, 3, 998.0)]


def test_the_length_is_geodesic_and_not_told_over_gaps():
    one = figures_of(a_track(moving(101)))
    assert one.length_m == pytest.approx(969.9, abs=0.3)  # 0.01 degrees at 29.5 N on GRS80
    assert one.moving_s == 100
    assert one.mean_kmh == pytest.approx(34.9, abs=0.1)
    assert one.most_kmh == 36
    far = [(at + 10_000, lon + 1, *rest) for at, lon, *rest in moving(101)]
    both = figures_of(a_track([*moving(101), *far]))
    assert both.length_m == pytest.approx(2 * one.length_m, rel=1e-6)
    assert len(both.gaps) == 1


def test_a_doubted_fix_does_not_lengthen_the_way():
    rows = moving(101)
    rows[50] = (rows[50][0], LON + 3, 31.0, 400.0)
    figures = figures_of(a_track(rows, doubted=[50]))
    assert figures.length_m == pytest.approx(969.9, abs=0.3)
    assert (figures.most_kmh, figures.doubted) == (36, 1)


def stay(many: int, begin_s: float, lon: float):
    """At one place for so many seconds, with the wander of a receiver between houses."""
    wander = np.random.default_rng(7).normal(0, 8e-5, (many, 2))
    return [(begin_s + k, lon + dx, 29.5 + dy) for k, (dx, dy) in enumerate(wander.tolist())]


def test_a_stop_is_found_with_its_times_and_its_jitter_is_no_way_travelled():
    drive = moving(200)
    there = drive[-1][1] + 1e-4
    on = [(at + 800, lon + 200e-4, *rest) for at, lon, *rest in drive]
    track = a_track([*drive, *stay(600, BEGIN_S + 200, there), *on])
    (stop,) = stops_of(track, parts_of(track))
    assert stop.begin_s == pytest.approx(BEGIN_S + 200, abs=12)
    assert stop.lasts_s == pytest.approx(600, abs=16)
    assert stop.lon == pytest.approx(there, abs=2e-5)
    figures = figures_of(track)
    assert figures.length_m == pytest.approx(398 * 9.699, rel=0.03)
    assert figures.moving_s == pytest.approx(399, abs=16)


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        (moving(600), "it moves"),
        (stay(170, BEGIN_S, LON), "it is too short"),
        ([*stay(100, BEGIN_S, LON), *stay(100, BEGIN_S + 900, LON)], "a gap lies in it"),
        (moving(3000, step_deg=2e-5), "it creeps"),
    ],
)
def test_what_is_no_stop(rows, why):
    track = a_track(rows)
    assert stops_of(track, parts_of(track)) == [], why


def test_a_profile_keeps_every_peak_and_breaks_at_gaps():
    rows = [*moving(5000), *moving(5000, begin_s=BEGIN_S + 9000)]
    track = a_track(rows)
    track.speed_kmh[1234] = 140
    track.speed_kmh[7777] = np.nan
    at_s, value = profile(
        track, parts_of(track), track.speed_kmh, BEGIN_S, BEGIN_S + 14_000, columns=200
    )
    assert len(at_s) < 1000
    assert np.nanmax(value) == 140
    assert np.nanmin(value) == 30
    assert at_s[np.isnan(value)].tolist() == [BEGIN_S + 4999, BEGIN_S + 13_999]
    few = profile(track, parts_of(track), track.alt_m, BEGIN_S, BEGIN_S + 20, columns=200)
    assert few[1][:21].tolist() == [200.0 + k for k in range(21)]
