"""Tracks in the window: what is chosen is read, drawn, told by its chart, and leaves as files."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from app.settings import TRACKS, Tracks
from app.store import queries
from app.store.queries import CaseFile, Kept
from maps.history import NO_HISTORY, History
from widgets import formats
from widgets.dialogs.retention import RetentionDialog
from widgets.export import opening
from widgets.export.tracks import TracksDialog
from widgets.map_work import MapWork
from widgets.replaying import Replaying
from widgets.toasts import Tone
from widgets.track_pointing import TrackPointing
from widgets.tracks.reading import TooMany, TrackReading
from widgets.tracks.wanted import PRESETS, Carried, Span, Wanted, span_of_task
from widgets.window import Window

_MARGIN_PX = 60


class Tracking(QObject):
    """One a window; `replaying` plays what is shown."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self.panel = window, window.panes.tracks
        self.reading = TrackReading(window.bridge, self)
        self.replaying = Replaying(window, self.panel, self)
        self.pointing = TrackPointing(window, self.panel, self)
        self._gap_min = Tracks().gap_min
        self._connect()
        window.bridge.ask(queries.settings, then=lambda kept: self._begin(kept[TRACKS]), each=True)

    def open(self, terminals: tuple[Carried, ...], span: Span, preset: str = "") -> None:
        """Show the tracks of these, instead of what was shown."""
        since, until = span
        wanted = Wanted(since=since, until=until, preset=preset)
        for one in terminals:
            wanted = wanted.adding(one)
        self._window.arrangement.reveal("tracks")
        self.panel.want(wanted)

    def open_terminal(self, terminal: str) -> None:
        """The last day of one terminal."""
        unit = self._window.feed.data.unit_of.get(terminal)
        carried = Carried(terminal, unit.name if unit else "")
        self.open((carried,), PRESETS["day"](self._window.clock()), "day")

    def open_selected(self) -> None:
        """Of the terminal that is chosen on the map or on the units board."""
        terminal = self._window.feed.data.selected_terminal
        if terminal:
            self.open_terminal(terminal)
        else:
            text = QCoreApplication.translate("tracks", "先在地图或力量看板上选一台终端")
            self._window.status.show_message(text)

    def open_case(self) -> None:
        """Of everybody who was sent to the case in hand, from dispatch to when they were done."""
        case = self._window.duty.case
        if case:
            self._window.bridge.ask(queries.case_file, case, then=self._open_file, each=True)
        else:
            text = QCoreApplication.translate("tracks", "先选一件事件")
            self._window.status.show_message(text)

    def _open_file(self, file: CaseFile | None) -> None:
        units = {unit.id: unit for unit in self._window.feed.data.units}
        tasks = [(task, units.get(task.unit)) for task in (file.tasks if file else ())]
        sent = [(task, unit) for task, unit in tasks if unit is not None and unit.terminal]
        if not sent:
            text = QCoreApplication.translate("tracks", "这件事件没有派出带终端的力量")
            self._window.status.show_message(text)
            return
        now = self._window.clock()
        spans = [span_of_task(task, now) for task, _ in sent]
        span = min(since for since, _ in spans), max(until for _, until in spans)
        self.open(tuple(Carried(unit.terminal, unit.name) for _, unit in sent), span, "task")

    def _connect(self) -> None:
        window, panel = self._window, self.panel
        panel.wanted.connect(self._want)
        panel.asked.connect(self._asked)
        panel.gap_wanted.connect(self._cut)
        self.reading.got.connect(self._put)
        self.reading.progress.connect(panel.show_progress)
        window.closing.connect(self.reading.stop)

    def _begin(self, kept: Tracks) -> None:
        self._gap_min = kept.gap_min
        self.panel.head.gap.blockSignals(True)
        self.panel.head.gap.setValue(kept.gap_min)
        self.panel.head.gap.blockSignals(False)

    def _want(self, wanted: Wanted) -> None:
        self.replaying.close()
        if wanted:
            self.reading.read(wanted)
        else:
            self.reading.stop()
            self._put(wanted, NO_HISTORY)

    def _put(self, _: Wanted, found: History | TooMany) -> None:
        if isinstance(found, TooMany):
            text = QCoreApplication.translate("tracks", "这段时间有 %1 个定位，太多：请缩短时间")
            self.panel.list.show_trouble(text.replace("%1", formats.count(found.many)))
            found = NO_HISTORY
        self.panel.put_history(found)
        self._window.feed.show_history(found)

    def _asked(self, what: str) -> None:
        acts = {
            "replay": self.replaying.toggle,
            "export": self._export,
            "retention": self._retention,
            "fit": self._fit,
            "task": self.open_case,
            "stop": self._stop,
        }
        acts[what]()

    def _stop(self) -> None:
        """The officer will not wait: nothing is shown, and that is said."""
        if self.reading.stop():
            self._put(self.panel.chosen, NO_HISTORY)
            text = QCoreApplication.translate("tracks", "已停止读取，没有画出轨迹")
            self.panel.list.show_trouble(text)

    def _cut(self, minutes: int) -> None:
        """Another length of silence: kept, and what is shown is cut anew."""
        self._gap_min = minutes
        kept = self._window.desk.keep(TRACKS, Tracks(gap_min=minutes))
        self._window.bridge.after(kept, lambda _: self._again())

    def _again(self) -> None:
        if self.panel.chosen:
            self._want(self.panel.chosen)

    def _fit(self) -> None:
        """All of what is shown, in the map."""
        extents = [one.path.extent for one in self.panel.history.shown]
        found = [extent for extent in extents if extent is not None]
        if found:
            west, south, east, north = zip(*found, strict=True)
            whole = min(west), min(south), max(east), max(north)
            the_map = self._window.map
            view, covered = the_map.viewport, the_map.left_covered
            free = view.resized(view.width - covered, view.height).fit(whole, _MARGIN_PX)
            there = free.resized(view.width, view.height).pan(covered / 2, 0.0)
            the_map.zoom_to(there)

    def _export(self) -> None:
        window = self._window
        about = opening.words_of(window)
        dialog = TracksDialog(
            self.panel.history.shown,
            window.desk,
            window.clock,
            title=f"{QCoreApplication.translate('tracks', '轨迹')} · {about.subtitle}",
            gap_s=self._gap_min * 60.0,
            simulated=window.watermark is not None,
            parent=window,
        )
        dialog.made.connect(lambda made: window.tell(opening.said_of(made), Tone.DONE))
        dialog.finished.connect(dialog.deleteLater)
        window.closing.connect(dialog.shut)
        dialog.open()

    def _retention(self) -> None:
        self._window.bridge.ask(queries.kept_positions, then=self._ask_retention, each=True)

    def _ask_retention(self, kept: Kept) -> None:
        RetentionDialog(self._window.bridge, kept.days, self._window).open()


def wire(window: Window, work: MapWork) -> Tracking:
    """The actions of tracks, and the map's menu."""
    tracking = Tracking(window)
    work.track_wanted.connect(tracking.open_terminal)
    window.actions_.bind(
        {
            "tracks.selected": tracking.open_selected,
            "tracks.case": tracking.open_case,
            "tracks.replay": partial(tracking.replaying.toggle),
        }
    )
    return tracking
