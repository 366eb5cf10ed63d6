"""MBTiles and PMTiles: read, placed, and hostile ones refused with a reason."""

import gzip
import random
import sqlite3
import struct
import zlib
from contextlib import closing, suppress

import numpy as np
import pytest
from pmtiles.tile import Compression, TileType

from app.basemaps import Datum, Kind
from maps.base import gcj02
from maps.base.archive import Form
from maps.base.bounded import unpacked
from maps.base.errors import BaseError, Reason
from maps.base.lru import Kept
from maps.base.mbtiles import MBTiles
from maps.base.mercator import Tile
from maps.base.mesh import mesh
from maps.base.opening import archive
from maps.base.pictures import decoded
from maps.base.pmtiles_file import PMTiles
from maps.base.tiles import PictureTiles
from maps.base.warp import warp
from maps.projection import project_point
from maps.viewport import Viewport
from tests.maps.base.made import LAT, LON, around, marked, mbtiles, picture, pmtiles, tile_at

KINDS = {Kind.MBTILES: mbtiles, Kind.PMTILES: pmtiles}
pytestmark = pytest.mark.usefixtures("qapp")


def view(scale=1.0, lon=LON, lat=LAT, width=400, height=300):
    return Viewport(*project_point(lon, lat), scale, width, height)


def tiles_of(path, kind=Kind.MBTILES, most=1 << 26):
    return PictureTiles(archive(path, kind), decode=decoded, kept=Kept(most), owner="a")


def drawn(tiles, seen, datum=Datum.WGS84):
    patch = tiles.patch(mesh(seen, datum))
    if patch is None:
        return np.zeros((seen.height, seen.width), np.uint32)
    return warp(patch, seen.width, seen.height)


def red(pixels):
    """The middle of all red pixels, across and down."""
    channel = [(pixels >> shift & 0xFF).astype(int) for shift in (16, 8, 0)]
    down, across = np.nonzero((channel[0] > 150) & (channel[1] < 80) & (channel[2] < 100))
    assert len(across), "no mark is seen"
    return across.mean() + 0.5, down.mean() + 0.5


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("zoom", [6, 9, 12, 15, 18])
def test_a_mark_is_drawn_where_its_place_is(tmp_path, kind, zoom):
    path = KINDS[kind](tmp_path / "own.tiles", marked(zoom))
    scale = 156543.03 * np.cos(np.radians(LAT)) / 2**zoom
    tiles = tiles_of(path, kind)
    x, y = red(drawn(tiles, view(scale)))
    assert (x, y) == pytest.approx((200, 150), abs=1.0)
    assert tiles.broken == {}
    tiles.close()


@pytest.mark.parametrize("times", [0.25, 0.5, 2.0, 3.5])
def test_over_and_underzoom_keep_the_place(tmp_path, times):
    path = mbtiles(tmp_path / "own.mbtiles", marked(14))
    scale = 156543.03 * np.cos(np.radians(LAT)) / 2**14 * times
    tiles = tiles_of(path)
    pixels = drawn(tiles, view(scale))
    if times <= 2:
        assert red(pixels) == pytest.approx((200, 150), abs=max(1.0, 0.6 / times))
    assert pixels[150, 200] >> 24 == 255
    tiles.close()


def test_a_gcj02_set_is_shifted_for_display_and_lands_on_the_spot(tmp_path):
    shifted = [float(part) for part in gcj02.shifted(LON, LAT)]
    path = mbtiles(tmp_path / "own.mbtiles", marked(16, *shifted))
    scale = 156543.03 * np.cos(np.radians(LAT)) / 2**16
    tiles = tiles_of(path)
    assert red(drawn(tiles, view(scale), Datum.GCJ02)) == pytest.approx((200, 150), abs=1.0)
    x, y = red(drawn(tiles, view(scale, width=1200, height=900), Datum.WGS84))
    off_m = np.hypot(x - 600, y - 450) * scale
    assert 400 < off_m < 600
    tiles.close()


@pytest.mark.parametrize("form", ["PNG", "JPG", "WEBP"])
def test_each_form_of_picture_is_read(tmp_path, form):
    found = {tile: picture("#204060", form=form) for tile in around(14)}
    tiles = tiles_of(mbtiles(tmp_path / "own.mbtiles", found, format=form.lower()))
    pixel = int(drawn(tiles, view(9.0))[150, 200])
    colour = [pixel >> shift & 0xFF for shift in (16, 8, 0)]
    assert colour == pytest.approx([0x20, 0x40, 0x60], abs=6)
    tiles.close()


