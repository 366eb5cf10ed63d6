"""The seven stages of a case as a line: done, present, to come; told by shape and weight."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.model import CaseState, Stage, stage_of
from widgets import theme, words

STAGES = tuple(Stage)
_DONE = (CaseState.CLOSED, CaseState.TO_REVIEW, CaseState.ARCHIVED)
_BROKEN = (CaseState.REJECTED, CaseState.MERGED, CaseState.VOID)


class StageProgress(QWidget):
    """上报–立案–派遣–处置–反馈–核查–结案; a case that ended otherwise says how at its end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: CaseState | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_state(self, state: CaseState | None) -> None:
        if state != self._state:
            self._state = state
            self.setAccessibleName("" if state is None else words.word(state))
            self.update()

    def labels(self) -> tuple[str, ...]:
        """What stands under the seven points."""
        named = [words.word(stage) for stage in STAGES]
        if self._state in _BROKEN:
            named[-1] = words.word(self._state)
        return tuple(named)

    @override
    def sizeHint(self) -> QSize:
        return QSize(280, self.fontMetrics().height() + 20)

    @override
    def paintEvent(self, event: object) -> None:
        if self._state is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        present = STAGES.index(stage_of(self._state))
        step = self.width() / len(STAGES)
        for at, label in enumerate(self.labels()):
            x = step * (at + 0.5)
            if at:
                self._line(painter, x - step, x, reached=at <= present)
            self._point(painter, QPointF(x, 9), at - present)
            self._label(
                painter, QRectF(step * at, 18, step, self.height() - 18), label, at == present
            )

    def _line(self, painter: QPainter, left: float, right: float, *, reached: bool) -> None:
        token, width = ("dim", 2) if reached else ("line", 1)
        painter.setPen(QPen(theme.current().colour(token), width))
        painter.drawLine(QPointF(left + 7, 9), QPointF(right - 7, 9))

    def _point(self, painter: QPainter, centre: QPointF, ahead: int) -> None:
        """Done: a filled dot; present: a ring with a core, or a cross; to come: a thin ring."""
        colours = theme.current()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if ahead == 0 and self._state in _BROKEN:
            painter.setPen(QPen(colours.colour("text"), 2))
            for sign in (1, -1):
                painter.drawLine(centre + QPointF(-4, -4 * sign), centre + QPointF(4, 4 * sign))
            return
        painter.setPen(
            QPen(colours.colour("faint" if ahead > 0 else "text"), 2 if ahead == 0 else 1)
        )
        if ahead < 0 or self._state in (CaseState.CLOSED, CaseState.TO_REVIEW, CaseState.ARCHIVED):
            painter.setBrush(colours.colour("dim"))
        painter.drawEllipse(centre, 6 if ahead == 0 else 4, 6 if ahead == 0 else 4)
        if ahead == 0:
            painter.setBrush(colours.colour("text"))
            painter.drawEllipse(centre, 2, 2)

    def _label(self, painter: QPainter, box: QRectF, label: str, present: bool) -> None:
        font = self.font()
        font.setBold(present)
        painter.setFont(font)
        painter.setPen(theme.current().colour("text" if present else "dim"))
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, label)
