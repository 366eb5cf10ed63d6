"""Where the panels stand, by the size of the window alone: wide, laptop or narrow.

The alarm strip, the counters and the coordinates stand outside and are never dropped.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

LEFT_PX, RIGHT_PX, BOARDS_PX = 290, 480, 220
LAPTOP_RIGHT_PX, SMALL_RIGHT_PX, RAIL_PX, SLIDE_PX = 440, 400, 36, 340


class Shape(StrEnum):
    WIDE = "wide"
    LAPTOP = "laptop"
    NARROW = "narrow"


def shape_of(size: QSize) -> Shape:
    """Below 1100 px the map shares a place with the queue; below 900 px high the docks fold."""
    if size.width() < 1100:
        return Shape.NARROW
    if size.height() < 900 or size.width() < 1280:
        return Shape.LAPTOP
    return Shape.WIDE


@dataclass(frozen=True, slots=True, kw_only=True)
class Pane:
    """A panel and its names: `mark` is the one character on the rail."""

    id: str
    title: str
    mark: str
    widget: QWidget


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

    def __init__(self, panes: Panes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panes = panes
        self.shape: Shape | None = None
        self._tabs: dict[str, tuple[QTabWidget, int]] = {}
        self._slides: dict[str, int] = {}
        self._titles: dict[str, str] = {}
        self._counts: dict[str, int] = {}
        self._body = QWidget(self)
        self._slide = self._make_slide()
        self._rail_group = QButtonGroup(self)
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
        self._slide.raise_()
        return True

    def reveal(self, pane: str) -> None:
        """Bring a pane to the front, by its tab or by sliding it over the map."""
        self.fold()
        if pane in self._slides:
            self._open_slide(pane)
        elif pane in self._tabs:
            tabs, index = self._tabs[pane]
            tabs.setCurrentIndex(index)
        outer = self._tabs.get("work" if pane != "map" else "map")
        if outer is not None and pane not in self._slides:
            outer[0].setCurrentIndex(outer[1])

    def fold(self) -> bool:
        """Take the slide-over away; True where there was one."""
        shown = self._slide.isVisible()
        self._slide.hide()
        self._rail_group.setExclusive(False)
        for button in self._rail_group.buttons():
            button.setChecked(False)
        self._rail_group.setExclusive(True)
        return shown

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
        self._slide.setGeometry(RAIL_PX, 0, SLIDE_PX, self.height())

    def _wide(self, size: QSize) -> QWidget:
        panes = self._panes
        middle = self._splitter(Qt.Orientation.Vertical, panes.map, self._tab_widget(panes.boards))
        middle.setSizes([10_000, BOARDS_PX])
        middle.setStretchFactor(0, 1)
        work = self._splitter(
            Qt.Orientation.Vertical, panes.queue.widget, panes.case.widget, panes.dispatch.widget
        )
        work.setSizes([300, 420, 260])
        body = self._splitter(Qt.Orientation.Horizontal, self._tab_widget(panes.left), middle, work)
        body.setSizes([LEFT_PX, size.width() - LEFT_PX - RIGHT_PX, RIGHT_PX])
        body.setStretchFactor(1, 1)
        return body

    def _laptop(self, size: QSize) -> QWidget:
        right_px = SMALL_RIGHT_PX if size.width() < 1280 else LAPTOP_RIGHT_PX
        body = self._splitter(Qt.Orientation.Horizontal, self._panes.map, self._work())
        body.setSizes([size.width() - RAIL_PX - right_px, right_px])
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
        folded = tuple(b for b in self._panes.boards if b.id in ("plants", "alerts", "log"))
        return (*self._panes.left, *folded)

    def _beside_rail(self, body: QWidget) -> QWidget:
        frame = QWidget(self)
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail())
        row.addWidget(body, 1)
        self._slide.raise_()
        return frame

    def _rail(self) -> QWidget:
        rail = QFrame(self)
        rail.setProperty("role", "bar")
        rail.setFixedWidth(RAIL_PX)
        column = QVBoxLayout(rail)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        stack = self._stack
        for pane in self._rail_panes():
            self._slides[pane.id] = stack.addWidget(pane.widget)
            column.addWidget(self._rail_button(pane))
        column.addStretch(1)
        return rail

    def _rail_button(self, pane: Pane) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("role", "rail")
        button.setText(pane.mark)
        button.setToolTip(pane.title)
        button.setCheckable(True)
        button.setObjectName(f"rail_{pane.id}")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self._toggle(pane.id))
        self._rail_group.addButton(button)
        return button

    def _toggle(self, pane: str) -> Callable[[], None]:
        def toggle() -> None:
            open_already = (
                self._slide.isVisible() and self._stack.currentIndex() == self._slides[pane]
            )
            self.fold()
            if not open_already:
                self._open_slide(pane)

        return toggle

    def _open_slide(self, pane: str) -> None:
        self._stack.setCurrentIndex(self._slides[pane])
        self.place_slide()
        self._slide.show()
        self._slide.raise_()
        for button in self._rail_group.buttons():
            if button.objectName() == f"rail_{pane}":
                button.setChecked(True)

    def _make_slide(self) -> QFrame:
        frame = QFrame(self)
        frame.setProperty("role", "slide")
        box = QVBoxLayout(frame)
        box.setContentsMargins(0, 0, 1, 0)
        self._stack = QStackedWidget(frame)
        box.addWidget(self._stack)
        frame.hide()
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
        self._slides.clear()
        self._body.setParent(None)
        self._body.deleteLater()
        for button in self._rail_group.buttons():
            self._rail_group.removeButton(button)
