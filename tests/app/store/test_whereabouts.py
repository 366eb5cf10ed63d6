"""Tracks are read as they are kept: in order, whole, in columns; and the reading can be stopped."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from app.model import Fix
from app.store import Store, queries
from app.store.queries import whereabouts as module
from app.tracks import Mark
from tests.app.store.builders import NOW

FIX = Fix(
    terminal="T1",
    fix_time=NOW,
    received=NOW + timedelta(seconds=2),
    lon=106.5,
    lat=29.5,
    speed_kmh=31.5,
    alt_m=210.0,
    source="jt808:a",
)


def add(store: Store, *fixes: Fix) -> None:
    store.submit(lambda transaction: transaction.add_fixes(fixes)).result(10)


def at(second: int, **more: object) -> Fix:
    return replace(FIX, fix_time=NOW + timedelta(seconds=second), **more)  # type: ignore[arg-type]


def read(store: Store, *names: str, until: int = 1_000_000, **more: object):
    span = NOW, NOW + timedelta(seconds=until)
    return store.ask(queries.tracks, names or ("T1",), *span, **more).result(10)


def test_fixes_come_in_the_order_of_their_times_whenever_they_were_heard(store: Store):
    add(store, at(5), at(9), at(1, backlog=True, current=False, doubts=("backlog", "older")))
    (track,) = read(store)
    assert (track.at_s - NOW.timestamp()).tolist() == [1, 5, 9]
    assert track.marks.tolist() == [Mark.LATE, 0, 0]
    assert track.delay_s.tolist() == [1, -3, -7]


def test_a_track_holds_what_was_said_and_nan_where_nothing_was(store: Store):
    add(store, at(0), at(1, speed_kmh=None, alt_m=None, accuracy_m=4.0, source="nmea:b"))
    (track,) = read(store)
    assert np.array_equal(track.speed_kmh, [31.5, np.nan], equal_nan=True)
    assert np.array_equal(track.alt_m, [210, np.nan], equal_nan=True)
    assert np.array_equal(track.accuracy_m, [np.nan, 4], equal_nan=True)
    assert [track.sources[k] for k in track.source] == ["jt808:a", "nmea:b"]


@pytest.mark.parametrize(
    ("doubts", "marks"),
    [
        ((), 0),
        (("jump",), Mark.DOUBTED),
        (("future",), Mark.DOUBTED),
        (("too_old",), Mark.DOUBTED),
        (("older",), Mark.LATE),
        (("older", "jump"), Mark.LATE | Mark.DOUBTED),
        (("backlog", "older"), Mark.LATE),
    ],
)
def test_what_is_doubted_is_marked(store: Store, doubts, marks):
    add(store, at(0, doubts=doubts, backlog="backlog" in doubts, current=not doubts))
    assert read(store)[0].marks.tolist() == [marks]


def test_the_span_takes_its_begin_and_not_its_end_and_other_terminals_are_others(store: Store):
    add(store, at(0), at(10), at(10, terminal="T2"))
    one, other, nobody = read(store, "T1", "T2", "T3", until=10)
    assert (len(one), len(other), len(nobody)) == (1, 0, 0)


def test_pieces_join_without_a_fix_lost_or_twice_even_at_equal_times(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(module, "AT_ONCE", 3)
    add(store, *(at(k // 4, lon=106.0 + k / 1000) for k in range(20)))
    told: list[tuple[int, int]] = []
    (track,) = read(store, told=lambda done, many: told.append((done, many)) or True)
    assert np.allclose(track.lon, 106.0 + np.arange(20) / 1000)
    assert told[-1] == (20, 20)
    assert len(told) == 7


def test_a_reading_that_nobody_wants_ends(store: Store):
    add(store, at(0))
    assert read(store, told=lambda done, many: False) is None


def test_more_than_can_be_held_is_refused_with_its_number(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(module, "MOST_FIXES", 2)
    add(store, at(0), at(1), at(2))
    with pytest.raises(queries.TooManyFixesError, match="3"):
        read(store)
