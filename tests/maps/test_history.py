"""Tracks on the map: thinned within half a pixel, broken where they are, and never joined else."""

from itertools import pairwise

import numpy as np
import pytest
import shapely

from app.tracks import Mark, Track, parts_of, stops_of
from app.tracks.track import joined
from maps.history import NO_HISTORY, History, Path, Shown, drawn, nearest_row
from maps.history import path as paths
from maps.history import thinned as module
from maps.history.looks import DASHES, MARKS, colour_at
from maps.projection import project, project_point
from maps.scene import MapData
from maps.viewport import Viewport

SCALES = (0.5, 2.0, 10.0, 60.0, 300.0)


def wandering(many: int, *, seed: int = 3, rest: bool = True) -> Track:
    """Drives and rests with the jitter of a receiver; a fix a second, silences between."""
    random = np.random.default_rng(seed)
    moving = np.sin(np.arange(many) / 400) > (-0.3 if rest else -2)
    heading = np.cumsum(random.normal(0, 0.05, many))
    lon = 106.5 + np.cumsum(1.2e-4 * moving * np.cos(heading)) + random.normal(0, 2e-5, many)
    lat = 29.5 + np.cumsum(1.1e-4 * moving * np.sin(heading)) + random.normal(0, 2e-5, many)
    at_s = 1.795e9 + np.arange(many) + 1000.0 * (np.arange(many) // 5_000)
    return joined("T1", list(zip(at_s.tolist(), lon.tolist(), lat.tolist(), strict=True)))


def path_of(track: Track) -> Path:
    parts = parts_of(track)
    return Path.of(track, parts, stops_of(track, parts))


def seen(track: Track, metres_per_px: float) -> Viewport:
    x, y = project_point(float(np.median(track.lon)), float(np.median(track.lat)))
    return Viewport(x, y, metres_per_px, 200_000, 200_000)


@pytest.mark.parametrize("metres_per_px", SCALES)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_fix_lies_more_than_half_a_pixel_beside_the_line(seed: int, metres_per_px: float):
    track = wandering(12_000, seed=seed)
    view = seen(track, metres_per_px)
    found = drawn(path_of(track), view)
    assert found.tolerance_m == max(metres_per_px / 2, module.FLOOR_M)
    lines = [shapely.LineString(np.column_stack([piece.px, piece.py])) for piece in found.pieces]
    for rows, line in zip(parts_of(track).slices(), lines, strict=True):
        px, py = view.to_screen(*project(track.lon[rows], track.lat[rows]))
        away = shapely.distance(shapely.points(px, py), line)
        assert away.max() <= 0.5 + 1e-6


def test_the_farther_the_fewer_and_the_ends_of_parts_and_stops_stay():
    track = wandering(20_000)
    path, parts = path_of(track), parts_of(track)
    counts = []
    for scale in SCALES:
        pieces = drawn(path, seen(track, scale)).pieces
        rows = set(np.concatenate([piece.rows for piece in pieces]).tolist())
        counts.append(len(rows))
        assert {int(mine[end]) for mine in parts.slices() for end in (0, -1)} <= rows
        stops = stops_of(track, parts)
        assert stops
        assert {stop.first for stop in stops} | {stop.last for stop in stops} <= rows
    assert all(more > fewer for more, fewer in pairwise(counts))


def test_where_too_many_would_be_in_view_it_is_coarser_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
):
    track = wandering(20_000)
    monkeypatch.setattr(module, "MOST_VERTICES", 500)
    found = drawn(path_of(track), seen(track, 0.5))
    assert sum(len(piece.rows) for piece in found.pieces) <= 500
    assert found.tolerance_m > 0.5


def test_breaks_are_links_and_only_silences_are_gaps():
    track = wandering(10_000)
    track.marks[2_000:3_000] |= np.uint8(Mark.LATE)
    track.marks[7_000] |= Mark.DOUBTED
    shown = Shown.of(track)
    found = drawn(shown.path, seen(track, 2.0), gaps=shown.silent)
    assert [piece.late for piece in found.pieces] == [False, True, False, False]
    assert found.bridges.tolist() == [True, True, False]
    assert len(shown.path.doubted) == 1
    assert 7_000 not in np.concatenate([piece.rows for piece in found.pieces])


