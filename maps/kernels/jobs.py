"""The work of the machine: arrays into its memory, a call or two, what came of it."""

from collections.abc import Sequence
from struct import Struct
from typing import TypeAlias

import numpy as np

from maps.kernels.machine import Machine
from maps.kernels.values import Above, Bytes, Cover, Ints, Line, Mesh, Paint, Pixels, Place
from maps.runs import Runs

STRIP = 32
"""Rows that are drawn at a time."""
_FIRST_CROSSINGS, _FIRST_PIECES = 1 << 16, 1 << 14
_MOST = 1 << 24
_CROSSING_BYTES, _PIECE_BYTES = 16, 44

_FILL = Struct("@7I 2i 4I i 2I 6d 8f 0d")
_CANVAS = Struct("@3i 5I i I")
_PICTURE = Struct("@3I i 2I i 3I 2I i")
_COVER = Struct("@3I")
_LAYER = Struct("@4I 2i I i")
_STROKE = Struct("@8I i I 3f 4f 6d 0d")
_HATCH = Struct("@I 4i")

Strokes: TypeAlias = Sequence[tuple[Line, ...]]


class Jobs:
    """What one machine is asked to do; it learns how much room that takes."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.crossings, self.pieces = _FIRST_CROSSINGS, _FIRST_PIECES
        self.middles = np.zeros(0, np.float32)
        self._meshes: dict[int, tuple[Mesh, tuple[int, ...]]] = {}
        self._forgotten = 0
        self._mix: tuple[Pixels | None, tuple[int, int, int]] = (None, (0, 0, 0))

    def fill(self, mesh: Mesh, place: Place) -> tuple[int, int, int]:
        """Where the runs lie, `start` and `unit`, and how many they are."""
        room, lines = self.machine.room, self._mesh(mesh)[:-1]
        sizes = (len(mesh.left), len(mesh.xy) + 2, place.height + 1)
        scratch = [room(f"fill {k}", 4 * size) for k, size in enumerate(sizes)]
        boxes = (*place.seen(), *place.beside())
        while place.height:
            crossings = room("crossings", _CROSSING_BYTES * self.crossings)
            most = self.crossings + place.height
            start, unit = room("start", 4 * most), room("unit", 4 * most)
            sized = (place.width, place.height, *scratch, crossings, self.crossings, start, unit)
            many = self.machine.call("fill", _FILL.pack(*lines, *sized, *place.to_px, *boxes))
            if many > 0:
                return start, unit, many
            self.crossings = _more(-many)
        return 0, 0, 0

    def laid(self, runs: Runs) -> tuple[int, int, int]:
        """Runs that were found before."""
        start, unit = self.machine.hold("start", runs.start), self.machine.hold("unit", runs.unit)
        return start, unit, len(runs.start)

    def found(self, place: Place, where: tuple[int, int, int]) -> Runs:
        """The runs as arrays."""
        start, unit = (self.machine.copy(at, where[2], np.int32) for at in where[:2])
        return Runs(place.width, place.height, start, unit)

    def paint(
        self,
        place: Place,
        runs: tuple[int, int, int],
        look: tuple[Paint, Pixels | int],
        above: Sequence[Above],
    ) -> Pixels:
        """The finished picture."""
        (paint, base), machine = look, self.machine
        out, pixels = machine.picture(place.height, place.stride)
        hatched = hatches = 0
        if paint.hatches and paint.hatched is not None:
            hatched = machine.hold("hatched", paint.hatched)
            rows = [_HATCH.pack(h.colour, h.apart, h.wide, h.corner, h.lean) for h in paint.hatches]
            hatches = machine.put("hatches", b"".join(rows))
        mixed, colours = self._mixed(paint.lut, base) if isinstance(base, int) else (0, 0)
        under = (base, 0) if isinstance(base, int) else (0, machine.hold("base", base))
        lut = machine.hold("lut", paint.lut)
        look_ = (lut, mixed, colours, hatched, hatches, *under)
        self._draw(place, (out, *runs, *look_), above)
        return pixels

    def _mixed(self, lut: Pixels, flat: int) -> tuple[int, int]:
        """Room for colours over a flat base, and how many are to be mixed: none where they are."""
        room = self.machine.room("mixed", 4 * len(lut) + 16)
        before, self._mix = self._mix, (lut, (room, flat, self.machine.forgotten))
        return room, 0 if before[0] is lut and before[1] == self._mix[1] else len(lut)

    def stroke(self, place: Place, lines: tuple[Line, ...]) -> Pixels:
        """Lines over nothing."""
        out, pixels = self.machine.picture(place.height, place.stride)
        pixels[:] = 0
        self._draw(place, (out, *[0] * 10), [lines])
        return pixels

    def cover(self, place: Place, line: Line) -> tuple[Ints, Bytes]:
        """`index` and `parts` of what one entry covers."""
        machine, fours = self.machine, place.blocks * 4 * place.height
        stroke = machine.put("strokes", self._line(line))
        index, parts = machine.room("index", 4 * fours), machine.room("parts", 4 * fours)
        while True:
            job = self._canvas(place, 1) + _COVER.pack(stroke, index, parts)
            many = machine.call("covers", job)
            if many >= 0:
                covered = machine.copy(parts, 4 * many, np.uint8).reshape(-1, 4)
                return machine.copy(index, many, np.int32), covered
            self.pieces = _more(-many)

    def _draw(self, place: Place, fields: tuple[int, ...], above: Sequence[Above]) -> None:
        layers, lines = self._layers(above)
        while True:
            head, tail = self._canvas(place, lines), _PICTURE.pack(*fields, layers, len(above))
            lacking = self.machine.call("picture", head + tail)
            if not lacking:
                return
            self.pieces = _more(lacking)
            layers, lines = self._layers(above)

    def _canvas(self, place: Place, lines: int) -> bytes:
        """The fields of a C `Canvas`."""
        room, strip = self.machine.room, STRIP * place.stride
        most = max(place.stride, place.height)
        if len(self.middles) < most:
            self.middles = (np.arange(most) + 0.5).astype(np.float32)
        middles = self.machine.keep(self.middles)
        mask = self.machine.zeros("mask", strip)
        found, next_ = room("found", 2 * strip), room("next", 4 * self.pieces)
        pieces = room("pieces", _PIECE_BYTES * self.pieces)
        heads = room("heads", 4 * lines * -(-place.height // STRIP))
        sizes = (place.width, place.height, place.blocks)
        return _CANVAS.pack(*sizes, middles, mask, found, pieces, next_, self.pieces, heads)

    def _mesh(self, mesh: Mesh) -> tuple[int, ...]:
        """The fields of a C `Mesh`, and where its ranks lie."""
        if self._forgotten != self.machine.forgotten:
            self._forgotten = self.machine.forgotten
            self._meshes.clear()
        if id(mesh) not in self._meshes:
            parts = (mesh.xy, mesh.first, mesh.left, mesh.right, mesh.box, mesh.group)
            fields = (*map(self.machine.keep, parts), len(mesh.left), self.machine.keep(mesh.rank))
            self._meshes[id(mesh)] = mesh, fields
        return self._meshes[id(mesh)][1]

    def _layers(self, above: Sequence[Above]) -> tuple[int, int]:
        """Where the C `Layer`s lie, and how many lines they have."""
        lines = [line for one in above if isinstance(one, tuple) for line in one]
        strokes = self.machine.put("strokes", b"".join(map(self._line, lines)))
        rows = []
        for k, one in enumerate(above):
            if isinstance(one, tuple):
                rows.append(_LAYER.pack(0, 0, 0, 0, 0, 0, strokes, len(one)))
                strokes += _STROKE.size * len(one)
                continue
            index = self.machine.hold(f"index {k}", one.index)
            if isinstance(one, Cover):
                parts = self.machine.hold(f"parts {k}", one.parts)
                rows.append(_LAYER.pack(index, 0, parts, one.colour, len(one.index), 0, 0, 0))
            else:
                pixels = self.machine.hold(f"parts {k}", one.pixels)
                rows.append(_LAYER.pack(index, pixels, 0, 0, len(one.index), 0, 0, 0))
        return self.machine.put("layers", b"".join(rows)), len(lines)

    def _line(self, line: Line) -> bytes:
        """A C `Stroke`."""
        look = (line.rank, line.colour, line.width_px / 2, *line.dash)
        return _STROKE.pack(*self._mesh(line.mesh), *look, *line.seen, *line.place.to_px)


def _more(lacking: int) -> int:
    """Room for a little more than that. MemoryError where it is past all reason."""
    if lacking > _MOST:
        raise MemoryError(f"{lacking} in one picture")
    return lacking + lacking // 4
