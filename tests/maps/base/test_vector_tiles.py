"""Vector tiles, decoded out of memory and placed; the files are written by GDAL's own driver."""

import numpy as np
import pytest
import shapely
from pmtiles.tile import TileType
from pyogrio import raw

from app.basemaps import Datum, Kind
from maps.base import gcj02
from maps.base.classes import Class
from maps.base.errors import BaseError, Reason
from maps.base.flat import Flat
from maps.base.lru import Kept
from maps.base.mesh import mesh
from maps.base.mvt import features_of
from maps.base.opening import archive, facts
from maps.base.vector_tiles import VectorTiles
from maps.projection import project, project_point
from maps.viewport import Viewport
from tests.maps.base.made import LAT, LON, pmtiles, tile_at

ZOOM = 14


@pytest.fixture(scope="module")
def water(tmp_path_factory):
    """A square of water of some 700 m about the place, as GDAL tiles it."""
    path = tmp_path_factory.mktemp("mvt") / "water.mbtiles"
    area = shapely.box(LON - 0.004, LAT - 0.003, LON + 0.004, LAT + 0.003)
    raw.write(
        path,
        np.array([shapely.to_wkb(area)], object),
        [np.array(["lake"], object)],
        ["class"],
        layer="water",
        geometry_type="Polygon",
        crs="EPSG:4326",
        driver="MBTiles",
        dataset_options={"MINZOOM": "8", "MAXZOOM": str(ZOOM)},
    )
    return path


def tiles_of(path, datum=Datum.WGS84, kind=Kind.MBTILES):
    kept: Kept[Flat | None] = Kept(1 << 20)
    return VectorTiles(archive(path, kind), datum, kept=kept, owner="a")


def view(scale=2.0, width=800, height=600):
    return mesh(Viewport(*project_point(LON, LAT), scale, width, height), Datum.WGS84)


def area_of(flats):
    """Centre and size of all water there is."""
    bounds = np.concatenate([flat.bounds[flat.cls == Class.WATER] for flat in flats])
    west, south, east, north = *bounds[:, :2].min(0), *bounds[:, 2:].max(0)
    return ((west + east) / 2, (south + north) / 2), (east - west, north - south)


@pytest.mark.parametrize("scale", [0.3, 2.0, 6.0, 100.0])
def test_water_lies_where_it_was_put_at_every_scale(water, scale):
    tiles = tiles_of(water)
    centre, size = area_of(list(tiles.features(view(scale))))
    x, y = project([LON - 0.004, LON + 0.004] * 2, [LAT - 0.003] * 2 + [LAT + 0.003] * 2)
    pixel = max(scale, 1.0)
    if scale > 1:  # nearer, the tiles in view hold a part of it
        assert centre == pytest.approx(project_point(LON, LAT), abs=pixel)
        assert size == pytest.approx((np.ptp(x), np.ptp(y)), abs=2 * pixel)
    assert size[0] <= np.ptp(x) + 2
    tiles.close()


def test_water_in_gcj02_is_shifted_back(water):
    tiles = tiles_of(water, Datum.GCJ02)
    centre, _ = area_of(list(tiles.features(view())))
    lon, lat = (float(part) for part in gcj02.unshifted(LON, LAT))
    assert centre == pytest.approx(project_point(lon, lat), abs=2.0)
    tiles.close()


def test_a_tile_is_decoded_once(water):
    tiles = tiles_of(water)
    first = {id(flat) for flat in tiles.features(view())}
    assert {id(flat) for flat in tiles.features(view())} == first
    tiles.close()
    assert tiles._kept.bytes == 0


def test_the_file_says_that_it_holds_vector_tiles(water):
    said = facts(water, Kind.MBTILES)
    assert (said.form.value, said.least_zoom, said.most_zoom) == ("vector", 8, ZOOM)


@pytest.mark.parametrize("data", [b"\x1a\xff\xff\xff\x0f", b"\x1a\x05water", bytes(9), b"x" * 999])
@pytest.mark.filterwarnings("ignore::RuntimeWarning:pyogrio")
@pytest.mark.filterwarnings("ignore::RuntimeWarning:maps")
def test_a_tile_that_is_none_holds_nothing_or_is_broken(tmp_path, data):
    own, _ = tile_at(LON, LAT, ZOOM)
    path = pmtiles(tmp_path / "a.pmtiles", {own: data}, TileType.MVT)
    tiles = tiles_of(path, kind=Kind.PMTILES)
    assert list(tiles.features(view())) == []
    assert sum(tiles.broken.values()) <= 1
    tiles.close()


def test_a_tile_above_the_limit_is_not_decoded():
    own, _ = tile_at(LON, LAT, ZOOM)
    with pytest.raises(BaseError) as caught:
        features_of(bytes(5 << 20), own, Datum.WGS84)
    assert caught.value.reason is Reason.TOO_LARGE
