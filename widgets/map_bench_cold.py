"""The cold start of the map: a new process until the first full map is drawn, and its memory."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from maps.benches.ground import Ground
from maps.benches.peer import Qgis
from maps.benches.scenes import POLYGONS, order_of, view_of
from maps.benches.timing import Samples, figures, row

ROOT = Path(__file__).parent.parent
_CODE = "from widgets.map_bench_first import first_map; first_map()"
_SCENE = POLYGONS[0]
_OURS_A_ROUND = 2


def rows(ground: Ground, rounds: int) -> Iterator[dict[str, Any]]:
    """Processes of ours and of the peer in turns; the division's pack has been unpacked before."""
    mine, held, theirs, theirs_held = Samples(), list[float](), Samples(), list[float]()
    with TemporaryDirectory(prefix="yutu-bench-") as code:
        _ours(Samples(), [], Path(code))
        for _ in range(rounds):
            for _ in range(_OURS_A_ROUND):
                _ours(mine, held, Path(code))
            if ground.peer:
                _theirs(ground, theirs, theirs_held)
    peers = {f"{ground.name}, core process": theirs} if ground.peer else {}
    yield row("cold process to first full map", mine, peers)
    yield (
        {"work": "memory of that process", "unit": "MB", "n": len(held)}
        | figures(held)
        | {
            "peer": {"name": ground.name} | figures(theirs_held) if theirs_held else None,
            "ratio": None,
        }
    )


def _ours(samples: Samples, held: list[float], code: Path) -> None:
    """As every start but the first: with the bytecode that the one before it has left behind."""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    env |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(code)}
    begun = time.perf_counter()
    start = partial(subprocess.Popen, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True)
    with start([sys.executable, "-c", _CODE]) as process:
        assert process.stdout is not None
        cpu_ms, megabytes_held = json.loads(process.stdout.readline())
        samples.add([[(time.perf_counter() - begun) * 1000, cpu_ms]])
    held.append(megabytes_held)


def _theirs(ground: Ground, samples: Samples, held: list[float]) -> None:
    """QGIS without a window: its library started, the layers opened, the first picture."""
    ground.exported(_SCENE)
    views = [view_of(_SCENE, ground.hierarchy).extent]
    begun = time.perf_counter()
    with Qgis(ground.folder) as peer:
        peer.ask("frames", scene=order_of(_SCENE), job="parallel", views=views)
        took = time.perf_counter() - begun
        samples.add([[took * 1000, peer.ask("spent")]])
        held.append(peer.ask("memory"))
