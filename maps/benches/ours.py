"""Our side of the bench: the ground of one view through the studio, and nothing else of the map."""

from dataclasses import replace
from functools import reduce

from maps.benches.scenes import STYLE, Scene, events_of, place_counts
from maps.kernels import CHOICE
from maps.layers import DEFAULT, LAYERS
from maps.renderer import Frame, Request, Studio
from maps.scene import Division, MapData
from maps.viewport import Viewport

_DRAWN = frozenset({"areas", "grids", "boundaries", "events"})
_STACK = reduce(
    lambda stack, layer: stack.showing(layer.name, layer.name in _DRAWN), LAYERS, DEFAULT
)


class Ours:
    """One scene on one studio, as the console has one; give it another view for each frame."""

    def __init__(self, division: Division, scene: Scene) -> None:
        CHOICE.load()  # as the console does once its first picture is there
        self._studio = Studio()
        counts = place_counts(division, scene.level)
        self.data = MapData(place_counts=counts, events=events_of(scene, division))
        self._scene, self._division = scene, division

    def frame(self, view: Viewport) -> Frame:
        """Areas in their colours, all borders and events, without relief, water and names."""
        return self._studio.frame(
            Request(
                viewport=view,
                view=view,
                dpr=1.0,
                level=self._scene.level,
                style=STYLE,
                division=self._division,
                data=self.data,
                stack=_STACK,
                lettered=True,  # as where a view stands still; but no layer writes names
            )
        )

    def restyled(self, view: Viewport, counts: dict[str, tuple[int, int]]) -> Frame:
        """The same view once some units count otherwise."""
        changed = {**self.data.place_counts, **counts}
        self.data = replace(self.data, place_counts=changed)
        return self.frame(view)
