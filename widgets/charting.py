"""What tools of the map ask about: selections, buffers, rings of reach, a pin; and their answers.

The drawing lives in the map's data; what lies in it is found anew as the data change.
"""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from app.model import Fence, Point
from maps.buffers import Buffer, about_line, about_point, about_rings
from maps.drawing import NOTHING, Drawing, How, Rings, Selection
from maps.picking import Kind
from maps.rings import rings_of
from maps.sketch import Outline
from widgets import charting_asks, choosing_found
from widgets.counting import Counting
from widgets.map_tools.spots import Spot
from widgets.models import found
from widgets.models.found_words import events_said, rings_title, title
from widgets.window import Window

AGAIN_MS = 1_500
"""How often what lies in a drawing is looked up while positions come in."""
HOWS = {"select_box": How.BOX, "select_lasso": How.LASSO, "select_circle": How.CIRCLE}


class Charting(QObject):
    """`drawing` is what the map shows of it; `clear` gives it all up."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._radii = Rings(at=(0.0, 0.0))
        self._buffer_m = 500.0
        self._stale = QTimer(self)
        self._stale.setSingleShot(True)
        self._stale.setInterval(AGAIN_MS)
        self._stale.timeout.connect(self._look_again)
        self.counting = Counting(window.bridge, self)
        self.counting.told.connect(self._list)
        window.map.stack_changed.connect(self._stack_changed)
        window.feed.fed.connect(self._data_came)
        window.panes.found.wanted.connect(partial(choosing_found.go, window))

    @property
    def drawing(self) -> Drawing:
        return self._window.feed.data.drawing

    def outlined(self, tool: str, outline: Outline) -> None:
        """A tool drew an area to select by."""
        self.select(Selection(how=HOWS[tool], rings=outline.rings))

    def select(self, selection: Selection) -> None:
        """What lies in an area: on the map, and in the list."""
        found_now = selection.of(self._window.feed.data)
        self._draw(Drawing(selection=found_now))
        self._window.arrangement.reveal("found")

    def within_place(self, code: str) -> None:
        """Cases and units within a place of the hierarchy."""
        rings = rings_of(self._window.hierarchy.polygon(code))
        name = self._window.name_of(code)
        self.select(Selection(how=How.PLACE, rings=rings, label=name))

    def within_fence(self, fence: Fence) -> None:
        self.select(Selection(how=How.FENCE, rings=fence.rings, label=fence.name))

    def buffer_line(self, points: tuple[Point, ...]) -> None:
        """Ask how far about a point or a line."""
        if len(points) == 1:
            self._ask_buffer(partial(about_point, points[0]))
        elif points:
            self._ask_buffer(partial(about_line, points))

    def buffer_place(self, code: str) -> None:
        rings = rings_of(self._window.hierarchy.polygon(code))
        self._ask_buffer(partial(about_rings, rings), self._window.name_of(code))

    def buffer_fence(self, fence: Fence) -> None:
        self._ask_buffer(partial(about_rings, fence.rings), fence.name)

    def rings_at(self, spot: Spot) -> None:
        """Rings about what was pointed at: a case that lies there, or the point."""
        ident = next((hit.id for hit in spot.hits if hit.kind is Kind.CASE), "")
        self.rings(spot.point, case=ident)

    def rings_of_case(self, ident: str) -> None:
        """Rings about a case; says so where it has no position."""
        case = self._window.feed.data.case_of.get(ident)
        if case is None or case.position is None:
            text = QCoreApplication.translate("charting", "先选一件有位置的事件，或在地图上点圆心")
            self._window.status.show_message(text)
            self._window.map.tool("rings")
            return
        self.rings((case.position.lon, case.position.lat), case=ident)

    def rings(self, at: Point, *, case: str = "") -> None:
        case_of = self._window.feed.data.case_of
        position = case_of[case].position if case in case_of else None
        middle = (position.lon, position.lat) if position else at
        rings = Rings(
            at=middle, radii_m=self._radii.radii_m, speed_kmh=self._radii.speed_kmh, case=case
        )
        self._draw(Drawing(rings=rings))
        self._window.arrangement.reveal("found")

    def edit_rings(self) -> None:
        """Ask for other radii and another speed; rings that are drawn follow."""
        dialog = charting_asks.rings(self._radii, self._window)
        dialog.given.connect(self._set_rings)
        dialog.open()

    def pin(self, at: Point) -> None:
        """Mark a point until Esc."""
        self._draw(Drawing(pin=at), keep=True)

    def clear(self) -> bool:
        """Give up what is drawn; False where nothing was."""
        if not self.drawing:
            return False
        if self.counting.give_up():
            return True
        self._window.feed.show_drawing(NOTHING)
        self._count()
        self._window.panes.found.show_found("", ())
        return True

    def _set_rings(self, values: dict[str, object]) -> None:
        radii, speed = values["radii"], values["speed"]
        assert isinstance(radii, tuple)
        assert isinstance(speed, float)
        self._radii = Rings(at=(0.0, 0.0), radii_m=radii, speed_kmh=speed)
        shown = self.drawing.rings
        if shown is not None:
            self.rings(shown.at, case=shown.case)

    def _ask_buffer(self, make: "partial[Buffer]", label: str = "") -> None:
        dialog = charting_asks.buffer(self._buffer_m, label, self._window)
        dialog.given.connect(lambda values: self._buffer(make, values["distance"], label))
        dialog.open()

    def _buffer(self, make: "partial[Buffer]", distance_m: float, label: str) -> None:
        self._buffer_m = distance_m
        made = make(distance_m)
        name = " ".join(part for part in (label, f"{distance_m:g} m") if part)
        selection = Selection(how=How.BUFFER, rings=made.rings, label=name, error_m=made.error_m)
        self.select(selection)

    def _draw(self, drawing: Drawing, *, keep: bool = False) -> None:
        """Show it instead of what was there; `keep`: beside it."""
        if keep:
            was = self.drawing
            drawing = Drawing(selection=was.selection, rings=was.rings, pin=drawing.pin)
        self._window.feed.show_drawing(drawing)
        self._count()
        self._list()

    def _count(self) -> None:
        """What of all events lies in the selection, while a layer shows them."""
        selection, the_map = self.drawing.selection, self._window.map
        rings = selection.rings if selection is not None else ()
        area = selection.area if selection is not None else None
        data, hidden = self._window.feed.data, the_map.stack.hidden
        self.counting.follow(rings, area, data, hidden)

    def _list(self) -> None:
        """The rows of what is drawn, if it asks for any."""
        data, drawing, more = self._window.feed.data, self.drawing, ""
        if drawing.selection is not None:
            said, rows = title(drawing.selection), found.selected(drawing.selection, data)
            rows += found.counted(self.counting.counted, data)
            more = events_said(self.counting)
        elif drawing.rings is not None:
            said, rows = rings_title(drawing.rings), found.reached(drawing.rings, data)
        else:
            return
        self._window.panes.found.show_found(said, rows, more)

    def _stack_changed(self, _: object) -> None:
        """A layer of all events may have come or gone."""
        self._count()
        self._list()

    def _data_came(self, _: object) -> None:
        if self.drawing and not self._stale.isActive():
            self._stale.start()

    def _look_again(self) -> None:
        """Positions and cases may have changed since."""
        drawing, data = self.drawing, self._window.feed.data
        if drawing.selection is not None:
            now = drawing.selection.of(data)
            if now != drawing.selection:
                self._window.feed.show_drawing(
                    Drawing(selection=now, rings=drawing.rings, pin=drawing.pin)
                )
        self._count()
        self._list()
        self._stale.stop()
