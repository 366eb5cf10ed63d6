"""Symbols as small pictures, drawn once for each look and kept. GUI thread only.

Grade and state are told by shape first: every symbol can be read on a monochrome print. Colour is
left to the event grades; crews and plants are grey.
"""

import math
from collections.abc import Callable, Hashable
from enum import Enum
from typing import Any, TypeVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPolygonF

from app.model import Availability, Commissioning, Grade, Plant, UnitKind
from maps.style import GRADES, OUTLINE, MapStyle, Rgb

T = TypeVar("T")


class Freshness(Enum):
    FRESH = "fresh"
    STALE = "stale"
    UNKNOWN = "unknown"


class PlantState(Enum):
    """One mark for the three axes of a plant; what is not in service never looks as if it were."""

    RUNNING = "running"
    UNSAID = "unsaid"
    STARTING = "starting"
    STOPPED = "stopped"
    TRIPPED = "tripped"
    REPAIR = "repair"
    BUILDING = "building"
    CLOSED = "closed"


_COMMISSIONED = {
    Availability.RUNNING: PlantState.RUNNING,
    Availability.UNKNOWN: PlantState.UNSAID,
    Availability.RESERVE: PlantState.STOPPED,
    Availability.PLANNED: PlantState.REPAIR,
    Availability.UNPLANNED: PlantState.TRIPPED,
}
_LIFE = {
    Commissioning.BUILDING: PlantState.BUILDING,
    Commissioning.COMMISSIONING: PlantState.STARTING,
    Commissioning.CLOSED: PlantState.CLOSED,
}


def plant_state(plant: Plant) -> PlantState:
    """首次并网 is not 在役: availability is looked at only once a plant is in service."""
    return _LIFE.get(plant.commissioning) or _COMMISSIONED[plant.availability]


def colour(rgb: Rgb, alpha: int = 255) -> QColor:
    return QColor(*rgb, alpha)


def regular(centre: float, radius: float, corners: int, *, turn: float = -90) -> QPolygonF:
    """A regular polygon; the first corner at `turn` degrees, 0 to the right, clockwise."""
    angles = (math.radians(turn + 360 * k / corners) for k in range(corners))
    return QPolygonF(
        [QPointF(centre + radius * math.cos(a), centre + radius * math.sin(a)) for a in angles]
    )


def draw_grade(painter: QPainter, grade: Grade, centre: float, radius: float) -> None:
    """▲ ◆ ■ ● about (centre, centre), with the pen and brush that are set."""
    if grade is Grade.I:
        shape = regular(centre, radius * 1.18, 3)
        painter.drawPolygon(shape.translated(0, radius * 0.22))
    elif grade is Grade.II:
        painter.drawPolygon(regular(centre, radius * 1.12, 4))
    elif grade is Grade.III:
        side = radius * 1.66
        painter.drawRect(QRectF(centre - side / 2, centre - side / 2, side, side))
    else:
        painter.drawEllipse(QPointF(centre, centre), radius * 0.95, radius * 0.95)


_BOLT = ((0.25, -1.0), (-0.7, 0.2), (-0.05, 0.2), (-0.3, 1.0), (0.7, -0.25), (0.05, -0.25))
_CROSS = (
    *((-0.35, -0.95), (0.35, -0.95), (0.35, -0.35), (0.95, -0.35), (0.95, 0.35), (0.35, 0.35)),
    *((0.35, 0.95), (-0.35, 0.95), (-0.35, 0.35), (-0.95, 0.35), (-0.95, -0.35), (-0.35, -0.35)),
)


def _outline(points: tuple[tuple[float, float], ...], centre: float, radius: float) -> QPolygonF:
    return QPolygonF([QPointF(centre + radius * x, centre + radius * y) for x, y in points])


def draw_unit(painter: QPainter, kind: UnitKind | None, centre: float, radius: float) -> None:
    """The crew's shape: ● grid worker, pentagon fire, cross medical, bolt power, square city."""
    match kind:
        case UnitKind.FIRE:
            painter.drawPolygon(regular(centre, radius * 1.1, 5))
        case UnitKind.MEDICAL:
            painter.drawPolygon(_outline(_CROSS, centre, radius))
        case UnitKind.POWER:
            painter.drawPolygon(_outline(_BOLT, centre, radius * 1.15))
        case UnitKind.CITY:
            side = radius * 1.6
            painter.drawRect(QRectF(centre - side / 2, centre - side / 2, side, side))
        case _:
            painter.drawEllipse(QPointF(centre, centre), radius * 0.9, radius * 0.9)


