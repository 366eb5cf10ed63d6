"""`main.py bench map`: what it takes to draw, restyle and hit the ground, beside QGIS or alone."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

import numpy as np

from app.model import Level
from maps.benches import export
from maps.benches.ours import Ours
from maps.benches.peer import Qgis
from maps.benches.scenes import (
    POLYGONS,
    SCENES,
    Scene,
    classes,
    layer_name,
    moved,
    order_of,
    points_name,
    scattered,
    view_of,
)
from maps.benches.timing import Row, Samples, row
from maps.gazetteer import Hierarchy
from maps.viewport import Viewport

_OURS, _THEIRS, _HEAVY = 15, 5, 1  # frames of a round
_RESTYLED = 1_000
_HITS, _THEIR_HITS = 4_000, 300
_DISTRICT = POLYGONS[1]


class Ground:
    """The rows of the ground; rounds of ours and of the peer take turns."""

    def __init__(
        self, hierarchy: Hierarchy, *, folder: Path, peer: Qgis | None = None, rounds: int = 3
    ) -> None:
        self.hierarchy, self.folder, self.peer, self._rounds = hierarchy, folder, peer, rounds
        self.name = f"QGIS {peer.ask('version').partition('-')[0]}" if peer else ""

    def rows(self) -> dict[str, Callable[[], Iterator[Row]]]:
        """What can be measured, by the names that `--only` takes."""
        drawn = {scene.name: partial(self._drawn, scene) for scene in SCENES}
        return drawn | {"restyle": self._restyled, "hit": self._hits}

    def exported(self, scene: Scene) -> None:
        """The peer's data for a scene; what is there already stays."""
        for level in {scene.level, *scene.outlines}:
            units = self.hierarchy.topology.level(level).units
            export.write_areas(self.hierarchy, level, classes(units), folder=self.folder)
        if scene.points:
            x, y = scattered(view_of(scene, self.hierarchy), scene.points)
            export.write_points(x, y, folder=self.folder, name=points_name(scene.points))

    def _drawn(self, scene: Scene) -> Iterator[Row]:
        ours, mine = Ours(self.hierarchy, scene), Samples()
        views = moved(view_of(scene, self.hierarchy))
        theirs = self._named("parallel", "painter")
        if self.peer:
            self.exported(scene)
            self._ask(scene, theirs, islice(views, 2), keep=False)
        for view in islice(views, 3):
            ours.frame(view)
        for _ in range(self._rounds):
            shared = list(islice(views, _OURS))
            for view in shared:
                mine.time(partial(ours.frame, view))
            self._ask(scene, theirs, shared[: _HEAVY if scene.heavy else _THEIRS])
        yield row(scene.work, mine, theirs)

    def _named(self, *jobs: str) -> dict[str, Samples]:
        return {f"{self.name}, {job}": Samples() for job in jobs} if self.peer else {}

    def _ask(
        self,
        scene: Scene,
        theirs: dict[str, Samples],
        views: "islice[Viewport] | list[Viewport]",
        *,
        keep: bool = True,
    ) -> None:
        extents = [view.extent for view in views]
        for name, samples in theirs.items():
            assert self.peer is not None
            job = name.rpartition(" ")[2]
            took = self.peer.ask("frames", scene=order_of(scene), job=job, views=extents)
            samples.add(took if keep else [])

    def _restyled(self) -> Iterator[Row]:
        """Another class for the units in and about the view; that view drawn again."""
        view = view_of(_DISTRICT, self.hierarchy)
        ours, mine = Ours(self.hierarchy, _DISTRICT), Samples()
        units = self._about(view, _DISTRICT.level, _RESTYLED)
        codes = [self.hierarchy.code_at(_DISTRICT.level, unit) for unit in units]
        written, read = ({**self._named("parallel", "painter", "cached")} for _ in range(2))
        if self.peer:
            self.exported(_DISTRICT)
        ours.frame(view)
        for turn in range(self._rounds):
            for k in range(_OURS):
                counts = {code: ((turn + k + n) % 6, 0) for n, code in enumerate(codes)}
                mine.time(partial(ours.restyled, view, counts))
            for samples, writing in ((written, True), (read, False)):
                self._ask_restyle(view, units, samples, written=writing)
        work = f"restyle {_RESTYLED:,} units and draw, district"
        yield row(work, mine, written)
        if self.peer:
            yield row(f"{work}; the peer without its writing", mine, read)

    def _ask_restyle(
        self, view: Viewport, units: list[int], theirs: dict[str, Samples], *, written: bool
    ) -> None:
        for name, samples in theirs.items():
            assert self.peer is not None
            order = {
                "scene": order_of(_DISTRICT),
                "job": name.rpartition(" ")[2],
                "view": view.extent,
                "units": units,
                "written": written,
            }
            samples.add([self.peer.ask("restyle", **order) for _ in range(_THEIRS)])

    def _about(self, view: Viewport, level: Level, many: int) -> list[int]:
        """The units whose middles are nearest to that of the view."""
        topology = self.hierarchy.topology
        away = topology.level(level).anchor + np.array(topology.origin) - (view.x, view.y)
        return np.argsort((away**2).sum(1), kind="stable")[:many].tolist()

    def _hits(self) -> Iterator[Row]:
        for scene in POLYGONS:
            yield self._hit(scene)

    def _hit(self, scene: Scene) -> Row:
        """The code of the unit under a pixel that nobody asked about before."""
        view = view_of(scene, self.hierarchy)
        runs = Ours(self.hierarchy, scene).frame(view).runs
        assert runs is not None
        rng = np.random.default_rng(7)
        columns = rng.integers(0, view.width, _HITS).tolist()
        rows = rng.integers(0, view.height, _HITS).tolist()

        def hit(column: int, row: int) -> str:
            unit = runs.unit_at(column, row)
            return self.hierarchy.code_at(scene.level, unit) if unit >= 0 else ""

        mine, theirs = Samples(), self._named("getFeatures")
        for column, at in zip(columns, rows, strict=True):
            mine.time(partial(hit, column, at))
        if self.peer:
            self.exported(scene)
            points = [view.to_map(*pixel) for pixel in zip(columns, rows, strict=True)]
            order = {"layer": layer_name(scene.level), "reach": view.metres_per_px * 0.01}
            for samples in theirs.values():
                samples.add(self.peer.ask("hits", points=points[:_THEIR_HITS], **order))
        return row(f"hit test, {scene.name} by {scene.level.name.lower()}", mine, theirs)
