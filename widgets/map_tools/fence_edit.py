"""A fence under the hand: vertices moved, put in and taken out, all of it moved, undo and redo."""

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter
from typing_extensions import override

from app.casework.outlines import refuse_rings
from app.model import Fence, Point
from maps import captions
from maps.captions import Caption
from maps.flat import on_screen
from maps.layers.fences import cut, draw_edge
from maps.sketch import History, Outline
from maps.snapping import snap
from maps.style import MapStyle
from maps.viewport import Viewport
from widgets import words
from widgets.map_tools.grips import Grip, Part, draw_handles, grip_at, measured, pulled
from widgets.map_tools.points import to_pixels
from widgets.map_tools.tool import Canvas, Keys, Tool
from widgets.words import QT_TRANSLATE_NOOP

_NUDGE_PX = 2.0


class FenceEdit(Tool):
    """Begins with `take`; Enter gives (id, Outline) to the canvas, Esc leaves all as it was."""

    name = "fence_edit"
    said = QT_TRANSLATE_NOOP(
        "map_tools",
        "改围栏：拖顶点、边或整体 · [ ] 换顶点，Ctrl+方向键挪 · I 加 Delete 删 · Ctrl+Z 撤销"
        " · 回车 保存 · Esc 放弃",
    )

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._fence: Fence | None = None
        self._history: History | None = None
        self._grip: Grip | None = None
        self._moving: Outline | None = None
        self._vertex = (0, 0)

    def take(self, fence: Fence) -> None:
        """Put a fence under the hand."""
        middle = None if fence.lon is None or fence.lat is None else (fence.lon, fence.lat)
        self._fence = fence
        self._history = History(
            Outline(rings=fence.rings, middle=middle, radius_m=fence.radius_m if middle else None)
        )
        self._grip, self._moving, self._vertex = None, None, (0, 0)
        self.canvas.update()

    @property
    def outline(self) -> Outline | None:
        """As it stands, a drag under way included."""
        return self._moving or (self._history.now if self._history else None)

    @property
    @override
    def begun(self) -> bool:
        return self._fence is not None

    @override
    def clear(self) -> None:
        self._fence = self._history = self._grip = self._moving = None
        self.canvas.update()

    @override
    def keys(self) -> Keys:
        if self._history is None:
            return {}
        found: Keys = {
            "Return": self.finish,
            "Ctrl+Z": self.undo,
            "Ctrl+Y": self.redo,
            "Ctrl+Shift+Z": self.redo,
            "Ctrl+Left": lambda: self._nudge(-1, 0),
            "Ctrl+Right": lambda: self._nudge(1, 0),
            "Ctrl+Up": lambda: self._nudge(0, -1),
            "Ctrl+Down": lambda: self._nudge(0, 1),
        }
        if self._history.now.is_circle:
            return found
        return {
            **found,
            "Del": self._delete,
            "Backspace": self._delete,
            "I": self._insert,
            "[": lambda: self._step(-1),
            "]": lambda: self._step(1),
        }

    def undo(self) -> None:
        self._to(self._history.undo() if self._history else None)

    def redo(self) -> None:
        self._to(self._history.redo() if self._history else None)

    def finish(self) -> None:
        """Give it to be kept; what is no area says why and stays under the hand."""
        if self._fence is None or self._history is None:
            return
        refused = refuse_rings(self._history.now.rings)
        if refused is not None:
            self.canvas.say(words.refusal(refused))
        else:
            self.canvas.done(self.name, (self._fence.id, self._history.now))

    @override
    def grabs(self, at: QPointF) -> bool:
        return self.grip_at(at) is not None

    @override
    def double_clicked(self, at: QPointF) -> None:
        """A vertex more on the edge under the pointer."""
        grip = self.grip_at(at)
        if grip is not None and grip.part is Part.EDGE and self._history:
            new = self._history.now.inserted(grip.ring, grip.at + 1, self.canvas.point_at(at))
            self._vertex = (grip.ring, grip.at + 1)
            self._to(self._history.put(new))

    @override
    def clicked(self, at: QPointF) -> None:
        grip = self.grip_at(at)
        if grip is not None and grip.part is Part.VERTEX:
            self._vertex = (grip.ring, grip.at)
            self.canvas.update()

    @override
    def drag(self, start: QPointF, end: QPointF, *, done: bool) -> None:
        if self._history is None:
            return
        if self._grip is None:
            self._grip = self.grip_at(start)
        if self._grip is not None:
            here, there = self.canvas.point_at(start), self.canvas.point_at(end)
            self._moving = pulled(self._history.now, self._grip, here, there, self._spot(end))
        if done and self._moving is not None:
            if self._grip and self._grip.part in (Part.VERTEX, Part.EDGE):
                step = self._grip.part is Part.EDGE
                self._vertex = (self._grip.ring, self._grip.at + step)
            self._to(self._history.put(self._moving))
        self.canvas.update()

    def _spot(self, at: QPointF) -> Point:
        if not self.canvas.free_hand and self._fence is not None:
            found = snap(at.x(), at.y(), self.canvas.lines_near(at, but=self._fence.id))
            at = QPointF(found.x, found.y) if found else at
        return self.canvas.point_at(at)

    def grip_at(self, at: QPointF) -> Grip | None:
        """What of the fence lies under a pixel."""
        return grip_at(self._history.now, self.canvas.viewport, at) if self._history else None

    def _to(self, history: History | None) -> None:
        self._history, self._grip, self._moving = history, None, None
        self.canvas.update()

    def _step(self, by: int) -> None:
        assert self._history is not None
        self._vertex = self._history.now.vertex_after(self._vertex, by)

    def _nudge(self, dx: int, dy: int) -> None:
        """Move the chosen vertex by two pixels, or a circle as a whole."""
        assert self._history is not None
        now, view = self._history.now, self.canvas.viewport
        ring, at = self._vertex
        from_ = now.middle or now.rings[ring][at]
        (pixel,) = to_pixels((from_,), view)
        to = self.canvas.point_at(pixel + QPointF(dx, dy) * _NUDGE_PX)
        by = (to[0] - from_[0], to[1] - from_[1])
        new = now.shifted(by) if now.is_circle else now.moved(ring, at, to)
        self._to(self._history.put(new))

    def _insert(self) -> None:
        """A vertex half way to the next one."""
        assert self._history is not None
        new = self._history.now.halved(*self._vertex)
        self._vertex = (self._vertex[0], self._vertex[1] + 1)
        self._to(self._history.put(new))

    def _delete(self) -> None:
        assert self._history is not None
        new = self._history.now.deleted(*self._vertex)
        self._vertex = new.vertex_after(self._vertex, -1)
        self._to(self._history.put(new))

    @override
    def paint(self, painter: QPainter, view: Viewport, style: MapStyle) -> None:
        outline = self.outline
        if outline is None or self._fence is None:
            return
        lines = on_screen(outline.rings, view)
        draw_edge(painter, cut(lines, view), self._fence.kind, style, chosen=True)
        if not outline.is_circle:
            draw_handles(painter, outline, view, style, self._vertex)
        x, y = lines[0]
        at = int(np.argmax(np.where((y < view.height) & (x < view.width), y, -np.inf)))
        said = Caption(measured(outline), float(x[at]), float(y[at]), must=True)
        captions.draw(painter, [said], view, style, self.canvas.taken)