def test_tiles_of_512_pixels_are_placed_as_well(tmp_path):
    tiles = tiles_of(mbtiles(tmp_path / "own.mbtiles", marked(14, size=512)))
    scale = 156543.03 * np.cos(np.radians(LAT)) / 2**15
    assert red(drawn(tiles, view(scale))) == pytest.approx((200, 150), abs=1.0)
    tiles.close()


def test_where_no_tile_is_nothing_is_drawn(tmp_path):
    own, _ = tile_at(LON, LAT, 14)
    tiles = tiles_of(mbtiles(tmp_path / "own.mbtiles", {own: picture()}))
    pixels = drawn(tiles, view(9.0, width=900, height=700))
    assert 0 < np.count_nonzero(pixels) < 300 * 300 * 1.5
    assert drawn(tiles, view(9.0, lon=109.9)).max() == 0
    assert tiles.broken == {}
    tiles.close()


BOMB = (
    b"\x89PNG\r\n\x1a\n"
    + struct.pack(">I", 13)
    + b"IHDR"
    + struct.pack(">IIBBBBB", 60000, 60000, 8, 6, 0, 0, 0)
)
BOMB += struct.pack(">I", zlib.crc32(BOMB[12:29])) + struct.pack(">I", 0) + b"IDAT" + b"\0" * 4


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"no picture at all", Reason.UNKNOWN_TILE),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", Reason.UNKNOWN_TILE),
        (b"\x89PNG\r\n\x1a\nbroken", Reason.TOO_LARGE),
        (BOMB, Reason.TOO_LARGE),
        (gzip.compress(bytes(9 << 20)), Reason.TOO_LARGE),
        (gzip.compress(random.Random(7).randbytes(4000))[:900], Reason.BROKEN_TILE),
    ],
)
def test_a_broken_tile_is_counted_with_its_reason_and_only_once(tmp_path, data, reason):
    own, _ = tile_at(LON, LAT, 14)
    found = {tile: picture() for tile in around(14)} | {own: data}
    tiles = tiles_of(mbtiles(tmp_path / "own.mbtiles", found))
    for scale in (9.0, 8.7):
        assert np.count_nonzero(drawn(tiles, view(scale, width=800, height=600))) > 0
    assert tiles.broken == {reason: 1}
    tiles.close()


