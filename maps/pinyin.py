"""Names matched by letters: full pinyin, initials, or both mixed, with every reading allowed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

_END = "\n"
_LONGEST = 24

Flags = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]


class Spelling:
    """All names in one row of characters, each character as its place in the alphabet of names.

    `readings`: character -> its readings without tones; other characters read as themselves.
    """

    def __init__(self, names: Sequence[str], readings: Mapping[str, Sequence[str]]) -> None:
        text = _END.join(names).lower() + _END
        alphabet = sorted(set(text))
        at = {character: i for i, character in enumerate(alphabet)}
        self._size = len(alphabet)
        self._text = np.array([at[character] for character in text], dtype=np.int32)
        self._ends = np.flatnonzero(self._text == at[_END])
        self._starts = np.concatenate([[0], self._ends[:-1] + 1])
        self._read: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for character, i in at.items():
            for reading in readings.get(character, (character,)):
                self._read[reading[0]].append((i, reading))

    def find(self, letters: str) -> Iterator[tuple[int, int]]:
        """(name, offset) wherever letters can be read from a character on; the first in a name."""
        wanted = letters.replace("'", "")[:_LONGEST]
        if not wanted:
            return
        where = self._matches(wanted)
        name = np.searchsorted(self._ends, where)
        names, first = np.unique(name, return_index=True)
        offsets = where[first] - self._starts[names]
        yield from zip(names.tolist(), offsets.tolist(), strict=True)

    def _matches(self, wanted: str) -> Ints:
        """Ascending positions of the characters from which `wanted` can be read.

        A character takes one reading or its first letter; the last may be left unfinished. Goes on
        from letter to letter with the places (start, next character) where it has fitted so far.
        """
        size = len(self._text) + 1
        reached: dict[int, list[Ints]] = defaultdict(list)
        reached[0].append(np.arange(len(self._text)) * (size + 1))  # start * size + next character
        for i in range(len(wanted)):
            if i not in reached:
                continue
            came = reached.pop(i)
            places = came[0] if len(came) == 1 else np.unique(np.concatenate(came))
            characters = self._text[places % size]
            for j, fitting in self._steps(wanted, i).items():
                fits = fitting[characters]
                if fits.any():
                    reached[j].append(places[fits] + 1)
        found = reached[len(wanted)] or [np.zeros(0, dtype=np.int64)]
        return np.unique(np.concatenate(found) // size)

    def _steps(self, wanted: str, i: int) -> dict[int, Flags]:
        """Where one character can lead from letter i on -> the characters that lead there."""
        steps: dict[int, Flags] = defaultdict(lambda: np.zeros(self._size, dtype=np.bool_))
        tail = wanted[i:]
        for character, reading in self._read.get(wanted[i], ()):
            steps[i + 1][character] = True
            if tail.startswith(reading):
                steps[i + len(reading)][character] = True
            elif reading.startswith(tail):
                steps[len(wanted)][character] = True
        return steps
