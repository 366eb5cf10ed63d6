"""The ground of a sheet in bands of dots: one band is in memory, however large the whole is.

Ground means everything that is prepared off the GUI thread: relief, base maps, areas, water, heat,
events, and, where they are not drawn as lines, borders and the outline of the chosen place.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtGui import QImage

from maps.printing.progress import Progress
from maps.printing.shown import Shown
from maps.renderer import Request, Studio
from maps.viewport import Viewport

BAND_DOTS = 2_000_000
_LAP_PX = 48  # drawn about a band and cut off: what stands on a seam is whole
BORDERS = ("grids", "boundaries")


@dataclass(frozen=True, slots=True)
class Band:
    """Dots of the ground: its first row in the whole, and the picture."""

    top: int
    image: QImage


def dots_of(view: Viewport, dpr: float) -> Viewport:
    """The same part of the ground in dots, from the same upper left corner."""
    width, height = round(view.width * dpr), round(view.height * dpr)
    x, y = view.to_map(width / dpr / 2, height / dpr / 2)
    whole = replace(
        view, x=x, y=y, metres_per_px=view.metres_per_px / dpr, width=width, height=height
    )
    return whole.snapped()


def bands(
    shown: Shown, dpr: float, progress: Progress, *, bordered: bool, most_dots: int = BAND_DOTS
) -> Iterator[Band]:
    """From the top down, each once; `bordered`: with the lines, for a picture of dots."""
    whole = dots_of(shown.viewport, dpr)
    rows = max(most_dots // whole.width, 16)
    lap, studio, request = round(_LAP_PX * dpr), Studio(), _request(shown, dpr, bordered=bordered)
    for top in range(0, whole.height, rows):
        high = min(rows, whole.height - top)
        progress.at(top / whole.height)
        part = _part(whole, top, high).grown(lap, lap)
        image = studio.frame(replace(request, viewport=part)).image
        image = image.copy(lap, lap, whole.width, high)
        image.setDevicePixelRatio(1)
        yield Band(top, image)
    progress.at(1.0)


def count(shown: Shown, dpr: float, most_dots: int = BAND_DOTS) -> int:
    """How many bands there will be."""
    whole = dots_of(shown.viewport, dpr)
    return math.ceil(whole.height / max(most_dots // whole.width, 16))


def _part(whole: Viewport, top: int, height: int) -> Viewport:
    x, y = whole.to_map(whole.width / 2, top + height / 2)
    return replace(whole, x=x, y=y, height=height)


def _request(shown: Shown, dpr: float, *, bordered: bool) -> Request:
    stack = shown.stack
    for name in () if bordered else BORDERS:
        stack = stack.showing(name, False)
    return Request(
        viewport=shown.viewport,
        view=shown.viewport,
        dpr=dpr,
        level=shown.level,
        style=shown.style,
        division=shown.division,
        data=shown.data if bordered else replace(shown.data, selected_place=None),
        stack=stack,
        shelf=shown.shelf,
        shelved=shown.shelf.stamp if shown.shelf else 0,
        colouring=shown.colouring,
        lettered=False,
    )
