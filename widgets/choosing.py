"""What happens when something is chosen: the map goes there, the panels show it."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt

from app.model import Alert, Case, Fix, Plant
from app.store import queries
from app.store.queries import UnitRow
from widgets import formats, words
from widgets.models.units import LOOSE, loose_line
from widgets.window import Window

NEAR_M_PER_PX = 12.0
"""How close the map goes to a single thing: about a village across the screen."""


def choose_case(window: Window, ident: str, *, go: bool = False) -> None:
    """Show a case everywhere; `go`: the map moves to it as well."""
    if not ident:
        return
    window.duty.case = ident
    panes = window.panes
    panes.queue.select(ident)
    panes.case.show_case(ident)
    panes.dispatch.show_case(ident)
    panes.timeline.show_case(ident)
    panes.log.show_case(ident)
    window.feed.select_case(ident)
    window.status.show_selected(ident)
    if go:
        go_to_case(window, ident)


def go_to_case(window: Window, ident: str) -> None:
    """Move the map to a case, if it has a position."""
    window.bridge.ask(queries.case, ident, then=partial(_go_to_case, window), each=True)


def _go_to_case(window: Window, case: Case | None) -> None:
    if case is not None and case.position is not None:
        window.map.go_to(case.position.lon, case.position.lat, NEAR_M_PER_PX)
    elif case is not None:
        window.status.show_message(QCoreApplication.translate("choosing", "这件事件没有位置"))


def go_to_alert(window: Window, alert: Alert | None) -> None:
    """Move the map to an alarm; without one, to the chosen case."""
    if alert is None:
        if window.duty.case:
            go_to_case(window, window.duty.case)
    elif alert.position is None:
        window.status.show_message(QCoreApplication.translate("choosing", "这条报警没有位置"))
    else:
        window.map.go_to(alert.position.lon, alert.position.lat, NEAR_M_PER_PX)


def choose_place(window: Window, code: str) -> None:
    """The queue and the map follow the tree of places."""
    window.panes.queue.set_scope("" if code == window.centre else code)
    window.feed.select_place(code)


def go_to_place(window: Window, code: str) -> None:
    """Choose a place and fit the map to it."""
    window.panes.places.select(code)
    choose_place(window, code)
    window.map.fit_place(code)


def show_unit(window: Window, ident: str) -> None:
    """The map goes to a unit's last fix and shows its track."""
    window.bridge.ask(
        queries.unit_board, then=lambda rows: _show_unit(window, ident, rows), each=True
    )


def _show_unit(window: Window, ident: str, rows: list[UnitRow]) -> None:
    fixes = window.desk.latest()
    loose = fixes.get(ident.removeprefix(LOOSE)) if ident.startswith(LOOSE) else None
    unit = next((row.unit for row in rows if row.unit.id == ident), None)
    if loose is not None:
        unit = loose_line(loose).row.unit
    if unit is None:
        return
    fix = fixes.get(unit.terminal)
    window.feed.select_terminal(unit.terminal)
    if fix is None:
        window.status.show_message(
            QCoreApplication.translate("choosing", "%1 没有定位").replace("%1", unit.name)
        )
    else:
        _go_to_fix(window, unit.name, fix)


def choose_terminal(window: Window, terminal: str) -> None:
    """A terminal picked on the map: its track, and who carries it."""
    window.feed.select_terminal(terminal)
    unit = window.feed.data.unit_of.get(terminal)
    fix = window.desk.latest().get(terminal)
    if fix is not None:
        _say_fix(window, unit.name if unit else terminal, fix)


def _go_to_fix(window: Window, name: str, fix: Fix) -> None:
    window.map.go_to(fix.lon, fix.lat, NEAR_M_PER_PX)
    _say_fix(window, name, fix)


def _say_fix(window: Window, name: str, fix: Fix) -> None:
    place = (
        window.name_of(fix.place) if fix.place else QCoreApplication.translate("choosing", "域外")
    )
    doubts = " ".join(words.word(doubt) for doubt in fix.doubts)
    said = (name, place, formats.both(fix.fix_time, window.clock()), formats.speed(fix.speed_kmh))
    window.status.show_message("  ".join(text for text in (*said, doubts) if text))


def choose_plant(window: Window, ident: str, *, go: bool = True) -> None:
    """A power plant: the board's row, and the map at its place."""
    plant: Plant | None = window.feed.data.plant_of.get(ident)
    if plant is None:
        return
    window.panes.plants.select(ident)
    window.feed.select_plant(ident)
    if go and plant.lon is not None and plant.lat is not None:
        window.map.go_to(plant.lon, plant.lat, NEAR_M_PER_PX)
    stage = words.word(plant.commissioning)
    window.status.show_message(f"{plant.name}  {stage}  {formats.megawatts(plant.capacity_mw)}")


def go_to_chosen(window: Window) -> None:
    """Fit the map to the place under the tree's cursor."""
    code = window.feed.data.selected_place
    window.map.fit_place(code or window.centre)


def start_dispatch(window: Window, case: str) -> None:
    """Bring the recommended units to the front and put the cursor there."""
    choose_case(window, case)
    window.arrangement.reveal("dispatch")
    window.panes.dispatch.setFocus(Qt.FocusReason.ShortcutFocusReason)
