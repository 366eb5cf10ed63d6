"""The marks of short messages: a shape and a colour for each way that one can stand."""

from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap, QPolygonF

from app.shortmsg.kept import KeptOrder, Letter, LetterKind
from app.shortmsg.track import Progress
from widgets import theme

_MODES = (QIcon.Mode.Normal, QIcon.Mode.Selected, QIcon.Mode.Disabled, QIcon.Mode.Active)
_Corners = tuple[tuple[float, float], ...]

_SQUARE: _Corners = ((0.15, 0.15), (0.85, 0.15), (0.85, 0.85), (0.15, 0.85))
_DOWN: _Corners = ((0.04, 0.1), (0.96, 0.1), (0.5, 0.94))
_AHEAD: _Corners = ((0.14, 0.12), (0.92, 0.5), (0.14, 0.88))
_BACK: _Corners = ((0.86, 0.12), (0.08, 0.5), (0.86, 0.88))
_HELP: _Corners = ((0.5, 0.06), (0.96, 0.9), (0.04, 0.9))
_PAPER: _Corners = ((0.06, 0.2), (0.94, 0.2), (0.94, 0.8), (0.06, 0.8))
_CROSS: _Corners = (
    *((0.1, 0.25), (0.25, 0.1), (0.5, 0.35), (0.75, 0.1), (0.9, 0.25), (0.65, 0.5)),
    *((0.9, 0.75), (0.75, 0.9), (0.5, 0.65), (0.25, 0.9), (0.1, 0.75), (0.35, 0.5)),
)
_DISC: _Corners = ()


class Mark(NamedTuple):
    """`token`: a colour of the theme; `filled`: what is settled, or asks for somebody."""

    corners: _Corners
    token: str
    filled: bool = True


ORDERS: dict[str, Mark] = {
    Progress.WAITING: Mark(_DISC, "focus", filled=False),
    "held": Mark(_SQUARE, "grade2", filled=False),
    Progress.SENT: Mark(_AHEAD, "focus", filled=False),
    Progress.NOT_SENT: Mark(_CROSS, "grade2"),
    Progress.NOT_CONFIRMED: Mark(_DOWN, "grade2"),
    Progress.RECEIVED: Mark(_DISC, "calm"),
    Progress.RETURNED: Mark(_BACK, "grade2"),
    Progress.ARRIVED: Mark(_DISC, "calm"),
    Progress.FED_BACK: Mark(_DISC, "done"),
    "given_up": Mark(_CROSS, "done", filled=False),
}
LETTERS: dict[str, Mark] = {
    LetterKind.SOS: Mark(_HELP, "grade1"),
    "new": Mark(_PAPER, "focus"),
    "read": Mark(_PAPER, "done", filled=False),
}


def standing(kept: KeptOrder) -> str:
    """How an order stands, with what an officer did about it."""
    if kept.held:
        return "held"
    return "given_up" if kept.given_up else kept.progress.value


def wanted(letter: Letter) -> bool:
    """Whether a letter asks for somebody: it was not read, and did not do all it says by itself."""
    if letter.read or letter.verdict == "repeated":
        return False
    return letter.verdict != "counted" or bool(letter.refusal)


def order_icon(kept: KeptOrder) -> QIcon:
    return _icon(ORDERS[standing(kept)], theme.current().name)


def letter_icon(letter: Letter) -> QIcon:
    """A call for help stays one until it was read."""
    if letter.kind is LetterKind.SOS and not letter.read:
        return _icon(LETTERS[LetterKind.SOS], theme.current().name)
    return _icon(LETTERS["new" if wanted(letter) else "read"], theme.current().name)


def mark_icon(mark: Mark) -> QIcon:
    """A mark as an icon that a selected row does not tint."""
    return _icon(mark, theme.current().name)


@cache
def _icon(mark: Mark, _theme: str, size_px: int = 14) -> QIcon:
    icon = QIcon()
    for ratio in (1, 2):
        pixmap = QPixmap(size_px * ratio, size_px * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        _draw(painter, QRectF(1, 1, size_px - 2, size_px - 2), mark)
        painter.end()
        for mode in _MODES:
            icon.addPixmap(pixmap, mode)
    return icon


def _draw(painter: QPainter, box: QRectF, mark: Mark) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = theme.current().colour(mark.token)
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(colour if mark.filled else Qt.BrushStyle.NoBrush)
    if not mark.corners:
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        return
    points = [
        QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in mark.corners
    ]
    painter.drawPolygon(QPolygonF(points))
