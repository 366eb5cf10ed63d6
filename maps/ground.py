"""The parts of a prepared picture: what lies under the areas, what lies over them, and the whole.

Areas and borders are laid by kernels, without a painter; only layers that draw themselves use one.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

import numpy as np
from PySide6.QtGui import QImage, QPainter

from maps.kernels import CHOICE
from maps.kernels.blending import faded, opaque
from maps.kernels.values import BLOCK, Above, Line, Overlay, Paint, Pixels, Place
from maps.layers import GROUND_LAYERS
from maps.layers.layer import Ground, Layer, Stage
from maps.layers.stack import Stack
from maps.runs import OUTSIDE, Runs
from maps.strokes import give_way

PREMULTIPLIED = QImage.Format.Format_ARGB32_Premultiplied
OPAQUE = QImage.Format.Format_RGB32


def base_of(ground: Ground, stack: Stack) -> Pixels | int:
    """What lies under the areas: one colour, or a picture."""
    colour = opaque(ground.style.ground)
    if not _drawn(ground, Stage.BASE, stack):
        return colour
    pixels = _blank(ground, colour)
    paint_stage(image_of(pixels, ground.viewport.width, OPAQUE), ground, Stage.BASE, stack)
    return pixels


def overlays_of(ground: Ground, stack: Stack) -> tuple[Above, ...]:
    """What lies over the areas, the lowest first; layers of lines that meet are laid at once.

    A layer that is seen through is drawn by itself first: its own strokes must not show.
    """
    found: list[Above] = []
    for (lined, _), group in groupby(_steps(ground, stack), lambda step: step[:2]):
        layers = [layer for _, _, layer in group]
        if lined:
            found.append(_stroked(ground, layers, stack.opacity(layers[0].name)))
        else:
            found.append(_painted(ground, layers, stack))
    return tuple(found)


def _steps(ground: Ground, stack: Stack) -> Iterator[tuple[bool, str, Layer[Ground]]]:
    """Each layer's lines and then what it draws: whether lines, and alone under which name."""
    for layer in _drawn(ground, Stage.LINES, stack):
        if layer.lines is not None:
            yield True, layer.name if stack.opacity(layer.name) < 1 else "", layer
        if layer.draw is not None and layer.there(ground):
            yield False, "", layer


def whole(
    ground: Ground,
    runs: Runs | None,
    paint: Paint | None,
    base: Pixels | int,
    above: Sequence[Above],
) -> tuple[Runs | None, Pixels]:
    """The runs, where they were not known, and (height, whole blocks) opaque ARGB."""
    kernels, view, division = CHOICE.now(), ground.viewport, ground.division
    if division is None or paint is None:
        start = np.arange(0, view.width * view.height, view.width, dtype=np.int32)
        outside = Runs(view.width, view.height, start, np.full(view.height, OUTSIDE, np.int32))
        return None, kernels.picture(outside, Paint(np.zeros(1, np.uint32)), base, above)
    if runs is not None:
        return runs, kernels.picture(runs, paint, base, above)
    topology = division.topology
    mesh = topology.level(ground.level).lines(view.metres_per_px)
    return kernels.ground(mesh, Place.of(view, topology.origin), paint, base, above)


def covered(ground: Ground, above: Sequence[Above]) -> tuple[Above, ...]:
    """The same once more: lines as what they cover, which is quicker from the second time on."""
    place, found = Place.of(ground.viewport, (0.0, 0.0)), list[Above]()
    for one in above:
        found += CHOICE.now().covers(one, place) if isinstance(one, tuple) else [one]
    return tuple(found)


def image_of(pixels: Pixels, width: int, form: QImage.Format) -> QImage:
    """The same memory as an image: hold on to the pixels for as long as it is used."""
    height, stride = pixels.shape
    return QImage(pixels.data, width, height, 4 * stride, form)


def paint_stage(image: QImage, ground: Ground, stage: Stage, stack: Stack) -> None:
    """Every layer of a stage that draws itself."""
    _paint(image, ground, _drawn(ground, stage, stack), stack)


def _drawn(ground: Ground, stage: Stage, stack: Stack) -> list[Layer[Ground]]:
    layers = stack.drawn(GROUND_LAYERS, stage, ground.viewport.metres_per_px)
    return [layer for layer in layers if layer.lines or (layer.draw and layer.there(ground))]


def _stroked(ground: Ground, layers: Sequence[Layer[Ground]], opacity: float) -> Above:
    lines: list[Line] = []
    for layer in layers:
        lines += layer.lines(ground) if layer.lines else ()
    if opacity >= 1:
        return tuple(lines)
    overlay = CHOICE.now().strokes(tuple(lines), Place.of(ground.viewport, (0.0, 0.0)))
    return Overlay(overlay.index, faded(overlay.pixels, opacity))


def _painted(ground: Ground, layers: Sequence[Layer[Ground]], stack: Stack) -> Overlay:
    pixels = _blank(ground, 0)
    _paint(image_of(pixels, ground.viewport.width, PREMULTIPLIED), ground, layers, stack)
    return Overlay.of(pixels)


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
