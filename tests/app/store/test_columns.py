"""Cases as columns say what the cases say, all of them and those that changed."""

import math
from datetime import timedelta

import pytest

from app.model import CaseState
from app.store import Store, queries
from app.store.queries import columns as module
from tests.app.store.builders import NOW, a_case, a_change, a_task, write

STATES = tuple(CaseState)


def place(lon: float, lat: float) -> dict[str, object]:
    return {"lon": lon, "lat": lat, "source": "hand"}


def rows(columns: queries.CaseColumns) -> dict[str, tuple[object, ...]]:
    return {
        columns.ids[k].decode(): (
            None if math.isnan(columns.lon[k]) else (columns.lon[k], columns.lat[k]),
            int(columns.opened_s[k]),
            int(columns.grade[k]),
            STATES[columns.state[k]].value,
            columns.items[columns.item[k]],
        )
        for k in range(len(columns))
    }


def ask(store: Store, question, *values):
    return store.ask(question, *values).result(10)


OPENED = int(NOW.timestamp())
QUOTED = 'C-"é\n,]'


@pytest.fixture
def filled(store: Store) -> Store:
    write(
        store,
        a_case("C-1", position=place(106.5, 29.5), item="s/1", grade=1),
        a_case("C-2", state="E9", item="s/2", opened=NOW + timedelta(seconds=1.75)),
        a_case(QUOTED, position=place(107.25, 30.0), item="s/1"),
    )
    return store


def test_every_case_is_a_row_with_or_without_a_position(filled: Store):
    found = ask(filled, queries.case_columns)
    assert rows(found) == {
        "C-1": ((106.5, 29.5), OPENED, 1, "E4", "s/1"),
        "C-2": (None, OPENED + 1, 2, "E9", "s/2"),
        QUOTED: ((107.25, 30.0), OPENED, 2, "E4", "s/1"),
    }
    assert found.seq == 3


def test_the_pieces_make_the_same_whole(filled: Store, monkeypatch: pytest.MonkeyPatch):
    whole = rows(ask(filled, queries.case_columns))
    for piece in (1, 2, 3):
        monkeypatch.setattr(module, "AT_ONCE", piece)
        told: list[tuple[int, int]] = []

        def hear(done: int, many: int, told: list[tuple[int, int]] = told) -> bool:
            told.append((done, many))
            return True

        assert rows(ask(filled, queries.case_columns, hear)) == whole
        assert told[-1] == (3, 3)
        assert len(told) >= 3 // piece


def test_a_reading_ends_when_it_is_told_to(filled: Store):
    assert ask(filled, queries.case_columns, lambda done, many: False) is None


def test_only_what_later_entries_touched_is_read_again(filled: Store):
    before = ask(filled, queries.case_columns)
    write(
        filled,
        a_change("C-2", position=place(108.0, 30.5)),
        a_change("C-2", state="E10"),
        a_task("T-1", "C-1"),
        a_case("C-9", position=place(106.0, 29.0)),
    )
    found = ask(filled, queries.case_columns_since, before.seq)
    assert rows(found) == {
        "C-2": ((108.0, 30.5), OPENED + 1, 2, "E10", "s/2"),
        "C-9": ((106.0, 29.0), OPENED, 2, "E4", ""),
    }
    assert len(ask(filled, queries.case_columns_since, found.seq)) == 0


def test_an_empty_desk_has_no_rows(store: Store):
    found = ask(store, queries.case_columns)
    assert (len(found), found.seq, found.items) == (0, 0, ())
