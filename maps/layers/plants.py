"""Power plants by the shape of their state, grey: red and green mean opposite things to people."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QPainter

from app.model import Commissioning, Plant
from maps.layers.cases import brackets
from maps.layers.layer import Live
from maps.picking import Kind
from maps.scene import MapData
from maps.symbols import plant_state

NAMED_BELOW = 40.0  # metres per pixel
_SIZES = ((60.0, 19), (250.0, 17))
_SIZE_FAR = 15
FAR_BEYOND = 250.0  # metres per pixel; from farther only large plants are drawn
LARGE_MW = 300.0
CHOSEN_HALF_PX = 15.0
_LAST = (Commissioning.CLOSED, Commissioning.BUILDING, Commissioning.IN_SERVICE)
"""Drawn in this order where plants stand on one spot; what is being commissioned over all."""


def caption(plant: Plant) -> str:
    """The name, and in words that a plant in commissioning is not in service."""
    if plant.commissioning is Commissioning.COMMISSIONING:
        stage = QCoreApplication.translate("map", "调试·首次并网")
        return f"{plant.name} {stage}"
    return plant.name


def weight(plant: Plant) -> int:
    """The higher, the later drawn and the earlier named."""
    stage = plant.commissioning
    return _LAST.index(stage) if stage in _LAST else len(_LAST)


def order(data: MapData, ident: str) -> tuple[bool, int]:
    """As `weight`, and above all the chosen one."""
    return ident == data.selected_plant, weight(data.plant_of[ident])


def shown(plant: Plant, metres_per_px: float) -> bool:
    """Whether a plant is drawn at a scale: all when near, large and new ones when far."""
    return (
        metres_per_px <= FAR_BEYOND
        or (plant.capacity_mw or 0) >= LARGE_MW
        or plant.commissioning is Commissioning.COMMISSIONING
    )


def drawn(data: MapData, ident: str, metres_per_px: float) -> bool:
    """Whether a plant stands on the map at a scale; the chosen one always."""
    return ident == data.selected_plant or shown(data.plant_of[ident], metres_per_px)


def draw(painter: QPainter, live: Live) -> None:
    """The symbols, the chosen one last; the names are laid out with all others."""
    data, view = live.data, live.viewport
    marks = data.plant_marks
    x, y = view.to_screen(marks.x, marks.y)
    seen = (x > -20) & (x < view.width + 20) & (y > -20) & (y < view.height + 20)
    near = [
        k for k in np.flatnonzero(seen).tolist() if drawn(data, marks.ids[k], view.metres_per_px)
    ]
    at = sorted(near, key=lambda k: order(data, marks.ids[k]))
    size = next((s for finer, s in _SIZES if view.metres_per_px < finer), _SIZE_FAR)
    for k in at:
        image = live.symbols.plant(plant_state(data.plant_of[marks.ids[k]]), size)
        middle = QPointF(round(float(x[k])), round(float(y[k])))
        painter.drawImage(middle - QPointF(size // 2, size // 2), image)
        if marks.ids[k] == data.selected_plant:
            brackets(painter, live, middle.x(), middle.y(), CHOSEN_HALF_PX)
    live.targets.add(Kind.PLANT, tuple(marks.ids[k] for k in at), x[at], y[at])
