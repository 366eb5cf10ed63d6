"""Where the palette's hits come from: commands, coordinates, places, units, cases."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject

from app.model import Case, Place
from app.settings import Bookmark, View
from app.store import queries
from app.store.queries import UnitRow
from maps.editions import successions
from widgets import actions, coordinates, formats, gauss_kruger, words
from widgets.bridge import Bridge
from widgets.key_names import key_name
from widgets.palette import Hit

_ALIKE = 80.0
Give = Callable[[Sequence[Hit]], None]


class Kept(Protocol):
    """What has the bookmarks."""

    rows: tuple[Bookmark, ...]


class Division(Protocol):
    """The part of a hierarchy that is searched."""

    def search(self, text: str, limit: int = 20) -> list[Place]: ...
    def chain_of(self, code: str) -> tuple[Place, ...]: ...


def find_coordinate(go: Callable[[float, float], object], text: str) -> list[Hit]:
    """The place a typed coordinate means; of a pair without its zone, one for each zone."""
    found = coordinates.parse(text)
    if found is not None:
        return [_coordinate(go, *found, formats.gk3(*found))]
    pairs = gauss_kruger.without_zone(coordinates.plain(text))
    unsaid = QCoreApplication.translate("finders", "没写带号，按 %1 带")
    return [_coordinate(go, lon, lat, unsaid.replace("%1", str(zone))) for zone, lon, lat in pairs]


def _coordinate(go: Callable[[float, float], object], lon: float, lat: float, detail: str) -> Hit:
    kind = QCoreApplication.translate("finders", "坐标")
    return Hit(kind=kind, text=formats.dms(lon, lat), detail=detail, run=partial(go, lon, lat))


def find_places(division: Division, go: Callable[[str], object], text: str) -> list[Hit]:
    """Places by name, old name, code, pinyin or initials, each with where it lies."""
    if not text:
        return []
    return [
        Hit(
            kind=words.word(place.level),
            text=place.name,
            detail=_where(division, place) + _formerly(text, place),
            code=place.code,
            run=partial(go, place.code),
        )
        for place in division.search(text, 12)
    ]


def _where(division: Division, place: Place) -> str:
    return "·".join(p.name for p in division.chain_of(place.code)[1:-1])


def _formerly(text: str, place: Place) -> str:
    """What the place was called by who typed this, and until when; "" where it still is."""
    sought = text.split()[-1] if text.split() else ""
    if not sought or sought in place.name or sought == place.code:
        return ""
    for row in successions():
        if row.new_code == place.code and (sought in row.former or sought == row.old_code):
            note = QCoreApplication.translate("finders", "原%1，%2 前")
            return "  " + note.replace("%1", row.former).replace("%2", row.on.isoformat())
    return ""


def find_bookmarks(kept: Kept, go: Callable[[View], object], text: str) -> list[Hit]:
    """Bookmarks whose name holds the text, or is like it."""
    kind = QCoreApplication.translate("finders", "书签")
    rows = [row for row in kept.rows if text and _fits(text, f"{kind} {row.name}")]
    return [
        Hit(
            kind=kind,
            text=row.name,
            detail=formats.dms(row.view.lon, row.view.lat),
            run=partial(go, row.view),
        )
        for row in rows[:8]
    ]


def find_commands(made: actions.Actions, text: str) -> list[Hit]:
    """Commands whose name holds the text, or is like it; all of them for no text."""
    kind = QCoreApplication.translate("finders", "命令")
    rows = [row for row in actions.ACTIONS if _fits(text, actions.text(row))]
    return [
        Hit(
            kind=kind,
            text=actions.text(row),
            detail="",
            code=" ".join(key_name(key) for key in row.keys),
            run=made[row.id].trigger,
        )
        for row in rows
    ]


def _fits(text: str, name: str) -> bool:
    small, whole = text.casefold(), name.casefold()
    if small in whole or len(small) <= 2:
        return small in whole
    from rapidfuzz import fuzz  # here, for a start needs none of it

    return fuzz.partial_ratio(small, whole) >= _ALIKE


class DeskFinder(QObject):
    """Cases and units: asked of the desk, told to the palette when they have come."""

    def __init__(
        self,
        bridge: Bridge,
        open_case: Callable[[str], object],
        open_unit: Callable[[str], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._open_case, self._open_unit = bridge, open_case, open_unit

    def cases(self, text: str, give: Give) -> None:
        self._bridge.ask(
            queries.find_cases, text, 10, then=lambda found: give(self._case_hits(found)), each=True
        )

    def units(self, text: str, give: Give) -> None:
        self._bridge.ask(
            queries.unit_board, then=lambda rows: give(self._unit_hits(text, rows)), each=True
        )

    def _case_hits(self, found: Sequence[Case]) -> list[Hit]:
        kind = QCoreApplication.translate("finders", "事件")
        return [
            Hit(
                kind=kind,
                text=f"{words.SHAPES[case.grade]} {case.id}  {case.title}",
                detail="",
                code=words.word(case.state),
                run=partial(self._open_case, case.id),
            )
            for case in found
        ]

    def _unit_hits(self, text: str, rows: Sequence[UnitRow]) -> list[Hit]:
        kind = QCoreApplication.translate("finders", "力量")
        small = text.casefold()
        fitting = [row for row in rows if any(small in said for said in _names(row))]
        return [
            Hit(
                kind=kind,
                text=row.unit.name,
                detail=words.word(row.unit.kind),
                code=row.unit.terminal,
                run=partial(self._open_unit, row.unit.id),
            )
            for row in fitting[:8]
        ]


def _names(row: UnitRow) -> tuple[str, ...]:
    return tuple(said.casefold() for said in (row.unit.name, row.unit.id, row.unit.terminal))
