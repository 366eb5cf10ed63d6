"""The map with the bars that stand under it: that of time, while all events are shown."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.map_view import MapView
from widgets.time_bar import TimeBar


class MapPane(QWidget):
    """Holds them; the map has all the room that the bars leave."""

    def __init__(self, the_map: MapView, time_bar: TimeBar) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(the_map, 1)
        column.addWidget(time_bar)
        self._column = column
        self.setFocusProxy(the_map)

    def add(self, bar: QWidget) -> None:
        """Another bar, below."""
        self._column.addWidget(bar)
