"""The fill of one level in a view: which unit every pixel belongs to, as runs.

The cost is crossings and pixels, not units. The work is done by maps.kernels.
"""

from maps.kernels import CHOICE
from maps.kernels.values import Place
from maps.runs import OUTSIDE, Runs
from maps.topology import LevelLines, Topology
from maps.viewport import Viewport

__all__ = ["OUTSIDE", "Runs", "fill"]


def fill(topology: Topology, lines: LevelLines, viewport: Viewport) -> Runs:
    """The runs of every unit of the level in the view."""
    place = Place.of(viewport, topology.origin)
    return CHOICE.now().runs(lines.lines(viewport.metres_per_px), place)
