"""Where events gather: their density smoothed over a radius in metres, in one quiet hue."""

import numpy as np
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from maps.layers.events import chosen_of
from maps.layers.layer import Ground
from maps.points import heat
from maps.points.looks import heat_lut
from maps.points.peak import peak_per_km2
from maps.strokes import give_way

RADII_M = (500.0, 1000.0, 2000.0, 5000.0)
_BAND = 96
ROOT = 0.5
"""The square root of a density is drawn evenly: a village is seen beside a city."""


def shares(most: float) -> tuple[float, ...]:
    """Densities that the legend names, events a square kilometre: parts of the most."""
    return tuple(most * (step / 4) ** (1 / ROOT) for step in range(1, 5))


def draw(painter: QPainter, ground: Ground) -> None:
    """Against the densest place of the whole city: a colour means the same wherever one looks."""
    chosen = chosen_of(ground.data)
    if not len(chosen):
        return
    view, radius_m = ground.viewport, ground.data.heat_m
    found = heat(chosen, view, radius_m=radius_m)
    most = peak_per_km2(chosen, radius_m)
    share = np.clip(found.per_km2 / np.float32(most), 0, 1) ** np.float32(ROOT)
    pixels = heat_lut(ground.style).take(np.rint(share * 255).astype(np.intp))
    rows, columns = pixels.shape
    kind = QImage.Format.Format_ARGB32_Premultiplied
    image = QImage(pixels.data, columns, rows, 4 * columns, kind)
    cell = found.cell_px
    target = QRectF(-found.across, -found.down, columns * cell, rows * cell)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for band in range(0, view.height, _BAND):
        painter.setClipRect(QRect(0, band, view.width, _BAND))
        painter.drawImage(target, image)
        give_way()
    painter.setClipping(False)
