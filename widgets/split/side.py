"""One side of a split map that shows a moment: its half, its question to the desk, its data."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QMetaObject, QObject, QRect, Signal

from app.store.queries import AsOf
from maps.layers import Stack
from maps.scene import MapData
from widgets import theme
from widgets.bridge import Bridge
from widgets.map_view import MapView
from widgets.second.link import Link, Mode
from widgets.split.asking import Asking
from widgets.split.figures import Stood, chosen, shown_as_of
from widgets.split.half import Half
from widgets.window import CREDITS

_TOOLS = ("select", "measure_line", "measure_area", "measure_bearing")
"""What works on the ground alone; the others ask about the present, and stay with it."""
_PASSED_ON = ("place_picked", "case_picked", "terminal_picked", "plant_picked", "tool_said")


class Side(QObject):
    """`changed` when another moment is shown, or waited for."""

    changed = Signal()

    def __init__(self, below: MapView, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._below = below
        self.half = Half(below)
        self.asking = Asking(bridge, self)
        self.asking.got.connect(self._put)
        self.moment: datetime | None = None
        self.then: AsOf | None = None
        self._chosen: tuple[object, ...] = ()
        self._dress()
        self._link = Link(below, self.half.map, Mode.SCALE, self)
        self._joined = self._join()

    @property
    def stood(self) -> Stood | None:
        """What was open then; None while the desk is still asked."""
        return None if self.then is None else Stood.of(self.then.cases)

    def show(self, moment: datetime) -> None:
        """Ask what stood then, and show it once it is known."""
        self.moment, self.then = moment, None
        self.half.begin(moment)
        self.half.map.set_data(MapData(plants=self._below.data.plants, now=moment))
        self._chosen = ()
        self.asking.ask(moment)
        self.changed.emit()

    def follow(self, live: MapData) -> None:
        """New data of the present: what is chosen is chosen here as well."""
        self.same_classes()
        if self.then is not None and chosen(live) != self._chosen:
            self._chosen = chosen(live)
            self.half.map.set_data(shown_as_of(self.then, live))

    def place(self, part: QRect) -> None:
        self.half.place(part)
        self.half.show()

    def same_classes(self) -> None:
        """Areas are told apart in the classes of the map below: else colours say nothing."""
        below, bounds = self._below, self._below.classes[:7]
        same = replace(below.colouring, classing="own", own=bounds) if bounds else below.colouring
        self.half.map.set_colouring(same)

    def close(self) -> None:
        """Let go of the desk, of the map below, and of the half."""
        self.asking.stop()
        self._link.close()
        for joined in self._joined:
            QObject.disconnect(joined)
        self.half.map.shut()
        self.half.hide()
        self.half.deleteLater()
        self.deleteLater()

    def _dress(self) -> None:
        below, mine = self._below, self.half.map
        mine.set_stack(_without_overview(below.stack))
        mine.set_shelf(below.shelf)
        mine.set_style(theme.current().name)
        mine.set_left_covered(below.left_covered)
        mine.set_attribution(CREDITS)  # part of it is read through each half
        if below.division is not None:
            mine.set_hierarchy(below.division)
        self.same_classes()

    def _join(self) -> list[QMetaObject.Connection]:
        below, mine = self._below, self.half.map
        joined = [
            below.stack_changed.connect(lambda stack: mine.set_stack(_without_overview(stack))),
            below.colouring_changed.connect(lambda _: self.same_classes()),
            below.extent_changed.connect(self.same_classes),
            below.shelf_changed.connect(mine.set_shelf),
            below.tool_changed.connect(self._take_tool),
        ]
        for name in _PASSED_ON:
            getattr(mine, name).connect(getattr(below, name))
        mine.pointer_moved.connect(below.pointer_moved)
        mine.animated = below.animated
        return joined

    def _take_tool(self, name: str) -> None:
        self.half.map.tool(name if name in _TOOLS else "select")

    def _put(self, then: AsOf) -> None:
        self.then = then
        self.follow(self._below.data)
        self.changed.emit()


def _without_overview(stack: Stack) -> Stack:
    """The overview of the map below serves both."""
    return stack.showing("overview", False)
