"""The map on screen: gestures become views, clicks become picks; MapSurface draws both."""

import math

from PySide6.QtCore import QEasingCurve, QPointF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.settings import View
from maps.extents import Extents
from maps.layers.events import Mode, here
from maps.picking import Hit, Kind
from maps.projection import project_point, unproject_point
from maps.viewport import METRES_PER_PX_AT_1, Viewport
from widgets.map_surface import MapSurface
from widgets.map_tools import make_tools
from widgets.map_tools.tool import Tool

_CLICK_PX = 4
_NOTCH = 120  # eighths of a degree in one step of a wheel
_WHEEL_FACTOR = 1.4
_KEY_FACTOR = 1.6
_ZOOM_MS = 150
_REST_MS = 400
_NEAR_M_PER_PX = 8.0
_KEY_PART = 0.25

_ARROWS = {
    Qt.Key.Key_Left: (1, 0),
    Qt.Key.Key_Right: (-1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_ZOOM_KEYS = {
    Qt.Key.Key_Plus: _KEY_FACTOR,
    Qt.Key.Key_Equal: _KEY_FACTOR,
    Qt.Key.Key_Minus: 1 / _KEY_FACTOR,
}


class MapView(MapSurface):
    """Signals carry degrees CGCS2000, codes and ids; the map changes nothing but its own view."""

    pointer_moved = Signal(float, float)
    place_picked = Signal(str)
    case_picked = Signal(str)
    alert_picked = Signal(str)
    terminal_picked = Signal(str)
    plant_picked = Signal(str)
    events_picked = Signal(object, bool)  # ids of cases, and whether one mark stands for them
    identified_all = Signal(list, str)  # hits, and the code of the place or ""
    extent_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.animated = True
        self._tools = make_tools(self)
        self._tool: Tool = self._tools["select"]
        self._box_tool = self._tools["zoom_box"]
        self._press: QPointF | None = None
        self._last = QPointF()
        self._dragging: Tool | None = None
        self._panned = False
        self._extents = Extents()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._remember)
        self._zoom = QVariantAnimation(self)
        self._zoom.setDuration(_ZOOM_MS)
        self._zoom.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._zoom.setStartValue(0.0)
        self._zoom.setEndValue(1.0)
        self._zoom.valueChanged.connect(self._zoom_step)
        self._zoom_from = self._zoom_to = self.viewport
        self._zoom_at = QPointF()
        self._picks = {
            Kind.CASE: self.case_picked,
            Kind.ALERT: self.alert_picked,
            Kind.TERMINAL: self.terminal_picked,
            Kind.PLANT: self.plant_picked,
        }

    def go_to(self, lon: float, lat: float, metres_per_px: float | None = None) -> None:
        """Centre a point in what is free of the map; else than given, at most 8 m a pixel."""
        x, y = project_point(lon, lat)
        scale = metres_per_px or min(self.viewport.metres_per_px, _NEAR_M_PER_PX)
        view = self.viewport.centred(x, y).scaled_to(scale)
        self.zoom_to(view.pan(self.left_covered / 2, 0.0))

    def fit_place(self, code: str) -> None:
        """The whole of a place; nothing where the division does not know the code."""
        division = self._division
        place = division.place(code) if division else None
        if division is None or place is None:
            return
        bounds = division.topology.level(place.level).bounds[division.index(place.code)]
        (x, y), (west, south, east, north) = division.topology.origin, map(float, bounds)
        self.zoom_to(self.viewport.fit((west + x, south + y, east + x, north + y), margin_px=28))

    def zoom_to(self, view: Viewport) -> None:
        """Another view at once, without motion between."""
        self._zoom.stop()
        self.show_view(view)

    def state(self) -> View:
        """What is shown, as it can be kept and brought back."""
        lon, lat = unproject_point(self.viewport.x, self.viewport.y)
        scale, turn_deg = self.viewport.metres_per_px, math.degrees(self.viewport.turn_rad)
        return View(
            lon=lon,
            lat=lat,
            metres_per_px=scale,
            turn_deg=turn_deg,
            colouring=self.colouring,
            layers=dict(self.stack.states),
        )

    def restore(self, view: View) -> None:
        """Show a kept view with its layers; a layer it does not know stays as it is."""
        self.set_stack(self.stack.restored(view.layers))
        self.set_colouring(view.colouring)
        centred = self.viewport.centred(*project_point(view.lon, view.lat))
        turned = centred.turned(math.radians(view.turn_deg))
        self.zoom_to(turned.scaled_to(view.metres_per_px))

    def scale_to(self, denominator: float) -> None:
        """The scale 1:n on a screen of 96 dpi, the middle staying."""
        self.zoom_to(self.viewport.scaled_to(denominator * METRES_PER_PX_AT_1))

    def turn_by(self, more_deg: float) -> None:
        """Turn the ground so far clockwise from where it is, to whole steps."""
        now = math.degrees(self.viewport.turn_rad)
        self.turn_to(round((now + more_deg) / abs(more_deg)) * abs(more_deg))

    def turn_to(self, turn_deg: float) -> None:
        """Turn the ground about the middle: north so far clockwise from up."""
        self.zoom_to(self.viewport.turned(math.radians(turn_deg)))

    def select_case(self, case: str | None) -> None:
        """Mark a case as the one in hand; None for none."""
        self.set_data(self.data.selecting(case or None))

    def tool(self, name: str) -> None:
        """Take up select, identify, zoom_box, measure_line or measure_area; else KeyError."""
        self._tool.clear()
        self._tool = self._tools[name]
        self.setCursor(self._tool.cursor)
        self.update()

    @property
    def tool_name(self) -> str:
        return self._tool.name

    def previous_extent(self) -> None:
        self._show_extent(self._extents.previous())

    def next_extent(self) -> None:
        self._show_extent(self._extents.next())

    def _show_extent(self, view: Viewport | None) -> None:
        if view is not None:
            self.zoom_to(view)
            self._rest.stop()

    def _remember(self) -> None:
        self._extents.rest(self.viewport)

    @override
    def view_changed(self) -> None:
        self._rest.start()
        self.extent_changed.emit()

    @override
    def paint_tool(self, painter: QPainter) -> None:
        for tool in {self._tool, self._box_tool}:
            tool.paint(painter, self.viewport, self._style)

    def hits(self, at: QPointF) -> list[Hit]:
        """What was drawn under a pixel, the foremost first."""
        return self._targets.pick(at.x(), at.y())

    def place_at(self, at: QPointF) -> str | None:
        return self.unit_at(at.x(), at.y())

    def pick(self, hit: Hit | None, place: str | None) -> None:
        """Tell the console what was clicked."""
        if hit is not None:
            self._picks[hit.kind].emit(hit.id)
        elif place is not None:
            self.place_picked.emit(place)

    def pick_events(self, at: QPointF) -> bool:
        """Tell what of all events lies under a pixel; False where the place is meant as well."""
        if not self.layer_visible("events"):
            return False
        found = here(self.data, self.viewport, at.x(), at.y())
        dense = found.mode is Mode.DENSITY
        if len(found.ids) == 1 and not dense:
            self.case_picked.emit(found.ids[0])
        elif found.ids:
            self.events_picked.emit(found.ids, not dense)
        return bool(found.ids) and not dense

    def identified(self, hits: list[Hit], place: str | None) -> None:
        self.identified_all.emit(hits, place or "")

    def drill(self, at: QPointF) -> None:
        """Into the place under the pointer, which brings the next level into view."""
        code = self.place_at(at)
        if code is not None:
            self.fit_place(code)

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Closer by a factor, the ground under `at` (or the middle) staying where it is."""
        where = at or QPointF(self.width() / 2, self.height() / 2)
        going = self._zoom.state() is QVariantAnimation.State.Running
        base = self._zoom_to if going else self.viewport
        target = base.zoom_at(where.x(), where.y(), factor)
        if not (self.animated and self.isVisible()):
            self.zoom_to(target)
            return
        self._zoom.stop()
        self._zoom_from, self._zoom_to, self._zoom_at = self.viewport, target, where
        self._zoom.start()

    def _zoom_step(self, share: float) -> None:
        start, end = self._zoom_from, self._zoom_to
        if share >= 1.0:
            self.show_view(end)
            return
        factor = (start.metres_per_px / end.metres_per_px) ** share
        self.show_view(start.zoom_at(self._zoom_at.x(), self._zoom_at.y(), factor))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / _NOTCH
        if steps:
            self.zoom_by(_WHEEL_FACTOR**steps, event.position())
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            dx, dy = _ARROWS[key]
            view = self.viewport
            self.zoom_to(view.pan(dx * view.width * _KEY_PART, dy * view.height * _KEY_PART))
        elif key in _ZOOM_KEYS:
            self.zoom_by(_ZOOM_KEYS[key])
        elif key == Qt.Key.Key_Escape:
            self._tool.clear()
            super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._press = self._last = event.position()
            self._panned = False
            left = event.button() is Qt.MouseButton.LeftButton
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if left and (shift or self._tool.drags):
                self._dragging = self._box_tool if shift else self._tool

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._press is not None:
            self._drag(at)
        self._tool.moved(at)
        lon, lat = unproject_point(*self.viewport.to_map(at.x(), at.y()))
        self.pointer_moved.emit(lon, lat)

    def _drag(self, at: QPointF) -> None:
        assert self._press is not None
        if self._dragging is not None:
            self._dragging.drag(self._press, at, done=False)
        elif self._panned or (at - self._press).manhattanLength() >= _CLICK_PX:
            self._panned = True
            step = at - self._last
            self.zoom_to(self.viewport.pan(step.x(), step.y()))
            self._last = at

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        press, self._press = self._press, None
        tool, self._dragging = self._dragging, None
        if press is None:
            return
        if tool is not None:
            tool.drag(press, event.position(), done=True)
        elif not self._panned and event.button() is Qt.MouseButton.LeftButton:
            self._tool.clicked(event.position())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._tool.double_clicked(event.position())
