"""What each action of the table does in the window."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt

from widgets import again, choosing, desk_acts, division, finders, marks
from widgets.duty import NEXT
from widgets.export import opening
from widgets.map_work import MapWork
from widgets.sources.opening import open_sources
from widgets.window import Window

_TURN_DEG = 15.0


def bind(window: Window, work: MapWork) -> None:
    """Connect every row of widgets.actions."""
    duty, strip, actions = window.duty, window.strip, window.actions_
    actions.bind(
        {
            "alarm.next": lambda: choosing.go_to_alert(window, strip.next(window.clock())),
            "alarm.confirm": lambda: duty.on_alert("alert.confirm", strip.shown),
            "alarm.see": lambda: duty.see(strip.waiting),
            "alarm.dismiss": lambda: duty.on_alert("alert.dismiss", strip.shown),
            "alarm.shelve": lambda: duty.on_alert("alert.shelve", strip.shown),
            "alarm.merge": lambda: duty.on_alert("alert.merge", strip.shown),
            "alarm.locate": lambda: choosing.go_to_alert(window, strip.shown),
            "alarm.silence": window.silence,
            "case.file": lambda: duty.on_case("case.file"),
            "case.dispatch": lambda: duty.on_case("case.dispatch"),
            "task.sign": lambda: duty.on_case("task.sign"),
            "task.arrive": lambda: duty.on_case("task.arrive"),
            "task.feedback": lambda: duty.on_case("task.feedback"),
            "case.next": lambda: duty.on_case(*NEXT),
            "task.withdraw": lambda: duty.on_case("task.withdraw"),
            "case.again": partial(again.dispatch_again, window),
            "case.escalate": lambda: duty.on_case("case.supervise", "case.upgrade"),
            "case.new": lambda: duty.want("case.report", "case:"),
            "queue.down": partial(_step, window, 1),
            "queue.up": partial(_step, window, -1),
            "go.palette": window.finder.open,
            "go.coordinate": partial(_ask_coordinate, window, work),
            "go.places": partial(_reveal, window, "places"),
            "go.map": partial(_reveal, window, "map"),
            "go.queue": partial(_reveal, window, "queue"),
            "go.case": partial(_reveal, window, "case"),
            "go.boards": partial(_reveal, window, "units"),
            "go.shorts": partial(_reveal, window, "shorts"),
            "go.layers": partial(_reveal, window, "layers"),
            "go.marks": partial(_reveal, window, "bookmarks"),
            "map.mark": partial(marks.mark, window),
            "map.full": lambda: window.map.fit_place(window.centre),
            "map.selection": lambda: choosing.go_to_alert(window, None),
            "map.select": partial(work.take, "select"),
            "map.identify": partial(work.take, "identify"),
            "map.line": partial(work.take, "measure_line"),
            "map.picture": partial(opening.open_dialog, window, "map_png"),
            "map.objects": partial(opening.open_objects, window),
            "map.page": partial(opening.open_dialog, window, "page_pdf"),
            "view.theme": window.change_theme,
            "view.full": lambda: window.setWindowState(
                window.windowState() ^ Qt.WindowState.WindowFullScreen
            ),
            "view.map": window.toggle_map_only,
            "view.motion": partial(desk_acts.toggle_motion, window),
            "view.refresh": window.ask_again,
            "view.back": partial(_back, window, work),
            "map.area": partial(work.take, "measure_area"),
            "map.bearing": partial(work.take, "measure_bearing"),
            "map.box": partial(work.take, "select_box"),
            "map.lasso": partial(work.take, "select_lasso"),
            "map.circle": partial(work.take, "select_circle"),
            "map.buffer": partial(work.take, "buffer"),
            "map.rings": partial(work.take, "rings"),
            "map.reach": lambda: work.charting.rings_of_case(duty.case),
            "map.radii": work.charting.edit_rings,
            "map.report": partial(work.take, "pin_case"),
            "map.fence": partial(work.take, "fence_draw"),
            "map.round": partial(work.take, "fence_circle"),
            "map.point": window.map.point_here,
            "map.menu": lambda: work.menu(window.map.middle),
            "go.fences": partial(_reveal, window, "fences"),
            "go.found": partial(_reveal, window, "found"),
            "go.tracks": partial(_reveal, window, "tracks"),
            "map.scale": window.status.scale.setFocus,
            "map.north": partial(window.map.turn_to, 0.0),
            "map.left": partial(window.map.turn_by, -_TURN_DEG),
            "map.right": partial(window.map.turn_by, _TURN_DEG),
            "map.back": window.map.previous_extent,
            "map.forward": window.map.next_extent,
            "desk.import": partial(desk_acts.bring_in, window),
            "desk.verify": partial(desk_acts.verify, window),
            "case.acts": partial(_all_acts, window),
            "desk.note": partial(desk_acts.write_note, window),
            "desk.sources": partial(open_sources, window),
            "desk.about": partial(desk_acts.about, window),
            "desk.lock": window.guard.want,
            "desk.edition": partial(division.choose, window),
            "desk.keys": window.help.open,
            "desk.quit": window.close,
        }
    )


def _reveal(window: Window, pane: str) -> None:
    window.arrangement.reveal(pane)
    window.panes[pane].setFocus(Qt.FocusReason.ShortcutFocusReason)


def _all_acts(window: Window) -> None:
    """Every act that is allowed on the chosen case, as a menu above its buttons."""
    _reveal(window, "case")
    window.panes.case.buttons.open_menu()


def _step(window: Window, by: int) -> None:
    window.panes.queue.step(by)


def _back(window: Window, work: MapWork) -> None:
    if window.finder.isVisible():
        window.finder.dismiss()
    elif not window.arrangement.fold():
        work.back()


def _ask_coordinate(window: Window, work: MapWork) -> None:
    prompt = QCoreApplication.translate("bindings", "前往坐标：十进制、度分秒或 CGCS2000 3° 带")
    window.finder.open_for(prompt, partial(finders.find_coordinate, work.go_to))
