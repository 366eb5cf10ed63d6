"""Opens and closes the second map, feeds it what the first is fed, and keeps how it was left."""

from functools import partial

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QGuiApplication

from app.model import Level
from app.settings import SECOND_MAP, SecondMap, Settings
from app.store import queries
from widgets import theme
from widgets.events_feed import NOTHING, EventsFeed
from widgets.map_view import MapView
from widgets.second.link import Link, Mode
from widgets.second.pointer import Pointers
from widgets.second.window import SecondWindow
from widgets.watermark import Watermark
from widgets.window import CREDITS, Window

_PASSED_ON = (
    "place_picked",
    "case_picked",
    "alert_picked",
    "terminal_picked",
    "plant_picked",
    "events_picked",
    "tool_done",
    "tool_said",
)
"""What the second map tells, the first says for it: the console hears of one map."""

_MARGIN_PX = 40
"""A window of which less lies on a screen cannot be taken hold of, and comes up anew."""


def wire(window: Window, events: EventsFeed) -> "Keeper":
    """The action of the second map, and what the desk is asked for on behalf of both."""
    keeper = Keeper(window, events)
    window.map.colouring_changed.connect(keeper.ask_measures)
    window.actions_.bind({"view.second": keeper.toggle})
    window.closing.connect(keeper.shut_down)
    window.guard.covering.connect(keeper.cover)
    return keeper


class Keeper(QObject):
    """`second` is the window while it is open; nothing of it is left once it is closed."""

    def __init__(self, window: Window, events: EventsFeed) -> None:
        super().__init__(window)
        self._window, self._events = window, events
        self.second: SecondWindow | None = None
        self.link: Link | None = None
        self.pointers: Pointers | None = None

    def toggle(self) -> None:
        """Ctrl+M: open it as it was left, or close it."""
        if self.second is not None:
            self.second.close()
        else:
            self._window.bridge.ask(queries.settings, then=self._open, each=True)

    def cover(self, covered: bool) -> None:
        """A locked console shows nothing to click on; the window comes back with the rest."""
        if self.second is not None:
            self.second.setVisible(not covered)

    def shut_down(self) -> None:
        """The console closes."""
        if self.second is not None:
            self.second.close()

    def _open(self, settings: Settings) -> None:
        if self.second is not None or self._window.guard.covered:
            return
        kept = settings[SECOND_MAP]
        second = self.second = SecondWindow(self._window)
        self._dress(second)
        self._feed(second.map)
        self._bring_back(second, kept)
        self.link = Link(self._window.map, second.map, Mode(kept.link), self)
        self.pointers = Pointers(self._window.map, second.map, self)
        second.bar.show_mode(self.link.mode)
        second.bar.mode_wanted.connect(self.link.set_mode)
        self.link.mode_changed.connect(second.bar.show_mode)
        second.closed.connect(self._closed)
        second.show()
        second.activateWindow()
        if self._window.auto_pan is not None:
            self._window.auto_pan.watch(second)

    def _dress(self, second: SecondWindow) -> None:
        the_map, window = second.map, self._window
        the_map.set_attribution(CREDITS)
        the_map.set_clock(window.clock)
        the_map.set_hierarchy(window.hierarchy)
        the_map.set_style(theme.current().name)
        the_map.set_shelf(window.map.shelf)
        if window.watermark is not None:
            Watermark(second)
        for row in ("alarm", "desk.lock", "view.theme"):
            second.addActions([a for a in window.actions() if a.objectName().startswith(row)])

    def _feed(self, the_map: MapView) -> None:
        """The same data, told once; what is clicked is chosen in the console."""
        window = self._window
        the_map.set_data(window.feed.data)
        window.feed.fed.connect(the_map.set_data)
        window.map.shelf_changed.connect(the_map.set_shelf)
        for signal in _PASSED_ON:
            getattr(the_map, signal).connect(getattr(window.map, signal))
        the_map.pointer_moved.connect(window.status.show_position)
        the_map.colouring_changed.connect(self.ask_measures)
        the_map.stack_changed.connect(partial(self._events.follow, who="second"))

    def ask_measures(self) -> None:
        """The desk is asked for what either map is coloured by."""
        maps = [self._window.map, *([self.second.map] if self.second else [])]
        measures = {the_map.colouring.measure for the_map in maps}
        self._window.feed.colour_by("response" if "response" in measures else "open")

    def _bring_back(self, second: SecondWindow, kept: SecondMap) -> None:
        view = kept.view or self._window.map.state()
        second.map.restore(view)
        second.hold(None if kept.level is None else Level(kept.level))
        second.layers.put(second.map.stack)
        second.layers.colouring.put(second.map.colouring)
        self._events.follow(second.map.stack, who="second")
        if kept.at is not None and _on_a_screen(QRect(*kept.at)):
            second.setGeometry(*kept.at)

    def _closed(self) -> None:
        second, self.second = self.second, None
        if second is None or self.link is None or self.pointers is None:
            return
        place = second.geometry()
        left = SecondMap(
            link=self.link.mode.value,
            at=(place.x(), place.y(), place.width(), place.height()),
            level=None if second.held is None else int(second.held),
            view=second.map.state(),
        )
        self._window.bridge.after(self._window.desk.keep(SECOND_MAP, left), nothing)
        for part in (self.link, self.pointers):
            part.close()
            part.deleteLater()
        self.link = self.pointers = None
        self._window.feed.fed.disconnect(second.map.set_data)
        self._window.map.shelf_changed.disconnect(second.map.set_shelf)
        self._events.follow(NOTHING, who="second")
        second.map.shut()
        second.deleteLater()
        self._window.activateWindow()
        self.ask_measures()


def _on_a_screen(place: QRect) -> bool:
    screens = QGuiApplication.screens()
    parts = (screen.availableGeometry().intersected(place) for screen in screens)
    return any(part.width() >= _MARGIN_PX and part.height() >= _MARGIN_PX for part in parts)


def nothing(_: object) -> None:
    """There is nothing to do; that it failed would be told."""
