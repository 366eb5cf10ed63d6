"""Where something that tells of a point stands: beside it, whole in the room, never over it."""

from PySide6.QtCore import QPointF, QRectF, QSizeF

AWAY_PX = 16.0


def beside(at: QPointF, wanted: QSizeF, room: QRectF) -> QRectF:
    """Right of the point, else left, below or above; smaller where no side has room enough.

    Of sides without room enough the one that shows most. All in pixels; a point outside the room
    is told of from the edge that is nearest to it.
    """
    x = min(max(at.x(), room.left()), room.right())
    y = min(max(at.y(), room.top()), room.bottom())
    across, down = (x - AWAY_PX - room.left(), room.right() - x - AWAY_PX), room.height()
    sides = (
        (across[1], down),
        (across[0], down),
        (room.width(), room.bottom() - y - AWAY_PX),
        (room.width(), y - AWAY_PX - room.top()),
    )
    sizes = [(min(wanted.width(), w), min(wanted.height(), h)) for w, h in sides]
    shown = [max(w, 0.0) * max(h, 0.0) for w, h in sizes]
    best = shown.index(max(shown))
    wide, high = sizes[best]
    left = (x + AWAY_PX, x - AWAY_PX - wide, x - wide / 3, x - wide / 3)[best]
    top = (y - high / 3, y - high / 3, y + AWAY_PX, y - AWAY_PX - high)[best]
    left = min(max(left, room.left()), room.right() - wide)
    top = min(max(top, room.top()), room.bottom() - high)
    return QRectF(left, top, wide, high)
