"""One line of the alarm strip: what must be read is whole, the rest gives way in a fixed order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from widgets import theme

GAP_PX = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """`leaves`: 0 never, else the highest goes first; `elastic`: cut in the middle at the last."""

    text: str
    large: bool = False
    leaves: int = 0
    elastic: bool = False


Measure = Callable[[Piece], int]
"""Width of a piece in pixels."""


def fitted(
    pieces: Sequence[Piece], width_px: int, measure: Measure, cut: Callable[[Piece, int], str]
) -> list[Piece]:
    """The pieces that stand in `width_px`; `cut` shortens an elastic one to a width."""
    kept = [piece for piece in pieces if piece.text]
    while _over(kept, width_px, measure) > 0 and any(piece.leaves for piece in kept):
        kept.remove(max(kept, key=lambda piece: piece.leaves))
    over = _over(kept, width_px, measure)
    if over <= 0:
        return kept
    return [
        Piece(text=cut(piece, max(0, measure(piece) - over)), large=piece.large)
        if piece.elastic
        else piece
        for piece in kept
    ]


def _over(pieces: Sequence[Piece], width_px: int, measure: Measure) -> int:
    gaps = GAP_PX * max(0, len(pieces) - 1)
    return sum(measure(piece) for piece in pieces) + gaps - width_px


class StripLine(QWidget):
    """Paints its pieces from the left; `text()` is all that was said, whatever the width."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def say(self, pieces: Sequence[Piece]) -> None:
        if tuple(pieces) != self._pieces:
            self._pieces = tuple(pieces)
            self.setAccessibleName(self.text())
            self.update()

    def text(self) -> str:
        return "  ".join(piece.text for piece in self._pieces if piece.text)

    def shown(self) -> str:
        """What stands on the screen at the present width."""
        return "  ".join(piece.text for piece in self._fitted())

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, 24)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        left = 0
        for piece in self._fitted():
            width = self._measure(piece)
            painter.setFont(self._font(piece))
            box = QRect(left, 0, width, self.height())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), piece.text)
            left += width + GAP_PX
        painter.end()

    def _fitted(self) -> list[Piece]:
        return fitted(self._pieces, self.width(), self._measure, self._cut)

    def _font(self, piece: Piece) -> QFont:
        font = self.font()
        size = theme.base_px()
        font.setPixelSize(theme.SIZES[size][1] if piece.large else size)
        return font

    def _measure(self, piece: Piece) -> int:
        return QFontMetrics(self._font(piece)).horizontalAdvance(piece.text)

    def _cut(self, piece: Piece, width_px: int) -> str:
        metrics = QFontMetrics(self._font(piece))
        return metrics.elidedText(piece.text, Qt.TextElideMode.ElideMiddle, width_px)
