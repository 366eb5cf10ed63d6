"""Bookmarks and the map: what is kept under which name, and going back to it."""

from PySide6.QtCore import QPointF

from app.settings import View
from widgets import formats
from widgets.window import Window


def mark(window: Window) -> None:
    """Ctrl+B: ask for a name for what the map shows now."""
    view, name = window.map.state(), name_of_view(window)
    window.arrangement.reveal("bookmarks")
    window.panes.bookmarks.add(view, name)


def show(window: Window, view: View) -> None:
    """Go to a kept view; the panel of the layers follows the map."""
    window.map.restore(view)


def name_of_view(window: Window) -> str:
    """The place whose parts are told apart in the middle of the map, and the scale."""
    the_map = window.map
    code = the_map.place_at(QPointF(the_map.width() / 2, the_map.height() / 2))
    place = window.hierarchy.place(code) if code else None
    above = (place.parent or place.code) if place else window.centre
    return f"{window.name_of(above)} {formats.scale(the_map.viewport.scale_denominator)}"
