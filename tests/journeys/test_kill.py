"""kill -9 of the whole console under load: nothing acknowledged is lost, nothing is left behind."""

import os
import random
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.clock import utc_now
from app.store.verify import verify
from maps.hierarchy import Hierarchy
from tests.journeys.terminal import PHONE, Terminal, moments

ROOT = Path(__file__).resolve().parents[2]

CONSOLE = """
import sys
from contextlib import ExitStack
from pathlib import Path
from PySide6.QtCore import QTimer
from app.casework.acts import Act
from app.model import Entry
from widgets import application
from widgets.console import Options, open_console

def told(done):
    assert isinstance(done.result(), Entry), done.result()
    print(done.result().seq, flush=True)

def report():
    given = {"title": "塌方", "grade": "3", "source": "hotline", "lon": 105.9, "lat": 29.3}
    window.desk.do(Act(name="case.report", subject="case:", fields=given)).add_done_callback(told)

app = application.start(still=True)
with ExitStack() as stack:
    options = Options(data=Path(sys.argv[1]), demo=True, speed=20.0, port=int(sys.argv[2]))
    window = open_console(options, app, stack)
    number = {"phone": sys.argv[3]}
    window.desk.do(Act(name="terminal.enter", subject="terminal:", fields=number)).result()
    window.show()
    timer = QTimer(window)
    timer.timeout.connect(report)
    timer.start(20)
    app.exec()
"""


def free_port() -> int:
    with closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def simulators(folder: Path) -> list[int]:
    """The processes that play the terminals of this desk."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = entry.read_bytes().split(b"\0")
        except OSError:
            continue
        if b"app.ingest.simulate" in words and str(folder / "roster.json").encode() in words:
            found.append(int(entry.parent.name))
    return found


def become(folder: Path, *, running: bool, patience_s: float = 30.0) -> bool:
    """Wait until the simulator runs, or does not; whether that came about."""
    end = time.monotonic() + patience_s
    while bool(simulators(folder)) is not running and time.monotonic() < end:
        time.sleep(0.05)
    return bool(simulators(folder)) is running


class Load:
    """One console under load from start to kill."""

    def __init__(self, folder: Path, cache: Path, first: datetime) -> None:
        self._folder = folder
        self._times = iter(moments(first, 100_000))
        self._port = free_port()
        home = {"QT_QPA_PLATFORM": "offscreen", "XDG_CACHE_HOME": str(cache)}
        self._process = subprocess.Popen(
            [sys.executable, "-c", CONSOLE, str(folder), str(self._port), PHONE],
            cwd=ROOT,
            env=os.environ | home | {"XDG_STATE_HOME": str(cache)},
            stdout=subprocess.PIPE,
            text=True,
        )

    def until_killed(self, batches: int) -> tuple[list[datetime], int]:
        """The positions acknowledged to a terminal, and the last entry promised to the officer."""
        terminal = Terminal(self._port)
        assert become(self._folder, running=True)
        assert self._process.stdout is not None
        promised = self._process.stdout.readline()
        acknowledged: list[datetime] = []
        for _ in range(batches):
            acknowledged += terminal.report([next(self._times) for _ in range(20)])
        os.kill(self._process.pid, signal.SIGKILL)
        acknowledged += terminal.report([next(self._times) for _ in range(20)])
        terminal.close()
        said, _ = self._process.communicate(timeout=20)
        lines = [
            line for line in (promised + said).splitlines(keepends=True) if line.endswith("\n")
        ]
        return acknowledged, max(map(int, lines))


def stored(folder: Path) -> set[datetime]:
    with closing(sqlite3.connect(folder / "desk.db")) as db:
        rows = db.execute("SELECT at FROM fixes WHERE terminal = ?", (PHONE,)).fetchall()
    return {datetime.fromtimestamp(at, tz=UTC) for (at,) in rows}


def check(folder: Path, rounds: int) -> None:
    chance = random.Random(20261123)
    acknowledged: set[datetime] = set()
    promised = 0
    first = utc_now().replace(microsecond=0) - timedelta(days=2)
    for number in range(rounds):
        load = Load(folder / "desk", folder / "cache", first + timedelta(hours=number))
        times, seq = load.until_killed(chance.randrange(2, 20))
        assert times
        acknowledged |= set(times)
        promised = max(promised, seq)
        assert become(folder / "desk", running=False), "the simulator outlives the console"
    report = verify(folder / "desk")
    assert report.ok, report.problems
    assert report.entries >= promised > 0
    assert acknowledged <= stored(folder / "desk")


@pytest.fixture
def folder(tmp_path: Path, hierarchy: Hierarchy) -> Iterator[Path]:
    """With an empty desk, and a cache in which the division is unpacked already."""
    (tmp_path / "desk").mkdir()
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "yutu").symlink_to(hierarchy._folder.parent)
    yield tmp_path
    for left in simulators(tmp_path / "desk"):
        os.kill(left, signal.SIGKILL)


@pytest.mark.skipif(sys.platform != "linux", reason="kill -9 and /proc")
def test_nothing_acknowledged_is_lost_when_the_console_is_killed_three_times(folder: Path):
    check(folder, 3)


@pytest.mark.whole
@pytest.mark.skipif(sys.platform != "linux", reason="kill -9 and /proc")
def test_nothing_acknowledged_is_lost_when_the_console_is_killed_twenty_times(folder: Path):
    check(folder, 20)
