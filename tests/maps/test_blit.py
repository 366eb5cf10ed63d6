"""Pictures one over the other look the same whether or not what is hidden is drawn."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from app.model import Level
from maps.blit import show_frame, show_frames
from maps.renderer import Frame, Request
from maps.scene import MapData
from maps.style import NIGHT
from maps.viewport import Viewport

VIEW = Viewport(400_000.0, 3_200_000.0, 10.0, 200, 140).snapped()
OUTSIDE = QColor(1, 2, 3)


def frame(viewport: Viewport, seed: int) -> Frame:
    asked = Request(
        viewport=viewport,
        view=VIEW,
        dpr=1.0,
        level=Level.TOWN,
        style=NIGHT,
        division=None,
        data=MapData(),
    )
    size = viewport.height, viewport.width
    pixels = np.random.default_rng(seed).integers(0xFF000000, 0xFFFFFFFF, size, np.uint32)
    image = QImage(pixels.data, size[1], size[0], 4 * size[1], QImage.Format.Format_RGB32)
    return Frame(request=asked, pixels=pixels, image=image, runs=None, names=(), took_ms=1.0)


def drawn(paint) -> QImage:
    image = QImage(VIEW.width, VIEW.height, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 100, 50))
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


WIDE, SAME, NEAR = VIEW.scaled_to(23.0), VIEW.grown(30, 30), VIEW.scaled_to(6.5)


@pytest.mark.parametrize(
    "viewports",
    [
        (),
        (SAME,),
        (NEAR,),
        (WIDE, NEAR),
        (WIDE, SAME.pan(70, -55).snapped()),
        (NEAR.pan(40, 0), SAME.pan(90, 0).snapped(), NEAR.pan(-33.3, 12.1)),
        (SAME, NEAR.turned(0.4)),
        (NEAR, SAME.turned(0.4)),
    ],
)
def test_what_is_hidden_need_not_be_drawn(qapp, viewports):
    frames = [frame(viewport, seed) for seed, viewport in enumerate(viewports)]

    def all_of_them(painter: QPainter) -> None:
        painter.fillRect(0, 0, VIEW.width, VIEW.height, OUTSIDE)
        for one in frames:
            show_frame(painter, one, VIEW)

    assert drawn(lambda painter: show_frames(painter, frames, VIEW, OUTSIDE)) == drawn(all_of_them)
