"""The sign of a grade: ▲ ◆ ■ ● painted in the grade's colour with a dark outline."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from app.model import Grade
from widgets import formats, theme, words

_CORNERS = {
    Grade.I: ((0.5, 0.04), (0.98, 0.92), (0.02, 0.92)),
    Grade.II: ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
    Grade.III: ((0.08, 0.08), (0.92, 0.08), (0.92, 0.92), (0.08, 0.92)),
}


def paint(
    painter: QPainter,
    box: QRectF,
    grade: Grade,
    *,
    filled: bool = True,
    look: theme.Theme | None = None,
) -> None:
    """Paint a grade's sign inside `box`; not `filled`: only its outline, without colour."""
    look = look or theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("chip_line" if filled else "dim"), 1.0 if filled else 1.5))
    painter.setBrush(look.grade(grade) if filled else look.colour("panel"))
    corners = _CORNERS.get(grade)
    if corners is None:
        painter.drawEllipse(box)
        return
    points = [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in corners]
    painter.drawPolygon(QPolygonF(points))


class GradeSymbol(QWidget):
    """One sign of 16 px; `set_lit(False)` shows its outline only, which is how it blinks."""

    def __init__(self, grade: Grade, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grade = grade
        self._lit = True
        self.setFixedSize(QSize(18, 18))

    def set_grade(self, grade: Grade) -> None:
        if grade != self._grade:
            self._grade = grade
            self.update()

    def set_lit(self, lit: bool) -> None:
        if lit != self._lit:
            self._lit = lit
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint(painter, QRectF(1.5, 1.5, 15, 15), self._grade, filled=self._lit)
        painter.end()


class Counter(QWidget):
    """A sign and a number; hollow and dim at zero."""

    def __init__(self, grade: Grade, parent: QWidget) -> None:
        super().__init__(parent)
        self.symbol = GradeSymbol(grade, self)
        self.number = QLabel("0", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.symbol)
        row.addWidget(self.number)
        self.setToolTip(words.grade(grade))

    def show_number(self, number: int) -> None:
        self.number.setText(formats.count(number))
        self.number.setEnabled(number > 0)
        self.symbol.set_lit(number > 0)


class GradeToggle(QAbstractButton):
    """A sign that can be switched off: filled while on, hollow while not."""

    def __init__(self, grade: Grade, parent: QWidget) -> None:
        super().__init__(parent)
        self._grade = grade
        self.setCheckable(True)
        self.setChecked(True)
        self.setFixedSize(QSize(22, 22))
        self.setToolTip(words.grade(grade))
        self.setAccessibleName(words.grade(grade))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint(painter, QRectF(4, 4, 14, 14), self._grade, filled=self.isChecked())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.current().colour("focus"), 1))
            painter.drawRect(QRectF(0.5, 0.5, 21, 21))
        painter.end()
