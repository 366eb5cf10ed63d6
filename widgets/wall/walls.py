"""Puts the wall on another screen, or full on the only one; feeds it, and moves its map for nobody.

It goes on while the console is locked: it shows what the room may see, and offers nothing to do.
"""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QScreen

from app.changes import Changes
from app.clock import CHINA
from app.settings import WALL, Settings, View, Wall
from app.store import queries
from maps.drawing import NOTHING
from maps.history import NO_HISTORY
from maps.scene import MapData
from widgets.second.keeper import nothing
from widgets.toasts import Tone
from widgets.wall.ask import WallDialog
from widgets.wall.map import quiet
from widgets.wall.saying import said
from widgets.wall.window import WallWindow
from widgets.window import Window

_MARGIN_PX = 6
"""About the centre, in pixels of a map that is drawn several times larger."""

_SOON_MS = 500


def wire(window: Window) -> "Walls":
    """The actions of the wall."""
    walls = Walls(window)
    window.actions_.bind(
        {
            "view.wall": walls.toggle,
            "view.wall_view": walls.take_view,
            "view.wall_set": walls.ask,
        }
    )
    window.closing.connect(walls.close)
    return walls


class Walls(QObject):
    """`wall` is the window while it is open."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._kept = Wall()
        self._closed_today = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._show)
        self.wall: WallWindow | None = None

    def toggle(self) -> None:
        """Ctrl+Shift+W."""
        if self.wall is not None:
            self.wall.close()
        else:
            self._window.bridge.ask(queries.settings, then=self._open, each=True)

    def close(self) -> None:
        if self.wall is not None:
            self.wall.close()

    def take_view(self) -> None:
        """Show on the wall what the console's map shows now; it stays until somebody does so again.

        The middle and as much of the ground, whatever the wall's own shape.
        """
        self._window.bridge.ask(queries.settings, then=self._take_view, each=True)

    def ask(self) -> None:
        """Distance, screen and palette, by a dialog."""
        self._window.bridge.ask(queries.settings, then=self._ask, each=True)

    def _take_view(self, settings: Settings) -> None:
        view = self._window.map.state()
        self._keep(replace(settings[WALL], view=view))
        if self.wall is not None:
            self._frame(view)
        kept = QCoreApplication.translate("wall", "大屏用这个视野，直到再送一次")
        self._window.tell(kept, Tone.DONE)

    def _ask(self, settings: Settings) -> None:
        screen = screen_for(self._window)
        size, told = screen.size(), screen.physicalSize()
        dialog = WallDialog(
            settings[WALL],
            (size.width(), size.height()),
            (told.width(), told.height()),
            self._window,
        )
        dialog.accepted.connect(lambda: self._set(dialog.wall))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _set(self, wall: Wall) -> None:
        self._keep(wall)
        if self.wall is not None:
            self.wall.dress(wall)
            self._say()

    def _keep(self, wall: Wall) -> None:
        self._kept = wall
        self._window.bridge.after(self._window.desk.keep(WALL, wall), nothing)

    def _open(self, settings: Settings) -> None:
        if self.wall is not None:
            return
        self._kept = settings[WALL]
        wall = self.wall = WallWindow(
            self._window, self._kept, demo=self._window.watermark is not None
        )
        self._dress(wall)
        screen = screen_for(self._window)
        wall.setScreen(screen)
        wall.setGeometry(screen.geometry())
        wall.showFullScreen()
        self._frame(self._kept.view)
        wall.closed.connect(self._closed)
        window = self._window
        window.feed.fed.connect(self._feed)
        window.bridge.second.connect(self._second)
        window.bridge.changed.connect(self._hear)
        window.map.shelf_changed.connect(wall.map.set_shelf)
        QGuiApplication.instance().screenRemoved.connect(self._screen_gone)  # type: ignore[union-attr]
        self._hear(Changes(cases=frozenset({"*"})))
        self._show()
        if screen is not window.screen():
            window.activateWindow()  # the hands stay where the work is

    def _dress(self, wall: WallWindow) -> None:
        window, the_map = self._window, wall.map
        the_map.set_clock(window.clock)
        the_map.set_hierarchy(window.hierarchy)
        the_map.set_stack(quiet(the_map.stack))
        the_map.set_shelf(window.map.shelf)

    def _frame(self, view: View | None) -> None:
        """What a person chose, else the whole of the centre; nothing else ever moves this map."""
        assert self.wall is not None
        the_map = self.wall.map
        if view is None:
            the_map.fit_place(self._window.centre, margin_px=_MARGIN_PX)
            return
        wide = self._window.map.width() * view.metres_per_px
        scale = max(wide / max(the_map.width(), 1), view.metres_per_px)
        the_map.restore(replace(view, metres_per_px=scale))
        the_map.set_stack(quiet(the_map.stack))

    def _hear(self, changes: Changes) -> None:
        if changes.cases:
            since = midnight(self._window.clock())
            self._window.bridge.ask(queries.closed_since, since, then=self._put_closed)

    def _put_closed(self, number: int) -> None:
        self._closed_today = number
        self._say()

    def _feed(self, _: MapData) -> None:
        """A wall is large to paint: what comes within half a second is shown together."""
        if not self._soon.isActive():
            self._soon.start()

    def _show(self) -> None:
        """The same data as everywhere, without what somebody has in hand."""
        if self.wall is not None:
            seen = replace(
                self._window.feed.data,
                selected_case=None,
                selected_terminal=None,
                selected_place=None,
                selected_plant=None,
                selected_fence=None,
                drawing=NOTHING,
                tracks={},
                history=NO_HISTORY,
                replay=None,
                pointed=None,
            )
            self.wall.map.set_data(seen)
            self._say()

    def _second(self, now: datetime) -> None:
        if midnight(now) == now.replace(microsecond=0):
            self._hear(Changes(cases=frozenset({"*"})))  # today has begun anew
        self._say()

    def _say(self) -> None:
        """Everything beside the map, as it is now."""
        if self.wall is not None:
            self.wall.board.tell(said(self._window, self.wall, self._closed_today))

    def _screen_gone(self, screen: QScreen) -> None:
        if self.wall is not None and self.wall.screen() is screen:
            self.wall.close()
            gone = QCoreApplication.translate("wall", "大屏的屏幕断开了")
            self._window.tell(gone, Tone.FAILED)

    def _closed(self) -> None:
        wall, self.wall = self.wall, None
        if wall is None:
            return
        self._soon.stop()
        window = self._window
        window.feed.fed.disconnect(self._feed)
        window.bridge.second.disconnect(self._second)
        window.bridge.changed.disconnect(self._hear)
        window.map.shelf_changed.disconnect(wall.map.set_shelf)
        QGuiApplication.instance().screenRemoved.disconnect(self._screen_gone)  # type: ignore[union-attr]
        wall.map.shut()
        wall.deleteLater()
        window.activateWindow()


def screen_for(window: Window) -> QScreen:
    """The largest screen that the console is not on; its own where there is no other."""
    others = [screen for screen in QGuiApplication.screens() if screen is not window.screen()]
    return max(others, key=_area, default=window.screen())


def _area(screen: QScreen) -> int:
    return screen.size().width() * screen.size().height()


def midnight(now: datetime) -> datetime:
    """When today began in Beijing."""
    return now.astimezone(CHINA).replace(hour=0, minute=0, second=0, microsecond=0)
