"""The tour of `bench map`: the map under a hand at 60 Hz while the desk keeps changing.

It runs in a process of its own, so that its memory is that of the console's map alone.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from maps.benches.timing import Row, Samples, figures, row
from widgets.map_bench_city import City
from widgets.map_bench_first import forget_peak, megabytes
from widgets.map_bench_hand import LEGS, Hand, Leg
from widgets.map_frames import Frames
from widgets.map_view import MapView

ROOT = Path(__file__).parent.parent
TICK_S = 1 / 60
_POLL_S = 0.002  # between frames the queue of events is looked at so often
_FEED_EVERY = 6  # frames: the desk announces ten times a second
_CODE = "from widgets.map_bench_tour import main; main()"


def rows() -> Iterator[Row]:
    """The rows of a tour, made in a fresh process."""
    command = [sys.executable, "-c", _CODE]
    environ = {"MALLOC_ARENA_MAX": "1"} | os.environ  # as run.py starts the console
    done = subprocess.run(
        command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, text=True, check=True
    )
    yield from map(json.loads, done.stdout.splitlines())


def main() -> None:
    """In that process: go on the tour and print its rows."""
    import gc

    from app.clock import utc_now
    from app.paths import cache_folder
    from maps.hierarchy import open_hierarchy
    from widgets import application, garbage

    application.hush()
    app = application.start(still=True)
    city = City(open_hierarchy(cache=cache_folder(), today=utc_now().date()), now=utc_now())
    tour = Tour(app, city)
    gc.collect()
    garbage.settle()  # as the console does once it is open
    forget_peak()  # what it took to make the city up is not the map's
    for leg in LEGS:
        tour.go(leg)
    for found in tour.rows():
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
    tour.close()


class Tour:
    """A shown map, the hand on it, and what every frame took of the GUI thread."""

    def __init__(self, app: QApplication, city: City) -> None:
        from app.clock import utc_now

        self._app, self._city = app, city
        self.view = MapView()
        self.view.resize(1920, 1080)
        self.view.set_clock(utc_now)
        self.view.set_hierarchy(city.hierarchy)
        self.view.set_data(city.data)
        self.view.show()
        frames = self.view.findChild(Frames)
        assert isinstance(frames, Frames)
        self._frames = frames
        self._asked: dict[int, float] = {}
        self._ask, frames.renderer.ask = frames.renderer.ask, self._heard  # type: ignore[method-assign]
        self.work, self.legs, self._gui = Samples(), dict[str, Samples](), (0.0, 0.0)
        self._last = 0
        self.late_ms: list[float] = []
        self.sharp_ms: list[float] = []
        self.sharp = self.uncovered = 0

    def go(self, leg: Leg) -> None:
        """One leg, from a view that has come to rest."""
        hand, first = Hand(self.view, leg), len(self.work.wall_ms)
        self.view.render_sync()
        self._app.processEvents()
        due, self._gui = time.perf_counter(), (0.0, 0.0)
        for k in range(leg.frames):
            due = max(due + TICK_S, time.perf_counter() - TICK_S)
            self._until(due)
            self.late_ms.append((time.perf_counter() - due) * 1000)
            if k % _FEED_EVERY == 0:
                data = self._city.changed(TICK_S * _FEED_EVERY)
                self._spend(partial(self.view.set_data, data))
            self._spend(partial(hand.step, k))
            self._spend(self._app.processEvents)
            self._look()
        hand.leave()
        self._until(time.perf_counter() + TICK_S)
        self.legs[leg.name] = Samples(self.work.wall_ms[first:], self.work.cpu_ms[first:])

    def rows(self) -> Iterator[Row]:
        """Work and lateness apart: only the first is ours alone on a machine with others."""
        frames = len(self.work.wall_ms)
        yield row("tour: work of the GUI thread in a frame", self.work)
        for name, work in self.legs.items():
            yield row(f"tour: the same, {name}", work)
        yield _plain("tour: lateness of a frame", "ms", self.late_ms)
        yield _plain("tour: from request to the sharp picture shown", "ms", self.sharp_ms)
        for name, count in (("sharp frames", self.sharp), ("uncovered edges", self.uncovered)):
            share = 100 * count / frames
            yield {"work": f"tour: {name}", "unit": "%", "n": frames, "median": round(share, 2)}
        yield _plain("tour: memory at most", "MB", [megabytes()])

    def close(self) -> None:
        self.view.shut()
        self.view.close()

    def _until(self, due: float) -> None:
        """Wait as an idle event loop would: what arrives is handled, and counts to this frame."""
        while (left := due - time.perf_counter()) > 0:
            time.sleep(min(left, _POLL_S))
            self._spend(self._app.processEvents)
            self._arrived()
        wall, cpu = self._gui
        if wall:
            self.work.add([[wall * 1000, cpu * 1000]])
        self._gui = (0.0, 0.0)

    def _spend(self, work: Callable[[], object]) -> None:
        cpu, wall = time.thread_time(), time.perf_counter()
        work()
        spent = time.perf_counter() - wall
        self._gui = (self._gui[0] + spent, self._gui[1] + time.thread_time() - cpu)

    def _heard(self, request: Any) -> None:
        self._asked[request.generation] = time.perf_counter()
        self._ask(request)

    def _arrived(self) -> None:
        """A picture that was asked for is on the screen now."""
        frame = self._frames.frame
        if frame is None or frame.request.generation == self._last:
            return
        self._last = frame.request.generation
        asked = self._asked.pop(self._last, None)
        if asked is not None:
            self.sharp_ms.append((time.perf_counter() - asked) * 1000)

    def _look(self) -> None:
        """What the screen shows of the view that the hand has just chosen."""
        self._arrived()
        view, shown = self.view.viewport, self._frames.shown
        covering = [frame for frame in shown if frame.viewport.covers(view)]
        self.uncovered += not covering
        self.sharp += any(frame.viewport.aligned(view) for frame in covering)


def _plain(work: str, unit: str, values: list[float]) -> Row:
    return {"work": work, "unit": unit, "n": len(values)} | figures(values)
