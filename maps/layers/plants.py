"""Power plants by the shape of their state, grey: red and green mean opposite things to people."""

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from app.model import Commissioning, Plant
from maps.layers.layer import Live
from maps.lettering import Letters, Word
from maps.picking import Kind
from maps.symbols import plant_state

_SIZES = ((60.0, 19), (250.0, 17))
_SIZE_FAR = 13
_NAMED_BELOW = 40.0  # metres per pixel
_LETTERS: dict[float, Letters] = {}


def caption(plant: Plant) -> str:
    """The name, and in words that a plant in commissioning is not in service."""
    if plant.commissioning is Commissioning.COMMISSIONING:
        return f"{plant.name} 调试·首次并网"
    return plant.name


def draw(painter: QPainter, live: Live) -> None:
    data, view = live.data, live.viewport
    marks = data.plant_marks
    x, y = view.to_screen(marks.x, marks.y)
    seen = (x > -20) & (x < view.width + 20) & (y > -20) & (y < view.height + 20)
    at = np.flatnonzero(seen).tolist()
    size = next((s for finer, s in _SIZES if view.metres_per_px < finer), _SIZE_FAR)
    dpr = painter.device().devicePixelRatioF()
    letters = _LETTERS.setdefault(dpr, Letters(dpr))
    for k in at:
        plant = data.plant_of[marks.ids[k]]
        middle = QPointF(round(float(x[k])), round(float(y[k])))
        image = live.symbols.plant(plant_state(plant), size)
        painter.drawImage(middle - QPointF(size // 2, size // 2), image)
        if view.metres_per_px < _NAMED_BELOW:
            word = Word(caption(plant), 12, 0, live.style.ink, live.style.halo)
            width, _ = letters.size(word.text, word.size, 0)
            painter.drawImage(
                middle + QPointF(-round(width / 2), size // 2 - 1), letters.picture(word)
            )
    live.targets.add(Kind.PLANT, tuple(marks.ids[k] for k in at), x[at], y[at])
