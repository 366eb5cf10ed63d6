"""Which prepared pictures of the ground there are, and when another is asked for.

While the view moves, or days are dragged, no names are laid out: those there are move along; and
new colours come now and then only, for the view that is wanted comes first. Once it rests names
are laid out for what is in view. A picture for a view that is being carried away lies ahead of it,
and the widest picture there was lies under all others, so that no edge is bare.
It knows nothing of widgets but the thread its answers arrive in.
"""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from maps.blit import offset
from maps.renderer import Frame, Renderer, Request
from widgets.map_ahead import ahead, lead_px
from widgets.map_asked import same_place, still_good, under_way, wider

_SETTLE_MS = 140
_COLOURS_MS = 240  # between pictures in new colours while the view moves


_NONE = np.empty((0, 0), np.uint32)


class Frames(QObject):
    """`shown`: pictures to lay one over the other; `lettered`: the one whose names are shown,
    without its picture, which is large.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.renderer = Renderer(self)
        self.renderer.ready.connect(self.take)
        self.frame: Frame | None = None
        self.lettered: Frame | None = None
        self._before: Frame | None = None
        self._widest: Frame | None = None
        self._lead = (0.0, 0.0)
        self._wanted: Request | None = None
        self._asked: Request | None = None
        self._generation = 0
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._rest)
        self._coloured = QTimer(self, singleShot=True, interval=_COLOURS_MS)

    @property
    def moving(self) -> bool:
        """Whether a hand is at it: its next step is painted within a moment anyway."""
        return self._settle.isActive()

    @property
    def shown(self) -> tuple[Frame, ...]:
        under = self._widest if self._bare else None
        return tuple(frame for frame in (under, self._before, self.frame) if frame is not None)

    @property
    def _bare(self) -> bool:
        """Whether the pictures at hand leave an edge of the view open."""
        view = self._wanted.view if self._wanted else None
        pictures = (self._before, self.frame)
        return view is not None and not any(one and one.viewport.covers(view) for one in pictures)

    def want(self, request: Request) -> None:
        """Ask for a picture, unless the one at hand still has room about the view."""
        before, self._wanted = self._wanted, request
        if before is not None and under_way(before, request):
            going = self._settle.isActive()  # one step alone leads nowhere
            self._lead = lead_px(before.view, request.view) if going else (0.0, 0.0)
            self._settle.start()
        request = self._steady(request) if self.moving else request
        asked = self._asked
        if asked is None or not still_good(asked, request, self._lead):
            viewport = ahead(request.viewport, self._lead, request.dpr)
            if asked is not None and same_place(asked, request, self._lead):
                viewport = asked.viewport
            self._ask(replace(request, viewport=viewport, lettered=not self.moving))

    def now(self, request: Request) -> None:
        """Prepared at once, names and all."""
        self._settle.stop()
        self._wanted = self._asked = self._numbered(request)
        self.take(self.renderer.now(self._asked))

    def forget(self) -> None:
        """What was asked for is no longer of use."""
        self._settle.stop()
        self._wanted = self._asked = None

    def take(self, frame: Frame) -> None:
        """A finished picture; an older one than is shown comes too late and is dropped."""
        if self.frame and frame.request.generation <= self.frame.request.generation:
            return
        view = self._wanted.view if self._wanted else frame.request.view
        sharp = offset(frame, view) is not None and frame.viewport.covers(view)
        self._before, self.frame = None if sharp else self.frame, frame
        if self._widest is None or not wider(self._widest, frame):
            self._widest = frame
        if frame.request.lettered:
            self.lettered = replace(frame, pixels=_NONE, image=QImage(), runs=None)
        self.changed.emit()

    def close(self) -> None:
        """Prepare no more, and let go of the pictures: they are large."""
        self._settle.stop()
        self.renderer.close()
        self.frame = self.lettered = self._before = self._widest = None

    def _steady(self, request: Request) -> Request:
        """In the colours of the picture asked for last, until it is time for new ones."""
        asked = self._asked
        if asked is None or not asked.data.recoloured(request.data):
            return request
        if asked.data.with_ground(request.data):
            return request
        if self._coloured.isActive():
            return replace(request, data=asked.data)
        self._coloured.start()
        return request

    def _rest(self) -> None:
        """The names for where the view came to rest; the ground stays where it still is good."""
        self._lead = (0.0, 0.0)
        wanted, asked = self._wanted, self._asked
        if wanted is None or asked is None:
            return
        named = asked.lettered and asked.page == replace(asked, view=wanted.view).page
        if named and asked.data.with_ground(wanted.data):
            return
        self._ask(replace(wanted, viewport=asked.viewport) if same_place(asked, wanted) else wanted)

    def _ask(self, request: Request) -> None:
        self._asked = self._numbered(request)
        self.renderer.ask(self._asked)

    def _numbered(self, request: Request) -> Request:
        self._generation += 1
        return replace(request, generation=self._generation)
