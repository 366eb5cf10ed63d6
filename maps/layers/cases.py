"""Cases and open alerts: shape and colour of the grade, counts where many lie close together."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.model import OPEN_ALERTS, AlertState, CaseState, Grade
from maps.layers.layer import Live
from maps.lettering import font_of
from maps.picking import Kind
from maps.scene import Marks
from maps.style import GRADES, OUTLINE
from maps.symbols import colour

SIZE_NEAR, SIZE_FAR = 18, 16
_NEAR = 60.0  # metres per pixel
_BUCKET_PX = 34
_NOT_SENT = {CaseState.RECEIVED, CaseState.VERIFYING, CaseState.TO_FILE, CaseState.TO_DISPATCH}
_URGENT = {Grade.I, Grade.II}


@dataclass(frozen=True, slots=True)
class Mark:
    """One symbol: the foremost of its bucket and how many stand for it."""

    id: str
    x: float
    y: float
    grade: Grade
    count: int


def buckets(
    marks: Marks, grades: Mapping[str, Grade], live: Live, *, alone: str | None
) -> list[Mark]:
    """Marks in view; those in one bucket become one, at the place of the gravest.

    Buckets are fixed to the ground at steps of scale, so that panning changes nothing.
    """
    x, y = live.viewport.to_screen(marks.x, marks.y)
    margin = _BUCKET_PX
    seen = (x > -margin) & (x < live.viewport.width + margin)
    seen &= (y > -margin) & (y < live.viewport.height + margin)
    step = 2.0 ** np.floor(np.log2(live.viewport.metres_per_px)) * _BUCKET_PX
    rows, close = np.flatnonzero(seen), live.viewport.metres_per_px < _NEAR
    across, down = ((at[rows] // step).tolist() for at in (marks.x, marks.y))
    found: dict[tuple[float, float] | str, list[int]] = {}
    for k, *at in zip(rows.tolist(), across, down, strict=True):
        name = marks.ids[k]
        found.setdefault(name if close or name == alone else (at[0], at[1]), []).append(k)
    made = []
    for members in found.values():
        first = min(members, key=lambda k: (grades[marks.ids[k]], marks.ids[k]))
        name = marks.ids[first]
        made.append(Mark(name, float(x[first]), float(y[first]), grades[name], len(members)))
    return sorted(made, key=lambda mark: (-mark.grade, -mark.y, mark.id))  # gravest on top


def draw(painter: QPainter, live: Live) -> None:
    """Cases filled, alerts hollow; alerts above, for they are what must be acted on first."""
    data = live.data
    grades = data.case_grades
    cases = buckets(data.case_marks, grades, live, alone=data.selected_case)
    for mark in cases:
        waiting = data.case_of[mark.id].state in _NOT_SENT
        if mark.grade in _URGENT and waiting and mark.count == 1:
            _ring(painter, mark, 15.0, 0.55)
        _symbol(painter, live, mark, hollow=False)
    _targets(live, Kind.CASE, cases)
    alerts = _open_alerts(live)
    for mark in alerts:
        if mark.grade in _URGENT and data.alert_of[mark.id].state is AlertState.NEW:
            _halo(painter, mark, dim=live.blink)
        _symbol(painter, live, mark, hollow=True)
    _targets(live, Kind.ALERT, alerts)
    for mark in cases:
        if mark.id == data.selected_case:
            brackets(painter, live, mark.x, mark.y, 15)


def _open_alerts(live: Live) -> list[Mark]:
    marks, known = live.data.alert_marks, live.data.alert_of
    kept = [k for k, name in enumerate(marks.ids) if known[name].state in OPEN_ALERTS]
    still = Marks(tuple(marks.ids[k] for k in kept), marks.x[kept], marks.y[kept])
    return buckets(still, {name: known[name].grade for name in still.ids}, live, alone=None)


def _targets(live: Live, kind: Kind, marks: list[Mark]) -> None:
    ids = tuple(mark.id for mark in marks)
    live.targets.add(kind, ids, [mark.x for mark in marks], [mark.y for mark in marks])


def _symbol(painter: QPainter, live: Live, mark: Mark, *, hollow: bool) -> None:
    size = SIZE_NEAR if live.viewport.metres_per_px < _NEAR else SIZE_FAR
    symbols = live.symbols
    image = symbols.alert(mark.grade, size) if hollow else symbols.case(mark.grade, size)
    left, top = round(mark.x - size / 2), round(mark.y - size / 2)
    painter.drawImage(left, top, image)
    if mark.count > 1:
        _count(painter, live, mark, left + size)


def _count(painter: QPainter, live: Live, mark: Mark, left: int) -> None:
    """How many, on a plate beside the symbol."""
    text = str(mark.count)
    painter.setFont(font_of(12))
    box = QRectF(left - 1, round(mark.y) - 8, 8 + 7 * len(text), 16)
    painter.setPen(QPen(colour(live.style.panel_line), 1))
    painter.setBrush(colour(live.style.panel[:3], live.style.panel[3]))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setPen(colour(live.style.ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _halo(painter: QPainter, mark: Mark, *, dim: bool) -> None:
    """Not yet acknowledged: two rings, which fade and return with the injected clock."""
    strength = 0.35 if dim else 1.0
    _ring(painter, mark, 13.0, strength)
    _ring(painter, mark, 20.0, 0.5 * strength)


def _ring(painter: QPainter, mark: Mark, radius: float, strength: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rgb, width in ((OUTLINE, 3.4), (GRADES[mark.grade], 1.6)):
        painter.setPen(QPen(colour(rgb, round(255 * strength)), width))
        painter.drawEllipse(QPointF(round(mark.x), round(mark.y)), radius, radius)


def brackets(painter: QPainter, live: Live, x: float, y: float, half: float) -> None:
    """The four corners about what is selected, in the selection's own blue-grey."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    arm = half * 0.5
    for rgb, width in ((live.style.halo, 4.4), (live.style.selection.colour, 2.0)):
        painter.setPen(QPen(colour(rgb), width))
        for sx in (-1, 1):
            for sy in (-1, 1):
                corner = QPointF(round(x) + sx * half, round(y) + sy * half)
                painter.drawPolyline(
                    [corner - QPointF(0, sy * arm), corner, corner - QPointF(sx * arm, 0)]
                )
