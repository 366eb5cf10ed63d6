"""Speed and height of tracks over one time axis; gaps are gaps, and one cursor runs through both.

It draws what is shown on the map and tells what is pointed at; a wheel looks closer, a double click
at all of it again.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.tracks.profile import profile
from maps.history import Shown
from maps.history.looks import DASHES, colour_at
from widgets import theme
from widgets.charts.plots import dress_plot, fit_height, make_line, make_plot

COLUMNS = 900
_SPAN_S = 3_600.0


class TrackChart(QWidget):
    """`pointed` carries seconds since 1970 or None; `sought` the same where somebody clicked."""

    pointed = Signal(object)
    sought = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Shown, ...] = ()
        self._span = (0.0, _SPAN_S)
        self.speed, self.height_ = self._plot(last=False), self._plot(last=True)
        self.height_.setXLink(self.speed)
        self.cursors = [make_line(plot) for plot in self.plots]
        self.moments = [make_line(plot) for plot in self.plots]
        self.curves: list[list[Any]] = [[], []]
        self.speed.getPlotItem().sigXRangeChanged.connect(lambda *_: self._draw())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 8, 0)
        column.setSpacing(0)
        column.addWidget(self.speed, 5)
        column.addWidget(self.height_, 6)
        self._at_s: float | None = None
        self._dress()

    @property
    def plots(self) -> tuple[Any, Any]:
        return self.speed, self.height_

    def put(self, shown: Sequence[Shown], since_s: float, until_s: float) -> None:
        """Draw these over this span."""
        self._shown = ()  # nothing is drawn while the curves change
        self._span = since_s, max(until_s, since_s + 1)
        for at, plot in enumerate(self.plots):
            for curve in self.curves[at]:
                plot.removeItem(curve)
            self.curves[at] = [pg.PlotCurveItem(connect="finite") for _ in shown]
            for curve in self.curves[at]:
                plot.addItem(curve)
            plot.setLimits(xMin=self._span[0], xMax=self._span[1], minXRange=10)
        self._shown = tuple(shown)
        self._dress()
        self.whole()

    def whole(self) -> None:
        """The whole span again."""
        self.speed.setXRange(*self._span, padding=0)
        self._draw()

    def show_cursor(self, at_s: float | None) -> None:
        """What is pointed at; None for nothing."""
        self._at_s = at_s
        self._show(self.cursors, at_s)

    def show_moment(self, at_s: float | None) -> None:
        """The moment that is played; None where nothing is."""
        self._show(self.moments, at_s)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
        key = Qt.Key(event.key())
        if key in steps and self._shown:
            self._step(steps[key])
        elif key in ends and self._shown and len(self._shown[0].parts.rows):
            rows = self._shown[0].parts.rows
            self.pointed.emit(float(self._shown[0].track.at_s[rows[ends[key]]]))
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.pointed.emit(None)
        elif event.type() == QEvent.Type.MouseButtonDblClick:
            self.whole()
            return True
        return False

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()

    def _step(self, by: int) -> None:
        """The next or the last fix of the first track."""
        track = self._shown[0].track
        if not len(track.sound):
            return
        row = track.nearest(self._span[0] if self._at_s is None else self._at_s, sound=True)
        place = int(track.sound.searchsorted(row)) + (0 if self._at_s is None else by)
        place = min(max(place, 0), len(track.sound) - 1)
        self.pointed.emit(float(track.at_s[track.sound[place]]))

    def _plot(self, *, last: bool) -> Any:
        plot = make_plot(self, last=last)
        plot.scene().sigMouseMoved.connect(lambda at: self._point(plot, at))
        plot.scene().sigMouseClicked.connect(lambda click: self._seek(plot, click))
        plot.viewport().installEventFilter(self)
        return plot

    def _show(self, lines: list[Any], at_s: float | None) -> None:
        for line in lines:
            line.setVisible(at_s is not None)
            if at_s is not None:
                line.setValue(at_s)

    def _point(self, plot: Any, at: QPointF) -> None:
        box = plot.getViewBox()
        if self._shown and box.sceneBoundingRect().contains(at):
            self.pointed.emit(float(box.mapSceneToView(at).x()))

    def _seek(self, plot: Any, click: Any) -> None:
        if self._shown and not click.double():
            self.sought.emit(float(plot.getViewBox().mapSceneToView(click.scenePos()).x()))

    def _draw(self) -> None:
        """What is in sight, and no more of it than there are pixels."""
        since_s, until_s = self.speed.getViewBox().viewRange()[0]
        for at, plot in enumerate(self.plots):
            said = [0.0] if not at else []
            for shown, curve in zip(self._shown, self.curves[at], strict=False):
                values = shown.track.alt_m if at else shown.track.speed_kmh
                x, y = profile(shown.track, shown.parts, values, since_s, until_s, columns=COLUMNS)
                curve.setData(x=x, y=y)
                said += (
                    [float(y[sound].min()), float(y[sound].max())]
                    if (sound := np.isfinite(y)).any()
                    else []
                )
            fit_height(plot, said)

    def _dress(self) -> None:
        look = theme.current()
        texts = self.tr("速度 km/h"), self.tr("高程 m")
        for at, plot in enumerate(self.plots):
            dress_plot(plot, texts[at], self.font())
            for shown, curve in zip(self._shown, self.curves[at], strict=True):
                curve.setPen(self._pen(shown.slot, night=look.name == "night"))
        for line in self.cursors:
            line.setPen(pg.mkPen(look.colour("text"), width=1))
        for line in self.moments:
            line.setPen(pg.mkPen(look.colour("focus"), width=2))

    @staticmethod
    def _pen(slot: int, *, night: bool) -> Any:
        pen = pg.mkPen(colour_at(night=night, slot=slot), width=1.4)
        if DASHES[slot]:
            pen.setDashPattern(list(DASHES[slot]))
        return pen
