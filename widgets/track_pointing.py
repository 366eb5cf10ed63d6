"""One fix pointed at: on the map it is told in the chart, in the chart it is shown on the map."""

from PySide6.QtCore import QObject, QTimer

from maps.history import Pointed, nearest_row
from maps.projection import project_point
from widgets.panels.tracks import TracksPanel
from widgets.window import Window

HOVER_MS = 40


class TrackPointing(QObject):
    """Listens to the pointer over the map and over the chart of the panel."""

    def __init__(self, window: Window, panel: TracksPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._panel = window, panel
        self._over: tuple[float, float] | None = None
        self._hover = QTimer(self)
        self._hover.setSingleShot(True)
        self._hover.setInterval(HOVER_MS)
        self._hover.timeout.connect(self._look)
        panel.pointed.connect(self._point)
        window.map.pointer_moved.connect(self._moved)

    def _moved(self, lon: float, lat: float) -> None:
        """Looked up a little later: a hand moves faster than anybody reads."""
        self._over = lon, lat
        if self._panel.history and not self._hover.isActive():
            self._hover.start()

    def _look(self) -> None:
        """What of the tracks is under the pointer."""
        the_map = self._window.map
        if self._over is None or "history" in the_map.stack.hidden:
            return
        px, py = (float(part) for part in the_map.viewport.to_screen(*project_point(*self._over)))
        for one in self._panel.history.shown:
            row = nearest_row(one.path, one.track, the_map.viewport, px, py)
            if row >= 0:
                self._show(Pointed(one.slot, row))
                return
        self._show(None)

    def _point(self, at_s: float | None) -> None:
        """What is nearest in time to what is pointed at in the chart."""
        found = [
            (abs(float(one.track.at_s[row]) - at_s), one.slot, row)
            for one in self._panel.history.shown
            if at_s is not None and (row := one.track.nearest(at_s, sound=True)) >= 0
        ]
        self._show(Pointed(*min(found)[1:]) if found else None)

    def _show(self, pointed: Pointed | None) -> None:
        """One fix, on the map and in the chart."""
        self._window.feed.point_at(pointed)
        if self._panel.chart is not None:
            shown = self._panel.history.shown
            at_s = float(shown[pointed.slot].track.at_s[pointed.row]) if pointed else None
            self._panel.chart.show_cursor(at_s)
