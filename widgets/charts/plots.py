"""Plots over a time axis that a chart is stacked of: made, dressed in the theme, fitted."""

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from widgets import theme
from widgets.charts.fine_axis import FineTimeAxis

_AXIS_PX = 58
_LEAST_PX = (80, 40)


def make_plot(parent: QWidget, *, last: bool) -> Any:
    """A pyqtgraph PlotWidget that is zoomed in time alone; times stand below the last."""
    axis = FineTimeAxis(orientation="bottom")
    plot = pg.PlotWidget(parent, axisItems={"bottom": axis})
    plot.setMenuEnabled(False)
    plot.setMouseEnabled(x=True, y=False)
    plot.hideButtons()
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    plot.setMinimumSize(*_LEAST_PX)
    plot.getAxis("left").setWidth(_AXIS_PX)
    if not last:
        axis.setStyle(showValues=False)
    return plot


def make_line(plot: Any) -> Any:
    """A hidden upright line of a plot."""
    line = pg.InfiniteLine(angle=90, movable=False)
    line.hide()
    plot.addItem(line, ignoreBounds=True)
    return line


def dress_plot(plot: Any, text: str, font: QFont) -> None:
    """The theme's colours; `text`: what the upright axis tells."""
    look = theme.current()
    plot.setBackground(look.colour("panel"))
    for side in ("bottom", "left"):
        axis = plot.getAxis(side)
        axis.setPen(pg.mkPen(look.colour("line")))
        axis.setTextPen(pg.mkPen(look.colour("dim")))
        axis.setStyle(tickFont=font, tickLength=4 if side == "bottom" else 0)
    plot.getAxis("left").setLabel(text, color=look.colour("dim").name())


def fit_height(plot: Any, said: list[float]) -> None:
    """All of these values in sight; from nothing where nothing is among them."""
    low, top = min(said, default=0.0), max(said, default=1.0)
    room = max((top - low) * 0.1, 1.0)
    plot.setYRange(low - (room if low else 0.0), top + room, padding=0)
