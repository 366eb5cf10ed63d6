"""Keeps how the map was left, so that the desk opens on it again."""

from PySide6.QtCore import QObject, QTimer

from app.settings import MAP, MapLeft
from widgets.bridge import Bridge
from widgets.map_view import MapView

REST_MS = 2000
"""A map that moves is kept once it rests."""


class MapMemory(QObject):
    """`note` after every change; `keep` at the end, while the desk is still open."""

    def __init__(self, bridge: Bridge, the_map: MapView, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._map = bridge, the_map
        self._noted = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.keep)
        the_map.extent_changed.connect(self.note)

    def note(self) -> None:
        self._noted = True
        self._rest.start()

    def keep(self) -> None:
        """Have the desk keep what is shown, where it changed."""
        self._rest.stop()
        if self._noted:
            self._noted = False
            future = self._bridge.desk.keep(MAP, MapLeft(view=self._map.state()))
            self._bridge.after(future, _kept)


def _kept(_: object) -> None:
    """Nothing to do; that it failed would be told."""
