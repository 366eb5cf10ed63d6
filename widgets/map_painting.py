"""Painting the map at a moment: the prepared pictures, what moves, the names, the furniture."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtGui import QColor, QPainter

from maps import furniture
from maps.blit import show_frames
from maps.labels import Box
from maps.layers import LIVE_LAYERS, Stack
from maps.layers.drawing import plates
from maps.layers.layer import Layer, Live, Stage
from maps.name_sheet import NameSheet
from maps.renderer import Frame
from maps.style import MapStyle
from widgets.map_plate import Plate

_Drawn: TypeAlias = tuple[Layer[Live], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """`frames`: pictures of the ground to lay one over the other; `lettered`: whose names stand;
    `hidden`: where no name is shown besides under `live.taken`; `dpr` of the screen.
    """

    frames: tuple[Frame, ...]
    lettered: Frame | None
    stack: Stack
    live: Live
    pieces: Sequence[furniture.Piece]
    hidden: tuple[Box, ...]
    watermark: str
    dpr: float


class Painting:
    """Keeps pictures of names and furniture from one moment to the next. GUI thread only."""

    def __init__(self) -> None:
        self._names, self._plate = NameSheet(), Plate()
        self._drawn: tuple[Stack, float, list[_Drawn]] | None = None

    def lay(self, painter: QPainter, moment: Moment) -> None:
        """The ground, what moves on it, and the names where nothing else stands."""
        live = moment.live
        show_frames(painter, moment.frames, live.viewport, QColor(*live.style.outside))
        for layer, opacity in self._layers(moment.stack, live.viewport.metres_per_px):
            painter.setOpacity(opacity)
            if layer.stage is Stage.NAMES:
                self._lay_names(painter, moment)
            elif layer.draw:
                layer.draw(painter, live)
        painter.setOpacity(1)

    def furnish(self, painter: QPainter, moment: Moment) -> None:
        """What stands on the map, over all else."""
        view, style = moment.live.viewport, moment.live.style
        if moment.watermark:
            furniture.watermark(painter, view, style, moment.watermark)
        self._plate.draw(painter, moment.pieces, style, moment.dpr)

    def _lay_names(self, painter: QPainter, moment: Moment) -> None:
        if moment.lettered is not None:
            live = moment.live
            taken = (*live.taken, *moment.hidden, *plates(live))
            self._names.draw(painter, moment.lettered, live.viewport, taken)

    def _layers(self, stack: Stack, metres_per_px: float) -> list[_Drawn]:
        """Those that are drawn at this scale, the lowest first, each with its opacity."""
        kept = self._drawn
        if kept is None or kept[0] is not stack or kept[1] != metres_per_px:
            rows = [
                (layer, stack.opacity(layer.name))
                for layer in stack.ordered(LIVE_LAYERS)
                if stack.shows(layer, metres_per_px)
            ]
            kept = self._drawn = (stack, metres_per_px, rows)
        return kept[2]


def stands(frame: Frame | None, style: MapStyle, division: object) -> bool:
    """Whether names of a frame may be shown: those of another look or division may not."""
    if frame is None:
        return False
    asked = frame.request
    return asked.style is style and asked.division is division
