"""Which prepared pictures of the ground there are, and when another is asked for.

While the view moves, or days are dragged, no names are laid out: those there are move along. Once
it rests they are laid out for what is in view. A picture for a view that is being carried away
lies ahead of it, and the widest picture there was lies under all others, so that no edge is bare.
It knows nothing of widgets but the thread its answers arrive in.
"""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from maps.blit import offset
from maps.renderer import Frame, Renderer, Request
from maps.viewport import Viewport

_MARGIN_PARTS = 8  # a picture is larger than the view by an eighth on every side
_LEAST_MARGIN = 96
_SETTLE_MS = 140
_AHEAD_STEPS = 10  # steps of the hand that pass until a picture is there
_AHEAD_SHARE = 0.7
_SOON_STEPS = 3


STILL_MARGIN = _LEAST_MARGIN // 3 + 2
"""For a map that nobody moves: the least that still is good."""


def viewport_of(view: Viewport, dpr: float, *, margin: int | None = None) -> Viewport:
    """The picture to prepare for a view: with margins, in device pixels."""
    usual = (max(s // _MARGIN_PARTS, _LEAST_MARGIN) for s in (view.width, view.height))
    grown = view.grown(*(usual if margin is None else (margin, margin)))
    return replace(
        grown,
        metres_per_px=grown.metres_per_px / dpr,
        width=round(grown.width * dpr),
        height=round(grown.height * dpr),
    )


def lead_px(before: Viewport, now: Viewport) -> tuple[float, float]:
    """How far to the right and down the view went over its ground; nothing where it zoomed."""
    if not before.aligned(now):
        return 0.0, 0.0
    x, y = before.to_screen(now.x, now.y)
    return float(x) - before.width / 2, float(y) - before.height / 2


def ahead(viewport: Viewport, lead: tuple[float, float], dpr: float) -> Viewport:
    """The picture moved on in the way the view goes, by as many pixels as keep the view in it."""
    right, down = (
        min(max(_AHEAD_STEPS * step * dpr, -most), most)
        for step, most in zip(lead, _most_ahead(viewport), strict=True)
    )
    at = viewport.to_map(viewport.width / 2 + round(right), viewport.height / 2 + round(down))
    return viewport.centred(*at)


def _most_ahead(viewport: Viewport) -> tuple[float, float]:
    """Of a margin the larger part: what is left lies behind, for a hand that turns back."""
    parts = _MARGIN_PARTS + 2  # the picture is so many parts, of which one is a margin
    return viewport.width / parts * _AHEAD_SHARE, viewport.height / parts * _AHEAD_SHARE


class Frames(QObject):
    """`shown`: pictures to lay one over the other; `lettered`: the one whose names are shown."""

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
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._rest)

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
        if before is not None and _under_way(before, request):
            going = self._settle.isActive()  # one step alone leads nowhere
            self._lead = lead_px(before.view, request.view) if going else (0.0, 0.0)
            self._settle.start()
        if self._asked is None or not _still_good(self._asked, request, self._lead):
            viewport = request.viewport
            if self._settle.isActive():
                viewport = ahead(viewport, self._lead, request.dpr)
            lettered = not self._settle.isActive()
            self._ask(replace(request, viewport=viewport, lettered=lettered))

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
        if self._widest is None or not _wider(self._widest, frame):
            self._widest = frame
        if frame.request.lettered:
            self.lettered = frame
        self.changed.emit()

    def close(self) -> None:
        """Prepare no more, and let go of the pictures: they are large."""
        self._settle.stop()
        self.renderer.close()
        self.frame = self.lettered = self._before = self._widest = None

    def _rest(self) -> None:
        """The names for where the view came to rest; the ground stays where it still is good."""
        self._lead = (0.0, 0.0)
        wanted, asked = self._wanted, self._asked
        if wanted is None or asked is None:
            return
        if asked.lettered and asked.page == replace(asked, view=wanted.view).page:
            return
        self._ask(
            replace(wanted, viewport=asked.viewport) if _still_good(asked, wanted) else wanted
        )

    def _ask(self, request: Request) -> None:
        self._asked = self._numbered(request)
        self.renderer.ask(self._asked)

    def _numbered(self, request: Request) -> Request:
        self._generation += 1
        return replace(request, generation=self._generation)


def _under_way(before: Request, wanted: Request) -> bool:
    """Whether a hand is moving the view or the choice of events: names wait until it rests."""
    return before.view != wanted.view or before.data.choice != wanted.data.choice


def _wider(kept: Frame, frame: Frame) -> bool:
    """Whether the kept picture shows more than another of the same look."""
    one, other = kept.request, frame.request
    alike = one.style is other.style and one.division is other.division and one.stack == other.stack
    return alike and kept.viewport.metres_per_px > frame.viewport.metres_per_px


def _still_good(asked: Request, wanted: Request, lead: tuple[float, float] = (0.0, 0.0)) -> bool:
    """Whether a picture asked for will do, also some steps further on the way the view goes."""
    spare = wanted.view.grown(_LEAST_MARGIN // 3, _LEAST_MARGIN // 3)
    further = spare.pan(-lead[0] * _SOON_STEPS, -lead[1] * _SOON_STEPS)
    return (
        asked.view.aligned(wanted.view)
        and asked.viewport.covers(spare)
        and asked.viewport.covers(further)
        and asked.dpr == wanted.dpr
        and asked.level is wanted.level
        and asked.style is wanted.style
        and asked.stack == wanted.stack
        and asked.shelf is wanted.shelf
        and asked.shelved == wanted.shelved
        and asked.colouring == wanted.colouring
        and asked.division is wanted.division
        and asked.data.with_ground(wanted.data)
    )
