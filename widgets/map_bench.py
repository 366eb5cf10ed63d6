"""`main.py bench map`: the ground beside QGIS, the tour of the console, and the cold start."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from app.clock import utc_now
from app.paths import cache_folder
from maps.benches import base_maps
from maps.benches.ground import Ground
from maps.benches.peer import Qgis, missing
from maps.benches.scenes import SCENES
from maps.hierarchy import open_hierarchy
from widgets import application, map_bench_cold, map_bench_tour

Rows = Iterator[dict[str, Any]]
EDITION = "2025"
PARTS = (*(scene.name for scene in SCENES), "restyle", "hit", "base", "tour", "cold")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What to measure: `peer` "qgis" or None, `only` the name of a part or "", how many rounds."""

    peer: str | None = None
    only: str = ""
    rounds: int = 3

    @property
    def known(self) -> bool:
        """Whether there is such a part."""
        return self.only in ("", *PARTS)


def rows(choice: Choice, warn: Callable[[str], object]) -> Rows:
    """The rows asked for.

    Where the peer is not installed `warn` is told so, and ours is measured alone.
    """
    application.hush()
    app = application.start(still=True)
    hierarchy = open_hierarchy(EDITION, cache=cache_folder(), today=utc_now().date())
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="yutu-bench-")))
        peer = stack.enter_context(Qgis(folder)) if _there(choice, warn) else None
        ground = Ground(hierarchy, folder=folder, peer=peer, rounds=choice.rounds)
        parts = ground.rows() | {
            "base": lambda: base_maps.rows(folder, choice.rounds),
            "tour": map_bench_tour.rows,
            "cold": lambda: map_bench_cold.rows(ground, choice.rounds),
        }
        for name in PARTS:
            if choice.only in ("", name):
                yield from parts[name]()
    del app


def _there(choice: Choice, warn: Callable[[str], object]) -> bool:
    why = missing() if choice.peer else ""
    if why:
        warn(why)
    return bool(choice.peer) and not why
