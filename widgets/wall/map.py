"""The map of the wall: drawn as on a desk, so many times larger, and out of reach of any hand."""

import math
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from maps.furniture import Piece
from maps.layers import Stack
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
        """Its pictures are very large, and need no room for a hand that would drag them."""
        view, dpr = self.viewport, self.devicePixelRatioF()
        return replace(super()._request(), viewport=viewport_of(view, dpr, margin=STILL_MARGIN))

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
