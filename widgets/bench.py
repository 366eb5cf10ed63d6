"""`main.py bench NAME`: the benches by name, each a stream of rows."""

import gc
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from app.bench import Peer, measure
from app.clock import utc_now

ROOT = Path(__file__).parent.parent
_BARE = (
    "from PySide6.QtCore import qInstallMessageHandler as said; said(lambda *_: None);"
    "from PySide6.QtWidgets import QApplication as A, QWidget as W; a = A([]); w = W(); w.show()"
)
_READY = "from widgets.bench import until_usable; until_usable({!r})"


def run(
    name: str,
    say: Callable[[str], object],
    *,
    cases: int | None = None,
    seconds: int | None = None,
    warn: Callable[[str], object] = print,
    **chosen: Any,
) -> bool:
    """Print the rows of a bench as JSON lines; False where there is none of that name.

    `cases`: how many the desk of `store` holds, where not as many as the bench takes by itself;
    `seconds`: how long the crowd of `ingest` talks where only its "path" is measured.
    `chosen`: what of the map to measure, as in `map_bench.Choice`; `warn` is told what is missing.
    """
    rows = _rows(name, cases, seconds, warn, chosen)
    if rows is None:
        return False
    for row in rows:
        say(json.dumps(row, ensure_ascii=False))
    return True


def _rows(
    name: str,
    cases: int | None,
    seconds: int | None,
    warn: Callable[[str], object],
    chosen: dict[str, Any],
) -> Iterator[dict[str, Any]] | None:
    if name == "map":
        return _map(warn, **chosen)
    if name == "store":
        return _store(cases)
    if name == "ingest":
        return _ingest(chosen.get("only", ""), seconds)
    return BENCHES[name]() if name in BENCHES else None


def until_usable(folder: str) -> None:
    """In a fresh process: open the console's window and leave as soon as it can be used."""
    gc.disable()  # as main.py does
    from contextlib import ExitStack

    from widgets import application
    from widgets.console import Options, open_console

    application.hush()
    app = application.start(still=True)
    with ExitStack() as stack:
        window = open_console(Options(data=Path(folder), demo=False), app, stack)
        window.resize(1920, 1080)
        window.show()
        window.bridge.settle()
        window.map.render_sync()
        app.processEvents()


def _start() -> Iterator[dict[str, Any]]:
    with TemporaryDirectory(prefix="yutu-bench-") as folder:
        code = Path(folder) / "bytecode"
        ready = partial(_process, _READY.format(str(Path(folder) / "desk")), code)
        peer = Peer(name="bare QApplication", fn=partial(_process, _BARE, code))
        yield measure("cold process to usable window", "s", ready, 5, peer=peer, warm=1)


def _process(code: str, compiled: Path) -> None:
    """As every start but the first: with the bytecode that the one before it has left behind."""
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    env |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(compiled)}
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, check=True)


def _locate() -> Iterator[dict[str, Any]]:
    from maps.bench import rows

    return rows(today=utc_now().date())


def _ingest(only: str, seconds: int | None) -> Iterator[dict[str, Any]] | None:
    """The way in piece by piece; or the whole path from sockets to the screen, alone."""
    if only == "path":
        from widgets import path_bench

        return path_bench.rows(seconds=seconds)
    from app.ingest.bench import bench

    return None if only else bench()


def _store(cases: int | None = None) -> Iterator[dict[str, Any]]:
    from app.store.bench import CASES, bench

    return bench(cases or CASES)


def _map(warn: Callable[[str], object] = print, **chosen: Any) -> Iterator[dict[str, Any]] | None:
    from widgets import map_bench

    choice = map_bench.Choice(**chosen)
    return map_bench.rows(choice, warn) if choice.known else None


def _points() -> Iterator[dict[str, Any]]:
    from widgets import application, points_bench

    application.hush()
    application.start(still=True)
    return points_bench.rows()


def _tracks() -> Iterator[dict[str, Any]]:
    from widgets import tracks_bench

    return tracks_bench.rows()


BENCHES: dict[str, Callable[[], Iterator[dict[str, Any]]]] = {
    "start": _start,
    "locate": _locate,
    "points": _points,
    "tracks": _tracks,
}
