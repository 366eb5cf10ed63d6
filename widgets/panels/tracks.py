"""The tracks 轨迹: whose, over which time, in figures; speed and height beside them."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.changes import Changes
from app.model import Unit
from app.settings import FORGOTTEN, RETENTION
from app.store import queries
from app.store.queries import Kept
from maps.history import NO_HISTORY, History
from widgets import formats
from widgets.bridge import Bridge
from widgets.panels.panel import Panel, Places
from widgets.parts.labels import ElidedLabel, plain_label
from widgets.tracks.head import TracksHead
from widgets.tracks.rows import TrackRows, empty_words
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
    "retention", "fit", "stop"); `pointed` and `sought` a time of the chart.
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
        self.rows = TrackRows(self)
        self.empty = empty_words(self)
        self.trouble = plain_label(role="warning", parent=self)
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.bar = QProgressBar(self)
        self.bar.setFixedHeight(6)
        self.bar.setTextVisible(False)
        self.bar.hide()
        self.kept = ElidedLabel(role="small", parent=self)
        self.term = QToolButton(self)
        self.term.setText(self.tr("更改保留期…"))
        self.term.clicked.connect(lambda: self.asked.emit("retention"))
        self._lay_out()
        self._connect()
        self._say()

    def _lay_out(self) -> None:
        self.left = QWidget(self)
        rows = QVBoxLayout(self.left)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addWidget(self.trouble)
        rows.addWidget(self._scrolled(), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 4, 2)
        foot.addWidget(self.kept, 1)
        foot.addWidget(self.term)
        rows.addLayout(foot)
        self.beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.beside.setSpacing(0)
        self.beside.addWidget(self.left)
        for part in (self.head, self.bar):
            self.column.addWidget(part)
        self.column.addLayout(self.beside, 1)
        self.setFocusProxy(self.head.add)
        self.setMinimumHeight(_LEAST_PX)

    def _scrolled(self) -> QScrollArea:
        """The rows need no more room than there is: the map keeps its own."""
        inner = QWidget(self)
        inner.setProperty("role", "panel")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.rows, self.empty):
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(1)
        area.setWidget(inner)
        return area

    def _connect(self) -> None:
        head = self.head
        head.added.connect(self.add)
        head.spanned.connect(self.over)
        head.asked.connect(self.asked)
        head.gap_chosen.connect(self.gap_wanted)
        self.rows.dropped.connect(lambda name: self.want(self.chosen.without(name)))

    def add(self, one: Carried) -> None:
        """One terminal more."""
        self.want(self.chosen.adding(one))

    def over(self, since: datetime, until: datetime, preset: str) -> None:
        """The same terminals over another time."""
        self.want(self.chosen.over(since, until, preset))

    def want(self, wanted: Wanted) -> None:
        """Choose, show what is chosen, and have it read."""
        self.chosen = wanted
        self.rows.put(wanted.terminals)
        self.show_trouble("")
        self._say()
        self.wanted.emit(wanted)

    def put_history(self, history: History) -> None:
        """What was read."""
        self.history = history
        self.rows.show_figures(history.shown)
        self.show_progress(0, 0)
        self._say()
        self._draw()

    def show_progress(self, done: int, many: int) -> None:
        """How far a reading is; nothing of nothing where none goes on."""
        self.bar.setVisible(many > 0)
        self.bar.setRange(0, max(many, 1))
        self.bar.setValue(done)
        self.head.show_busy(busy=many > 0)

    def show_trouble(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def put_kept(self, kept: Kept) -> None:
        """For how long positions are kept, and since when there are any."""
        text = self.tr("定位保留 %1 天（自收到起）").replace("%1", str(kept.days))
        if kept.oldest is not None:
            oldest = self.tr(" · 最早 %1").replace("%1", formats.absolute(kept.oldest)[:16])
            text += oldest
        if kept.forgotten.at is not None:
            gone = self.tr(" · %1 清除 %2 点")
            gone = gone.replace("%1", formats.absolute(kept.forgotten.at)[5:16])
            text += gone.replace("%2", formats.count(kept.forgotten.last))
        self.kept.setText(text)
        self.kept.setToolTip(text)

    @override
    def refresh(self, changes: Changes) -> None:
        super().refresh(changes)
        if {RETENTION.name, FORGOTTEN.name} & changes.settings:
            self.ask_again()

    @override
    def ask(self) -> None:
        self.question(queries.units, then=self.put_all)
        self.question(queries.kept_positions, then=self.put_kept)

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
        self.left.setMinimumWidth(_ROWS_PX if wide else 0)
        self.left.setMaximumWidth(_ROWS_PX if wide else QWIDGETSIZE_MAX)
        high = self.rows.sizeHint().height() + self.term.sizeHint().height() + 8
        self.left.setMinimumHeight(0 if wide else high)

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
        self.empty.setVisible(not self.chosen)
        self.head.show_wanted(self.chosen, there=bool(self.history))
        self._fit()
        if self.chart is not None:
            self.chart.setVisible(bool(self.chosen))