def test_only_what_may_be_in_view_is_drawn_and_a_step_across_the_view_is():
    track = joined("T1", [(0, 106.0, 29.5), (1, 107.0, 29.5), (2, 107.0, 30.0), (3, 106.9, 30.0)])
    x, y = project_point(106.5, 29.5)
    (piece,) = drawn(path_of(track), Viewport(x, y, 5.0, 800, 600)).pieces
    assert piece.rows.tolist() == [0, 1]
    assert drawn(path_of(track), Viewport(x, y - 50_000, 5.0, 800, 600)).pieces == ()


@pytest.mark.parametrize("metres_per_px", [0.5, 4.0, 20.0, 100.0])
@pytest.mark.parametrize("turn_rad", [0.0, 0.6])
def test_looking_only_where_the_view_is_leaves_nothing_of_it_out(
    monkeypatch: pytest.MonkeyPatch, metres_per_px: float, turn_rad: float
):
    track = wandering(60_000)
    x, y = project_point(float(track.lon[31_000]), float(track.lat[31_000]))
    view = Viewport(x, y, metres_per_px, 300, 200, turn_rad)
    by_boxes = steps(drawn(path_of(track), view))
    monkeypatch.setattr(paths, "BOX_VERTICES", 10_000_000)
    monkeypatch.setattr(module, "BOX_VERTICES", 10_000_000)
    assert by_boxes == steps(drawn(path_of(track), view))
    assert by_boxes


def steps(found) -> set[tuple[int, int]]:
    """The steps that are drawn, each from a row to a row."""
    return {step for piece in found.pieces for step in pairwise(piece.rows.tolist())}


@pytest.mark.parametrize("metres_per_px", [1.0, 20.0, 100.0])
def test_pointing_at_the_line_finds_the_fix_that_lies_there(metres_per_px: float):
    track = wandering(8_000, rest=False)
    path, row = path_of(track), 3_210
    x, y = project_point(float(track.lon[row]), float(track.lat[row]))
    view = Viewport(x, y, metres_per_px, 1_000, 800)
    found = nearest_row(path, track, view, 500, 400)
    fx, fy = view.to_screen(*project(track.lon[found], track.lat[found]))
    assert np.hypot(fx - 500, fy - 400) < 1.5
    far = Viewport(x + 500_000, y, metres_per_px, 1_000, 800)
    assert nearest_row(path, track, far, 500, 400) == -1


def test_what_the_projection_does_not_reach_is_left_out():
    track = joined("T1", [(0, 106.0, 29.5), (1, -75.0, 0.0), (2, 106.001, 29.5)])
    path = path_of(track)
    assert np.isfinite(path.x).all()
    assert path.rows[0] == 0


def test_nothing_is_nothing():
    path = path_of(joined("T1", []))
    assert path.extent is None
    assert drawn(path, Viewport(0, 0, 1, 100, 100)).pieces == ()
    assert nearest_row(path, joined("T1", []), Viewport(0, 0, 1, 100, 100), 5, 5) == -1


def test_other_tracks_want_another_ground_and_a_moment_played_does_not():
    data = MapData()
    assert data.with_ground(MapData())
    other = MapData(history=History((Shown.of(wandering(10)),)))
    assert not data.with_ground(other)
    assert not NO_HISTORY


def lightness(rgb: tuple[int, int, int]) -> float:
    """Relative luminance, WCAG 2."""
    parts = [v / 255 / 12.92 if v <= 10 else ((v / 255 + 0.055) / 1.055) ** 2.4 for v in rgb]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("night", [True, False])
def test_tracks_stand_out_from_their_ground_and_are_told_apart_without_colour(night: bool):
    ground = lightness((0x20, 0x25, 0x29) if night else (0xF4, 0xF5, 0xF3))
    for slot in range(4):
        mine = lightness(colour_at(night=night, slot=slot))
        assert (max(mine, ground) + 0.05) / (min(mine, ground) + 0.05) > 3
    assert len(set(MARKS)) == len(set(DASHES)) == 4
