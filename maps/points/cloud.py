"""Invented events about given places: for the bench, and for scenes that say so."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import numpy as np
import numpy.typing as npt

from app.model import OPEN_STATES, CaseState
from maps.points.events import STATES, Events

CORE_DEG = (106.55, 29.56)
"""The middle of the built-up city, about which most happens; degrees CGCS2000."""
_YEAR = timedelta(days=365)
_OPEN_SHARE = 0.003
_GRADE_SHARES = (0.02, 0.1, 0.28, 0.6)
_CROWDED = 1.1  # Pareto's exponent: a few places have most
_SPREAD_DEG = 0.018


def cloud(
    many: int,
    places: npt.NDArray[np.float64],
    now: datetime,
    *,
    items: Sequence[str] = ("",),
    seed: int = 20261123,
) -> Events:
    """`many` events of the last year about places (n, 2) in degrees; the same for the same seed."""
    rng = np.random.default_rng(seed)
    weight = rng.pareto(_CROWDED, len(places)) + 0.02
    weight *= np.exp(-np.hypot(*(places - CORE_DEG).T) / 0.45) + 0.04
    home = places[rng.choice(len(places), many, p=weight / weight.sum())]
    apart = rng.standard_normal((many, 2)) * _SPREAD_DEG * (0.4 + rng.random((many, 1)) ** 3 * 2)
    ago_s = (rng.random(many) ** 1.4 * _YEAR.total_seconds()).astype(np.int64)
    is_open = rng.random(many) < _OPEN_SHARE * np.exp(-ago_s / 86_400 / 30) * 12
    states = np.array([STATES.index(state) for state in STATES if state in OPEN_STATES])
    closed = STATES.index(CaseState.CLOSED)
    return Events.of(
        ids=np.char.add(b"X-", np.arange(many).astype("S7")),
        lon=home[:, 0] + apart[:, 0],
        lat=home[:, 1] + apart[:, 1],
        opened_s=int(now.timestamp()) - ago_s,
        grade=rng.choice(4, many, p=_GRADE_SHARES) + 1,
        state=np.where(is_open, states[rng.integers(0, len(states), many)], closed),
        item=rng.integers(0, len(items), many),
        items=tuple(items),
    )
