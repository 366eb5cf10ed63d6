"""Opens the window and says which signal goes where and what each action does."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog

from app.casework.acts import Act
from app.clock import Clock
from app.desk import Desk
from app.store.verify import verify
from maps.hierarchy import Hierarchy
from maps.layers import LAYERS
from widgets import choosing, finders, words
from widgets.duty import NEXT
from widgets.importing import import_boundaries
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
    _bind(window)
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
    panes.log.note_wanted.connect(partial(_note, window))
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
    window.duty.case_made.connect(partial(choosing.choose_case, window, go=True))
    window.duty.dispatching.connect(partial(start_dispatch, window))


def start_dispatch(window: Window, case: str) -> None:
    """Bring the recommended units to the front and put the cursor there."""
    choosing.choose_case(window, case)
    window.arrangement.reveal("dispatch")
    window.panes.dispatch.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _note(window: Window, text: str) -> None:
    if window.duty.case:
        subject = f"case:{window.duty.case}"
        window.bridge.do(Act(name="case.note", subject=subject, reason=text))
    else:
        window.status.show_message(
            QCoreApplication.translate("wiring", "先选一件事件，记事写在它的台账里")
        )


def _reveal(window: Window, pane: str) -> None:
    window.arrangement.reveal(pane)
    widgets = {
        "places": window.panes.places,
        "map": window.map,
        "queue": window.panes.queue,
        "case": window.panes.case,
        "units": window.panes.units,
    }
    widgets[pane].setFocus(Qt.FocusReason.ShortcutFocusReason)


def _all_acts(window: Window) -> None:
    """Every act that is allowed on the chosen case, as a menu above its buttons."""
    _reveal(window, "case")
    window.panes.case.buttons.open_menu()


def _step(window: Window, by: int) -> None:
    window.panes.queue.step(by)


def _picture(window: Window) -> None:
    name, _ = QFileDialog.getSaveFileName(
        window, QCoreApplication.translate("wiring", "存为图片"), "yutu.png", "PNG (*.png)"
    )
    if name:
        done = window.grab().save(name, "PNG")
        said = (
            QCoreApplication.translate("wiring", "已存为 %1")
            if done
            else QCoreApplication.translate("wiring", "不能写入 %1")
        )
        window.status.show_message(said.replace("%1", name))


def _import(window: Window) -> None:
    said = import_boundaries(window, window.hierarchy, window.desk.folder)
    if said:
        window.status.show_message(said)


def _verify(window: Window) -> None:
    """Prove the ledger while it is in use; readers do not wait for the writer."""
    report = verify(window.desk.folder)
    if report.ok:
        said = QCoreApplication.translate("wiring", "台账完好：%1 条，一环未断").replace(
            "%1", str(report.entries)
        )
    else:
        first = report.problems[0]
        said = (
            QCoreApplication.translate("wiring", "台账有问题：%1 %2")
            .replace("%1", first.what)
            .replace("%2", first.where)
        )
    window.status.show_message(said)


def _back(window: Window) -> None:
    if window.finder.isVisible():
        window.finder.dismiss()
    elif not window.arrangement.fold():
        window.map.tool("select")


def _bind(window: Window) -> None:
    duty, strip, actions = window.duty, window.strip, window.actions_
    actions.bind(
        {
            "alarm.next": lambda: choosing.go_to_alert(window, strip.next(window.clock())),
            "alarm.confirm": lambda: duty.on_alert("alert.confirm", strip.shown),
            "alarm.see": lambda: duty.see(strip.waiting),
            "alarm.dismiss": lambda: duty.on_alert("alert.dismiss", strip.shown),
            "alarm.shelve": lambda: duty.on_alert("alert.shelve", strip.shown),
            "alarm.locate": lambda: choosing.go_to_alert(window, strip.shown),
            "alarm.silence": window.silence,
            "case.file": lambda: duty.on_case("case.file"),
            "case.dispatch": lambda: duty.on_case("case.dispatch"),
            "task.sign": lambda: duty.on_case("task.sign"),
            "task.arrive": lambda: duty.on_case("task.arrive"),
            "task.feedback": lambda: duty.on_case("task.feedback"),
            "case.next": lambda: duty.on_case(*NEXT),
            "case.escalate": lambda: duty.on_case("case.supervise", "case.upgrade"),
            "case.new": lambda: duty.want("case.report", "case:"),
            "queue.down": partial(_step, window, 1),
            "queue.up": partial(_step, window, -1),
            "go.palette": window.finder.open,
            "go.coordinate": window.finder.open,
            "go.places": partial(_reveal, window, "places"),
            "go.map": partial(_reveal, window, "map"),
            "go.queue": partial(_reveal, window, "queue"),
            "go.case": partial(_reveal, window, "case"),
            "go.boards": partial(_reveal, window, "units"),
            "map.full": lambda: window.map.fit_place(window.centre),
            "map.selection": lambda: choosing.go_to_alert(window, None),
            "map.select": lambda: window.map.tool("select"),
            "map.identify": lambda: window.map.tool("identify"),
            "map.line": lambda: window.map.tool("measure_line"),
            "map.picture": partial(_picture, window),
            "view.theme": window.change_theme,
            "view.full": lambda: window.setWindowState(
                window.windowState() ^ Qt.WindowState.WindowFullScreen
            ),
            "view.map": window.toggle_map_only,
            "view.refresh": window.ask_again,
            "view.back": partial(_back, window),
            "map.area": lambda: window.map.tool("measure_area"),
            "map.back": window.map.previous_extent,
            "map.forward": window.map.next_extent,
            "desk.import": partial(_import, window),
            "desk.verify": partial(_verify, window),
            "case.acts": partial(_all_acts, window),
            "desk.keys": window.help.open,
            "desk.quit": window.close,
        }
    )
