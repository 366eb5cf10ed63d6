"""Opens the window and says which signal goes where; what actions do is widgets.bindings'."""

from functools import partial

from PySide6.QtCore import Qt

from app.clock import Clock
from app.desk import Desk
from maps.hierarchy import Hierarchy
from maps.layers import LAYERS
from widgets import bindings, choosing, desk_acts, finders, words
from widgets.auto_pan import AutoPan
from widgets.panels.layers import LayerSwitch
from widgets.window import Window


def open_window(
    desk: Desk, hierarchy: Hierarchy, *, clock: Clock, demo: bool = False, centre: str = "500000"
) -> Window:
    """The window, all of it connected, not yet shown."""
    window = Window(desk, hierarchy, clock=clock, demo=demo, centre=centre)
    _fill_palette(window)
    _wire_panels(window)
    _wire_map(window)
    _wire_layers(window)
    _wire_bars(window)
    window.auto_pan = AutoPan(window.clock, partial(choosing.go_to_alert, window), window)
    bindings.bind(window)
    return window


def _fill_palette(window: Window) -> None:
    go_to_case = partial(choosing.choose_case, window, go=True)
    desk = finders.DeskFinder(
        window.bridge, go_to_case, partial(choosing.show_unit, window), window
    )
    window.finder.look_in(
        (
            partial(finders.find_coordinate, window.map.go_to),
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
    the_map.place_picked.connect(partial(choosing.choose_place, window))
    the_map.case_picked.connect(partial(choosing.choose_case, window))
    the_map.terminal_picked.connect(partial(choosing.choose_terminal, window))
    the_map.alert_picked.connect(window.strip.show_alert)
    the_map.plant_picked.connect(partial(choosing.choose_plant, window, go=False))


def _wire_layers(window: Window) -> None:
    """The switches of the map's layers, the topmost first."""
    the_map = window.map
    window.panes.layers.put(
        LayerSwitch(layer.name, words.layer(layer.name), the_map.layer_visible(layer.name))
        for layer in reversed(LAYERS)
    )
    window.panes.layers.switched.connect(the_map.set_layer_visible)


def _wire_bars(window: Window) -> None:
    window.top.searched.connect(window.finder.open)
    window.strip.wanted.connect(lambda action: window.actions_[action].trigger())
    window.duty.said.connect(window.status.show_message)
    window.duty.told.connect(window.tell)
    window.status.sources_wanted.connect(partial(desk_acts.show_sources, window))
    window.duty.case_made.connect(partial(choosing.choose_case, window, go=True))
    window.duty.dispatching.connect(partial(start_dispatch, window))


def start_dispatch(window: Window, case: str) -> None:
    """Bring the recommended units to the front and put the cursor there."""
    choosing.choose_case(window, case)
    window.arrangement.reveal("dispatch")
    window.panes.dispatch.setFocus(Qt.FocusReason.ShortcutFocusReason)
