"""The furniture as it stands: each piece is drawn once and kept while it looks the same."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from maps.furniture import Piece
from maps.style import MapStyle


@dataclass(frozen=True, slots=True)
class _Kept:
    look: Hashable
    image: QImage


class Plate:
    """Pictures of the pieces by name. GUI thread only."""

    def __init__(self) -> None:
        self._kept: dict[str, _Kept] = {}

    def draw(self, painter: QPainter, pieces: Iterable[Piece], style: MapStyle, dpr: float) -> None:
        """Each piece in its box."""
        for piece in pieces:
            corner = QPointF(int(piece.box.x()), int(piece.box.y()))
            image = self._image(piece, corner, style, dpr)
            painter.drawImage(corner + QPointF(piece.right_px, 0), image)

    def _image(self, piece: Piece, corner: QPointF, style: MapStyle, dpr: float) -> QImage:
        size = piece.box.size().toSize() * dpr
        look = (piece.look, style, dpr, size.width(), size.height())
        kept = self._kept.get(piece.name)
        if kept is None or kept.look != look:
            image = QImage(
                size.width() + 2, size.height() + 2, QImage.Format.Format_ARGB32_Premultiplied
            )
            image.setDevicePixelRatio(dpr)
            image.fill(0)
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-corner)
            piece.draw(painter)
            painter.end()
            kept = self._kept[piece.name] = _Kept(look, image)
        return kept.image
