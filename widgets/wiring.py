"""Opens the window and says which signal goes where; what actions do is widgets.bindings'."""

import logging
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt

from app.clock import Clock
from app.desk import Desk
from app.settings import MAP, MOTION
from app.store import queries
from maps.hierarchy import Hierarchy
from widgets import (
    base_acts,
    bindings,
    choosing,
    desk_acts,
    events,
    finders,
    marks,
    messaging,
    terminal_work,
    tracking,
    words,
)
from widgets.auto_pan import AutoPan
from widgets.map_memory import MapMemory
from widgets.map_work import MapWork
from widgets.second import keeper
from widgets.split import split
from widgets.toasts import Tone
from widgets.wall import walls
from widgets.window import Window

logger = logging.getLogger(__name__)


def open_window(
    desk: Desk,
    hierarchy: Hierarchy,
    *,
    clock: Clock,
    demo: bool = False,
    centre: str = "500000",
    remember: bool = False,
) -> Window:
    """The window, all of it connected, not yet shown; `remember`: the map as it was left."""
    window = Window(desk, hierarchy, clock=clock, demo=demo, centre=centre)
    work = MapWork(window)
    _fill_palette(window, work)
    _wire_panels(window)
    _wire_map(window)
    _wire_layers(window)
    all_events = events.wire(window)
    _wire_bars(window)
    window.auto_pan = AutoPan(window.clock, partial(choosing.go_to_alert, window), window)
    bindings.bind(window, work)
    keeper.wire(window, all_events)
    split.wire(window)
    walls.wire(window)
    tracking.wire(window, work)
    messaging.wire(window)
    base_acts.wire(window)
    terminal_work.wire(window, work)
    _bring_back(window, remember=remember)
    return window


def _fill_palette(window: Window, work: MapWork) -> None:
    go_to_case = partial(choosing.choose_case, window, go=True)
    desk = finders.DeskFinder(
        window.bridge, go_to_case, partial(choosing.show_unit, window), window
    )
    window.finder.look_in(
        (
            partial(finders.find_coordinate, work.go_to),
            partial(finders.find_bookmarks, window.panes.bookmarks, partial(marks.show, window)),
            partial(finders.find_places, window.hierarchy, partial(choosing.go_to_place, window)),
            partial(finders.find_commands, window.actions_),
        ),
        (desk.cases, desk.units),
    )


def _wire_panels(window: Window) -> None:
    panes = window.panes
    for panel in panes.all:
        panel.act_wanted.connect(window.duty.want)
        if panel is not panes.queue:
            panel.case_chosen.connect(partial(choosing.choose_case, window, go=True))
    panes.queue.case_chosen.connect(partial(choosing.choose_case, window))
    panes.places.place_chosen.connect(partial(choosing.choose_place, window))
    panes.places.view.activated.connect(lambda _: choosing.go_to_chosen(window))
    panes.units.unit_chosen.connect(partial(choosing.show_unit, window))
    panes.plants.plant_chosen.connect(partial(choosing.choose_plant, window))
    panes.alerts.alert_chosen.connect(window.strip.show_alert)
    panes.log.note_wanted.connect(partial(desk_acts.note, window))
    for name, panel in panes.counted.items():
        panel.count_changed.connect(partial(window.arrangement.set_count, name))
    for panel in panes.all:
        panel.ask_again()


def _wire_map(window: Window) -> None:
    the_map, status = window.map, window.status
    the_map.pointer_moved.connect(status.show_position)
    the_map.extent_changed.connect(window.show_scale)
    status.scale.wanted.connect(the_map.scale_to)
    status.scale.left.connect(partial(the_map.setFocus, Qt.FocusReason.OtherFocusReason))
    the_map.place_picked.connect(partial(choosing.choose_place, window))
    the_map.case_picked.connect(partial(choosing.choose_case, window))
    the_map.terminal_picked.connect(partial(choosing.choose_terminal, window))
    the_map.alert_picked.connect(window.strip.show_alert)
    the_map.plant_picked.connect(partial(choosing.choose_plant, window, go=False))


def _wire_layers(window: Window) -> None:
    """The map says how its layers lie and what areas are coloured by; the panel what is wanted."""
    the_map, layers = window.map, window.panes.layers
    layers.stacked.connect(the_map.set_stack)
    layers.colouring.wanted.connect(the_map.set_colouring)
    the_map.stack_changed.connect(layers.put)
    the_map.colouring_changed.connect(layers.colouring.put)
    window.panes.bookmarks.opened.connect(partial(marks.show, window))


def _bring_back(window: Window, *, remember: bool) -> None:
    """What the desk kept: its lock in any case; how its map was left where that is wanted."""
    kept = window.desk.ask(queries.settings).result()
    window.guard.put(kept)
    for odd in kept.odd:
        logger.warning("the setting %s is %s", odd.name, odd.why)
        text = QCoreApplication.translate("wiring", "设置“%1”读不出，按默认值")
        window.tell(text.replace("%1", words.setting(odd.name)), Tone.FAILED)
    window.map.animated = kept[MOTION].zoom
    if not remember:
        return
    view = kept[MAP].view
    if view is not None:
        marks.show(window, view)
    memory = MapMemory(window.bridge, window.map, view, window)
    for changed in (window.map.stack_changed, window.map.colouring_changed):
        changed.connect(lambda *_: memory.note())
    window.closing.connect(memory.close)


def _wire_bars(window: Window) -> None:
    window.top.searched.connect(window.finder.open)
    window.strip.wanted.connect(lambda action: window.actions_[action].trigger())
    window.duty.said.connect(window.status.show_message)
    window.duty.told.connect(window.tell)
    window.status.sources_wanted.connect(window.actions_["desk.sources"].trigger)
    window.duty.case_made.connect(partial(choosing.choose_case, window, go=True))
    window.duty.dispatching.connect(partial(choosing.start_dispatch, window))
