"""Many points as flat arrays: where events are, which are chosen, and how they are told together.

`Events` holds them all, `Choice` says which are wanted, `choose` gives those; `density`,
`clusters` and `heat` sum them up for a view. Qt-free but for `marks` and `sprites`.
"""

from maps.points.choice import Choice
from maps.points.chosen import Chosen, choose
from maps.points.clusters import Clusters, clusters
from maps.points.density import Density, density
from maps.points.events import Events
from maps.points.heat import Heat, heat

__all__ = [
    "Choice",
    "Chosen",
    "Clusters",
    "Density",
    "Events",
    "Heat",
    "choose",
    "clusters",
    "density",
    "heat",
]