class Symbols:
    """The pictures of one style and one pixel ratio."""

    def __init__(self, style: MapStyle, dpr: float) -> None:
        self._style = style
        self.dpr = dpr
        self._kept: dict[tuple[object, ...], QImage] = {}
        self._made: dict[Hashable, Any] = {}

    def keep(self, key: Hashable, make: Callable[[], T]) -> T:
        """What a layer made of these pictures, for as long as they are kept."""
        if key not in self._made:
            self._made[key] = make()
        made: T = self._made[key]
        return made

    def case(self, grade: Grade, size: int) -> QImage:
        """Filled: a person has confirmed it."""

        def draw(painter: QPainter) -> None:
            painter.setPen(QPen(colour(OUTLINE), 1.2))
            painter.setBrush(colour(GRADES[grade]))
            draw_grade(painter, grade, size / 2, size / 2 - 2)

        return self._picture(("case", grade, size), size, draw)

    def alert(self, grade: Grade, size: int) -> QImage:
        """Hollow: noticed, not yet confirmed."""

        def draw(painter: QPainter) -> None:
            painter.setBrush(colour(self._style.halo))
            for rgb, width in ((OUTLINE, 4.0), (GRADES[grade], 2.0)):
                pen = QPen(colour(rgb), width)
                pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
                painter.setPen(pen)
                draw_grade(painter, grade, size / 2, size / 2 - 4)

        return self._picture(("alert", grade, size), size, draw)

    def terminal(self, kind: UnitKind | None, freshness: Freshness, size: int) -> QImage:
        """Solid while fresh, hollow when stale, a faint dashed rim when nobody knows."""
        kept = self._kept.get(("terminal", kind, freshness, size))
        if kept is not None:
            return kept

        def draw(painter: QPainter) -> None:
            style, radius = self._style, size / 2 - 2
            rim = QPen(colour(style.halo, 210), 3.0)
            painter.setPen(rim)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            draw_unit(painter, kind, size / 2, radius)
            if freshness is Freshness.FRESH:
                painter.setPen(QPen(colour(style.halo), 0.8))
                painter.setBrush(colour(style.ink))
            elif freshness is Freshness.STALE:
                painter.setPen(QPen(colour(style.ink), 1.3))
                painter.setBrush(colour(style.halo))
            else:
                pen = QPen(colour(style.faint), 1.1)
                pen.setDashPattern([1.6, 1.4])
                painter.setPen(pen)
                painter.setBrush(colour(style.halo, 120))
            draw_unit(painter, kind, size / 2, radius)

        return self._picture(("terminal", kind, freshness, size), size, draw)

    def plant(self, state: PlantState, size: int) -> QImage:
        """A plate that tells plants from crews, with the state's shape on it."""

        def draw(painter: QPainter) -> None:
            painter.setPen(QPen(colour(self._style.faint), 1.0))
            painter.setBrush(colour(self._style.panel[:3], 235))
            painter.drawRoundedRect(QRectF(1.5, 1.5, size - 3, size - 3), 2.5, 2.5)
            draw_plant(painter, state, size, colour(self._style.ink))

        return self._picture(("plant", state, size), size, draw)

    def outside(self, size: int) -> QImage:
        """× for a position beyond the city."""

        def draw(painter: QPainter) -> None:
            for rgb, width in ((self._style.halo, 4.0), (self._style.faint, 1.6)):
                painter.setPen(QPen(colour(rgb), width))
                painter.drawLine(QPointF(3, 3), QPointF(size - 3, size - 3))
                painter.drawLine(QPointF(3, size - 3), QPointF(size - 3, 3))

        return self._picture(("outside", size), size, draw)

    def _picture(
        self, key: tuple[object, ...], size: int, draw: Callable[[QPainter], None]
    ) -> QImage:
        image = self._kept.get(key)
        if image is None:
            pixels = math.ceil(size * self.dpr)
            image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
            image.setDevicePixelRatio(self.dpr)
            image.fill(0)
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw(painter)
            painter.end()
            self._kept[key] = image
        return image


def draw_plant(painter: QPainter, state: PlantState, size: float, ink: QColor) -> None:
    """The shape of a plant's state in the middle of a square of `size` pixels."""
    centre, radius = size / 2, max(size * 0.27, 2.5)
    box = QRectF(centre - radius, centre - radius, 2 * radius, 2 * radius)
    painter.setPen(QPen(ink, 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state is PlantState.REPAIR:
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.drawLine(QPointF(box.left() + 0.5, centre), QPointF(box.right() - 0.5, centre))
        return
    if state is PlantState.UNSAID:
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(ink))
        painter.drawEllipse(QPointF(centre, centre), 1.3, 1.3)
        return
    if state is PlantState.BUILDING:
        pen = QPen(ink, 1.3)
        pen.setDashPattern([1.4, 1.2])
        painter.setPen(pen)
    if state is PlantState.RUNNING:
        painter.setBrush(QBrush(ink))
    painter.drawEllipse(box)
    if state is PlantState.STARTING:
        painter.setBrush(QBrush(ink))
        painter.drawPie(box, 90 * 16, 180 * 16)
    arm = radius * 0.68
    if state in (PlantState.TRIPPED, PlantState.CLOSED):
        middle = QPointF(centre, centre)
        painter.drawLine(middle - QPointF(arm, arm), middle + QPointF(arm, arm))
    if state is PlantState.TRIPPED:
        painter.drawLine(QPointF(centre - arm, centre + arm), QPointF(centre + arm, centre - arm))
