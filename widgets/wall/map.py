"""The map of the wall: drawn as on a desk, so many times larger, and out of reach of any hand."""

import math
from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from maps.furniture import Piece
from maps.labels import Box
from maps.layers import Stack
from maps.layers.plants import drawn
from maps.renderer import Request
from widgets.map_ahead import STILL_MARGIN, viewport_of
from widgets.map_view import MapView

_QUIET = (
    "terminals",
    "tracks",
    "history",
    "replay",
    "tasks",
    "fences",
    "drawing",
    "legend",
    "overview",
    "events",
    "heat",
    "graticule",
    "kilometres",
)
"""Level 1 tells where something is wrong, and not with what somebody works on it."""
_CORE_PX = 4.0
"""What of a symbol no name may cover: its edge may touch the air about the letters."""


def quiet(stack: Stack) -> Stack:
    """The layers without those of the work at hand."""
    for name in _QUIET:
        stack = stack.showing(name, False)
    return stack


class WallMap(MapView):
    """Its pixels are `enlarged` pixels of the screen; it counts and is counted in its own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def enlarge(self, times: float) -> None:
        """Draw everything so many times larger; the middle stays, and so does the ground shown."""
        if times != self.enlarged:
            before = self.viewport.metres_per_px / self.enlarged
            self.enlarged = times
            self.show_view(self.viewport.scaled_to(before * times))

    @override
    def _request(self) -> Request:
        """Its pictures are very large, and need no room for a hand that would drag them; and no
        name stands under any symbol, for nobody at a wall moves the map to read it.
        """
        asked, view, dpr = super()._request(), self.viewport, self.devicePixelRatioF()
        return replace(
            asked,
            viewport=viewport_of(view, dpr, margin=STILL_MARGIN),
            taken=(*asked.taken, *self._symbols_stand()),
        )

    def _symbols_stand(self) -> Iterator[Box]:
        """Where cases, alerts and the plants of this scale are drawn."""
        data, scale = self.data, self.viewport.metres_per_px
        for marks in (data.case_marks, data.alert_marks, data.plant_marks):
            x, y = self.viewport.to_screen(marks.x, marks.y)
            for name, px, py in zip(marks.ids, x.tolist(), y.tolist(), strict=True):
                if marks is not data.plant_marks or drawn(data, name, scale):
                    yield Box(px - _CORE_PX / 2, py - _CORE_PX / 2, _CORE_PX, _CORE_PX)

    @override
    def _pieces(self) -> list[Piece]:
        """Of the furniture only what must be said; north where it is not up."""
        said = {"note", "north"} if self.viewport.turn_rad else {"note"}
        return [piece for piece in super()._pieces() if piece.name in said]

    @override
    def width(self) -> int:
        return math.ceil(super().width() / self.enlarged)

    @override
    def height(self) -> int:
        return math.ceil(super().height() / self.enlarged)

    @override
    def devicePixelRatioF(self) -> float:
        return super().devicePixelRatioF() * self.enlarged

    @override
    def render_sync(self) -> QImage:
        self._draw_now()
        return self.grab().toImage()
