"""The compiled kernels behind the same interface."""

import threading
from collections.abc import Sequence

from maps.kernels import point_jobs, warp_job
from maps.kernels.jobs import Jobs
from maps.kernels.machine import Compiled, Machine
from maps.kernels.plain import cells
from maps.kernels.values import (
    Above,
    Bytes,
    Cover,
    Ints,
    Line,
    Mesh,
    Overlay,
    Paint,
    Pixels,
    Place,
    Points,
)
from maps.kernels.warping import Sheet
from maps.runs import Runs

_NOWHERE = (1.0, 0.0, 0.0, 0.0, -1.0, 0.0)
_LARGE = 400 << 20  # bytes of memory after which a new one is begun


class Fast:
    """`Kernels` in WebAssembly. One piece of work at a time; who comes second waits."""

    name = "wasm"

    def __init__(self) -> None:
        self._compiled = Compiled()
        self._own = Jobs(Machine(self._compiled))
        self._lock = threading.Lock()

    def runs(self, mesh: Mesh, place: Place) -> Runs:
        with self._lock:
            jobs = self._begun()
            return jobs.found(place, jobs.fill(mesh, place))

    def picture(
        self, runs: Runs, paint: Paint, base: Pixels | int, above: Sequence[Above]
    ) -> Pixels:
        with self._lock:
            jobs, place = self._begun(), Place(_NOWHERE, runs.width, runs.height)
            return jobs.paint(place, jobs.laid(runs), (paint, base), above)

    def ground(
        self, mesh: Mesh, place: Place, paint: Paint, base: Pixels | int, above: Sequence[Above]
    ) -> tuple[Runs, Pixels]:
        with self._lock:
            jobs = self._begun()
            where = jobs.fill(mesh, place)
            pixels = jobs.paint(place, where, (paint, base), above)
            return jobs.found(place, where), pixels

    def covers(self, lines: tuple[Line, ...], place: Place) -> tuple[Cover, ...]:
        with self._lock:
            jobs = self._begun()
            return tuple(Cover(line.colour, *jobs.cover(place, line)) for line in lines)

    def strokes(self, lines: tuple[Line, ...], place: Place) -> Overlay:
        with self._lock:
            return Overlay.of(self._begun().stroke(place, lines))

    def density(self, xy: Points, shown: Bytes | None, place: Place, cell_px: int) -> Ints:
        with self._lock:
            size = (*cells(place, cell_px), cell_px)
            return point_jobs.density(self._begun().machine, xy, shown, place, size)

    def splat(
        self,
        pixels: Pixels,
        xy: Points,
        kind: Bytes,
        colours: Pixels,
        radius_px: float,
        place: Place,
    ) -> Pixels:
        with self._lock:
            machine = self._begun().machine
            return point_jobs.splat(machine, pixels, (xy, kind, colours), radius_px, place)

    def warp(self, sheet: Sheet) -> Pixels:
        with self._lock:
            return warp_job.warp(self._begun().machine, sheet)

    def _begun(self) -> Jobs:
        """The machine, ready for a job; a new one after pictures so large that they fill memory."""
        if self._own.machine.size > _LARGE:
            self._own = Jobs(Machine(self._compiled))
        self._own.machine.begin()
        return self._own
