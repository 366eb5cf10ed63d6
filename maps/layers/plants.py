"""Power plants by the shape of their state, grey: red and green mean opposite things to people."""

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QPainter

from app.model import Commissioning, Plant
from maps.layers.cases import brackets
from maps.layers.layer import Live
from maps.picking import Kind
from maps.scene import MapData, Marks
from maps.symbols import PlantState, plant_state

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
    far, chosen = view.metres_per_px > FAR_BEYOND, data.selected_plant
    looks = _looks(data.plants, data.plant_marks)
    at = [
        k for k in looks.order if seen[k] and (looks.far[k] or not far) and marks.ids[k] != chosen
    ]
    at += [k for k in looks.order if seen[k] and marks.ids[k] == chosen]
    size = next((s for finer, s in _SIZES if view.metres_per_px < finer), _SIZE_FAR)
    left, top = np.rint(x) - size // 2, np.rint(y) - size // 2
    for k in at:
        painter.drawImage(QPointF(left[k], top[k]), live.symbols.plant(looks.states[k], size))
        if marks.ids[k] == chosen:
            brackets(painter, live, round(x[k]), round(y[k]), CHOSEN_HALF_PX)
    rows = np.array(at, np.intp)
    live.targets.add(Kind.PLANT, marks.ids, x[rows], y[rows], rows=rows)


@dataclass(frozen=True, slots=True)
class _Looks:
    """Of each of the marks: its state, and whether it is drawn when far; `order` of drawing."""

    order: list[int]
    states: list[PlantState]
    far: list[bool]


_looked: list[tuple[tuple[Plant, ...], _Looks]] = []


def _looks(plants: tuple[Plant, ...], marks: Marks) -> _Looks:
    """Plants change seldom, and are drawn at every step of a hand: the last answer is kept."""
    if not _looked or _looked[0][0] is not plants:
        by_id = {plant.id: plant for plant in plants}
        placed = [by_id[name] for name in marks.ids]
        made = _Looks(
            order=sorted(range(len(placed)), key=lambda k: weight(placed[k])),
            states=[plant_state(plant) for plant in placed],
            far=[shown(plant, math.inf) for plant in placed],
        )
        _looked[:] = [(plants, made)]
    return _looked[0][1]
