"""The work of one machine on some rows: arrays into its memory, a call or two, what came of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from maps.kernels.machine import Array, Job, Machine
from maps.kernels.values import (
    BLOCK,
    Above,
    Bytes,
    Cover,
    Ints,
    Line,
    Mesh,
    Paint,
    Pixels,
    Place,
)
from maps.runs import Runs

_CROSSING_BYTES = 16
_MOST_CROSSINGS = 1 << 24


@dataclass(frozen=True, slots=True)
class Band:
    """A machine, and the rows of a picture that are its own."""

    machine: Machine
    place: Place
    low: int
    high: int

    @property
    def rows(self) -> int:
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class Found:
    """Where runs lie in a machine's memory, and how many."""

    start: int
    unit: int
    many: int

    def out(self, machine: Machine) -> tuple[Ints, Ints]:
        return (
            machine.copy(self.start, self.many, np.int32),
            machine.copy(self.unit, self.many, np.int32),
        )


def prepare(band: Band, mesh: Mesh | None, above: Sequence[Above] = ()) -> None:
    """Begin a job: everything that stays is laid down before anything else."""
    band.machine.begin()
    if mesh is not None:
        _mesh(band.machine, mesh)
    for one in above:
        if isinstance(one, tuple):
            for line in one:
                _mesh(band.machine, line.mesh)
    if above:
        _blanks(band)


def fill(band: Band, mesh: Mesh) -> Found:
    """The runs of the band's rows."""
    machine, place = band.machine, band.place
    while band.rows:
        lines, room = _mesh(machine, mesh), machine.crossings
        sizes = (len(mesh.left), len(mesh.xy) + 2, band.rows + 1)
        scratch = [machine.room(4 * size) for size in sizes]
        crossings = machine.room(_CROSSING_BYTES * room)
        start, unit = (machine.room(4 * (room + band.rows)) for _ in range(2))
        job = Job().add("i", lines, place.width, band.low, band.high, scratch)
        job.add("i", crossings, room, start, unit).add("d", place.to_px)
        boxes = place.seen(band.low, band.high), place.beside(band.low, band.high)
        many = machine.call("fill", job.add("f", *boxes))
        if many > 0:
            return Found(start, unit, many)
        if -many > _MOST_CROSSINGS:
            raise MemoryError(f"{-many} crossings in one picture")
        machine.crossings = -many + -many // 4
        machine.begin()
    return Found(0, 0, 0)


def laid(band: Band, runs: Runs) -> Found:
    """Runs that were found before, those of the band's rows."""
    ends = np.array((band.low * runs.width, band.high * runs.width), np.int32)
    first, last = (int(at) for at in np.searchsorted(runs.start, ends))
    start, unit = (band.machine.lay(part[first:last]) for part in (runs.start, runs.unit))
    return Found(start, unit, last - first)


def paint(
    band: Band, found: Found, look: tuple[Paint, Pixels | int, Sequence[Above]], into: Pixels
) -> None:
    """The band's rows of the picture, written where they belong."""
    machine, (paint, base, above) = band.machine, look
    hatches = [(h.colour, h.apart, h.wide, h.corner, h.lean) for h in paint.hatches]
    hatched = machine.lay(paint.hatched) if hatches and paint.hatched is not None else 0
    layers = [_above(band, one) for one in above]
    out = machine.room(4 * band.rows * into.shape[1])
    job = _rows(band, out).add("i", found.start, found.unit, found.many)
    job.add("i", machine.lay(paint.lut), hatched, _table(machine, hatches))
    lone = (base, 0) if isinstance(base, int) else (0, machine.lay(base[band.low : band.high]))
    machine.call("picture", job.add("i", lone, _table(machine, layers), len(layers)))
    size = band.rows * into.shape[1]
    into[band.low : band.high] = machine.view(out, size, np.uint32).reshape(band.rows, -1)


def stroke(band: Band, lines: tuple[Line, ...], into: Pixels) -> None:
    """Lines over nothing, in the band's rows."""
    machine, size = band.machine, band.rows * into.shape[1]
    layers = [_above(band, lines)]
    out = machine.room(4 * size, clear=True)
    job = _rows(band, out).add("i", *[0] * 8)
    machine.call("picture", job.add("i", _table(machine, layers), len(layers)))
    into[band.low : band.high] = machine.view(out, size, np.uint32).reshape(band.rows, -1)


def cover(band: Band, line: Line) -> tuple[Ints, Bytes]:
    """`index` and `parts` of what one entry covers in the band's rows."""
    machine, blocks = band.machine, band.place.blocks * band.rows
    stroke = machine.lay(_line(band, line))
    index, parts = machine.room(4 * blocks), machine.room(BLOCK * blocks)
    many = machine.call("cover", _rows(band, 0).add("i", stroke, index, parts))
    covered = machine.copy(parts, BLOCK * many, np.uint8).reshape(-1, BLOCK)
    return machine.copy(index, many, np.int32), covered


def _rows(band: Band, out: int) -> Job:
    """The fields of a C `Strokes`."""
    place = band.place
    job = Job().add("i", place.width, place.height, place.blocks, band.low, band.high)
    return job.add("i", _blanks(band), out)


def _blanks(band: Band) -> tuple[int, int]:
    blocks = band.place.blocks * band.rows
    return band.machine.zeros(BLOCK * blocks), band.machine.zeros(blocks + BLOCK)


def _mesh(machine: Machine, mesh: Mesh) -> tuple[int, ...]:
    parts = (mesh.xy, mesh.first, mesh.left, mesh.right, mesh.box, mesh.group)
    machine.keep(*parts, mesh.rank)
    return (*(machine.at(part) for part in parts), len(mesh.left))


def _above(band: Band, one: Above) -> tuple[int, ...]:
    """The fields of a C `Layer`."""
    machine, row = band.machine, band.place.blocks
    if isinstance(one, tuple):
        lines = [_line(band, line) for line in one]
        return *[0] * 5, machine.lay(np.concatenate([np.empty(0, np.uint8), *lines])), len(one)
    ends = np.array((band.low * row, band.high * row), np.int32)
    first, last = (int(at) for at in np.searchsorted(one.index, ends))
    index, many = machine.lay(one.index[first:last]), last - first
    if isinstance(one, Cover):
        return index, 0, many, machine.lay(one.parts[first:last]), one.colour, 0, 0
    return index, machine.lay(one.pixels[first:last]), many, 0, 0, 0, 0


def _line(band: Band, line: Line) -> Array:
    mesh, rank = _mesh(band.machine, line.mesh), band.machine.at(line.mesh.rank)
    job = Job().add("i", mesh, rank, line.rank, line.colour)
    job.add("f", line.width_px / 2, line.dash, line.place.seen(band.low, band.high))
    return job.add("d", line.place.to_px).bytes()


def _table(machine: Machine, rows: Iterable[Sequence[Any]]) -> int:
    """Rows of whole numbers, one structure each."""
    flat = [value & 0xFFFFFFFF for row in rows for value in row]
    return machine.lay(np.array(flat, np.uint32))
