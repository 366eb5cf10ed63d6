"""GeoTIFF under a view, by the library rasterio where it is installed (the extra `raster`).

Only the squares in view are read, from the overview nearest to the scale, and kept; any system of
coordinates is laid into the map by its own inverse projection at the nodes of the mesh.
"""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
import numpy.typing as npt

from maps.base.errors import BaseError, Reason
from maps.base.lru import Kept
from maps.base.mesh import Mesh
from maps.base.squares import Square, squares
from maps.base.warp import Patch

Bytes = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]
Pixels = npt.NDArray[np.uint32]

_CGCS2000 = 4490
_KEPT_BYTES = 32 << 20
_LIMIT_PARTS = (2.0, 98.0)  # per cent of the values that are shown between black and white
_SAMPLE_PX = 512


class Raster:
    """An open picture with a place; BaseError: GONE, NO_LIBRARY, UNREADABLE, NO_CRS."""

    def __init__(
        self, path: Path, *, kept: Kept[Pixels] | None = None, owner: str = "raster"
    ) -> None:
        if not path.is_file():
            raise BaseError(Reason.GONE, path.name)
        try:
            import rasterio
            from rasterio.errors import RasterioError
        except ImportError as error:
            raise BaseError(Reason.NO_LIBRARY, "rasterio") from error
        self._lock = Lock()
        self._kept, self._owner = kept or Kept(_KEPT_BYTES), owner
        self._errors: tuple[type[Exception], ...] = (RasterioError, ValueError, OSError)
        self.broken: Counter[Reason] = Counter()
        try:
            self._file = rasterio.open(path, driver="GTiff")
        except self._errors as error:
            raise BaseError(Reason.UNREADABLE, str(error)) from error
        try:
            self._to_file = self._changer()
            self._limits = self._stretch()
        except BaseError:
            self.close()
            raise

    def patch(self, view: Mesh, pause: Callable[[], None] = lambda: None) -> Patch | None:
        """What lies under the view; None where there is nothing."""
        column, row = self._pixels(view.lon, view.lat)
        found = squares(column, row, (self._file.width, self._file.height))
        if found is None:
            return None
        pictures = {square: self._square(square, pause) for square in found.all}
        return Patch(found.joined(pictures), *found.places(column, row))

    def close(self) -> None:
        with self._lock:
            self._file.close()
        self._kept.forget(self._owner)

    def _square(self, square: Square, pause: Callable[[], None]) -> Pixels:
        """One square of the picture; of no size where it cannot be read."""
        key = (self._owner, square)
        pixels = self._kept.get(key)
        if pixels is None:
            pixels = self._read(square)
            pause()
            self._kept.put(key, pixels, pixels.nbytes + 200)
        return pixels

    def _changer(self) -> Callable[[Floats, Floats], tuple[Floats, Floats]]:
        from pyproj import CRS, Transformer
        from pyproj.exceptions import ProjError

        if self._file.crs is None:
            raise BaseError(Reason.NO_CRS)
        try:
            known = CRS.from_wkt(self._file.crs.to_wkt())
            change = Transformer.from_crs(_CGCS2000, known, always_xy=True)
        except ProjError as error:
            raise BaseError(Reason.NO_CRS, str(error)) from error
        return lambda lon, lat: change.transform(lon, lat)

    def _pixels(self, lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
        """Degrees -> columns and rows of the file, from the corner of the first pixel."""
        x, y = self._to_file(lon, lat)
        back = ~self._file.transform
        return back.a * x + back.b * y + back.c, back.d * x + back.e * y + back.f

    def _read(self, square: Square) -> Pixels:
        from rasterio.enums import Resampling
        from rasterio.windows import Window

        part, out = square.part(self._file.width, self._file.height)
        bands = self._bands()
        with self._lock:
            try:
                values = self._file.read(
                    bands,
                    window=Window(*part),
                    out_shape=(len(bands), *out),
                    resampling=Resampling.average,
                )
                alpha = self._file.dataset_mask(
                    window=Window(*part), out_shape=out, resampling=Resampling.nearest
                )
            except self._errors:
                self.broken[Reason.BROKEN_TILE] += 1
                return np.zeros((0, 0), np.uint32)
        return _argb(self._shown(values), alpha)

    def _bands(self) -> list[int]:
        """Three bands of colour, or one that is shown as grey."""
        return [1, 2, 3] if self._file.count >= 3 else [1]

    def _stretch(self) -> tuple[float, float] | None:
        """Between which values grey runs; None for bytes, which are shown as they are."""
        if self._file.dtypes[0] == "uint8":
            return None
        part = 0, 0, self._file.width, self._file.height
        side = min(_SAMPLE_PX, part[2]), min(_SAMPLE_PX, part[3])
        try:
            sample = self._file.read(1, out_shape=(side[1], side[0]), masked=True)
        except self._errors as error:
            raise BaseError(Reason.UNREADABLE, str(error)) from error
        known = sample.compressed()
        known = known[np.isfinite(known)]
        if not len(known):
            return 0.0, 1.0
        low, high = (float(edge) for edge in np.percentile(known, _LIMIT_PARTS))
        return low, max(high, low + 1e-9)

    def _shown(self, values: npt.NDArray[Any]) -> Bytes:
        """(3, rows, columns) of bytes."""
        if self._limits is not None:
            low, high = self._limits
            with np.errstate(invalid="ignore"):
                share = np.nan_to_num((values.astype(np.float32) - low) / (high - low))
            values = np.clip(share * 255, 0, 255)
        return np.broadcast_to(values.astype(np.uint8), (3, *values.shape[1:]))


def _argb(rgb: Bytes, alpha: Bytes) -> Pixels:
    """Premultiplied; a pixel without data is clear."""
    cover = alpha.astype(np.uint32)
    whole = cover << np.uint32(24)
    for channel, shift in zip(rgb, (16, 8, 0), strict=True):
        whole |= (channel * cover // np.uint32(255)) << np.uint32(shift)
    return whole
