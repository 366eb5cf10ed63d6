"""Where a row of what was selected on the map leads to."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt

from widgets import choosing
from widgets.models.found import Found, What
from widgets.window import Window


def go(window: Window, row: Found) -> None:
    """Show the row's thing everywhere and move the map to it."""
    acts: dict[What, Callable[[str], object]] = {
        What.CASE: partial(choosing.choose_case, window, go=True),
        What.EVENT: partial(choosing.choose_case, window, go=True),
        What.ALERT: partial(_alert, window),
        What.UNIT: partial(choosing.show_unit, window),
        What.TERMINAL: partial(_terminal, window),
        What.PLANT: partial(choosing.choose_plant, window),
    }
    acts[row.what](row.id)
    window.map.setFocus(Qt.FocusReason.OtherFocusReason)


def _alert(window: Window, ident: str) -> None:
    window.strip.show_alert(ident)
    choosing.go_to_alert(window, window.feed.data.alert_of.get(ident))


def _terminal(window: Window, name: str) -> None:
    choosing.choose_terminal(window, name)
    fix = window.desk.latest().get(name)
    if fix is not None:
        window.map.go_to(fix.lon, fix.lat, choosing.NEAR_M_PER_PX)
