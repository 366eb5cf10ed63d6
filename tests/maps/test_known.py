"""Counts by code become arrays by unit, however the same places are told again."""

import numpy as np
import pytest

from app.model import Level
from maps.known import known_of
from maps.scene import MapData
from tests.maps.division import MadeDivision

TOWNS, GRIDS = Level.TOWN, Level.GRID


def counted(division: MadeDivision, counts: dict[str, tuple[int, int]], level: Level) -> list[int]:
    known = known_of(MapData(place_counts=counts), division, level)
    return [*known.open.tolist(), *known.overdue.tolist()]


def expected(division: MadeDivision, counts: dict[str, tuple[int, int]], level: Level) -> list[int]:
    of_codes = [counts.get(code, (0, 0)) for code in division.codes(level)]
    return [*(one for one, _ in of_codes), *(late for _, late in of_codes)]


@pytest.mark.parametrize("level", [TOWNS, GRIDS])
def test_each_telling_is_counted_as_if_it_were_the_first(division, level):
    codes = [*division.codes(TOWNS), *division.codes(GRIDS)]
    first = {code: (k % 7, k % 2) for k, code in enumerate(codes[:40])}
    tellings = (
        first,
        first | {codes[3]: (99, 5)},  # the same places, one of them otherwise
        first | dict.fromkeys(codes[40:60], (1, 1)),  # and more of them
        dict(reversed(first.items())),  # in another order
        dict.fromkeys(codes[:10], (2, 0)),  # and fewer
        {},
        {"no such place": (8, 8)},
    )
    for counts in tellings:
        assert counted(division, counts, level) == expected(division, counts, level)


def test_more_places_than_are_read_in_one_step_are_all_read(division, monkeypatch):
    monkeypatch.setattr("maps.known._PART", 7)
    counts = {code: (k, 0) for k, code in enumerate(division.codes(GRIDS))}
    assert counted(division, counts, GRIDS) == expected(division, counts, GRIDS)


def test_nobody_arrived_is_no_data_and_not_zero(division):
    codes = division.codes(TOWNS)
    known = known_of(MapData(responses={codes[0]: (3, 12.5)}), division, TOWNS)
    assert known.response_min[0] == 12.5
    assert np.isnan(known.response_min[1:]).all()


def test_the_very_same_counts_are_read_once(division):
    data = MapData(place_counts={division.codes(TOWNS)[0]: (1, 0)})
    assert known_of(data, division, TOWNS) is known_of(data, division, TOWNS)
