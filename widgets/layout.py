"""Where the panels stand, by the size of the window alone: wide, laptop or narrow.

The alarm strip, the counters and the coordinates stand outside and are never dropped.
"""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from widgets.rail import RAIL_PX, Pane, Rail
from widgets.shapes import BOARDS_PX, LEFT_PX, WORK_PARTS, Shape, right_px, shape_of

_FOLDED = frozenset({"terminals", "shorts", "tracks", "plants", "alerts", "log"})
"""Boards that slide over the map where there is no room below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panes:
    """All that is arranged. `left` and `boards` are lists; the rest has its fixed place."""

    map: QWidget
    left: tuple[Pane, ...]
    queue: Pane
    case: Pane
    dispatch: Pane
    boards: tuple[Pane, ...]


class Layout(QWidget):
    """Holds the panes and moves them when the window changes its shape."""

    covering = Signal(int)  # so many pixels of the map, from its left, lie under a slide-over

    def __init__(self, panes: Panes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panes = panes
        self.shape: Shape | None = None
        self._tabs: dict[str, tuple[QTabWidget, int]] = {}
        self._titles: dict[str, str] = {}
        self._counts: dict[str, int] = {}
        self._body = QWidget(self)
        self._rail = Rail(self, self.covering.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)

    def arrange(self, size: QSize) -> bool:
        """Arrange for a window of this size; True where that changed the shape."""
        shape = shape_of(size)
        if shape == self.shape:
            return False
        self.shape = shape
        self._detach()
        build = {Shape.WIDE: self._wide, Shape.LAPTOP: self._laptop, Shape.NARROW: self._narrow}
        self._body = build[shape](size)
        box = self.layout()
        assert box is not None
        box.addWidget(self._body)
        self._body.show()
        self._rail.to_front()
        return True

    def reveal(self, pane: str) -> None:
        """Bring a pane to the front, by its tab or by sliding it over the map."""
        self.fold()
        if pane in self._rail:
            self._rail.open(pane)
        elif pane in self._tabs:
            tabs, index = self._tabs[pane]
            tabs.setCurrentIndex(index)
        outer = self._tabs.get("work" if pane != "map" else "map")
        if outer is not None and pane not in self._rail:
            outer[0].setCurrentIndex(outer[1])

    def fold(self) -> bool:
        """Take the slide-over away; True where there was one."""
        return self._rail.fold()

    def set_count(self, pane: str, number: int) -> None:
        """Put a count behind a pane's name on its tab."""
        self._counts[pane] = number
        if pane in self._tabs:
            tabs, index = self._tabs[pane]
            tabs.setTabText(index, self._titled(pane))

    def map_only(self, only: bool) -> None:
        """Hide everything but the map, or bring it back."""
        the_map = self._panes.map
        splitters = [s for s in self.findChildren(QSplitter) if s.isAncestorOf(the_map)]
        for part in [s.widget(at) for s in splitters for at in range(s.count())]:
            assert part is not None
            part.setVisible(not only or part is the_map or part.isAncestorOf(the_map))

    def place_slide(self) -> None:
        """Keep the slide-over beside the rail and as high as the map."""
        self._rail.place()

    def _wide(self, size: QSize) -> QWidget:
        panes = self._panes
        middle = self._splitter(Qt.Orientation.Vertical, panes.map, self._tab_widget(panes.boards))
        middle.setSizes([10_000, BOARDS_PX])
        middle.setStretchFactor(0, 1)
        work = self._splitter(
            Qt.Orientation.Vertical, panes.queue.widget, panes.case.widget, panes.dispatch.widget
        )
        work.setSizes(list(WORK_PARTS))
        body = self._splitter(Qt.Orientation.Horizontal, self._tab_widget(panes.left), middle, work)
        right = right_px(size.width())
        body.setSizes([LEFT_PX, size.width() - LEFT_PX - right, right])
        body.setStretchFactor(1, 1)
        return body

    def _laptop(self, size: QSize) -> QWidget:
        right = right_px(size.width())
        body = self._splitter(Qt.Orientation.Horizontal, self._panes.map, self._work())
        body.setSizes([size.width() - RAIL_PX - right, right])
        body.setStretchFactor(0, 1)
        return self._beside_rail(body)

    def _narrow(self, size: QSize) -> QWidget:
        tabs = QTabWidget(self)
        tabs.setDocumentMode(True)
        self._tabs["map"] = (tabs, tabs.addTab(self._panes.map, self.tr("地图")))
        self._tabs["work"] = (tabs, tabs.addTab(self._work(), self.tr("事件")))
        return self._beside_rail(tabs)

    def _work(self) -> QWidget:
        panes = self._panes
        fold = {pane.id for pane in self._rail_panes()}
        tabs = self._tab_widget(
            (panes.queue, panes.dispatch, *(b for b in panes.boards if b.id not in fold))
        )
        work = self._splitter(Qt.Orientation.Vertical, tabs, panes.case.widget)
        work.setSizes([300, 300])
        return work

    def _rail_panes(self) -> tuple[Pane, ...]:
        folded = tuple(b for b in self._panes.boards if b.id in _FOLDED)
        return (*self._panes.left, *folded)

    def _beside_rail(self, body: QWidget) -> QWidget:
        frame = QWidget(self)
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail.build(self._rail_panes()))
        row.addWidget(body, 1)
        self._rail.to_front()
        return frame

    def _tab_widget(self, panes: tuple[Pane, ...]) -> QTabWidget:
        tabs = QTabWidget(self)
        tabs.setDocumentMode(True)
        tabs.tabBar().setExpanding(False)
        tabs.tabBar().setDrawBase(False)
        for pane in panes:
            self._titles[pane.id] = pane.title
            self._tabs[pane.id] = (tabs, tabs.addTab(pane.widget, self._titled(pane.id)))
        return tabs

    def _titled(self, pane: str) -> str:
        count = self._counts.get(pane)
        return self._titles[pane] if count is None else f"{self._titles[pane]} {count}"

    def _splitter(self, way: Qt.Orientation, *parts: QWidget) -> QSplitter:
        splitter = QSplitter(way, self)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        for part in parts:
            splitter.addWidget(part)
            part.show()
        return splitter

    def _detach(self) -> None:
        """Take all panes out of their places, which then go."""
        self.fold()
        panes = self._panes
        kept = [panes.map, panes.queue.widget, panes.case.widget, panes.dispatch.widget]
        kept += [pane.widget for pane in (*panes.left, *panes.boards)]
        for widget in kept:
            widget.setParent(self)
            widget.hide()
        self._tabs.clear()
        self._rail.clear()
        self._body.setParent(None)
        self._body.deleteLater()
