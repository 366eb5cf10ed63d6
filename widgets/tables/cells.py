"""How a cell is drawn: elided as its column says, dim where it is past, lit where it changed."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from widgets import theme
from widgets.models.column import BAR, CLOCK, ELIDE, KEY, QUIET
from widgets.parts.clock_bar import BAR_PX, draw_bar, draw_clock
from widgets.tables.fade import Fade

Index = QModelIndex | QPersistentModelIndex
_LIT = 1.0
"""How strongly a row that changes this very moment is laid over."""


class CellDelegate(QStyledItemDelegate):
    """Draws a clock or a bar under the text as well."""

    def __init__(self, fade: Fade, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fade = fade

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        mode = index.data(ELIDE)
        if mode is not None:
            option.textElideMode = mode
        if index.data(QUIET):
            option.palette.setColor(QPalette.ColorRole.Text, theme.current().colour("dim"))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if share := self._fade.share(index.data(KEY)):
            lit = theme.current().colour("changed")
            lit.setAlphaF(_LIT * share)
            painter.fillRect(option.rect, lit)
        super().paint(painter, option, index)
        rect = QRectF(option.rect)
        box = QRectF(rect.x() + 4, rect.bottom() - BAR_PX, rect.width() - 8, BAR_PX)
        if (clock := index.data(CLOCK)) is not None:
            draw_clock(painter, box, clock)
        elif (amount := index.data(BAR)) is not None:
            draw_bar(painter, box, amount)
