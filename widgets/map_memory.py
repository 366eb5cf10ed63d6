"""Keeps how the map was left, so that the desk opens on it again."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from app.settings import MAP, MapLeft, View
from maps.projection import project_point
from widgets.bridge import Bridge
from widgets.map_view import MapView

REST_MS = 2000
"""A map that moves is kept once it rests."""

_SLACK_PX = 2.0
"""A view moves by so much when its window gets another size; that is nobody's wish."""


class MapMemory(QObject):
    """`note` after every change; `close` at the end, while the desk is still open."""

    def __init__(
        self, bridge: Bridge, the_map: MapView, kept: View | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge, self._map, self._kept = bridge, the_map, kept
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.keep)
        the_map.extent_changed.connect(self.note)

    def note(self) -> None:
        self._rest.start()

    def keep(self) -> None:
        """Have the desk keep what is shown, where that is another view than the one it has."""
        view = self._map.state()
        if self._kept is None or not alike(view, self._kept):
            self._kept = view
            self._bridge.after(self._bridge.desk.keep(MAP, MapLeft(view=view)), _nothing)

    def close(self) -> None:
        """Keep what is shown now, and nothing after."""
        self._map.extent_changed.disconnect(self.note)
        self._rest.stop()
        self.keep()


def alike(one: View, other: View) -> bool:
    """Whether two views differ by no more than a window's new size makes them."""
    if replace(one, lon=0, lat=0) != replace(other, lon=0, lat=0):
        return False
    (x0, y0), (x1, y1) = project_point(one.lon, one.lat), project_point(other.lon, other.lat)
    return max(abs(x1 - x0), abs(y1 - y0)) <= _SLACK_PX * one.metres_per_px


def _nothing(_: object) -> None:
    """There is nothing to do; that it failed would be told."""
