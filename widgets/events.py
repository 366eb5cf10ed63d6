"""All events on the map: who reads them, what chooses among them, and what a click on many does."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from app.model import Case
from app.store import queries
from widgets import choosing, formats
from widgets.bridge import Bridge
from widgets.events_feed import EventsFeed
from widgets.map_feed import MapFeed
from widgets.map_view import MapView
from widgets.time_bar import TimeBar
from widgets.window import Window
from widgets.words import NUMERALS, SHAPES

MOST = 20
"""Rows of the list of what one mark stands for; the newest of them."""


def wire(window: Window) -> EventsFeed:
    """Connect the map, its bar of time and the desk."""
    feed = EventsFeed(window.bridge, window)
    _wire_map(feed, window.feed, window.map, window.time_bar)
    window.closing.connect(feed.close)
    window.map.events_picked.connect(partial(_picked, window))
    return feed


def _wire_map(feed: EventsFeed, data: MapFeed, the_map: MapView, bar: TimeBar) -> None:
    for follow in (feed.follow, bar.follow):
        the_map.stack_changed.connect(follow)
        follow(the_map.stack)
    feed.fed.connect(data.put_events)
    feed.fed.connect(bar.put)
    feed.progress.connect(bar.show_progress)
    bar.chosen.connect(data.choose_events)
    bar.radius_chosen.connect(data.smooth)
    the_map.events_told.connect(bar.show_summary)


def _picked(window: Window, ids: tuple[str, ...], together: bool) -> None:
    """A list to choose from; of a density only how many there are."""
    if not together:
        text = QCoreApplication.translate("events", "此处 %1 件，放大后逐件可选")
        window.status.show_message(text.replace("%1", formats.count(len(ids))))
        return
    at = QCursor.pos()
    show = partial(_list, window, partial(choosing.choose_case, window), at, len(ids))
    _ask(window.bridge, ids[:MOST], show)


def _ask(bridge: Bridge, ids: tuple[str, ...], then: Callable[[list[Case]], None]) -> None:
    bridge.ask(queries.cases_by_id, ids, then=then, each=True)


def _list(
    parent: QWidget, choose: Callable[[str], None], at: QPoint, many: int, cases: list[Case]
) -> None:
    menu_of(parent, choose, many, cases).popup(at)


def menu_of(parent: QWidget, choose: Callable[[str], None], many: int, cases: list[Case]) -> QMenu:
    """One row a case; the last says how many more there are."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    for case in cases:
        sign = f"{SHAPES[case.grade]}{NUMERALS[case.grade]}"
        said = f"{sign}  {formats.absolute(case.opened)[:16]}  {case.title}"
        menu.addAction(said.replace("&", "&&"), partial(choose, case.id))
    if many > len(cases):
        text = QCoreApplication.translate("events", "还有 %1 件，放大后分开")
        menu.addAction(text.replace("%1", formats.count(many - len(cases)))).setEnabled(False)
    return menu
