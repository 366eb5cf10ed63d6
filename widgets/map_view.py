"""The map on screen: gestures become views, clicks become picks; MapSurface draws both."""

import math

from PySide6.QtCore import QPointF, QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.settings import View
from maps.extents import Extents
from maps.layers.events import Mode
from maps.layers.events_here import here
from maps.picking import Hit, Kind
from maps.projection import project_point, unproject_point
from maps.snapping import Line
from maps.viewport import METRES_PER_PX_AT_1, Viewport
from widgets.map_gestures import MapGestures
from widgets.map_tools import make_tools
from widgets.map_tools.edges import lines_near
from widgets.map_tools.tool import Tool

_REST_MS = 400
_NEAR_M_PER_PX = 8.0


class MapView(MapGestures):
    """Signals carry degrees CGCS2000, codes and ids; the map changes nothing but its own view."""

    place_picked = Signal(str)
    case_picked = Signal(str)
    alert_picked = Signal(str)
    terminal_picked = Signal(str)
    plant_picked = Signal(str)
    events_picked = Signal(object, bool)  # ids of cases, and whether one mark stands for them
    tool_done = Signal(str, object)  # the tool, and what came of it
    tool_said = Signal(str)
    extent_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._extents = Extents()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._remember)
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

    def fit_place(self, code: str, *, margin_px: int = 28) -> None:
        """The whole of a place; nothing where the division does not know the code."""
        division = self._division
        place = division.place(code) if division else None
        if division is None or place is None:
            return
        bounds = division.topology.level(place.level).bounds[division.index(place.code)]
        (x, y), (west, south, east, north) = division.topology.origin, map(float, bounds)
        self.zoom_to(self.viewport.fit((west + x, south + y, east + x, north + y), margin_px))

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

    def done(self, tool: str, result: object) -> None:
        """Tell the console what came of a tool."""
        self.tool_done.emit(tool, result)

    def say(self, text: str) -> None:
        """Tell the officer why a tool does not go on."""
        self.tool_said.emit(text)

    def lines_near(self, at: QPointF, *, but: str = "") -> list[Line]:
        """Boundaries and fences about a pixel, in pixels; without one fence."""
        return lines_near(self._division, self.data, self.viewport, at, but=but)

    @override
    def make_tools(self) -> dict[str, Tool]:
        return make_tools(self)

    def drill(self, at: QPointF) -> None:
        """Into the place under the pointer, which brings the next level into view."""
        code = self.place_at(at)
        if code is not None:
            self.fit_place(code)
