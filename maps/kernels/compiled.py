"""The compiled kernels behind the same interface: two machines, each with half of the rows."""

import threading
from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np

from maps.kernels import jobs, point_jobs
from maps.kernels.buffers import Buffers
from maps.kernels.jobs import Band
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
from maps.runs import Runs

T = TypeVar("T")
_BANDS = 2
_NOWHERE = (1.0, 0.0, 0.0, 0.0, -1.0, 0.0)


class Fast:
    """`Kernels` in WebAssembly. One piece of work at a time; who comes second waits."""

    name = "wasm"

    def __init__(self) -> None:
        compiled = Compiled()
        self._machines = [Machine(compiled) for _ in range(_BANDS)]
        self._buffers = Buffers()
        self._lock = threading.Lock()

    def runs(self, mesh: Mesh, place: Place) -> Runs:
        def band(own: Band) -> tuple[Ints, Ints]:
            jobs.prepare(own, mesh)
            return jobs.fill(own, mesh).out(own.machine)

        return _joined(self._bands(place, band), place)

    def picture(
        self, runs: Runs, paint: Paint, base: Pixels | int, above: Sequence[Above]
    ) -> Pixels:
        place = Place(_NOWHERE, runs.width, runs.height)
        into = self._buffers.take(place.height, place.stride)

        def band(own: Band) -> None:
            jobs.prepare(own, None, above)
            jobs.paint(own, jobs.laid(own, runs), (paint, base, above), into)

        self._bands(place, band)
        return into

    def ground(
        self, mesh: Mesh, place: Place, paint: Paint, base: Pixels | int, above: Sequence[Above]
    ) -> tuple[Runs, Pixels]:
        into = self._buffers.take(place.height, place.stride)

        def band(own: Band) -> tuple[Ints, Ints]:
            jobs.prepare(own, mesh, above)
            found = jobs.fill(own, mesh)
            jobs.paint(own, found, (paint, base, above), into)
            return found.out(own.machine)

        return _joined(self._bands(place, band), place), into

    def covers(self, lines: tuple[Line, ...], place: Place) -> tuple[Cover, ...]:
        def band(own: Band) -> list[tuple[Ints, Bytes]]:
            jobs.prepare(own, None, (lines,))
            return [jobs.cover(own, line) for line in lines]

        halves = zip(*self._bands(place, band), strict=True)
        found = []
        for line, parts in zip(lines, halves, strict=True):
            index, covered = (np.concatenate(part) for part in zip(*parts, strict=True))
            found.append(Cover(line.colour, index, covered))
        return tuple(found)

    def strokes(self, lines: tuple[Line, ...], place: Place) -> Overlay:
        into = self._buffers.take(place.height, place.stride)

        def band(own: Band) -> None:
            jobs.prepare(own, None, (lines,))
            jobs.stroke(own, lines, into)

        self._bands(place, band)
        return Overlay.of(into)

    def density(self, xy: Points, shown: Bytes | None, place: Place, cell_px: int) -> Ints:
        with self._lock:
            return point_jobs.density(
                self._machines[0], xy, shown, place, (*cells(place, cell_px), cell_px)
            )

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
            return point_jobs.splat(
                self._machines[0], pixels, (xy, kind, colours), radius_px, place
            )

    def _bands(self, place: Place, work: Callable[[Band], T]) -> list[T]:
        """The work of every machine on its rows, at the same time, the first in this thread.

        The other thread lives no longer than the work: none is left behind at the end.
        """
        cuts = [place.height * k // _BANDS for k in range(_BANDS + 1)]
        bands = [Band(self._machines[k], place, cuts[k], cuts[k + 1]) for k in range(_BANDS)]
        found: list[T | BaseException] = [RuntimeError("not done")] * _BANDS

        def do(k: int) -> None:
            try:
                found[k] = work(bands[k])
            except BaseException as error:  # raised again by whoever asked
                found[k] = error

        with self._lock:
            others = [threading.Thread(target=do, args=(k,)) for k in range(1, _BANDS)]
            for other in others:
                other.start()
            do(0)
            for other in others:
                other.join()
        return [_sound(one) for one in found]


def _joined(parts: Sequence[tuple[Ints, Ints]], place: Place) -> Runs:
    start, unit = (np.concatenate(part) for part in zip(*parts, strict=True))
    return Runs(place.width, place.height, start, unit)


def _sound(one: T | BaseException) -> T:
    if isinstance(one, BaseException):
        raise one
    return one
