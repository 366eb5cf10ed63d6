"""The work of one machine on some rows: arrays into its memory, one call, and what came of it."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from maps.kernels.machine import Array, Job, Machine
from maps.kernels.values import BLOCK, Bytes, Ints, Line, Mesh, Overlay, Paint, Pixels, Place
from maps.runs import Runs

_CROSSING_BYTES = 16
_MOST_CROSSINGS = 1 << 24


def fill(machine: Machine, mesh: Mesh, place: Place, low: int, high: int) -> tuple[Ints, Ints]:
    """`start` and `unit` of the runs of rows `low` up to `high`."""
    rows = high - low
    while rows:
        machine.begin()
        lines = _mesh(machine, mesh)
        sizes = (len(mesh.left), len(mesh.xy) + 2, rows + 1)
        scratch = [machine.room(4 * size) for size in sizes]
        room = machine.crossings
        crossings = machine.room(_CROSSING_BYTES * room)
        start, unit = (machine.room(4 * (room + rows)) for _ in range(2))
        job = Job().add("i", lines, place.width, low, high, scratch)
        job.add("i", crossings, room, start, unit).add("d", place.to_px)
        many = machine.call("fill", job.add("f", place.seen(low, high), place.beside(low, high)))
        if many > 0:
            return machine.copy(start, many, np.int32), machine.copy(unit, many, np.int32)
        if -many > _MOST_CROSSINGS:
            raise MemoryError(f"{-many} crossings in one picture")
        machine.crossings = -many + -many // 4
    return np.empty(0, np.int32), np.empty(0, np.int32)


def stroke(
    machine: Machine, lines: Sequence[Line], place: Place, low: int, high: int
) -> tuple[Ints, Pixels]:
    """`index` and `pixels` of the overlay of rows `low` up to `high`."""
    machine.begin()
    blocks = place.blocks * (high - low)
    meshes = [_mesh(machine, line.mesh) for line in lines]
    both = zip(lines, meshes, strict=True)
    rows = [_line(machine, line, mesh, low, high) for line, mesh in both]
    scratch = [machine.zeros(n * blocks) for n in (BLOCK, 1, 4)]
    strokes = machine.lay(np.concatenate([np.empty(0, np.uint8), *rows]))
    mask, touched, slot = scratch
    found = machine.room(4 * blocks + 4) + 4
    kept, index, pixels = (machine.room(n * blocks) for n in (4 * BLOCK, 4, 4 * BLOCK))
    job = Job().add("i", strokes, len(lines), place.width, place.height, place.blocks, low, high)
    many = machine.call("stroke", job.add("i", mask, touched, found, slot, kept, index, pixels))
    shown = machine.copy(pixels, many * BLOCK, np.uint32).reshape(-1, BLOCK)
    return machine.copy(index, many, np.int32), shown


def paint(
    machine: Machine,
    runs: Runs,
    look: tuple[Paint, Pixels | int, Sequence[Overlay]],
    into: Pixels,
    low: int,
    high: int,
) -> None:
    """Rows `low` up to `high` of the picture, written where they belong."""
    paint, base, over = look
    machine.begin()
    stride = into.shape[1]
    ends = np.array((low * runs.width, high * runs.width), np.int32)
    first, last = (int(at) for at in np.searchsorted(runs.start, ends))
    start, unit = (machine.lay(part[first:last]) for part in (runs.start, runs.unit))
    hatches = [(h.colour, h.apart, h.wide, h.corner, h.lean) for h in paint.hatches]
    hatched = machine.lay(paint.hatched) if hatches and paint.hatched is not None else 0
    overlays = [_part(machine, one, low * stride // BLOCK, high * stride // BLOCK) for one in over]
    out = machine.room(4 * stride * (high - low))
    job = Job().add("i", start, unit, last - first, runs.width, stride // BLOCK, low, high)
    job.add("i", machine.lay(paint.lut), hatched, _table(machine, hatches))
    job.add("i", *((base, 0) if isinstance(base, int) else (0, machine.lay(base[low:high]))))
    machine.call("picture", job.add("i", out, _table(machine, overlays), len(over)))
    into[low:high] = machine.view(out, stride * (high - low), np.uint32).reshape(-1, stride)


def density(
    machine: Machine, xy: Array, shown: Bytes | None, place: Place, cells: tuple[int, int, int]
) -> Ints:
    """Counts of the points in `cells`: rows, columns, and pixels a cell."""
    machine.begin()
    machine.keep(xy)
    rows, columns, cell_px = cells
    which = machine.lay(shown) if shown is not None else 0
    counts = machine.room(4 * rows * columns, clear=True)
    job = Job().add("i", machine.at(xy), which, len(xy), cell_px, columns, rows, counts)
    machine.call("density", job.add("d", place.to_px))
    return machine.copy(counts, rows * columns, np.int32).reshape(rows, columns)


def splat(
    machine: Machine,
    pixels: Pixels,
    points: tuple[Array, Bytes, Pixels],
    radius_px: float,
    place: Place,
) -> Pixels:
    """The pixels with discs on them; `points`: where, of which kind, and the colours of kinds."""
    machine.begin()
    xy, kind, colours = points
    machine.keep(xy)
    job = Job().add("i", machine.at(xy), machine.lay(kind), len(xy), machine.lay(colours))
    out = machine.lay(pixels)
    job.add("f", radius_px).add("i", place.width, pixels.shape[1], place.height, out)
    machine.call("splat", job.add("d", place.to_px))
    return machine.copy(out, pixels.size, np.uint32).reshape(pixels.shape)


def _mesh(machine: Machine, mesh: Mesh) -> tuple[int, ...]:
    parts = (mesh.xy, mesh.first, mesh.left, mesh.right, mesh.box, mesh.group)
    machine.keep(*parts, mesh.rank)
    return (*(machine.at(part) for part in parts), len(mesh.left))


def _line(machine: Machine, line: Line, mesh: tuple[int, ...], low: int, high: int) -> Array:
    job = Job().add("i", mesh, machine.at(line.mesh.rank), line.rank, line.colour)
    job.add("f", line.width_px / 2, line.dash, line.place.seen(low, high))
    return job.add("d", line.place.to_px).bytes()


def _part(machine: Machine, overlay: Overlay, low: int, high: int) -> tuple[int, int, int]:
    """The blocks from `low` up to `high` as the fields of a C overlay."""
    ends = np.array((low, high), np.int32)
    first, last = (int(at) for at in np.searchsorted(overlay.index, ends))
    index = machine.lay(overlay.index[first:last])
    return index, machine.lay(overlay.pixels[first:last]), last - first


def _table(machine: Machine, rows: Iterable[Sequence[Any]]) -> int:
    """Rows of whole numbers, one structure each."""
    flat = [value & 0xFFFFFFFF for row in rows for value in row]
    return machine.lay(np.array(flat, np.uint32))
