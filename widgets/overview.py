"""The overview: the whole city in a corner of the map, with what is in view marked on it.

A click or a drag on it moves the map there. It shows itself only where the map shows a part.
"""

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.model import Level
from maps.furniture import MARGIN
from maps.labels import Box
from maps.layers.boundaries import paths
from maps.scene import Division
from maps.style import MapStyle
from maps.symbols import colour
from maps.viewport import Viewport
from widgets.map_view import MapView

WIDTH, HEIGHT = 144, 112
_BELOW = MARGIN + 46 + 8  # the north arrow stands above it
_PART = 0.55  # of the city's width or height: a larger view needs no overview
_LEAST_PX = 6.0  # a smaller frame is drawn as a cross
_MARGIN_PX = 6
_ROOM = 480  # a narrower map is left alone


class Overview(QWidget):
    """Follows its map; it holds no view of its own."""

    def __init__(self, the_map: MapView) -> None:
        super().__init__(the_map)
        self._map = the_map
        self._ground: tuple[object, QImage] | None = None
        self._pressed = False
        self.setFixedSize(WIDTH, HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("鹰眼：全市与当前视野"))
        the_map.installEventFilter(self)
        the_map.extent_changed.connect(self.follow)
        the_map.stack_changed.connect(self.follow)
        self.follow()

    @property
    def view(self) -> Viewport | None:
        """The whole city in this widget; None while there is no division."""
        division = self._map.division
        if division is None:
            return None
        lines, (x, y) = division.topology.level(Level.CITY), division.topology.origin
        west, south, east, north = (float(edge) for edge in lines.bounds[0])
        middle = (west + east) / 2 + x, (south + north) / 2 + y
        across, down = WIDTH - 2 * _MARGIN_PX, HEIGHT - 2 * _MARGIN_PX
        scale = max((east - west) / across, (north - south) / down)  # coarser than a map may be
        return Viewport(*middle, scale, WIDTH, HEIGHT)

    def follow(self) -> None:
        """Show where the map is, where that says something."""
        self.move(self._map.width() - MARGIN - WIDTH, _BELOW)
        wanted = self._map.layer_visible("overview") and self._says_something()
        self.setVisible(wanted)
        box = Box(self.x(), self.y(), WIDTH, HEIGHT)
        self._map.keep_clear("overview", box if wanted else None)
        self.update()

    def _says_something(self) -> bool:
        whole = self.view
        if whole is None or self._map.width() - self._map.left_covered < _ROOM:
            return False
        shown = self._map.viewport.extent
        city = whole.extent
        wide = (shown[2] - shown[0]) / (city[2] - city[0])
        return min(wide, (shown[3] - shown[1]) / (city[3] - city[1])) < _PART

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.follow()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        whole, division = self.view, self._map.division
        if whole is None or division is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawImage(0, 0, self._city(whole, division, self._map.map_style))
        self._frame(painter, whole, self._map.map_style)
        painter.end()

    def _city(self, whole: Viewport, division: Division, style: MapStyle) -> QImage:
        """The city and its districts, drawn once for a look."""
        dpr = self.devicePixelRatioF()
        look = (division, style, dpr)
        if self._ground is None or self._ground[0] != look:
            image = QImage(self.size() * dpr, QImage.Format.Format_ARGB32_Premultiplied)
            image.setDevicePixelRatio(dpr)
            image.fill(QColor(*style.panel))
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for level in (Level.DISTRICT, Level.CITY):
                lines = division.topology.level(level)
                chosen = np.flatnonzero(lines.rank == level).astype(np.int32)
                painter.setPen(QPen(colour(style.boundaries[level].colour), 1.0))
                for line in paths(division.topology, lines, chosen, whole):
                    painter.drawPath(line)
            painter.setPen(QPen(colour(style.panel_line), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRect(0, 0, WIDTH - 1, HEIGHT - 1))
            painter.end()
            self._ground = (look, image)
        return self._ground[1]

    def _frame(self, painter: QPainter, whole: Viewport, style: MapStyle) -> None:
        """The map's own edges, turned as the map is; a cross where they would be a dot."""
        shown = self._map.viewport
        ends = [(0, 0), (shown.width, 0), (shown.width, shown.height), (0, shown.height)]
        x, y = whole.to_screen(*np.array([shown.to_map(*end) for end in ends]).T)
        painter.setPen(QPen(colour(style.selection.colour), 1.6))
        if max(np.ptp(x), np.ptp(y)) < _LEAST_PX:
            middle = QPointF(float(x.mean()), float(y.mean()))
            for arm in (QPointF(5, 0), QPointF(0, 5)):
                painter.drawLine(middle - arm, middle + arm)
            return
        painter.setBrush(colour(style.selection.colour, 40))
        painter.drawPolygon(
            QPolygonF([QPointF(*p) for p in zip(x.tolist(), y.tolist(), strict=True)])
        )

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = True
            self._go(event.position())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed:
            self._go(event.position())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = False

    def _go(self, at: QPointF) -> None:
        whole = self.view
        if whole is not None:
            inside = min(max(at.x(), 0.0), WIDTH), min(max(at.y(), 0.0), HEIGHT)
            self._map.zoom_to(self._map.viewport.centred(*whole.to_map(*inside)))
