"""What hands do on the map: the wheel, drags, keys, and handing over to the tool in hand."""

import math
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.model import Point
from maps.projection import unproject_point
from maps.viewport import Viewport
from widgets.map_surface import MapSurface
from widgets.map_tools.crosshair import crosshair, hint_plate
from widgets.map_tools.tool import Tool
from widgets.map_zoom import Zoom

_CLICK_PX = 4
_NOTCH = 120  # eighths of a degree in one step of a wheel
_WHEEL_FACTOR = 1.4
_WHEEL_TURN_DEG = 5.0
_KEY_FACTOR = 1.6
_KEY_PART = 0.25

_ARROWS = {
    Qt.Key.Key_Left: (1, 0),
    Qt.Key.Key_Right: (-1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_ZOOM_KEYS = {
    Qt.Key.Key_Plus: _KEY_FACTOR,
    Qt.Key.Key_Equal: _KEY_FACTOR,
    Qt.Key.Key_Minus: 1 / _KEY_FACTOR,
}


class _At(Protocol):
    def position(self) -> QPointF: ...
    def modifiers(self) -> Qt.KeyboardModifier: ...


class MapGestures(MapSurface):
    """Dragging, the wheel and keys move the view; what else the pointer does is the tool's."""

    pointer_moved = Signal(float, float)
    tool_changed = Signal(str)
    menu_wanted = Signal(QPointF)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.animated = True
        self.free_hand = False  # Alt is down: nothing snaps
        self._tools = self.make_tools()
        self._tool: Tool = self._tools["select"]
        self._box_tool = self._tools["zoom_box"]
        self._press: QPointF | None = None
        self._last = QPointF()
        self._dragging: Tool | None = None
        self._panned = False
        self._by_keys = False
        self._zoom = Zoom(self)
        self._zoom.moved.connect(self.show_view)

    def make_tools(self) -> dict[str, Tool]:
        """All tools by name; "select" and "zoom_box" are among them."""
        raise NotImplementedError

    def tool(self, name: str) -> None:
        """Take up one of `map_tools.TOOLS`; KeyError for another. The one before forgets."""
        taken = self._tools[name]
        self._tool.clear()
        self._tool = taken
        self._by_keys = True
        self.setCursor(taken.cursor)
        self.update()
        self.tool_changed.emit(taken.name)

    @property
    def tool_name(self) -> str:
        return self._tool.name

    @property
    def tool_in_hand(self) -> Tool:
        return self._tool

    def point_here(self) -> None:
        """A click in the middle of the view, for hands that stay on the keyboard."""
        self._by_keys = True
        self._tool.clicked(self.middle)
        self.update()

    @property
    def middle(self) -> QPointF:
        """The middle of what nothing covers."""
        return QPointF((self.width() + self.left_covered) / 2, self.height() / 2)

    def point_at(self, at: QPointF) -> Point:
        """Degrees CGCS2000 under a pixel."""
        return unproject_point(*self.viewport.to_map(at.x(), at.y()))

    def zoom_to(self, view: Viewport) -> None:
        """Another view at once, without motion between."""
        self._zoom.stop()
        self.show_view(view)

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Closer by a factor, the ground under `at` (or the middle) staying where it is."""
        where = at or QPointF(self.width() / 2, self.height() / 2)
        target = self._zoom.goal(self.viewport).zoom_at(where.x(), where.y(), factor)
        if self.animated and self.isVisible():
            self._zoom.start(self.viewport, target, where)
        else:
            self.zoom_to(target)

    @override
    def paint_tool(self, painter: QPainter) -> None:
        for tool in {self._tool, self._box_tool}:
            tool.paint(painter, self.viewport, self._style)
        if hint := self._tool.hint():
            hint_plate(painter, hint, self.viewport, self._style, self.taken)
            if self._by_keys and self.hasFocus():
                crosshair(painter, self.middle, self._style)

    @override
    def event(self, event: QEvent) -> bool:
        """A key that the tool in hand answers to is no shortcut of the window meanwhile."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = self._tool.keys()
            if key_name(event) in own:
                event.accept()
                return True
        return super().event(event)

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
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, act = Qt.Key(event.key()), self._tool.keys().get(key_name(event))
        if act is not None:
            act()
        elif key in _ARROWS:
            dx, dy = _ARROWS[key]
            view = self.viewport
            self.zoom_to(view.pan(dx * view.width * _KEY_PART, dy * view.height * _KEY_PART))
            self._aim()
        elif key in _ZOOM_KEYS:
            self.zoom_by(_ZOOM_KEYS[key])
            self._aim()
        else:
            super().keyPressEvent(event)

    def _aim(self) -> None:
        """Keys moved the ground under the crosshair, which points now."""
        self._by_keys = True
        if self._tool.hint():
            self._tool.moved(self.middle)
        self.update()

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


def key_name(event: QKeyEvent) -> str:
    """As an action's key is written: "Backspace", "Ctrl+Z"; Enter of the number block is Return."""
    name = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
    name = name.replace("Num+", "")
    return "Return" if name == "Enter" else name
