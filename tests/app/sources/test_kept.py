"""The sources in the store: a damaged row spoils no other and stays until a person removes it."""

from dataclasses import replace

import msgspec
import pytest

from app.settings import SOURCES, encoded, value_of
from app.sources.kept import (
    KeptSources,
    read_all,
    with_source,
    without,
    without_unread,
)
from app.sources.source import DEFAULT, Kind, Source, row_of

SERIAL = Source(id="s", name="卡", kind=Kind.SERIAL, device="/dev/ttyUSB0")
BAD = {"id": "s", "kind": "pigeon", "name": "鸽"}
KEPT = KeptSources(rows=(row_of(DEFAULT), BAD, row_of(SERIAL), 7, row_of(SERIAL)))


def test_a_fresh_desk_has_one_listener_on_this_machine():
    assert read_all(KeptSources()).sources == (DEFAULT,)
    assert DEFAULT.host == "127.0.0.1"
    assert not DEFAULT.opened


def test_a_desk_that_removed_all_has_none():
    assert read_all(without(KeptSources(), "tcp")).sources == ()


def test_damaged_rows_are_counted_and_the_others_are_read():
    known = read_all(KEPT)
    assert known.sources == (DEFAULT, SERIAL)
    assert [(one.at, one.name) for one in known.unread] == [(1, "鸽"), (3, ""), (4, "卡")]
    assert all(one.why for one in known.unread)


def test_a_change_leaves_what_it_does_not_concern():
    changed = replace(SERIAL, baud=115200)
    kept = with_source(KEPT, changed)
    assert kept.rows is not None
    assert kept.rows[:2] == KEPT.rows[:2]
    assert kept.rows[2] == row_of(changed)
    assert kept.rows[3:] == KEPT.rows[3:]
    assert read_all(without(kept, "s")).sources == (DEFAULT, SERIAL)  # the second of that id


def test_damaged_rows_go_when_they_are_told_to():
    assert without_unread(KEPT).rows == (row_of(DEFAULT), row_of(SERIAL))


def test_whatever_is_kept_reads_back_as_it_was():
    for kept in (KeptSources(), KEPT):
        assert value_of(SOURCES, encoded(SOURCES, kept).encode()) == kept


@pytest.mark.parametrize("text", [b"[]", b'{"rows": 5}', b'{"rows": {}}', b"{"])
def test_a_setting_that_holds_no_rows_is_damaged_as_a_whole(text):
    with pytest.raises((msgspec.DecodeError, ValueError)):
        value_of(SOURCES, text)
