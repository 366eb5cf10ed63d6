"""The parts of a prepared picture: what lies under the areas, what lies over them, and the whole.

Areas and borders are laid by kernels, without a painter; only layers that draw themselves use one.
"""

from collections.abc import Callable, Sequence
from itertools import groupby

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage, QPainter

from maps.kernels import CHOICE
from maps.kernels.blending import faded, opaque
from maps.kernels.values import BLOCK, Line, Overlay, Paint, Pixels, Place
from maps.layers import GROUND_LAYERS
from maps.layers.layer import Ground, Layer, Stage
from maps.layers.stack import Stack
from maps.runs import OUTSIDE, Runs
from maps.scanline import fill
from maps.strokes import give_way

PREMULTIPLIED = QImage.Format.Format_ARGB32_Premultiplied
OPAQUE = QImage.Format.Format_RGB32


def runs_of(ground: Ground) -> Runs | None:
    """The areas in view; None without a division."""
    if ground.division is None:
        return None
    topology = ground.division.topology
    return fill(topology, topology.level(ground.level), ground.viewport)


def base_of(ground: Ground, stack: Stack) -> Pixels | int:
    """What lies under the areas: one colour, or a picture."""
    colour = opaque(ground.style.ground)
    if not _drawn(ground, Stage.BASE, stack):
        return colour
    pixels = _blank(ground, colour)
    paint_stage(image_of(pixels, ground.viewport.width, OPAQUE), ground, Stage.BASE, stack)
    return pixels


def overlays_of(ground: Ground, stack: Stack) -> tuple[Overlay, ...]:
    """What lies over the areas, the lowest first; layers of lines that meet are laid at once."""
    found = []

    def kind(layer: Layer[Ground]) -> tuple[bool, str]:
        alone = stack.opacity(layer.name) < 1
        return layer.lines is not None, layer.name if alone and layer.lines else ""

    for (lined, _), group in groupby(_drawn(ground, Stage.LINES, stack), kind):
        layers = list(group)
        if lined:
            found.append(_stroked(ground, layers, stack.opacity(layers[0].name)))
        else:
            found.append(_painted(ground, layers, stack))
    return tuple(found)


def whole(
    runs: Runs | None,
    paint: Paint | None,
    base: Pixels | int,
    over: Sequence[Overlay],
    ground: Ground,
) -> Pixels:
    """(height, whole blocks) opaque ARGB: everything up to the lines."""
    view = ground.viewport
    if runs is None or paint is None:
        start = np.arange(0, view.width * view.height, view.width, dtype=np.int32)
        runs = Runs(view.width, view.height, start, np.full(view.height, OUTSIDE, np.int32))
        paint = Paint(np.zeros(1, np.uint32))
    return CHOICE.now().picture(runs, paint, base, over)


def image_of(pixels: Pixels, width: int, form: QImage.Format) -> QImage:
    """The same memory as an image: hold on to the pixels for as long as it is used."""
    height, stride = pixels.shape
    return QImage(pixels.data, width, height, 4 * stride, form)


def paint_stage(image: QImage, ground: Ground, stage: Stage, stack: Stack) -> None:
    """Every layer of a stage that draws itself."""
    _paint(image, ground, _drawn(ground, stage, stack), stack)


def _drawn(ground: Ground, stage: Stage, stack: Stack) -> list[Layer[Ground]]:
    layers = stack.drawn(GROUND_LAYERS, stage, ground.viewport.metres_per_px)
    return [layer for layer in layers if (layer.draw or layer.lines) and layer.there(ground)]


def _stroked(ground: Ground, layers: Sequence[Layer[Ground]], opacity: float) -> Overlay:
    lines: list[Line] = []
    for layer in layers:
        lines += layer.lines(ground) if layer.lines else ()
    overlay = CHOICE.now().strokes(lines, Place.of(ground.viewport, (0.0, 0.0)))
    return Overlay(overlay.index, faded(overlay.pixels, opacity))


def _painted(ground: Ground, layers: Sequence[Layer[Ground]], stack: Stack) -> Overlay:
    pixels = _blank(ground, 0)
    _paint(image_of(pixels, ground.viewport.width, PREMULTIPLIED), ground, layers, stack)
    blocks = pixels.reshape(-1, BLOCK)
    pairs: npt.NDArray[np.uint64] = blocks.view(np.uint64)
    index = np.flatnonzero(np.bitwise_or.reduce(pairs, axis=1))
    return Overlay(index.astype(np.int32), blocks[index])


def _paint(image: QImage, ground: Ground, layers: Sequence[Layer[Ground]], stack: Stack) -> None:
    """A layer that is seen through is drawn by itself first: its own strokes must not show."""
    for layer in layers:
        if layer.draw is None:
            continue
        opacity = stack.opacity(layer.name)
        if opacity >= 1:
            _draw(image, layer.draw, ground)
            continue
        alone = QImage(image.size(), PREMULTIPLIED)
        alone.fill(0)
        _draw(alone, layer.draw, ground)
        painter = QPainter(image)
        painter.setOpacity(opacity)
        painter.drawImage(0, 0, alone)
        painter.end()


def _draw(image: QImage, draw: Callable[[QPainter, Ground], None], ground: Ground) -> None:
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, ground)
    painter.end()
    give_way()


def _blank(ground: Ground, colour: int) -> Pixels:
    """(height, whole blocks) of one colour."""
    blocks = -(-ground.viewport.width // BLOCK)
    return np.full((ground.viewport.height, blocks * BLOCK), colour, np.uint32)
