"""Which crews lie about a view, and where in its pixels: kept while a hand moves the view.

Of thousands a step needs a sum; they are looked through again when others come into view, when
fixes come, and once a second for their age.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from maps.layers.layer import Live
from maps.points.fleet import Fleet
from maps.sprites import Atlas
from maps.viewport import Extent, Viewport

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]

MARGIN_PX = 20
_AHEAD_PX = 160  # that a hand may move the view until they are laid out anew
_WHOLE_PX = 1e-4  # views are moved by whole pixels
_MOST_WIDER = 6.0  # times as wide as the view may be what is looked through at every step


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Crews:
    """Those about a view, where they lie in its pixels: kept while the view is moved over them.

    `rows` of the fleet, all that lie within `extent`; `number` in the atlas, `half` its size
    (2, n); `left` and `top` of their pictures.
    """

    asked: tuple[object, ...]
    view: Viewport
    extent: Extent
    rows: npt.NDArray[np.intp]
    number: Numbers
    half: Floats
    x: Floats
    y: Floats
    left: Floats
    top: Floats

    def of(self, asked: tuple[object, ...]) -> bool:
        """Whether they were laid out for the very same."""
        *things, second = zip(self.asked, asked, strict=True)
        return second[0] == second[1] and all(one is other for one, other in things)

    def holds(self, extent: Extent) -> bool:
        """Whether all within an extent are among them, and not many more."""
        west, south, east, north = self.extent
        inside = west <= extent[0] and south <= extent[1] and extent[2] <= east
        return (
            inside and extent[3] <= north and east - west <= _MOST_WIDER * (extent[2] - extent[0])
        )


def crews_about(
    live: Live, atlas: Atlas, numbers: Callable[[Live], Numbers], look: object
) -> tuple[Crews, tuple[float, float]]:
    """What to draw, and how many pixels right and down of where it was laid out.

    `numbers`: which picture of the atlas stands for each of the fleet, the same for one `look`.
    """
    data, view, now = live.data, live.viewport, live.now or live.data.now
    second = now.replace(microsecond=0) if now else None
    ages = data.stale_after, data.unknown_after
    asked = (data.fleet, data.units, *ages, atlas, look, second)
    kept: list[Crews] = live.symbols.keep("crews", list)
    if kept and kept[0].of(asked) and kept[0].view.aligned(view):
        dx, dy = view.pixel(*kept[0].view.to_map(0, 0))
        right, down = round(dx), round(dy)
        whole = abs(dx - right) + abs(dy - down) < _WHOLE_PX
        if whole and abs(right) <= _AHEAD_PX and abs(down) <= _AHEAD_PX:
            return kept[0], (right, down)
    around = view.grown(MARGIN_PX + _AHEAD_PX, MARGIN_PX + _AHEAD_PX).extent
    if not (kept and kept[0].of(asked) and kept[0].holds(around)):
        kept[:] = [_found(live, atlas, asked, numbers(live))]
    kept[:] = [_laid(kept[0], data.fleet, view)]
    return kept[0], (0, 0)


def _found(live: Live, atlas: Atlas, asked: tuple[object, ...], numbers: Numbers) -> Crews:
    """Those about the view, which may come closer and be moved until others are looked for."""
    fleet, view = live.data.fleet, live.viewport
    extent = view.grown(view.width // 2 + _AHEAD_PX, view.height // 2 + _AHEAD_PX).extent
    seen = (fleet.x >= extent[0]) & (fleet.x <= extent[2])
    seen &= (fleet.y >= extent[1]) & (fleet.y <= extent[3])
    rows = np.flatnonzero(seen)
    number, none = numbers[rows], np.empty(0)
    return Crews(
        asked=asked,
        view=view,
        extent=extent,
        rows=rows,
        number=number,
        half=(atlas.sizes[number] // 2).T,
        x=none,
        y=none,
        left=none,
        top=none,
    )


def _laid(found: Crews, fleet: Fleet, view: Viewport) -> Crews:
    """Where they lie in a view."""
    x, y = view.to_screen(fleet.x[found.rows], fleet.y[found.rows])
    left, top = np.rint(x - found.half[0]), np.rint(y - found.half[1])
    return replace(found, view=view, x=x, y=y, left=left, top=top)
