"""What the areas are coloured by: measures of their cases, and the classes they fall into.

Qt-free. Classes are by the whole city's units of the level, so they stand still while panning.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Protocol

import numpy as np
import numpy.typing as npt

from app.settings import Colouring
from maps.style import breaks

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int32]

NO_DATA = -1
_PER = 10_000.0


class Counted(Protocol):
    """What is known of the units of a level, arrays (units,)."""

    @property
    def open(self) -> npt.NDArray[np.int64]: ...
    @property
    def overdue(self) -> npt.NDArray[np.int64]: ...
    @property
    def grids(self) -> npt.NDArray[np.int64]:
        """Grids in each unit."""
        ...

    @property
    def response_min(self) -> Floats:
        """Median minutes from dispatch to arrival, nan where nobody arrived."""
        ...

    def __hash__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Measure:
    """`of`: (units,) values, nan where there is no data; `step`: class bounds are multiples."""

    of: Callable[[Counted], Floats]
    step: float = 1.0
    ladder: bool = False  # small counts, for which round steps are better than any rule


def _share(known: Counted) -> Floats:
    """Percent of the open cases; a unit without open cases has none overdue."""
    return 100.0 * known.overdue / np.maximum(known.open, 1)


MEASURES: Mapping[str, Measure] = MappingProxyType(
    {
        "open": Measure(lambda known: known.open.astype(float), ladder=True),
        "overdue": Measure(lambda known: known.overdue.astype(float), ladder=True),
        "share": Measure(_share),
        "per_10k": Measure(lambda known: _PER * known.open / np.maximum(known.grids, 1)),
        "response": Measure(lambda known: known.response_min),
    }
)


@dataclass(frozen=True, slots=True, eq=False)
class Classed:
    """How the units of a level fall into classes: `of` (units,) class numbers, NO_DATA included."""

    lower: tuple[float, ...]
    of: Ints
    any_unknown: bool


@lru_cache(maxsize=4)  # each holds all units of a level several times
def classed(colouring: Colouring, known: Counted) -> Classed:
    """The classes of all units; remembered by what is known, which is one object while it holds."""
    found = values(colouring, known)
    lower = bounds(colouring, found)
    of = class_of(found, lower)
    return Classed(lower, of, bool((of == NO_DATA).any()))


def values(colouring: Colouring, known: Counted) -> Floats:
    """(units,) what the units are coloured by, nan where there is no data."""
    return MEASURES[colouring.measure].of(known)


def bounds(colouring: Colouring, found: Floats) -> tuple[float, ...]:
    """Lower bounds of the classes, ascending; what lies below the first counts as nothing.

    "auto": round steps for counts, else quantiles; "quantile": as many units in each class;
    "equal": equal steps; "own": the officer's own.
    """
    measure = MEASURES[colouring.measure]
    if colouring.classing == "own" and colouring.own:
        return tuple(sorted(set(colouring.own)))
    present = found[np.isfinite(found) & (found > 0)]
    most = float(present.max(initial=0.0))
    if colouring.classing == "auto" and measure.ladder:
        return tuple(float(bound) for bound in breaks(int(most)))
    if not len(present):
        return (measure.step,)
    if colouring.classing == "equal":
        raw = float(present.min()) + (most - float(present.min())) * _parts(colouring.classes)
    else:
        raw = np.quantile(present, _parts(colouring.classes))
    rounded = np.maximum(np.floor(raw / measure.step), 1.0) * measure.step
    return tuple(sorted(set(rounded.tolist())))


def _parts(classes: int) -> Floats:
    return np.arange(classes) / classes


def class_of(found: Floats, lower: tuple[float, ...]) -> Ints:
    """(units,) 0 below the first bound, 1… above each, NO_DATA for nan."""
    with np.errstate(invalid="ignore"):
        classes = np.searchsorted(np.array(lower), found, "right").astype(np.int32)
    return np.where(np.isnan(found), NO_DATA, classes).astype(np.int32)
