"""What the map is given to show: the division, the desk's data, the look, the layers.

Everything is handed to it and nothing is asked for. Where the view of it lies, how it is prepared
and painted, is in widgets.map_surface.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.clock import Clock
from app.model import Level
from app.settings import BY_OPEN_CASES, Colouring
from maps import furniture
from maps.labels import Box
from maps.layers import DEFAULT, Stack
from maps.scene import Division, MapData
from maps.style import STYLES, MapStyle
from widgets.map_blink import Blink

if TYPE_CHECKING:
    from maps.base.shelf import Shelf


class MapContent(QWidget):
    """Every setter shows what is new: at once, or once the ground is made for it."""

    stack_changed = Signal(object)  # maps.layers.Stack
    colouring_changed = Signal(object)  # app.settings.Colouring
    shelf_changed = Signal(object)  # maps.base.shelf.Shelf, or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(120, 90)
        self.left_covered = 0
        self._division: Division | None = None
        self._data = MapData()
        self._style: MapStyle = STYLES["night"]
        self._clock: Clock | None = None
        self._notes = furniture.Notes()
        self._clear: dict[str, Box] = {}
        self._tagged: tuple[Box, ...] = ()
        self._stack = DEFAULT
        self._shelf: Shelf | None = None
        self._colouring = BY_OPEN_CASES
        self._level: Level | None = None
        self._blink = Blink(self)
        self._blink.timeout.connect(self.update)

    def _prepare(self) -> None:
        """See to it that the ground is made as it must be now."""
        raise NotImplementedError

    @property
    def division(self) -> Division | None:
        return self._division

    @property
    def data(self) -> MapData:
        return self._data

    def set_data(self, data: MapData) -> None:
        """New values; the ground is made again only where they concern it."""
        before, self._data = self._data, data
        if data.alerts is not before.alerts:
            self._blink.watch(data.alerts)
        if before.with_ground(data):
            self.update()
        else:
            self._prepare()

    @property
    def map_style(self) -> MapStyle:
        return self._style

    def set_style(self, theme: str) -> None:
        """ "night" or "day"; KeyError for another."""
        self._style = STYLES[theme]
        self._prepare()

    def set_clock(self, clock: Clock) -> None:
        """Where ages and blinking are read; a frozen one makes the picture stand still."""
        self._clock = clock
        self.update()

    @property
    def shelf(self) -> "Shelf | None":
        return self._shelf

    def set_shelf(self, shelf: "Shelf | None") -> None:
        """The base maps to draw; called again with the same one whenever it has changed."""
        self._shelf = shelf
        self._prepare()
        self.shelf_changed.emit(shelf)

    def set_watermark(self, text: str) -> None:
        self._notes = replace(self._notes, watermark=text)
        self.update()

    def set_attribution(self, text: str) -> None:
        """The line of sources at the lower edge."""
        self._notes = replace(self._notes, attribution=text)
        self.update()

    @property
    def stack(self) -> Stack:
        return self._stack

    def set_stack(self, stack: Stack) -> None:
        """Draw the layers as these states say."""
        if stack != self._stack:
            self._stack = stack
            self._prepare()
            self.stack_changed.emit(stack)

    def layer_visible(self, name: str) -> bool:
        return name not in self._stack.hidden

    def set_layer_visible(self, name: str, visible: bool) -> None:
        """Show or hide a layer of maps.layers.LAYERS; KeyError for a name that is not there."""
        self.set_stack(self._stack.showing(name, visible))

    @property
    def colouring(self) -> Colouring:
        return self._colouring

    def set_colouring(self, colouring: Colouring) -> None:
        """What the areas are coloured by, in which classes."""
        if colouring != self._colouring:
            self._colouring = colouring
            self._prepare()
            self.colouring_changed.emit(colouring)

    def set_level(self, level: Level | None) -> None:
        """Hold the areas at one level; None follows the scale again."""
        self._level = level
        self._prepare()

    def set_left_covered(self, px: int) -> None:
        """So much of the map lies under something else: its furniture keeps out from there."""
        if px != self.left_covered:
            self.left_covered = px
            self.update()

    def keep_clear(self, name: str, box: Box | None) -> None:
        """No name is set where something stands on the map; None where it stands no more."""
        if self._clear.get(name) != box:
            self._clear = {k: b for k, b in self._clear.items() if k != name}
            self._clear |= {name: box} if box else {}
            self._prepare()

    def set_tagged(self, boxes: tuple[Box, ...]) -> None:
        """Where tags stand that move with the hand: names under them are not shown meanwhile."""
        if boxes != self._tagged:
            self._tagged = boxes
            self.update()
