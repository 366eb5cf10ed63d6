"""Words beside what is measured or drawn: in the view, on nothing that stands on it, never cut."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from maps.furniture import panel, text_width
from maps.labels import Box
from maps.lettering import font_of
from maps.style import MapStyle
from maps.symbols import colour
from maps.viewport import Viewport

HIGH = 20.0
_SIZE, _SIDE, _GAP = 12, 7.0, 10.0
_ROUND = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))


@dataclass(frozen=True, slots=True)
class Caption:
    """A text and the pixel it belongs to; one that is not `must` gives way where it is crowded."""

    text: str
    x: float
    y: float
    must: bool = False


def lay(
    captions: Iterable[Caption], view: Viewport, taken: Sequence[Box]
) -> list[tuple[Caption, Box]]:
    """A place for each, those that must be said first."""
    boxes, laid = list(taken), []
    for caption in sorted(captions, key=lambda one: not one.must):
        box = _place(caption, view, boxes)
        if box is not None:
            boxes.append(box)
            laid.append((caption, box))
    return laid


def draw(
    painter: QPainter,
    captions: Iterable[Caption],
    view: Viewport,
    style: MapStyle,
    taken: Sequence[Box] = (),
) -> None:
    """Each on a plate of its own."""
    painter.setFont(font_of(_SIZE))
    for caption, box in lay(captions, view, taken):
        where = QRectF(box.x, box.y, box.width, box.height)
        panel(painter, where, style)
        painter.setPen(colour(style.ink))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, caption.text)


def _place(caption: Caption, view: Viewport, taken: Sequence[Box]) -> Box | None:
    """Beside its point; what must be said comes into the view and, at last, over anything."""
    width = round(text_width(caption.text, _SIZE)) + 2 * _SIDE
    seen = [box for box in _about(caption, width) if box.inside(view.width, view.height)]
    for box in seen:
        if not any(box.touches(other) for other in taken):
            return box
    if not caption.must:
        return None
    near = _within(Box(caption.x + _GAP, caption.y - HIGH / 2, width, HIGH), view)
    for step in range(0, view.height, int(HIGH) + 2):
        for way in (step, -step):
            box = _within(near.moved(0, way), view)
            if not any(box.touches(other) for other in taken):
                return box
    return near


def _about(caption: Caption, width: float) -> list[Box]:
    found = []
    for reach in (_GAP, 2.4 * _GAP, 4 * _GAP):
        for dx, dy in _ROUND:
            middle = caption.x + dx * (reach + width / 2)
            top = caption.y + dy * (reach + HIGH / 2) - HIGH / 2
            found.append(Box(round(middle - width / 2), round(top), width, HIGH))
    return found


def _within(box: Box, view: Viewport) -> Box:
    x = min(max(box.x, 4.0), max(view.width - box.width - 4.0, 4.0))
    y = min(max(box.y, 4.0), max(view.height - box.height - 4.0, 4.0))
    return Box(round(x), round(y), box.width, box.height)
