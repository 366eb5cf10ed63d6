"""The map with what stands under it: the bar of time, while all events are shown."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.map_view import MapView
from widgets.time_bar import TimeBar


class MapPane(QWidget):
    """Holds both; the map has all the room that the bar leaves."""

    def __init__(self, the_map: MapView, time_bar: TimeBar) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(the_map, 1)
        column.addWidget(time_bar)
        self.setFocusProxy(the_map)
