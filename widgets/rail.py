"""The rail of a small screen: one mark a pane, which slides it over the map and back."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

RAIL_PX, SLIDE_PX = 36, 340


@dataclass(frozen=True, slots=True, kw_only=True)
class Pane:
    """A panel and its names: `mark` is what stands on the rail; `slide_px`: how far it slides."""

    id: str
    title: str
    mark: str
    widget: QWidget
    slide_px: int = SLIDE_PX


class Rail:
    """Its buttons, and the frame that lies over the map; both belong to `home`.

    `told` hears how much of the map, from its left, lies under the frame whenever that changes.
    """

    def __init__(self, home: QWidget, told: Callable[[int], None]) -> None:
        self._home, self._told = home, told
        self._panes: dict[str, Pane] = {}
        self._shown = ""
        self._group = QButtonGroup(home)
        self._slide = QFrame(home)
        self._slide.setProperty("role", "slide")
        box = QVBoxLayout(self._slide)
        box.setContentsMargins(0, 0, 1, 0)
        self._stack = QStackedWidget(self._slide)
        box.addWidget(self._stack)
        self._slide.hide()

    def build(self, panes: tuple[Pane, ...]) -> QWidget:
        """The rail with a button for each pane, which goes behind it."""
        rail = QFrame(self._home)
        rail.setProperty("role", "bar")
        rail.setFixedWidth(RAIL_PX)
        column = QVBoxLayout(rail)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        for pane in panes:
            self._panes[pane.id] = pane
            self._stack.addWidget(pane.widget)
            column.addWidget(self._button(pane))
        column.addStretch(1)
        return rail

    def __contains__(self, pane: str) -> bool:
        return pane in self._panes

    def open(self, pane: str) -> None:
        """Slide a pane over the map."""
        self._shown = pane
        self._stack.setCurrentWidget(self._panes[pane].widget)
        self._slide.show()
        self.place()
        self.to_front()
        for button in self._group.buttons():
            if button.objectName() == f"rail_{pane}":
                button.setChecked(True)

    def fold(self) -> bool:
        """Take the slide-over away; True where there was one."""
        shown = self._slide.isVisible()
        self._slide.hide()
        self._told(0)
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)
        return shown

    def place(self) -> None:
        """Keep the slide-over beside the rail and as high as the map."""
        wanted = self._panes[self._shown].slide_px if self._shown in self._panes else SLIDE_PX
        room = max(SLIDE_PX, self._home.width() - RAIL_PX)
        self._slide.setGeometry(RAIL_PX, 0, min(wanted, room), self._home.height())
        self._told(0 if self._slide.isHidden() else self._slide.width())

    def to_front(self) -> None:
        self._slide.raise_()

    def clear(self) -> None:
        """Forget the panes, which somebody else has taken already."""
        self._panes.clear()
        for button in self._group.buttons():
            self._group.removeButton(button)

    def _button(self, pane: Pane) -> QToolButton:
        button = QToolButton(self._home)
        button.setProperty("role", "rail")
        button.setText(pane.mark)
        button.setToolTip(pane.title)
        button.setCheckable(True)
        button.setObjectName(f"rail_{pane.id}")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(partial(self._toggle, pane.id))
        self._group.addButton(button)
        return button

    def _toggle(self, pane: str) -> None:
        open_already = self._slide.isVisible() and self._shown == pane
        self.fold()
        if not open_already:
            self.open(pane)
