"""Light and shade of the mountains under everything: low contrast, and never a pattern of cells.

The source has cells of two arc-minutes; they are laid into map metres by cubic convolution first,
and shaded then, so that a slope is a slope and not a stair.
"""

from functools import lru_cache

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from maps.basemap import Relief, relief
from maps.layers.layer import Ground
from maps.projection import project, unproject
from maps.strokes import give_way
from maps.style import MapStyle
from maps.viewport import Viewport

Shades = npt.NDArray[np.float32]

_STEP_M = 1200.0
_COARSE = 16  # degrees are computed at every so many cells and interpolated between
_ROWS = 16  # of cells at a time: what is worked on stays near the processor
_BAND = 256  # rows painted in one call, which takes less than a millisecond
_GONE_MPP, _WHOLE_MPP = 20.0, 120.0  # a cell of 3.7 km says nothing about a street


@lru_cache(maxsize=1)
def shades() -> tuple[Shades, tuple[float, float]]:
    """Shade -1 (dark) to 1 (lit) by cell of 1,200 m, northmost first; and the north-west corner."""
    source = relief()
    west, south, east, north = source.bounds
    edge_lon = np.r_[np.linspace(west, east, 9), [west] * 9, [east] * 9]
    edge_lat = np.r_[[south] * 9, np.linspace(south, north, 9), np.linspace(south, north, 9)]
    x, y = project(np.r_[edge_lon, np.linspace(west, east, 9)], np.r_[edge_lat, [north] * 9])
    left, top = float(x.min()), float(y.max())
    columns, rows = int((x.max() - left) / _STEP_M), int((top - y.min()) / _STEP_M)
    lon, lat = _degrees(left, top, columns, rows)
    heights = _cubic(source, lon, lat)
    south_slope, east_slope = np.gradient(heights)
    light = (east_slope + south_slope) * np.float32(34.0)  # lit from the north-west
    light = light / (1 + np.abs(light)) + (heights - np.float32(0.35)) * np.float32(0.55)
    inside = _fade(lon, west, east) * _fade(lat, south, north)
    return (np.clip(light, -1, 1) * inside).astype(np.float32), (left, top)


def _degrees(left: float, top: float, columns: int, rows: int) -> tuple[Shades, Shades]:
    """Longitude and latitude of every cell's middle."""
    across = np.arange(0, columns + _COARSE, _COARSE)
    down = np.arange(0, rows + _COARSE, _COARSE)
    x, y = np.meshgrid(left + (across + 0.5) * _STEP_M, top - (down + 0.5) * _STEP_M)
    lon, lat = unproject(x, y)
    return _stretched(lon, columns, rows), _stretched(lat, columns, rows)


def _stretched(coarse: npt.NDArray[np.float64], columns: int, rows: int) -> Shades:
    i, j = np.arange(rows), np.arange(columns)
    fi, fj = (i % _COARSE / _COARSE)[:, None], (j % _COARSE / _COARSE)[None, :]
    i, j = i // _COARSE, j // _COARSE
    across = coarse[:, j] * (1 - fj) + coarse[:, j + 1] * fj
    return (across[i] * (1 - fi) + across[i + 1] * fi).astype(np.float32)


def _cubic(source: Relief, lon: Shades, lat: Shades) -> Shades:
    """B-spline convolution over 4 x 4 cells: it smooths as it interpolates."""
    rows = [slice(row, row + _ROWS) for row in range(0, len(lon), _ROWS)]
    return np.concatenate([_smoothed(source, lon[some], lat[some]) for some in rows])


def _smoothed(source: Relief, lon: Shades, lat: Shades) -> Shades:
    west, south, east, north = source.bounds
    rows, columns = source.heights.shape
    u = (lon - west) / (east - west) * columns - 0.5
    v = (north - lat) / (north - south) * rows - 0.5
    iu, iv = np.floor(u).astype(np.int32), np.floor(v).astype(np.int32)
    wu, wv = _weights((u - iu).astype(np.float32)), _weights((v - iv).astype(np.float32))
    heights, total = np.ravel(source.heights), np.zeros(lon.shape, np.float32)
    beside = [np.clip(iu + b - 1, 0, columns - 1) for b in range(4)]
    for a in range(4):
        row = np.clip(iv + a - 1, 0, rows - 1) * np.int32(columns)
        for b in range(4):
            total += wv[a] * wu[b] * heights.take(row + beside[b])
    return total


def _weights(t: Shades) -> tuple[Shades, ...]:
    """The uniform cubic B-spline."""
    s = np.float32(1) - t
    weights = (
        s * s * s / 6,
        (4 - 6 * t * t + 3 * t * t * t) / 6,
        (4 - 6 * s * s + 3 * s * s * s) / 6,
        t * t * t / 6,
    )
    return tuple(weight.astype(np.float32) for weight in weights)


def _fade(degrees: Shades, low: float, high: float) -> Shades:
    """0 at the edge of the source, 1 from 0.4 degrees inwards: no edge is seen."""
    return np.clip(np.minimum(degrees - low, high - degrees) / 0.4, 0, 1)


@lru_cache(maxsize=4)
def _picture(style: MapStyle) -> QImage:
    shade, _ = shades()
    pixels = np.empty((*shade.shape, 4), np.uint8)
    for channel, k in ((0, 2), (1, 1), (2, 0)):
        pixels[:, :, channel] = np.clip(np.rint(style.ground[k] + shade * style.relief), 0, 255)
    pixels[:, :, 3] = 255
    height, width = shade.shape
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def draw(painter: QPainter, ground: Ground) -> None:
    """The shaded ground, in bands: one call over the whole picture would hold others up."""
    view = ground.viewport
    strength = _strength(view.metres_per_px)
    if strength < 1:
        painter.fillRect(0, 0, view.width, view.height, QColor(*ground.style.ground))
    if strength <= 0:
        return
    painter.setOpacity(strength)
    image, (_, (left, top)) = _picture(ground.style), shades()
    cells = _cells(view, left, top).intersected(QRectF(image.rect()))
    if cells.isEmpty():
        return
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    placed = _placed(view, left, top)
    for band in range(0, view.height, _BAND):
        painter.resetTransform()
        painter.setClipRect(QRect(0, band, view.width, _BAND))
        painter.setTransform(placed)
        painter.drawImage(cells, image, cells)
        give_way()
    painter.resetTransform()
    painter.setClipping(False)
    painter.setOpacity(1)


def _cells(view: Viewport, left: float, top: float) -> QRectF:
    """The cells in view, and two more on each side."""
    west, south, east, north = view.extent
    column, row = int((west - left) / _STEP_M) - 2, int((top - north) / _STEP_M) - 2
    return (
        QRectF(column, row, (east - west) / _STEP_M + 5, (north - south) / _STEP_M + 5)
        .toAlignedRect()
        .toRectF()
    )


def _placed(view: Viewport, left: float, top: float) -> QTransform:
    """Cells -> pixels."""
    (c, s), cell = view.axes, _STEP_M / view.metres_per_px
    x, y = (float(edge) for edge in view.to_screen(left, top))
    return QTransform(cell * c, cell * s, -cell * s, cell * c, x, y)


def _strength(metres_per_px: float) -> float:
    """1 over the city, 0 among streets: the relief fades where its cells would be seen."""
    return min(max((metres_per_px - _GONE_MPP) / (_WHOLE_MPP - _GONE_MPP), 0.0), 1.0)
