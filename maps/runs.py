"""What a fill gives: runs of one unit, row after row. Colours are a look-up over them."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int32]

OUTSIDE = -1
_BAND = 64  # rows at a time: np.repeat holds the interpreter


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs of one unit, row after row: `start` pixel index (ascending), `unit` (-1 outside).

    Every row begins with a run of its own; within a row neighbours differ, and none is empty.
    """

    width: int
    height: int
    start: Ints
    unit: Ints

    def paint(self, lut: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
        """(height, width) of `lut[unit + 1]`: the first entry is the colour of outside."""
        image = np.empty((self.height, self.width), np.uint32)
        for row in range(0, self.height, _BAND):
            last = min(row + _BAND, self.height)
            begin, end = np.searchsorted(
                self.start, np.array((row * self.width, last * self.width), np.int32)
            )
            colours = lut[self.unit[begin:end] + 1]
            lengths = np.diff(self.start[begin:end], append=np.int32(last * self.width))
            image[row:last] = np.repeat(colours, lengths).reshape(last - row, self.width)
        return image

    def unit_at(self, column: int, row: int) -> int:
        """The unit of a pixel, -1 outside; also -1 for a pixel that is not in the picture."""
        if not (0 <= column < self.width and 0 <= row < self.height):
            return OUTSIDE
        key = np.int32(row * self.width + column)  # of the array's own kind: it is not copied
        return int(self.unit[np.searchsorted(self.start, key, "right") - 1])

    def units(self) -> Ints:
        """The units that have at least a pixel, ascending."""
        seen = np.unique(self.unit)
        return seen[seen >= 0].astype(np.int32)
