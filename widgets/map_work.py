"""The work of the map's tools in the window: what a tool gave goes to who answers it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from app.model import Case, Point
from app.store import queries
from maps.layers import GROUND_LAYERS
from maps.projection import project_point
from widgets import choosing, formats
from widgets.charting import HOWS, Charting
from widgets.fencing import Fencing
from widgets.identify_view import IdentifyView
from widgets.map_menu import Doer, build
from widgets.map_tools.spots import Spot, spot_at
from widgets.models import identified, track_point
from widgets.window import Window

if TYPE_CHECKING:
    from maps.base.near import Feature


class MapWork(QObject):
    """One a window; `charting` draws and asks, `fencing` keeps fences, `view` shows a spot."""

    track_wanted = Signal(str)  # of a terminal
    terminal_wanted = Signal(str)  # its row of the register

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.charting = Charting(window)
        self.fencing = Fencing(window, self.charting)
        self.view = IdentifyView(window.map)
        self._done: dict[str, Callable[[Any], object]] = {
            **{tool: partial(self.charting.outlined, tool) for tool in HOWS},
            "identify": self.identify,
            "rings": self.charting.rings_at,
            "pin_case": self.report,
            "buffer": self.charting.buffer_line,
            "fence_draw": self.fencing.drawn,
            "fence_circle": self.fencing.drawn,
            "fence_edit": lambda edited: self.fencing.edited(*edited),
        }
        window.map.tool_done.connect(lambda tool, result: self._done[tool](result))
        window.map.tool_said.connect(window.status.show_message)
        window.map.tool_changed.connect(lambda _: self.view.hide())
        window.map.extent_changed.connect(self.view.hide)
        window.map.menu_wanted.connect(self.menu)
        self.view.wanted.connect(self.open)
        self.view.copied.connect(self._say_copied)

    def take(self, tool: str) -> None:
        """Take up a tool, with the keys on the map."""
        self._window.arrangement.reveal("map")
        self._window.map.tool(tool)
        self._window.map.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def back(self) -> bool:
        """Esc: the list of a spot, what a tool began, what is drawn, the tool; False for none."""
        the_map = self._window.map
        if self.view.dismiss():
            return True
        if the_map.tool_in_hand.begun and the_map.tool_name != "fence_edit":
            the_map.tool_in_hand.clear()
            return True
        if the_map.tool_name in ("select", *HOWS, "rings", "buffer") and self.charting.clear():
            return True
        was = the_map.tool_name != "select"
        the_map.tool("select")
        return was

    def identify(self, spot: Spot) -> None:
        """Everything at a spot, in a list beside it; what cases are called follows."""
        window = self._window
        found = identified.groups(
            spot,
            window.feed.data,
            window.hierarchy.locate(*spot.point),
            window.map.viewport,
            window.map.stack.hidden,
            self._features(spot),
        )
        view, hidden = window.map.viewport, window.map.stack.hidden
        found = [*track_point.groups(spot, window.feed.data, view, hidden), *found]
        self.view.show_at(spot.at, found, identified.coordinates(spot.point))
        self._ask_names(found)

    def _features(self, spot: Spot) -> "list[Feature]":
        """Of base maps and the catalogue of substations, as far as they are drawn."""
        the_map = self._window.map
        view, shelf, stack = the_map.viewport, the_map.shelf, the_map.stack
        from maps.base.near import near  # here: a start never needs it

        scale = view.metres_per_px
        hidden = frozenset(layer.name for layer in GROUND_LAYERS if not stack.shows(layer, scale))
        return near(shelf, view, project_point(*spot.point), identified.REACH_PX, hidden)

    def _ask_names(self, found: Sequence[identified.Group]) -> None:
        """Of cases that are known by their number only."""
        known = self._window.feed.data.case_of
        opens = [line.open for group in found for line in group.lines if line.open]
        ids = tuple(ident for what, ident in opens if what == "CASE" and ident not in known)
        if ids:
            self._window.bridge.ask(queries.cases_by_id, ids, then=self._retell)

    def _retell(self, cases: list[Case]) -> None:
        self.view.retell(identified.told(cases))

    def open(self, what: str, ident: str) -> None:
        """Open a line of the list."""
        window = self._window
        acts: dict[str, Callable[[str], object]] = {
            "CASE": partial(choosing.choose_case, window),
            "ALERT": window.strip.show_alert,
            "TERMINAL": partial(choosing.choose_terminal, window),
            "PLANT": partial(choosing.choose_plant, window, go=False),
            "PLACE": partial(choosing.go_to_place, window),
            "FENCE": self._show_fence,
        }
        acts[what](ident)

    def report(self, spot: Spot) -> None:
        """A new case where somebody pointed, with the chain of places there."""
        window = self._window
        chain = window.hierarchy.locate(*spot.point)
        names = " › ".join(place.name for place in chain.places)
        outside = QCoreApplication.translate("map_work", "此处在市域之外")
        window.acting.report_at(spot.point, names or outside)

    def go_to(self, lon: float, lat: float) -> None:
        """To a coordinate that was typed, and a pin on it until Esc."""
        self._window.map.go_to(lon, lat)
        self.charting.pin((lon, lat))

    def menu(self, at: QPointF) -> None:
        """Open the menu of a pixel of the map there."""
        self.menu_at(at).popup(self._window.map.mapToGlobal(at.toPoint()))

    def menu_at(self, at: QPointF) -> QMenu:
        """What can be done at a pixel of the map."""
        window = self._window
        spot = spot_at(window.map, at)
        chain = window.hierarchy.locate(*spot.point).places
        fences = [fence for fence in window.feed.data.fences if fence.contains(*spot.point)]
        menu = build(window, spot, chain, fences, self._doer())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _doer(self) -> Doer:
        charting, fencing = self.charting, self.fencing
        return Doer(
            identify=self.identify,
            report=self.report,
            rings=charting.rings_at,
            ring_settings=charting.edit_rings,
            buffer=lambda spot: charting.buffer_line((spot.point,)),
            copy=lambda spot: self._copy(spot.point),
            pin=lambda spot: charting.pin(spot.point),
            go=partial(choosing.go_to_place, self._window),
            within=charting.within_place,
            around=charting.buffer_place,
            fence=fencing.from_place,
            fenced=fencing.want,
            open_case=partial(choosing.choose_case, self._window),
            track=self.track_wanted.emit,
            terminal=self.terminal_wanted.emit,
            clear=charting.clear,
        )

    def _show_fence(self, ident: str) -> None:
        self._window.feed.select_fence(ident)
        self._window.arrangement.reveal("fences")
        self._window.panes.fences.view.choose(ident)

    def _copy(self, point: Point) -> None:
        text = formats.decimal(*point)
        QGuiApplication.clipboard().setText(text)
        self._say_copied(text)

    def _say_copied(self, text: str) -> None:
        said = QCoreApplication.translate("map_work", "已复制 %1")
        self._window.status.show_message(said.replace("%1", text))
