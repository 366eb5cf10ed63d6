"""`bench ingest --only path`: socket, fix, store, screen, under ten thousand terminals.

The console as it stands, its window included, in this process; the terminals in another.
"""

import gc
import json
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from PySide6.QtCore import QEventLoop, QProcess

from app.clock import utc_now
from app.desk import Desk
from app.ingest import jt808
from app.ingest.bench import frames
from app.ingest.gateway import Gateway, Limits
from app.machine import more_files
from app.paths import cache_folder
from app.store import Reader
from maps.benches.timing import Row
from maps.hierarchy import Hierarchy, open_hierarchy
from widgets import application, garbage
from widgets.console import ROOT, duty_officer
from widgets.path_city import to_cards
from widgets.path_meter import Meter
from widgets.wiring import open_window

TERMINALS, SECONDS = 10_000, 300
_SPARE_FILES = 200
_STORED, _TOGETHER = 2_000, 500
_CENTRE = "500000"


class Failed(RuntimeError):  # noqa: N818  # what the crowd said when it gave up
    """The run did not come to its end."""


def rows(*, seconds: int | None = None, terminals: int | None = None) -> Iterator[Row]:
    """The rows of a run; `files` tells that the system lets fewer terminals in than are wanted."""
    files, wanted = more_files(), terminals or TERMINALS
    hierarchy = open_hierarchy(cache=cache_folder(), today=utc_now().date())
    application.hush()
    application.start(still=True)
    with TemporaryDirectory(prefix="yutu-bench-") as folder, ExitStack() as stack:
        yield _stored(Path(folder) / "peer", hierarchy)
        many = min(wanted, files - _SPARE_FILES)
        run = _Run(Path(folder), hierarchy, many, stack)
        yield from run.rows(seconds or SECONDS, {"wanted": wanted, "files": files})


def _stored(folder: Path, hierarchy: Hierarchy) -> Row:
    """CPU from frame to disk, many at a time as under load; beside them each by itself."""
    desk = _desk(folder, hierarchy)
    heard = frames(2 * _STORED)
    took = []
    for first, size in ((0, _TOGETHER), (_STORED, 1)):
        spent = time.process_time()
        for at in range(first, first + _STORED, size):
            messages = [jt808.decode(raw) for raw in heard[at : at + size]]
            desk.receive("bench", messages).result()
        took.append((time.process_time() - spent) / _STORED * 1e6)
    desk.close()
    return {
        "work": f"path: a frame to disk, {_TOGETHER} at a time",
        "unit": "us",
        "n": _STORED,
        "median": round(took[0], 1),
        "peer": {"name": "each in a transaction of its own", "median": round(took[1], 1)},
        "ratio": round(took[1] / took[0], 2),
    }


def _desk(folder: Path, hierarchy: Hierarchy) -> Desk:
    return Desk(
        folder,
        hierarchy.locate,
        clock=utc_now,
        officer=duty_officer(_CENTRE),
        edition=hierarchy.edition,
        places=hierarchy.finest,
    )


class _Run:
    """The console of a run, opened on a folder of its own, and the process of its crowd."""

    def __init__(self, folder: Path, hierarchy: Hierarchy, many: int, stack: ExitStack) -> None:
        self._many = many
        self._desk = _desk(folder / "desk", hierarchy)
        stack.callback(self._desk.close)
        self._cards = folder / "cards.json"
        self._cards.write_bytes(msgspec.json.encode(to_cards(self._desk, hierarchy, many)))
        self._window = open_window(self._desk, hierarchy, clock=utc_now, centre=_CENTRE)
        stack.callback(self._window.close_down)
        self._window.resize(1920, 1080)
        self._window.show()
        self._gateway = Gateway(
            self._desk.receive,
            self._desk.register,
            clock=utc_now,
            roll=self._desk.roll(),
            limits=Limits(connections=many + _SPARE_FILES),
        )
        stack.callback(self._gateway.stop)
        self._window.listen_to(self._gateway.status, simulated=True)
        self._meter = Meter(self._window)

    def rows(self, seconds: int, about: dict[str, Any]) -> Iterator[Row]:
        """Let the crowd talk for so long; then what came of it."""
        crowd = self._start(self._gateway.start(), seconds)
        connected = _heard(crowd)["ready"]
        self._window.bridge.settle()
        gc.collect()
        garbage.settle()  # as the console does once it is open
        begun = time.perf_counter()
        self._meter.begin()
        crowd.write(b"go\n")
        told = _heard(crowd)
        self._meter.end()
        took_s = time.perf_counter() - begun
        crowd.waitForFinished()
        self._window.bridge.settle()
        yield (
            self._counts(told)
            | {"connected": connected, "s": round(took_s, 1)}
            | about
            | {"median": round(told["taken"] / took_s)}
        )
        yield {"work": "path: from send to acknowledgement", "unit": "ms", "n": told["taken"]} | (
            told["took_ms"] | {"crowd_late": told["late_ms"]}
        )
        yield from self._meter.rows(told["said"], told["cpu_s"])

    def _counts(self, told: dict[str, Any]) -> Row:
        """Said, acknowledged, stored and shown; `lost` is what should be nothing."""
        stored = self._desk.ask(_stored_fixes).result()
        shown = self._window.feed.data.fixes
        last = self._desk.latest()
        return {
            "work": f"path: {self._many:,} terminals, a position a second each",
            "unit": "frames/s",
            "n": told["said"],
            "acknowledged": told["taken"],
            "refused": told["refused"],
            "stored": stored,
            "lost": told["said"] - min(told["taken"], stored),
            "shown": sum(shown.get(name) is fix for name, fix in last.items()),
            "alerts": len(self._window.feed.data.alerts),
        }

    def _start(self, port: int, seconds: int) -> QProcess:
        crowd = QProcess(self._window)
        crowd.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        crowd.setWorkingDirectory(str(ROOT))
        options = ["--port", str(port), "--cards", str(self._cards), "--seconds", str(seconds)]
        crowd.start(sys.executable, ["-m", "app.ingest.bench_crowd", *options])
        return crowd


def _stored_fixes(reader: Reader) -> int:
    (count,) = reader.db.execute("SELECT count(*) FROM fixes").fetchone()
    return int(count)


def _heard(crowd: QProcess) -> dict[str, Any]:
    """The next line the crowd says, while the window goes on."""
    loop = QEventLoop()
    crowd.readyReadStandardOutput.connect(loop.quit)
    crowd.finished.connect(loop.quit)
    while not crowd.canReadLine() and crowd.state() != QProcess.ProcessState.NotRunning:
        loop.exec()
    line = bytes(crowd.readLine().data())
    if not line:
        raise Failed("the crowd has left")
    told: dict[str, Any] = json.loads(line)
    return told
