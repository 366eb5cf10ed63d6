"""What the pointer does on the map: the wheel, drags, clicks and the menu."""

import math
from typing import Protocol

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from widgets.map_hand import MapHand
from widgets.map_tools.tool import Tool

_CLICK_PX = 4
_NOTCH = 120  # eighths of a degree in one step of a wheel
_WHEEL_FACTOR = 1.4
_WHEEL_TURN_DEG = 5.0


class _At(Protocol):
    def position(self) -> QPointF: ...
    def modifiers(self) -> Qt.KeyboardModifier: ...


class MapGestures(MapHand):
    """Dragging and the wheel move the view; what else the pointer does is the tool's."""

    pointer_moved = Signal(float, float)
    menu_wanted = Signal(QPointF)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self._press: QPointF | None = None
        self._last = QPointF()
        self._dragging: Tool | None = None
        self._panned = False

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / _NOTCH
        if steps and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            view = self.viewport
            self.zoom_to(view.turned(view.turn_rad + math.radians(_WHEEL_TURN_DEG * steps)))
        elif steps:
            self.zoom_by(_WHEEL_FACTOR**steps, event.position())
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._take_hold(event)
            self._press = self._last = event.position()
            self._panned = False
            left = event.button() is Qt.MouseButton.LeftButton
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if left and (shift or self._tool.grabs(event.position())):
                self._dragging = self._box_tool if shift else self._tool

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        self._take_hold(event)
        if self._press is not None:
            self._drag(at)
        if self._dragging is None:
            self._tool.moved(at)
        self.pointer_moved.emit(*self.point_at(at))

    def _take_hold(self, event: _At) -> None:
        self._by_keys = False
        self.free_hand = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)

    def _drag(self, at: QPointF) -> None:
        assert self._press is not None
        if not self._panned and (at - self._press).manhattanLength() < _CLICK_PX:
            return
        self._panned = True
        if self._dragging is not None:
            self._dragging.drag(self._press, at, done=False)
        else:
            step = at - self._last
            self.zoom_to(self.viewport.pan(step.x(), step.y()))
            self._last = at

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        press, self._press = self._press, None
        tool, self._dragging = self._dragging, None
        if press is None:
            return
        if tool is not None and self._panned:
            tool.drag(press, event.position(), done=True)
        elif not self._panned and event.button() is Qt.MouseButton.LeftButton:
            (tool or self._tool).clicked(event.position())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._tool.double_clicked(event.position())

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By the right button where it was pressed, by the menu key in the middle."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        self.menu_wanted.emit(QPointF(event.pos()) if by_mouse else self.middle)
        event.accept()
