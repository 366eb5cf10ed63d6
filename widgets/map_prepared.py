"""Which part of the map is shown, and seeing to it that a picture of its ground is prepared.

The picture is made by maps.renderer, asked through widgets.map_frames.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from maps.first_view import city_view
from maps.renderer import Request
from maps.scene import Division
from maps.viewport import Viewport
from widgets.map_ahead import viewport_of
from widgets.map_in_view import MapInView

_STEP_MS = 16  # from one step of a hand to the next


class MapPrepared(MapInView):
    """`view_changed` and `events_told` follow what is shown."""

    events_told = Signal(object)  # maps.layers.events.Summary, of a picture that is shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._framed = False  # whether a person or the console has chosen a view
        self._frames.changed.connect(self._show_soon)
        self._frames.changed.connect(lambda: self.events_told.emit(self.events))
        self._soon = QTimer(self, singleShot=True, interval=_STEP_MS)
        self._soon.timeout.connect(self.update)
        self._just_painted = QTimer(self, singleShot=True, interval=_STEP_MS // 2)

    def set_hierarchy(self, division: Division) -> None:
        """The division to draw; another one may be given at any time."""
        self._division = division
        if not self._framed:
            self._fit_city()
            self.view_changed()
        self._prepare()

    def show_view(self, view: Viewport) -> None:
        """Show another part; what is there already is moved at once, the rest is prepared."""
        self._framed = True
        view = view.resized(self.width(), self.height()).snapped()
        if view != self._view:
            self._view = view
            self._prepare()
            self.view_changed()

    def view_changed(self) -> None:
        """Told after every change of the view."""

    def shut(self) -> None:
        """Stop preparing; called when the widget goes."""
        self._frames.close()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._view = self._view.resized(self.width(), self.height()).snapped()
        if not self._framed and self._division is not None:
            self._fit_city()
        self._prepare()
        self.view_changed()
        super().resizeEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._prepare()

    @override
    def _prepare(self) -> None:
        if self._frames.moving and self._just_painted.isActive():
            self._soon.start()  # no two steps for one picture of the screen
        else:
            self.update()
        if self.isVisible():
            self._frames.want(self._request())
        else:
            self._frames.forget()

    def _show_soon(self) -> None:
        """A new picture waits for the next step of a hand, so that no step is painted twice."""
        if self._frames.moving:
            self._soon.start()
        else:
            self.update()

    def _draw_now(self) -> None:
        """Furniture tells of the ground, and names keep clear of it: drawn until both agree."""
        for _ in range(3):
            request = self._request()
            self._frames.now(request)
            if self._request().page == request.page:
                return

    def _fit_city(self) -> None:
        assert self._division is not None
        size = max(self.width(), 1), max(self.height(), 1)
        self._view = city_view(self._view.resized(*size), self._division)

    def _request(self) -> Request:
        dpr = self.devicePixelRatioF()
        return Request(
            viewport=viewport_of(self._view, dpr),
            view=self._view,
            taken=self._taken(self._pieces()),
            dpr=dpr,
            level=self.level,
            style=self._style,
            division=self._division,
            data=self._data,
            stack=self._stack,
            shelf=self._shelf,
            shelved=self._shelf.stamp if self._shelf else 0,
            colouring=self._colouring,
        )
