"""Where all terminals are, as columns that are patched: a new fix costs what one fix costs."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from operator import is_not

import numpy as np
import numpy.typing as npt

from app.model import Fix, Unit, UnitKind
from maps.projection import project

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.uint8]

SOS = "sos"
KINDS: tuple[UnitKind | None, ...] = (None, *UnitKind)
"""What the numbers of `kinds` mean; None is a terminal that no unit carries."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fleet:
    """The last fix of each of n terminals; `row` says where a terminal is among them.

    `x`, `y` map metres, nan where they are none; `fixed_s` seconds since 1970; `inside` the city;
    `calling` for help.
    """

    fixes: Mapping[str, Fix]
    ids: tuple[str, ...]
    row: Mapping[str, int]
    values: tuple[Fix, ...]
    x: Floats
    y: Floats
    fixed_s: Floats
    inside: Flags
    calling: Flags

    def __len__(self) -> int:
        return len(self.ids)

    @classmethod
    def of(cls, fixes: Mapping[str, Fix], before: "Fleet | None" = None) -> "Fleet":
        """As they are now; where `before` had the same terminals first, only what differs is read.

        A mapping that is replaced by a later one keeps its order and the very fixes that stayed.
        """
        values = tuple(fixes.values())
        if before is None or not before.goes_on_in(fixes):
            return cls._read(fixes, tuple(fixes), values, None, np.arange(len(values)))
        known = len(before)
        moved = np.fromiter(map(is_not, before.values, values), bool, known)
        rows = np.concatenate([np.flatnonzero(moved), np.arange(known, len(values))])
        ids = before.ids if known == len(values) else tuple(fixes)
        return cls._read(fixes, ids, values, before, rows)

    def goes_on_in(self, fixes: Mapping[str, Fix]) -> bool:
        """Whether the same terminals come first there, in the same order."""
        return self.ids == tuple(islice(fixes, len(self.ids)))

    @classmethod
    def _read(
        cls,
        fixes: Mapping[str, Fix],
        ids: tuple[str, ...],
        values: tuple[Fix, ...],
        before: "Fleet | None",
        rows: npt.NDArray[np.intp],
    ) -> "Fleet":
        """The columns of `before` copied, and some rows written anew."""
        read = [values[row] for row in rows.tolist()]
        x, y = _projected(read)
        columns = {
            "x": x,
            "y": y,
            "fixed_s": np.array([fix.fix_time.timestamp() for fix in read], float),
            "inside": np.array([bool(fix.place) for fix in read], bool),
            "calling": np.array([SOS in fix.alarms for fix in read], bool),
        }
        whole = {}
        for name, fresh in columns.items():
            column = np.empty(len(values), fresh.dtype)
            if before is not None:
                column[: len(before)] = getattr(before, name)
            column[rows] = fresh
            whole[name] = column
        if before is not None and ids is before.ids:
            row = before.row
        else:
            row = {name: k for k, name in enumerate(ids)}
        return cls(fixes=fixes, ids=ids, row=row, values=values, **whole)


def _projected(fixes: list[Fix]) -> tuple[Floats, Floats]:
    x, y = project([fix.lon for fix in fixes], [fix.lat for fix in fixes])
    lost = ~(np.isfinite(x) & np.isfinite(y))
    return np.where(lost, np.nan, x), np.where(lost, np.nan, y)


def kinds(ids: tuple[str, ...], units: tuple[Unit, ...]) -> Codes:
    """(n,) index into KINDS of the unit that carries each terminal; the last answer is kept."""
    known = _kinds[0] if _kinds else None
    if known is None or known[0] is not ids or known[1] is not units:
        carried = {unit.terminal: KINDS.index(unit.kind) for unit in units if unit.terminal}
        known = (ids, units, np.array([carried.get(name, 0) for name in ids], np.uint8))
        _kinds[:] = [known]
    return known[2]


_kinds: list[tuple[tuple[str, ...], tuple[Unit, ...], Codes]] = []
