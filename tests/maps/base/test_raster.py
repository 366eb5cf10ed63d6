"""GeoTIFF, where rasterio is installed: any system, bytes and heights, part of the file alone."""

import builtins

import numpy as np
import pytest

from app.basemaps import Datum, Kind
from maps.base.errors import BaseError, Reason
from maps.base.mesh import mesh
from maps.base.opening import facts
from maps.base.raster import Raster
from maps.base.sniff import kind_of
from maps.base.warp import warp
from maps.projection import project_point
from maps.viewport import Viewport
from tests.maps.base.made import LAT, LON

# rasterio 1.4 multiplies transforms in a way that affine 3 means to give up
pytestmark = pytest.mark.filterwarnings("ignore::PendingDeprecationWarning")

TIFF = b"II*\x00" + bytes(60)
SYSTEMS = ("EPSG:4326", "EPSG:4490", "EPSG:4545", "EPSG:4523", "EPSG:3857", "EPSG:32648")


def test_without_the_extra_the_reason_is_told(tmp_path, monkeypatch):
    path = tmp_path / "a.tif"
    path.write_bytes(TIFF)
    real = builtins.__import__

    def without(name, *rest):
        if name.startswith("rasterio"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    monkeypatch.setattr("maps.base.opening.find_spec", lambda _: None)
    for attempt in (lambda: Raster(path), lambda: facts(path, Kind.RASTER)):
        with pytest.raises(BaseError) as caught:
            attempt()
        assert caught.value.reason is Reason.NO_LIBRARY


def test_a_tiff_is_known_by_its_content(tmp_path):
    (tmp_path / "a.bin").write_bytes(TIFF)
    assert kind_of(tmp_path / "a.bin") is Kind.RASTER


@pytest.fixture
def rio():
    return pytest.importorskip("rasterio", reason="the extra raster is not installed")


def write(rio, path, crs, values, *, degrees=0.02, nodata=None):
    """A square about the place: `values` (bands, rows, columns), `degrees` from edge to edge."""
    from pyproj import Transformer
    from rasterio.transform import from_bounds

    change = Transformer.from_crs(4490, crs, always_xy=True)
    x, y = change.transform(LON, LAT)
    geographic = crs in ("EPSG:4326", "EPSG:4490")
    half = degrees / 2 if geographic else degrees / 2 * 100_000
    bands, rows, columns = values.shape
    with rio.open(
        path,
        "w",
        driver="GTiff",
        crs=crs,
        width=columns,
        height=rows,
        count=bands,
        dtype=values.dtype,
        nodata=nodata,
        transform=from_bounds(x - half, y - half, x + half, y + half, columns, rows),
    ) as made:
        made.write(values)
    return path


def crossed(rows=401):
    """Grey with a red cross whose middle is the middle of the picture."""
    values = np.full((3, rows, rows), 90, np.uint8)
    middle = rows // 2
    for part in (np.s_[:, middle - 2 : middle + 3, :], np.s_[:, :, middle - 2 : middle + 3]):
        values[part] = np.array([255, 0, 0])[:, None, None]
    return values


def drawn(raster, scale, lon=LON, lat=LAT, width=400, height=300):
    view = Viewport(*project_point(lon, lat), scale, width, height)
    patch = raster.patch(mesh(view, Datum.CGCS2000))
    return np.zeros((height, width), np.uint32) if patch is None else warp(patch, width, height)


@pytest.mark.parametrize("crs", SYSTEMS)
@pytest.mark.parametrize("scale", [1.0, 4.0, 12.0])
def test_the_middle_of_a_picture_lies_on_its_place_in_any_system(rio, tmp_path, crs, scale):
    raster = Raster(write(rio, tmp_path / "a.tif", crs, crossed()))
    pixels = drawn(raster, scale)
    red = ((pixels >> 16 & 0xFF) > 150) & ((pixels >> 8 & 0xFF) < 80)
    across = np.nonzero(red.sum(0) > red.sum(0).max() * 0.7)[0]
    down = np.nonzero(red.sum(1) > red.sum(1).max() * 0.7)[0]
    assert across.mean() + 0.5 == pytest.approx(200, abs=max(1.0, 3 / scale))
    assert down.mean() + 0.5 == pytest.approx(150, abs=max(1.0, 3 / scale))
    raster.close()


def test_outside_the_picture_and_without_data_nothing_is_drawn(rio, tmp_path):
    values = np.full((1, 100, 100), 200, np.uint8)
    values[:, :50] = 7
    raster = Raster(write(rio, tmp_path / "a.tif", "EPSG:4490", values, nodata=7))
    pixels = drawn(raster, 4.0)
    assert pixels[40, 200] == 0
    assert pixels[250, 200] == 0xFFC8C8C8
    assert drawn(raster, 4.0, lon=109.9).max() == 0
    raster.close()


def test_heights_are_shown_as_grey_from_the_lowest_to_the_highest(rio, tmp_path):
    heights = np.linspace(200, 1800, 10_000).reshape(1, 100, 100).astype(np.float32)
    raster = Raster(write(rio, tmp_path / "a.tif", "EPSG:4490", heights))
    column = drawn(raster, 6.0)[:, 200]
    grey = (column & 0xFF)[column > 0].astype(int)
    assert grey[0] < 40
    assert grey[-1] > 215
    assert (np.diff(grey) >= -1).all()
    raster.close()


def test_a_large_picture_is_read_in_the_size_it_is_shown(rio, tmp_path):
    raster = Raster(write(rio, tmp_path / "a.tif", "EPSG:4490", crossed(3001), degrees=0.3))
    view = Viewport(*project_point(LON, LAT), 100.0, 400, 300)
    patch = raster.patch(mesh(view, Datum.CGCS2000))
    assert max(patch.pixels.shape) < 800
    raster.close()


def test_a_picture_without_a_system_or_cut_off_is_refused(rio, tmp_path):
    import warnings

    path = tmp_path / "a.tif"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with rio.open(path, "w", driver="GTiff", width=9, height=9, count=1, dtype="uint8") as made:
            made.write(np.ones((1, 9, 9), np.uint8))
        with pytest.raises(BaseError) as caught:
            Raster(path)
    assert caught.value.reason is Reason.NO_CRS
    path.write_bytes(path.read_bytes()[:40])
    with pytest.raises(BaseError) as caught:
        Raster(path)
    assert caught.value.reason is Reason.UNREADABLE
