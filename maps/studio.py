"""Makes the picture of the ground, and keeps what did not change since the last one."""

import threading
import time
from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import Any, TypeAlias, TypeVar

from PySide6.QtGui import QImage, QPainter

from maps import early as _early  # noqa: F401  # before the thread below draws anything
from maps.frame import Frame, Request
from maps.ground import OPAQUE, base_of, covered, image_of, overlays_of, paint_stage, whole
from maps.kernels.values import Pixels
from maps.layers import base as base_maps
from maps.layers.areas import paint as areas_paint
from maps.layers.areas import told
from maps.layers.events import plates, summary
from maps.layers.layer import Ground, Stage
from maps.layers.names import names
from maps.layers.selection import draw as draw_selection
from maps.lettering import Letters
from maps.placed import Placed
from maps.runs import Runs

T = TypeVar("T")
Picture: TypeAlias = tuple[Pixels, QImage, Runs | None]


class Studio:
    """Makes frames, one at a time, and keeps the parts of the last one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[str, tuple[Hashable, object]] = {}
        self._letters: dict[float, Letters] = {}

    def frame(self, request: Request) -> Frame:
        """The picture asked for; whoever comes second waits for the first."""
        begun = time.perf_counter()
        with self._lock:
            ground = _ground(request)
            pixels, image, runs = self._picture(request, ground)
            placed = self._names(request, ground, runs)
            events = summary(ground, request.stack.hidden)
        took_ms = (time.perf_counter() - begun) * 1000
        return Frame(
            request=request,
            pixels=pixels,
            image=image,
            runs=runs,
            names=placed,
            took_ms=took_ms,
            events=events,
            areas=told(ground),
            base=base_maps.told(ground, request.view),
        )

    def _picture(self, request: Request, ground: Ground) -> Picture:
        """The last one again, where only names are to be laid anew."""
        where = (request.viewport, request.style, request.stack, id(request.division), request.dpr)
        key = (where, request.level, request.colouring, request.shelved)
        data, last = request.data, self._known("picture", key)
        if last is not None and last[0].counted_alike(data) and last[0].recoloured(data):
            made: Picture = last[1]
            return made
        made = self._drawn(request, ground)
        self._kept["picture"] = (key, (data, made))
        return made

    def _drawn(self, request: Request, ground: Ground) -> Picture:
        stack = request.stack
        where = (request.viewport, request.style, stack, id(request.division), request.shelved)
        spot = (request.viewport, request.level, id(request.division))
        base = self._once("base", where, lambda: base_of(ground, stack))
        above = self._once("lines", where, lambda: overlays_of(ground, stack))
        coloured, opacity = "areas" not in stack.hidden, stack.opacity("areas")
        paint = areas_paint(ground, coloured=coloured, opacity=opacity)
        known: Runs | None = self._known("runs", spot)
        still = known is not None and request.lettered and self._again("colours", where)
        if still:  # new colours again for a view that stands still
            lines = above
            above = self._once("covers", where, lambda: covered(ground, lines))
        runs, pixels = whole(ground, known, paint, base, above)
        self._kept["runs"] = (spot, runs)
        image = image_of(pixels, request.viewport.width, OPAQUE)
        paint_stage(image, ground, Stage.POINTS, stack)
        if request.data.selected_place:
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_selection(painter, ground)
            painter.end()
        image.setDevicePixelRatio(request.dpr)
        return pixels, image, runs

    def _names(self, request: Request, ground: Ground, runs: Runs | None) -> tuple[Placed, ...]:
        if "names" in request.stack.hidden or runs is None or not request.lettered:
            return ()
        data, spot = request.data, (request.viewport, request.page, request.level)
        avoided = (data.cases, data.alerts, data.plants, data.selected_case, data.selected_plant)
        watered = "water" not in request.stack.hidden
        where = (spot, request.style, id(request.division), avoided, watered, _signed(request))
        letters = self._letters.setdefault(request.dpr, Letters(request.dpr))
        counts = plates(ground) if "events" not in request.stack.hidden else ()
        page = replace(request.page, taken=(*request.page.taken, *counts))
        key = (where, counts)
        return self._once("names", key, lambda: names(ground, letters, runs, page, watered=watered))

    def _known(self, name: str, key: Hashable) -> Any:
        """What was made last under this name, where its key is the same, or None."""
        kept = self._kept.get(name)
        return kept[1] if kept is not None and kept[0] == key else None

    def _again(self, name: str, key: Hashable) -> bool:
        """Whether it was told of the same key before."""
        before = self._known(name, key) is not None
        self._kept[name] = (key, True)
        return before

    def _once(self, name: str, key: Hashable, make: Callable[[], T]) -> T:
        """What was made last under this name, where its key is the same."""
        kept = self._kept.get(name)
        if kept is None or kept[0] != key:
            kept = self._kept[name] = (key, make())
        return kept[1]  # type: ignore[return-value]  # each name always holds one type


def _ground(request: Request) -> Ground:
    return Ground(
        viewport=request.viewport,
        level=request.level,
        division=request.division,
        data=request.data,
        style=request.style,
        colouring=request.colouring,
        dpr=request.dpr,
        shelf=request.shelf,
        hidden=request.stack.hidden,
    )


def _signed(request: Request) -> Hashable:
    """What the names of signs depend on: of base maps, and of substations."""
    if request.shelf is None:
        return "substations" in request.stack.hidden
    return (request.shelved, request.stack.hidden)
