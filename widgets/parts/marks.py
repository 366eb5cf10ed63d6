"""The marks of the grades drawn by hand: same shape and colour wherever and however shown."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.model import Grade
from widgets import theme, words

_MODES = (QIcon.Mode.Normal, QIcon.Mode.Selected, QIcon.Mode.Disabled, QIcon.Mode.Active)

_CORNERS: dict[Grade, tuple[tuple[float, float], ...]] = {
    Grade.I: ((0.5, 0.06), (0.96, 0.9), (0.04, 0.9)),
    Grade.II: ((0.5, 0.02), (0.98, 0.5), (0.5, 0.98), (0.02, 0.5)),
    Grade.III: ((0.12, 0.12), (0.88, 0.12), (0.88, 0.88), (0.12, 0.88)),
}
"""Corners in a unit square, y down; the fourth grade is a disc."""


def draw_mark(painter: QPainter, box: QRectF, grade: Grade) -> None:
    """Triangle, diamond, square or disc, filled, with a one-pixel outline."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colours = theme.current()
    painter.setPen(QPen(colours.colour("chip_line"), 1))
    painter.setBrush(colours.grade(grade))
    corners = _CORNERS.get(grade)
    if corners is None:
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    else:
        painter.drawPolygon(
            QPolygonF(
                [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in corners]
            )
        )
    painter.restore()


def grade_icon(grade: Grade, size_px: int = 14) -> QIcon:
    """A grade's mark as an icon that a selected or disabled row does not tint."""
    return _icon(grade, size_px, theme.current().name)


@cache
def _icon(grade: Grade, size_px: int, _theme: str) -> QIcon:
    icon = QIcon()
    for ratio in (1, 2):
        pixmap = QPixmap(size_px * ratio, size_px * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw_mark(painter, QRectF(0, 0, size_px, size_px), grade)
        painter.end()
        for mode in _MODES:
            icon.addPixmap(pixmap, mode)
    return icon


class GradeChip(QWidget):
    """▲ Ⅰ 特别重大: shape, numeral and word beside each other; empty until a grade is set."""

    def __init__(self, grade: Grade | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grade = grade
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_grade(self, grade: Grade | None) -> None:
        self._grade = grade
        self.setAccessibleName("" if grade is None else words.grade(grade))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(20 + metrics.horizontalAdvance(self._text()) + 4, metrics.height() + 2)

    @override
    def paintEvent(self, event: object) -> None:
        if self._grade is None:
            return
        painter = QPainter(self)
        top = (self.height() - 16) / 2
        draw_mark(painter, QRectF(0, top, 16, 16), self._grade)
        painter.setPen(theme.current().colour("text"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect().adjusted(22, 0, 0, 0), flags, self._text())

    def _text(self) -> str:
        if self._grade is None:
            return ""
        return f"{words.NUMERALS[self._grade]} {words.word(self._grade)}"
