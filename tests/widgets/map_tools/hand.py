"""A hand that clicks and drags on the map."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from maps.projection import project_point

LEFT, NONE, ALT = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
)
A, B, C = QPoint(200, 150), QPoint(420, 170), QPoint(380, 330)
MIDDLE = (106.30, 29.25)


def click(qtbot, view, *points: QPoint, modifier=NONE) -> None:
    for point in points:
        qtbot.mouseClick(view, LEFT, modifier, point)


def drag(qtbot, view, *points: QPoint, modifier=NONE) -> None:
    qtbot.mousePress(view, LEFT, modifier, points[0])
    for point in points[1:]:
        move(view, point, modifier)
    qtbot.mouseRelease(view, LEFT, modifier, points[-1])


def move(view, point: QPoint, modifier=NONE) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point),
        QPointF(view.mapToGlobal(point)),
        Qt.MouseButton.NoButton,
        LEFT,
        modifier,
    )
    QApplication.sendEvent(view, event)


def at(view, point: QPoint):
    return view.point_at(QPointF(point))


def pixel(view, lon: float, lat: float) -> QPoint:
    x, y = view.viewport.to_screen(*project_point(lon, lat))
    return QPoint(round(float(x)), round(float(y)))
