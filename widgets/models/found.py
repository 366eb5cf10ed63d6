"""What lies in a selection or within rings as rows."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from app.model import Grade, Unit
from maps.drawing import Rings, Selection
from maps.points.chosen import look_of
from maps.scene import MapData
from widgets import formats, words
from widgets.counting import Counted, Row
from widgets.words import QT_TRANSLATE_NOOP


class What(IntEnum):
    """In the order of the list."""

    CASE = 0
    ALERT = 1
    UNIT = 2
    TERMINAL = 3
    PLANT = 4
    EVENT = 5


WHATS = {
    What.CASE: QT_TRANSLATE_NOOP("found", "事件"),
    What.ALERT: QT_TRANSLATE_NOOP("found", "预警"),
    What.UNIT: QT_TRANSLATE_NOOP("found", "力量"),
    What.TERMINAL: QT_TRANSLATE_NOOP("found", "终端"),
    What.PLANT: QT_TRANSLATE_NOOP("found", "电厂"),
    What.EVENT: QT_TRANSLATE_NOOP("found", "全部事件"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One row; `state` is its state or kind as read, `ring` the radius it lies within."""

    what: What
    id: str
    name: str
    state: str
    grade: Grade | None = None
    chain: tuple[str, ...] = ()
    distance_m: float | None = None
    ring_m: float | None = None

    @property
    def key(self) -> str:
        return f"{self.what.name}:{self.id}"


def what_word(what: What) -> str:
    return QCoreApplication.translate("found", WHATS[what])


def selected(selection: Selection, data: MapData) -> list[Found]:
    """The rows of a selection."""
    units = {unit.id: unit for unit in data.units}
    carried = {unit.terminal for unit in data.units}
    rows = [_case(data, ident) for ident in selection.cases if ident in data.case_of]
    rows += [_alert(data, ident) for ident in selection.alerts if ident in data.alert_of]
    rows += [_unit(data, units[ident]) for ident in selection.units if ident in units]
    rows += [
        Found(
            what=What.TERMINAL,
            id=name,
            name=name,
            state=formats.NONE,
            chain=_place(data, name),
        )
        for name in selection.terminals
        if name not in carried
    ]
    return rows + [_plant(data, ident) for ident in selection.plants if ident in data.plant_of]


def counted(events: Counted | None, data: MapData) -> list[Found]:
    """Rows of all events, the nearest to the middle first; open ones are listed as cases."""
    return [_event(row) for row in (events.rows if events else ()) if row.id not in data.case_of]


def reached(rings: Rings, data: MapData) -> list[Found]:
    """Units within rings, the nearest first."""
    return [
        _unit(data, near.unit, distance_m=near.distance_m, ring_m=rings.radii_m[near.ring])
        for near in rings.near(data)
    ]


def _case(data: MapData, ident: str) -> Found:
    case = data.case_of[ident]
    return Found(
        what=What.CASE,
        id=ident,
        name=case.title,
        state=words.word(case.state),
        grade=case.grade,
        chain=case.chain,
    )


def _event(row: Row) -> Found:
    """By its case, or as far as the columns of the map tell."""
    case, (grade, is_open) = row.case, look_of(row.look)
    text = QT_TRANSLATE_NOOP("found", "未结") if is_open else QT_TRANSLATE_NOOP("found", "已结")
    return Found(
        what=What.EVENT,
        id=row.id,
        name=case.title if case else row.id,
        state=words.word(case.state) if case else QCoreApplication.translate("found", text),
        grade=case.grade if case else grade,
        chain=case.chain if case else (),
        distance_m=row.distance_m,
    )


def _alert(data: MapData, ident: str) -> Found:
    alert = data.alert_of[ident]
    return Found(
        what=What.ALERT,
        id=ident,
        name=words.word(alert.kind),
        state=words.word(alert.state),
        grade=alert.grade,
        chain=alert.chain,
    )


def _unit(
    data: MapData, unit: Unit, *, distance_m: float | None = None, ring_m: float | None = None
) -> Found:
    return Found(
        what=What.UNIT,
        id=unit.id,
        name=unit.name,
        state=words.word(unit.kind),
        chain=_place(data, unit.terminal),
        distance_m=distance_m,
        ring_m=ring_m,
    )


def _plant(data: MapData, ident: str) -> Found:
    plant = data.plant_of[ident]
    return Found(what=What.PLANT, id=ident, name=plant.name, state=words.word(plant.commissioning))


def _place(data: MapData, terminal: str) -> tuple[str, ...]:
    fix = data.fixes.get(terminal)
    return (fix.place,) if fix is not None and fix.place else ()
