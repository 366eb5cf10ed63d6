"""Very many pictures in one call stand where the same pictures stand one by one, to the pixel."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from maps.sprites import Atlas
from maps.style import DAY, NIGHT
from maps.symbols import Freshness, Symbols

SIDE = 160


def pictures(symbols: Symbols) -> list[QImage]:
    return [symbols.terminal(None, age, 13) for age in Freshness] + [symbols.outside(12)]


def canvas(dpr: float) -> QImage:
    image = QImage(round(SIDE * dpr), round(SIDE * dpr), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(dpr)
    image.fill(QColor(30, 40, 50))
    return image


@pytest.mark.parametrize("dpr", [1.0, 2.0])
@pytest.mark.parametrize("style", [NIGHT, DAY])
@pytest.mark.parametrize("many", [1, 7, 700])
def test_fragments_are_the_same_as_pictures_one_by_one(qapp, dpr, style, many):
    symbols = Symbols(style, dpr)
    images = pictures(symbols)
    atlas = Atlas(images, dpr)
    rng = np.random.default_rng(many)
    number = rng.integers(0, len(images), many)
    left, top = (np.rint(rng.uniform(-10, SIDE, many)) for _ in range(2))
    at_once, one_by_one = canvas(dpr), canvas(dpr)
    painter = QPainter(at_once)
    atlas.draw(painter, number, left, top)
    painter.end()
    painter = QPainter(one_by_one)
    for k in range(many):
        painter.drawImage(QPointF(left[k], top[k]), images[number[k]])
    painter.end()
    assert at_once == one_by_one
    assert at_once != canvas(dpr)


def test_an_atlas_draws_again_after_it_has_grown(qapp):
    images = pictures(Symbols(NIGHT, 1.0))
    atlas = Atlas(images, 1.0)
    drawn = []
    for many in (3, 5_000, 3):
        picture = canvas(1.0)
        painter = QPainter(picture)
        at = np.full(many, 20.0)
        atlas.draw(painter, np.zeros(many, int), at, at)
        painter.end()
        drawn.append(picture)
    assert drawn[0] == drawn[2]


def test_sizes_are_told_in_pixels_of_the_screen(qapp):
    for dpr in (1.0, 2.0):
        atlas = Atlas(pictures(Symbols(NIGHT, dpr)), dpr)
        assert atlas.sizes.tolist() == [[13.0, 13.0]] * 3 + [[12.0, 12.0]]
