"""The shelf: what is open, what is missing, what failed; nothing is left open or running."""

from dataclasses import replace

import pytest

from app.basemaps import BaseSource, BaseSources, Datum
from maps.base.errors import Reason
from maps.base.opening import Room
from maps.base.pictures import decoded
from maps.base.shelf import Shelf, State
from maps.base.sniff import kind_of
from tests.maps.base.made import LAT, LON, geojson, marked, mbtiles

POINT = {"type": "Point", "coordinates": [LON, LAT]}


@pytest.fixture
def shelf(tmp_path, qapp):
    made = Shelf(Room(cache=tmp_path / "cache", decode=decoded))
    yield made
    made.close()


def source(path, ident="a", **more):
    said = {"datum": Datum.WGS84, "title": path.stem} | more
    return BaseSource(id=ident, path=str(path), kind=kind_of(path), **said)


def put(shelf, *rows):
    shelf.put(BaseSources(rows=rows))
    shelf.settle()


def ids(shelf, scale=10.0):
    return [row.id for row, _ in shelf.shown(scale)]


def test_what_is_put_is_opened_and_shown_from_the_lowest_up(shelf, tmp_path):
    tiles = mbtiles(tmp_path / "a.mbtiles", marked(10))
    points = geojson(tmp_path / "b.geojson", (POINT, {}))
    put(shelf, source(tiles, "a", order=2), source(points, "b", order=1))
    assert {status.state for status in shelf.status().values()} == {State.READY}
    assert ids(shelf) == ["b", "a"]


@pytest.mark.parametrize(
    ("change", "scale"),
    [({"visible": False}, 10.0), ({"finer_than": 5.0}, 10.0), ({"coarser_than": 5.0}, 2.0)],
)
def test_one_that_is_switched_off_or_out_of_its_scales_is_not_shown(shelf, tmp_path, change, scale):
    row = source(mbtiles(tmp_path / "a.mbtiles", marked(10)))
    put(shelf, row)
    assert ids(shelf, scale) == ["a"]
    put(shelf, replace(row, **change))
    assert ids(shelf, scale) == []


def test_a_file_that_has_gone_is_missing_until_it_is_looked_for_again(shelf, tmp_path):
    path = mbtiles(tmp_path / "a.mbtiles", marked(10))
    row = source(path)
    path.rename(tmp_path / "away")
    put(shelf, row)
    assert shelf.status()["a"].state is State.MISSING
    stamp = shelf.stamp
    shelf.settle()
    assert (shelf.stamp, ids(shelf)) == (stamp, [])
    (tmp_path / "away").rename(path)
    shelf.again()
    shelf.settle()
    assert shelf.status()["a"].state is State.READY


def test_a_file_that_became_another_has_failed_with_its_reason(shelf, tmp_path):
    path = mbtiles(tmp_path / "a.mbtiles", marked(10))
    row = source(path)
    path.write_bytes(b"nothing of the kind")
    put(shelf, row)
    status = shelf.status()["a"]
    assert (status.state, status.reason) == (State.FAILED, Reason.UNKNOWN_FORM)


def test_another_opacity_opens_nothing_anew_and_another_datum_does(shelf, tmp_path):
    row = source(mbtiles(tmp_path / "a.mbtiles", marked(10)))
    put(shelf, row)
    ((_, first),) = shelf.shown(10.0)
    put(shelf, replace(row, opacity=0.4))
    ((now, second),) = shelf.shown(10.0)
    assert second is first
    assert now.opacity == 0.4
    put(shelf, replace(row, datum=Datum.GCJ02))
    ((_, third),) = shelf.shown(10.0)
    assert third is not first
    assert third.datum is Datum.GCJ02


def test_what_is_taken_off_is_closed_and_its_tiles_are_forgotten(shelf, tmp_path):
    put(shelf, source(mbtiles(tmp_path / "a.mbtiles", marked(10))))
    put(shelf)
    assert (ids(shelf), shelf.status()) == ([], {})


def test_whose_map_it_is_is_said_once_while_it_is_shown(shelf, tmp_path):
    paths = [mbtiles(tmp_path / f"{k}.mbtiles", marked(10)) for k in range(3)]
    rows = [source(p, p.stem, attribution="© A") for p in paths]
    put(shelf, rows[0], rows[1], replace(rows[2], attribution="© B", visible=False))
    assert shelf.attribution(10.0) == ("© A",)


def test_closing_gives_up_what_is_being_read(tmp_path):
    told = []
    shelf = Shelf(Room(cache=tmp_path / "c", decode=decoded), lambda: told.append(1))
    points = geojson(tmp_path / "b.geojson", (POINT, {}))
    shelf.put(BaseSources(rows=(source(points),)))
    shelf.close()
    assert shelf.status() == {}
    shelf.put(BaseSources(rows=(source(points),)))
    assert ids(shelf) == []
