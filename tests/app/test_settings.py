"""Settings: known ones come back as they were, others give their default and are reported."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from app import settings
from app.settings import (
    BOOKMARKS,
    LOCK,
    MAP,
    SETTINGS,
    Bookmark,
    Bookmarks,
    LayerState,
    Lock,
    MapLeft,
    Odd,
    View,
)
from app.store import queries
from app.store.opening import NAME
from app.store.verify import verify

VIEW = View(lon=106.5, lat=29.5, metres_per_px=12.5, layers={"water": LayerState(visible=False)})
MARKS = Bookmarks(rows=(Bookmark(name="渝中", view=VIEW), Bookmark(name="渝中", view=VIEW)))
LOCKED = Lock(salt="00", key="11", since=datetime(2026, 11, 23, tzinfo=UTC), by="张三", tries=2)


def kept(desk):
    return desk.ask(queries.settings).result()


@pytest.mark.parametrize(
    ("setting", "value"), [(MAP, MapLeft(view=VIEW)), (BOOKMARKS, MARKS), (LOCK, LOCKED)]
)
def test_a_setting_comes_back_as_it_was_kept(desk, setting, value):
    assert kept(desk)[setting] == setting.default
    desk.keep(setting, value).result()
    assert kept(desk)[setting] == value
    assert kept(desk).odd == ()


def test_keeping_is_announced_once_and_not_where_nothing_changes(desk):
    told = []
    desk.subscribe(told.append)
    for _ in range(2):
        desk.keep(BOOKMARKS, MARKS).result()
    assert [changes.settings for changes in told] == [frozenset({"bookmarks"})]


def test_settings_leave_the_ledger_alone_and_the_proof_does_not_mind_them(desk):
    before = desk.ask(queries.head).result()
    desk.keep(MAP, MapLeft(view=VIEW)).result()
    assert desk.ask(queries.head).result() == before
    assert verify(desk.folder).ok


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"rows": [{"name": ""}]}',
        b'{"rows": [{"name": "x", "view": {"lon": 900, "lat": 0, "metres_per_px": 1}}]}',
        b'{"rows": [{"name": "x", "view": {"lon": 0, "lat": 0, "metres_per_px": 0}}]}',
    ],
)
def test_a_damaged_row_gives_the_default_and_is_reported(desk, text):
    desk.keep(BOOKMARKS, MARKS).result()
    with closing(sqlite3.connect(desk.folder / NAME)) as db:
        db.execute("UPDATE settings SET value = CAST(? AS TEXT)", (text,))
        db.commit()
    assert kept(desk)[BOOKMARKS] == Bookmarks()
    assert kept(desk).odd == (Odd("bookmarks", "damaged"),)


def test_a_row_of_another_version_is_kept_and_reported(desk):
    with closing(sqlite3.connect(desk.folder / NAME)) as db:
        db.execute("INSERT INTO settings VALUES ('moons', '2')")
        db.commit()
    assert kept(desk).odd == (Odd("moons", "unknown"),)


def test_a_field_of_a_later_version_does_not_spoil_the_rest():
    text = b'{"rows": [{"name": "x", "turn": 3, "view": {"lon":1,"lat":2,"metres_per_px":3}}]}'
    found = settings.read([("bookmarks", text)])
    assert found[BOOKMARKS].rows[0].view == View(lon=1, lat=2, metres_per_px=3)


def test_what_would_not_read_back_is_not_kept(desk):
    bad = MapLeft(view=View(lon=float("nan"), lat=0, metres_per_px=1))
    with pytest.raises(ValueError, match="lon"):
        desk.keep(MAP, bad).result()
    assert kept(desk)[MAP] == MapLeft()


def test_names_of_settings_are_told_apart():
    assert len({setting.name for setting in SETTINGS}) == len(SETTINGS)
