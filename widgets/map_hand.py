"""The tool in hand and the keys on the map; what the pointer does is widgets.map_gestures'."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.model import Point
from maps.labels import Box
from maps.projection import unproject_point
from maps.viewport import Viewport
from widgets.map_surface import MapSurface
from widgets.map_tools.crosshair import crosshair, hint_box, hint_plate
from widgets.map_tools.tool import Tool
from widgets.map_zoom import Zoom

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


class MapHand(MapSurface):
    """One tool is in hand; what it does not take, pans and zooms."""

    tool_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.animated = True
        self.free_hand = False  # Alt is down: nothing snaps
        self._tools = self.make_tools()
        self._tool: Tool = self._tools["select"]
        self._box_tool = self._tools["zoom_box"]
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
    def under_tool(self, taken: tuple[Box, ...]) -> tuple[Box, ...]:
        hint = self._tool.hint()
        return (hint_box(hint, self.viewport, taken),) if hint else ()

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


def key_name(event: QKeyEvent) -> str:
    """As an action's key is written: "Backspace", "Ctrl+Z"; Enter of the number block is Return."""
    name = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
    name = name.replace("Num+", "")
    return "Return" if name == "Enter" else name
