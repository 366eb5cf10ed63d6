"""A made-up scene on the map, and the hand that is held over it."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from app.model import (
    Alert,
    AlertKind,
    Availability,
    Case,
    CaseState,
    Commissioning,
    Fix,
    Grade,
    Plant,
    Position,
    Unit,
    UnitKind,
)
from maps.projection import project_point
from maps.scene import MapData

NOW = datetime(2026, 11, 23, 0, 12, 5, tzinfo=UTC)
LON, LAT = 106.30, 29.25
LEFT = Qt.MouseButton.LeftButton


def some_data(**changes) -> MapData:
    position = Position(lon=LON, lat=LAT)
    case = Case(
        id="E-1",
        title="爆管",
        grade=Grade.II,
        state=CaseState.TO_DISPATCH,
        opened=NOW,
        changed=NOW,
        position=position,
    )
    alert = Alert(
        id="A-1",
        kind=AlertKind.SOS,
        grade=Grade.I,
        raised=NOW,
        last=NOW,
        position=Position(lon=LON + 0.1, lat=LAT),
    )
    ages = {"T-1": 10, "T-2": 300, "T-3": 3000}
    fixes = {
        name: Fix(
            terminal=name,
            fix_time=NOW - timedelta(seconds=age),
            received=NOW,
            lon=LON - 0.1,
            lat=LAT + k * 0.05,
            place="" if k == 2 else "x",
        )
        for k, (name, age) in enumerate(ages.items())
    }
    values = {
        "place_counts": {"1-0000": (3, 1), "2-0001": (1, 0), "4-0005": (9, 9)},
        "cases": (case,),
        "alerts": (alert,),
        "fixes": fixes,
        "units": (Unit(id="U-1", name="队", kind=UnitKind.FIRE, terminal="T-1"),),
        "plants": (a_plant(Commissioning.COMMISSIONING),),
        "now": NOW,
    }
    return MapData(**(values | changes))


def a_plant(stage: Commissioning, state: Availability = Availability.UNKNOWN) -> Plant:
    return Plant(
        id="P-1",
        name="港桥",
        name_en="",
        fuel="gas",
        capacity_mw=1000.0,
        year="2026",
        lon=LON,
        lat=LAT - 0.1,
        commissioning=stage,
        availability=state,
        note="",
        source="",
        licence="",
    )


def on_screen(view, lon, lat) -> QPoint:
    x, y = view.viewport.to_screen(*project_point(lon, lat))
    return QPoint(round(float(x)), round(float(y)))


def wheel(view, at: QPoint, steps: int) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def pixels(image: QImage) -> bytes:
    kept = image.convertToFormat(QImage.Format.Format_RGB32)
    return bytes(kept.constBits())
