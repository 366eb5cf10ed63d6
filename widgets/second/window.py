"""The window of the second map: its own layers, colours, level and view; the data are handed in."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.model import Level
from widgets import theme
from widgets.actions import ACTIONS
from widgets.map_view import MapView
from widgets.overview import Overview
from widgets.panels.layers import LayersPanel
from widgets.second.bar import SecondBar

LAYERS_PX = 280
SIZE = 960, 720
_TURN_DEG = 15.0


class SecondWindow(QWidget):
    """Shows a map beside the first; `closed` once, however it was closed."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(self.tr("渝图 第二张地图"))
        self.map = MapView(self)
        self.overview = Overview(self.map)
        self.bar = SecondBar(self)
        self.layers = LayersPanel(self)
        self.layers.setFixedWidth(LAYERS_PX)
        self.layers.hide()
        self.held: Level | None = None
        self._lay_out()
        self._wire()
        self.resize(*SIZE)
        self.map.setFocus()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.layers)
        row.addWidget(self.map, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(row, 1)

    def _wire(self) -> None:
        the_map, layers, bar = self.map, self.layers, self.bar
        layers.stacked.connect(the_map.set_stack)
        layers.colouring.wanted.connect(the_map.set_colouring)
        the_map.stack_changed.connect(layers.put)
        the_map.colouring_changed.connect(layers.colouring.put)
        the_map.extent_changed.connect(self._show_scale)
        bar.layers.toggled.connect(layers.setVisible)
        bar.level_wanted.connect(self.hold)
        for ident, act in self._acts().items():
            row = next(row for row in ACTIONS if row.id == ident)
            for key in row.keys:
                QShortcut(QKeySequence(key), self, act)
        QShortcut(QKeySequence("Esc"), self, self._back)

    def _acts(self) -> dict[str, Callable[[], object]]:
        """What a key of the console does here: the same, to this map."""
        the_map = self.map
        return {
            "map.north": partial(the_map.turn_to, 0.0),
            "map.left": partial(the_map.turn_by, -_TURN_DEG),
            "map.right": partial(the_map.turn_by, _TURN_DEG),
            "map.back": the_map.previous_extent,
            "map.forward": the_map.next_extent,
            "map.line": partial(the_map.tool, "measure_line"),
            "map.area": partial(the_map.tool, "measure_area"),
            "view.second": self.close,
        }

    def hold(self, level: Level | None) -> None:
        """Tell areas apart at one level; None: as the scale has it."""
        self.held = level
        self.map.set_level(level)
        self.bar.show_level(level)

    def _show_scale(self) -> None:
        self.bar.show_scale(self.map.viewport.scale_denominator)

    def _back(self) -> None:
        """Esc: put the tool away first, the window after."""
        if self.map.tool_name == "select":
            self.close()
        else:
            self.map.tool("select")

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and theme.current().name:
            self.map.set_style(theme.current().name)
        super().changeEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
