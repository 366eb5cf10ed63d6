"""The tracks 轨迹: whose, over which time, in figures; speed and height beside them."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QProgressBar, QWidget
from typing_extensions import override

from app.changes import Changes
from app.model import Unit
from app.settings import FORGOTTEN, RETENTION
from app.store import queries
from maps.history import NO_HISTORY, History
from widgets.bridge import Bridge
from widgets.panels.panel import Panel, Places
from widgets.tracks.head import TracksHead
from widgets.tracks.listed import TracksList
from widgets.tracks.wanted import PRESETS, Carried, Wanted

if TYPE_CHECKING:
    from widgets.charts.track import TrackChart

QWIDGETSIZE_MAX = 16_777_215
_BESIDE_PX = 820
_ROWS_PX = 420
_LEAST_PX = 84
"""As the tables beside it: a head that may break into lines must not take room from the map."""


class TracksPanel(Panel):
    """`wanted` carries a Wanted to be read; `asked` an act of the head ("replay", "export",
    "retention", "fit", "task", "stop"); `pointed` and `sought` a time of the chart.
    """

    wanted = Signal(object)
    asked = Signal(str)
    gap_wanted = Signal(int)
    pointed = Signal(object)
    sought = Signal(float)

    concerns = frozenset({"units"})

    def __init__(
        self,
        bridge: Bridge | None = None,
        places: Places | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(bridge, places, parent)
        since, until = PRESETS["hour"](self.now)
        self.chosen = Wanted(since=since, until=until, preset="hour")
        self.history: History = NO_HISTORY
        self.chart: TrackChart | None = None
        self.head = TracksHead(self)
        if bridge is not None:
            self.head.clock = bridge.clock
        self.list = TracksList(self)
        self.bar = QProgressBar(self)
        self.bar.setFixedHeight(6)
        self.bar.setTextVisible(False)
        self.bar.hide()
        self._lay_out()
        self._connect()
        self._say()

    def _lay_out(self) -> None:
        self.beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.beside.setSpacing(0)
        self.beside.addWidget(self.list)
        for part in (self.head, self.bar):
            self.column.addWidget(part)
        self.column.addLayout(self.beside, 1)
        self.setFocusProxy(self.head.add)
        self.setMinimumHeight(_LEAST_PX)

    def _connect(self) -> None:
        head = self.head
        head.added.connect(self.add)
        head.spanned.connect(self.over)
        head.asked.connect(self.asked)
        head.gap_chosen.connect(self.gap_wanted)
        self.list.term_wanted.connect(lambda: self.asked.emit("retention"))
        self.list.rows.dropped.connect(lambda name: self.want(self.chosen.without(name)))

    def add(self, one: Carried) -> None:
        """One terminal more."""
        self.want(self.chosen.adding(one))

    def over(self, since: datetime, until: datetime, preset: str) -> None:
        """The same terminals over another time."""
        self.want(self.chosen.over(since, until, preset))

    def want(self, wanted: Wanted) -> None:
        """Choose, show what is chosen, and have it read."""
        self.chosen = wanted
        self.list.rows.put(wanted.terminals)
        self.list.show_trouble("")
        self._say()
        self.wanted.emit(wanted)

    def put_history(self, history: History) -> None:
        """What was read."""
        self.history = history
        self.list.rows.show_figures(history.shown)
        self.show_progress(0, 0)
        self._say()
        self._draw()

    def show_progress(self, done: int, many: int) -> None:
        """How far a reading is; nothing of nothing where none goes on."""
        self.bar.setVisible(many > 0)
        self.bar.setRange(0, max(many, 1))
        self.bar.setValue(done)
        self.head.show_busy(busy=many > 0)

    @override
    def refresh(self, changes: Changes) -> None:
        super().refresh(changes)
        if {RETENTION.name, FORGOTTEN.name} & changes.settings:
            self.ask_again()

    @override
    def ask(self) -> None:
        self.question(queries.units, then=self.put_all)
        self.question(queries.kept_positions, then=self.list.put_kept)

    def put_all(self, units: Sequence[Unit]) -> None:
        """Who can be chosen: units with a terminal, and terminals that nobody carries."""
        carried = {unit.terminal: unit.name for unit in units if unit.terminal}
        heard = self.bridge.desk.latest() if self.bridge else {}
        loose = {name: name for name in heard if name not in carried}
        self.head.put([Carried(name, title) for name, title in {**carried, **loose}.items()])

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.chart is None:
            self.chart = self._make_chart()
            self._draw()
        self._stale = True  # the oldest that is kept moves on with time alone

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.bar.isVisible():
            self.asked.emit("stop")
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """The chart beside the rows where there is room, else below them."""
        wide = self.width() >= _BESIDE_PX
        ways = QBoxLayout.Direction
        self.beside.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        self.list.setMinimumWidth(_ROWS_PX if wide else 0)
        self.list.setMaximumWidth(_ROWS_PX if wide else QWIDGETSIZE_MAX)
        self.list.setMinimumHeight(0 if wide else self.list.high_px)

    def _make_chart(self) -> "TrackChart":
        """Its library is read when somebody looks: the console starts without it."""
        from widgets.charts.track import TrackChart

        chart = TrackChart(self)
        chart.pointed.connect(self.pointed)
        chart.sought.connect(self.sought)
        self.beside.addWidget(chart, 1)
        return chart

    def _draw(self) -> None:
        if self.chart is not None:
            ends = self.chosen.since.timestamp(), self.chosen.until.timestamp()
            self.chart.put(self.history.shown, *ends)
            self.chart.setVisible(bool(self.chosen))

    def _say(self) -> None:
        self.list.empty.setVisible(not self.chosen)
        self.head.show_wanted(self.chosen, there=bool(self.history))
        self._fit()
        if self.chart is not None:
            self.chart.setVisible(bool(self.chosen))
