"""What lies in a selection or within rings as rows, and the columns they are shown in."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon

from app.model import Grade, Unit
from maps.drawing import Rings, Selection
from maps.scene import MapData
from widgets import formats, words
from widgets.models.cases import DEMO_MARK
from widgets.models.column import Column, Context
from widgets.models.place_words import where, whole_chain
from widgets.parts.marks import grade_icon
from widgets.words import QT_TRANSLATE_NOOP


class What(IntEnum):
    """In the order of the list."""

    CASE = 0
    ALERT = 1
    UNIT = 2
    TERMINAL = 3
    PLANT = 4


WHATS = {
    What.CASE: QT_TRANSLATE_NOOP("found", "事件"),
    What.ALERT: QT_TRANSLATE_NOOP("found", "预警"),
    What.UNIT: QT_TRANSLATE_NOOP("found", "力量"),
    What.TERMINAL: QT_TRANSLATE_NOOP("found", "终端"),
    What.PLANT: QT_TRANSLATE_NOOP("found", "电厂"),
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


def _where(row: Found, context: Context) -> str:
    """How far off and within which ring, where rings were drawn; then the place."""
    place = where(_chain(row, context), context)
    if row.distance_m is None or row.ring_m is None:
        return place
    ring = QCoreApplication.translate("found", "%1 km 圈")
    ring = ring.replace("%1", f"{row.ring_m / 1000:g}")
    return f"{formats.distance(row.distance_m)} · {ring} · {place}"


FOUND: tuple[Column[Found], ...] = (
    Column(
        QT_TRANSLATE_NOOP("columns", "对象"),
        lambda row, _: what_word(row.what),
        sample=lambda: max((what_word(what) for what in What), key=len) + "◆ ",
        icon=lambda row: grade_icon(row.grade) if row.grade else QIcon(),
        sort=lambda row: (row.what, row.grade or 9, row.id),
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "名称"),
        lambda row, context: row.name.removesuffix(DEMO_MARK) if context.demo else row.name,
        weight=8,
        sort=lambda row: row.name,
        tip=lambda row, _: f"{row.name} · {row.id}",
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "状态、类型"),
        lambda row, _: row.state,
        sample="医疗急救中",
        sort=lambda row: row.state,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "距离、地点"),
        _where,
        weight=10,
        sort=lambda row: (row.distance_m or 0.0, row.chain),
        tip=lambda row, context: whole_chain(_chain(row, context), context),
    ),
)


def _chain(row: Found, context: Context) -> tuple[str, ...]:
    """A case's own chain; of a fix the one above its grid."""
    return context.chain(row.chain[0]) if len(row.chain) == 1 else row.chain
