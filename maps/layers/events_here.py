"""Which of all events lie under a pixel: looked up in the columns and not among what was drawn.

So every one of a million can be picked, at every scale.
"""

from dataclasses import dataclass

import numpy as np

from maps.layers.event_marks import PLATE_HIGH, plate_width
from maps.layers.events import Mode, cell_m, cell_px, chosen_of, mode_at
from maps.points import clusters
from maps.points.chosen import Chosen, Ints
from maps.points.clusters import cell_size
from maps.points.density import CELL_PX
from maps.scene import MapData
from maps.viewport import Viewport

_REACH_PX = 8.0


@dataclass(frozen=True, slots=True)
class Here:
    """What lies at a place: ids, the nearest first, or the newest of what one mark tells of.

    `at`: the same as places among what is chosen.
    """

    ids: tuple[str, ...]
    mode: Mode
    at: Ints


def here(data: MapData, view: Viewport, px: float, py: float) -> Here:
    """The events under a pixel of the screen, as they are told at this scale."""
    chosen, scale = chosen_of(data), view.metres_per_px
    mode, (x, y) = mode_at(len(chosen), scale), view.to_map(px, py)
    if not len(chosen):
        at = np.zeros(0, np.int64)
    elif mode is Mode.DENSITY:
        at = chosen.near(x, y, 2 * CELL_PX * scale)
    else:
        at = _marked(chosen, view, mode, (px, py))
    return Here(chosen.names(at), mode, at)


def _marked(chosen: Chosen, view: Viewport, mode: Mode, pixel: tuple[float, float]) -> Ints:
    """What the mark under a pixel stands for, the newest first."""
    (px, py), scale = pixel, view.metres_per_px
    x, y = view.to_map(px, py)
    reach = cell_size(scale, cell_px(mode)) * 1.5
    near = clusters(chosen, (x - reach, y - reach, x + reach, y + reach), cell_m(mode, scale))
    across, down = view.to_screen(near.x, near.y)
    counts, looks = near.total.tolist(), near.foremost.tolist()
    for k in np.argsort(np.hypot(across - px, down - py), kind="stable").tolist():
        half = plate_width(counts[k], looks[k]) / 2 if counts[k] > 1 else _REACH_PX
        if abs(across[k] - px) <= half and abs(down[k] - py) <= max(PLATE_HIGH / 2, _REACH_PX):
            at = chosen.inside(near.extent_of(k))[2]
            opened = chosen.events.opened_s[chosen.rows_at(at)]
            return at[np.argsort(-opened, kind="stable")]
    return np.zeros(0, np.int64)
