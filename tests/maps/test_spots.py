"""Names find a place in what is seen of their unit, and it does not jump."""

import numpy as np

from app.model import Level
from maps.scanline import Runs, fill
from maps.spots import STEP, sample, spots
from maps.viewport import Viewport

W, H = 360, 240


def runs_of(ids: np.ndarray) -> Runs:
    flat = ids.ravel()
    start = np.flatnonzero(np.r_[True, np.diff(flat) != 0])
    rows = np.arange(0, flat.size, ids.shape[1])
    start = np.union1d(start, rows)
    return Runs(ids.shape[1], ids.shape[0], start.astype(np.int32), flat[start].astype(np.int32))


def test_every_spot_lies_in_its_unit_with_the_room_it_claims(division):
    lines = division.topology.level(Level.VILLAGE)
    x, y = division.topology.origin
    runs = fill(division.topology, lines, Viewport(x, y, 60.0, W, H))
    found = spots(*sample(runs, (0, 0)), lines.units)
    told = 0
    for unit in runs.units().tolist():
        for px, py in found.of(unit, 30):
            told += 1
            assert {runs.unit_at(int(px) + dx, int(py)) for dx in (-9, 0, 9)} == {unit}
    assert told


def test_the_widest_place_comes_first_and_what_is_too_wide_finds_none():
    ids = np.zeros((H, W), np.int32)
    ids[:, 200:] = 1
    found = spots(*sample(runs_of(ids), (0, 0)), 2)
    x, _ = next(found.of(0, 40))
    assert abs(x - 100) <= STEP
    assert list(found.of(1, 400)) == []


def test_the_samples_stay_on_the_ground_when_the_view_moves():
    ids = np.zeros((H, W), np.int32)
    one = {c + 7 for c in sample(runs_of(ids), (7, 0))[0].tolist()}
    two = {c + 9 for c in sample(runs_of(ids), (9, 0))[0].tolist()}
    assert {c % STEP for c in one | two} == {0}
