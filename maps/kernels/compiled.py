"""The compiled kernels behind the same interface: two machines, each with half of the rows."""

import threading
from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np

from maps.kernels import jobs
from maps.kernels.machine import Compiled, Machine
from maps.kernels.plain import cells
from maps.kernels.values import (
    BLOCK,
    Bytes,
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


class Fast:
    """`Kernels` in WebAssembly. One piece of work at a time; who comes second waits."""

    name = "wasm"

    def __init__(self) -> None:
        compiled = Compiled()
        self._machines = [Machine(compiled) for _ in range(_BANDS)]
        self._lock = threading.Lock()

    def runs(self, mesh: Mesh, place: Place) -> Runs:
        parts = self._bands(
            place.height, lambda machine, low, high: jobs.fill(machine, mesh, place, low, high)
        )
        start, unit = (np.concatenate(part) for part in zip(*parts, strict=True))
        return Runs(place.width, place.height, start, unit)

    def strokes(self, lines: Sequence[Line], place: Place) -> Overlay:
        parts = self._bands(
            place.height, lambda machine, low, high: jobs.stroke(machine, lines, place, low, high)
        )
        index, pixels = (np.concatenate(part) for part in zip(*parts, strict=True))
        return Overlay(index, pixels)

    def picture(
        self, runs: Runs, paint: Paint, base: Pixels | int, over: Sequence[Overlay]
    ) -> Pixels:
        image = np.empty((runs.height, -(-runs.width // BLOCK) * BLOCK), np.uint32)
        look = (paint, base, over)
        self._bands(
            runs.height,
            lambda machine, low, high: jobs.paint(machine, runs, look, image, low, high),
        )
        return image

    def density(self, xy: Points, shown: Bytes | None, place: Place, cell_px: int) -> Ints:
        with self._lock:
            return jobs.density(
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
            return jobs.splat(self._machines[0], pixels, (xy, kind, colours), radius_px, place)

    def _bands(self, height: int, work: Callable[[Machine, int, int], T]) -> list[T]:
        """The work of every machine on its rows, at the same time, the first in this thread.

        The other thread lives no longer than the work: none is left behind at the end.
        """
        cuts = [height * k // _BANDS for k in range(_BANDS + 1)]
        found: list[T | BaseException] = [RuntimeError("not done")] * _BANDS

        def band(k: int) -> None:
            try:
                found[k] = work(self._machines[k], cuts[k], cuts[k + 1])
            except BaseException as error:  # raised again by whoever asked
                found[k] = error

        with self._lock:
            others = [threading.Thread(target=band, args=(k,)) for k in range(1, _BANDS)]
            for other in others:
                other.start()
            band(0)
            for other in others:
                other.join()
        return [_sound(one) for one in found]


def _sound(one: T | BaseException) -> T:
    if isinstance(one, BaseException):
        raise one
    return one
