"""The rows of `bench map` about base maps of pictures: what one adds to a frame of the ground.

Nothing but the base map is drawn, in views that move; tiles and squares are kept while they are in
view, as on the desk. A GeoTIFF is measured where the extra `raster` is installed.
"""

from collections.abc import Iterator
from functools import partial
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from app.basemaps import BaseSource, BaseSources, Datum, Kind
from app.model import Level
from maps.base.mercator import turns, zoom_for
from maps.base.opening import Room
from maps.base.pictures import decoded
from maps.base.shelf import Shelf
from maps.benches.scenes import SIZE, STYLE, moved
from maps.benches.timing import Row, Samples, row
from maps.ground import base_of
from maps.kernels import CHOICE
from maps.layers import DEFAULT
from maps.layers.layer import Ground
from maps.projection import project_point
from maps.scene import MapData
from maps.viewport import Viewport

Bytes = npt.NDArray[np.uint8]

_MIDDLE = (106.55, 29.56)
_SCALES = (12.0, 16.6)  # metres per pixel: between two zooms, where most is read and mixed
_TILE_PX, _AROUND, _PICTURES = 256, (14, 9), 12
_SIDE_PX, _SIDE_DEG = 8192, 0.9
_STACK = DEFAULT.showing("relief", visible=False)
_OPENING, _ROUND = 3, 15


def rows(folder: Path, rounds: int) -> Iterator[Row]:
    """One row a kind of file and scale; `folder` for the files that are made."""
    CHOICE.load()
    yield from _measured(tiles(folder / "tiles.pmtiles"), Kind.PMTILES, "tiles", rounds)
    if find_spec("rasterio") is not None:
        yield from _measured(picture(folder / "picture.tif"), Kind.RASTER, "GeoTIFF", rounds)


def _measured(path: Path, kind: Kind, said: str, rounds: int) -> Iterator[Row]:
    source = BaseSource(id="bench", path=str(path), kind=kind, datum=Datum.CGCS2000, title=said)
    shelf = Shelf(Room(cache=path.parent, decode=decoded))
    shelf.put(BaseSources(rows=(source,)))
    shelf.settle()
    for scale in _SCALES:
        views, mine = moved(Viewport(*project_point(*_MIDDLE), scale, *SIZE).snapped()), Samples()
        for view in islice(views, _OPENING):
            frame(shelf, view)
        for view in islice(views, rounds * _ROUND):
            mine.time(partial(frame, shelf, view))
        yield row(f"base map, {said}, {scale:g} m a pixel", mine)
    shelf.close()


def frame(shelf: Shelf, view: Viewport) -> object:
    """The ground under everything else, with the base map on it."""
    ground = Ground(
        viewport=view,
        level=Level.TOWN,
        division=None,
        data=MapData(),
        style=STYLE,
        shelf=shelf,
        hidden=_STACK.hidden,
    )
    return base_of(ground, _STACK)


def tiles(path: Path) -> Path:
    """A PMTiles file about the middle of the city, for both scales: coloured noise as PNG."""
    from pmtiles.tile import Compression, TileType
    from pmtiles.writer import Writer

    rng = np.random.default_rng(20261123)
    made = [_png(_noise(rng, _TILE_PX)) for _ in range(_PICTURES)]
    zooms = sorted({zoom_for(scale, _MIDDLE[1], _TILE_PX) for scale in _SCALES})
    header = {
        "tile_type": TileType.PNG,
        "tile_compression": Compression.NONE,
        "min_zoom": zooms[0],
        "max_zoom": zooms[-1],
        **dict.fromkeys(("min_lon_e7", "min_lat_e7", "max_lon_e7", "max_lat_e7"), 0),
        **dict.fromkeys(("center_zoom", "center_lon_e7", "center_lat_e7"), 0),
    }
    with path.open("wb") as file:
        writer: Any = Writer(file)  # type: ignore[no-untyped-call]
        for number, k in sorted(_placed(zooms)):
            writer.write_tile(number, made[k])
        writer.finalize(header, {"name": "bench"})
    return path


def _placed(zooms: list[int]) -> Iterator[tuple[int, int]]:
    """The number of each tile about the middle, and which picture it has."""
    from pmtiles.tile import zxy_to_tileid

    u, v = (float(part) for part in turns(*_MIDDLE))
    for z in zooms:
        x, y = int(u * (1 << z)), int(v * (1 << z))
        for dy in range(-_AROUND[1], _AROUND[1] + 1):
            for dx in range(-_AROUND[0], _AROUND[0] + 1):
                yield zxy_to_tileid(z, x + dx, y + dy), (5 * dx + dy) % _PICTURES


def picture(path: Path) -> Path:
    """A GeoTIFF of three bands in tiles with overviews, as imagery is given."""
    import rasterio
    from rasterio.enums import Resampling
    from rasterio.transform import from_bounds

    rng = np.random.default_rng(20261123)
    noise = np.kron(_noise(rng, _SIDE_PX // 8)[:, :, :3], np.ones((8, 8, 1), np.uint8))
    (lon, lat), half = _MIDDLE, _SIDE_DEG / 2
    place = from_bounds(lon - half, lat - half, lon + half, lat + half, _SIDE_PX, _SIDE_PX)
    shape = {"width": _SIDE_PX, "height": _SIDE_PX, "count": 3, "dtype": "uint8"}
    form = {"tiled": True, "blockxsize": 256, "blockysize": 256, "compress": "deflate"}
    with rasterio.open(
        path, "w", driver="GTiff", crs="EPSG:4490", transform=place, **shape, **form
    ) as file:
        file.write(noise.transpose(2, 0, 1))
        file.build_overviews([2, 4, 8, 16], Resampling.average)
    return path


def _noise(rng: np.random.Generator, side: int) -> Bytes:
    coarse = rng.integers(0, 256, (side // 8, side // 8, 4), np.uint8)
    fine = np.kron(coarse, np.ones((8, 8, 1), np.uint8))
    fine[:, :, 3] = 255
    return fine


def _png(pixels: Bytes) -> bytes:
    height, width = pixels.shape[:2]
    image = QImage(pixels.tobytes(), width, height, 4 * width, QImage.Format.Format_RGB32)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt wants str
    return bytes(buffer.data().data())