def test_a_png_that_is_cut_off_is_broken():
    whole = picture(mark=(0.5, 0.5))
    with pytest.raises(BaseError) as caught:
        decoded(whole[: len(whole) // 2], 256)
    assert caught.value.reason is Reason.BROKEN_TILE


def test_facts_are_plain_text_of_bounded_length(tmp_path):
    said = '<a href="javascript:x()">© <b>OSM</b></a>&amp; friends' + "x" * 9000
    tiles = MBTiles(mbtiles(tmp_path / "a.mbtiles", marked(10), attribution=said, name="A\n\0B"))
    assert tiles.facts.attribution.startswith("© OSM & friendsx")
    assert len(tiles.facts.attribution) == 300
    assert tiles.facts.title == "A B"
    assert (tiles.facts.form, tiles.facts.least_zoom) == (Form.PICTURE, 10)
    tiles.close()


def altered(path, *statements):
    with sqlite3.connect(path) as db:
        for statement in statements:
            db.execute(statement)
    db.close()
    return path


VIEW = "CREATE VIEW tiles AS "
ENDLESS = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
    "SELECT i AS zoom_level, i AS tile_column, i AS tile_row, x'00' AS tile_data FROM n"
)
HUGE = "SELECT 1 AS zoom_level, 1 AS tile_column, 1 AS tile_row, zeroblob(900000000) AS tile_data"
CROSS = (
    "SELECT count(*) AS zoom_level, 1 AS tile_column, 1 AS tile_row, x'00' AS tile_data "
    "FROM many a, many b, many c, many d, many e"
)
LOADED = "SELECT load_extension('x') AS zoom_level, 1 AS tile_column, 1 AS tile_row, 1 AS tile_data"


@pytest.mark.parametrize("question", [ENDLESS, HUGE, CROSS, LOADED])
def test_a_view_that_does_more_than_look_up_tiles_is_refused_in_good_time(tmp_path, question):
    path = mbtiles(tmp_path / "a.mbtiles", {})
    many = "CREATE TABLE many AS SELECT a.name FROM pragma_function_list a LIMIT 120"
    altered(path, "DROP TABLE tiles", many, VIEW + question)
    with pytest.raises(BaseError) as caught:
        MBTiles(path).close()
    assert caught.value.reason in (Reason.UNREADABLE, Reason.NO_TILES)


def test_a_view_over_a_map_and_its_images_is_read(tmp_path):
    path = mbtiles(tmp_path / "a.mbtiles", marked(10))
    altered(
        path,
        "CREATE TABLE map AS SELECT zoom_level, tile_column, tile_row, rowid AS id FROM tiles",
        "CREATE TABLE images AS SELECT tile_data, rowid AS id FROM tiles",
        "DROP TABLE tiles",
        VIEW + "SELECT map.*, images.tile_data FROM map JOIN images ON map.id = images.id",
    )
    tiles = MBTiles(path)
    assert tiles.read(tile_at(LON, LAT, 10)[0]).startswith(b"\x89PNG")
    tiles.close()


@pytest.mark.parametrize("value", ["1", "'text'", "1.5"])
def test_a_tile_that_is_no_blob_is_broken(tmp_path, value):
    path = altered(
        mbtiles(tmp_path / "a.mbtiles", marked(10)), f"UPDATE tiles SET tile_data={value}"
    )
    tiles = MBTiles(path)
    with pytest.raises(BaseError) as caught:
        tiles.read(tile_at(LON, LAT, 10)[0])
    assert caught.value.reason is Reason.BROKEN_TILE
    tiles.close()


def read_all(path, kind):
    with closing(archive(path, kind)) as found:
        return [found.read(tile) for tile in around(10)]


@pytest.mark.parametrize("size", [0, 20, 100, 127, 400])
@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_is_cut_off_is_an_error_or_lacks_tiles(tmp_path, kind, size):
    path = KINDS[kind](tmp_path / "a.tiles", marked(10))
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(BaseError):
        read_all(path, kind)


@pytest.mark.parametrize("at", [8, 16, 24, 97, 98, 99, 100, 101, 140])
def test_a_pmtiles_file_with_a_wrong_byte_never_crashes(tmp_path, at):
    path = pmtiles(tmp_path / "a.pmtiles", marked(10))
    whole = bytearray(path.read_bytes())
    for value in (0, 5, 127, 255):
        whole[at] = value
        path.write_bytes(whole)
        with suppress(BaseError):
            assert len(read_all(path, Kind.PMTILES)) == 9


def test_pmtiles_with_packed_vector_tiles_say_so(tmp_path):
    tiles = {Tile(3, 6, 3): gzip.compress(b"\x1a\x00")}
    path = pmtiles(tmp_path / "a.pmtiles", tiles, TileType.MVT, Compression.GZIP)
    found = PMTiles(path)
    assert found.facts.form is Form.VECTOR
    assert found.read(Tile(3, 6, 3)) == b"\x1a\x00"
    assert found.read(Tile(3, 0, 0)) is None
    found.close()


def test_unpacking_stops_at_the_limit():
    with pytest.raises(BaseError) as caught:
        unpacked(gzip.compress(bytes(2000)), 1999)
    assert caught.value.reason is Reason.TOO_LARGE
    assert unpacked(gzip.compress(bytes(2000)), 2000) == bytes(2000)
    assert unpacked(zlib.compress(b"abc" * 9)) == b"abc" * 9
    assert unpacked(b"plain") == b"plain"


def test_what_is_kept_is_bounded_and_the_longest_unused_goes_first():
    kept = Kept(1000)
    for k in range(10):
        kept.put(("a", k), k, 300)
        kept.get(("a", 0))
    assert kept.bytes <= 1000
    assert kept.get(("a", 0)) == 0
    assert kept.get(("a", 1)) is None
    kept.put(("a", 99), 99, 5000)
    assert kept.get(("a", 99)) is None
    kept.forget("a")
    assert (len(kept), kept.bytes) == (0, 0)


def test_the_cache_of_a_source_stays_within_its_bound(tmp_path):
    tiles = tiles_of(mbtiles(tmp_path / "a.mbtiles", marked(14)), most=3 * 256 * 256 * 4)
    for east in range(6):
        drawn(tiles, view(9.0, lon=LON + east * 0.01))
    assert tiles._kept.bytes <= 3 * 256 * 256 * 4
    tiles.close()
