"""Two maps that go along: when one moves, the other shows the same middle, or the very same view.

Neither is the master; whichever a person moves leads. Layers and colours are never linked.
"""

from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, Signal

from maps.viewport import Viewport
from widgets.map_view import MapView

_SLACK_PX = 0.75
"""A view is snapped to whole pixels; what differs by less is the same and moves nobody."""


class Mode(StrEnum):
    """How two maps are linked; the values are those of `app.settings.SecondMap`."""

    OFF = "off"
    MIDDLE = "middle"
    SCALE = "scale"


def followed(leader: Viewport, follower: Viewport, mode: Mode) -> Viewport:
    """What the follower shows after the leader moved: its middle; with SCALE its scale and turn."""
    view = follower.centred(leader.x, leader.y)
    if mode is not Mode.SCALE:
        return view
    return view.scaled_to(leader.metres_per_px).turned(leader.turn_rad)


def alike(one: Viewport, other: Viewport) -> bool:
    """Whether two views of one map differ by less than a pixel."""
    apart = max(abs(one.x - other.x), abs(one.y - other.y))
    return one.aligned(other) and apart <= _SLACK_PX * one.metres_per_px


class Link(QObject):
    """Joins two maps for as long as it lives; `close` lets them go."""

    mode_changed = Signal(object)  # Mode

    def __init__(self, first: MapView, second: MapView, mode: Mode, parent: QObject) -> None:
        super().__init__(parent)
        self._maps = (first, second)
        self.mode = Mode.OFF
        self._busy = False
        self._joined = [
            first.extent_changed.connect(partial(self._lead, first, second)),
            second.extent_changed.connect(partial(self._lead, second, first)),
        ]
        self.set_mode(mode)

    def set_mode(self, mode: Mode) -> None:
        """Link another way; the second map comes to the first at once."""
        self.mode = mode
        self._lead(*self._maps)
        self.mode_changed.emit(mode)

    def close(self) -> None:
        self.mode = Mode.OFF
        for joined in self._joined:
            QObject.disconnect(joined)

    def _lead(self, leader: MapView, follower: MapView) -> None:
        if self.mode is Mode.OFF or self._busy:
            return
        wanted = followed(leader.viewport, follower.viewport, self.mode)
        if alike(wanted, follower.viewport):
            return
        self._busy = True  # what the follower tells of its own moving is not news
        try:
            follower.zoom_to(wanted)
        finally:
            self._busy = False
