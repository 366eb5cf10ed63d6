"""Who takes part in `bench ingest --only path`: terminals on drives, units, fences, their codes."""

from collections.abc import Iterator
from math import cos, radians, sin, tau

import numpy as np
import numpy.typing as npt

from app.casework.acts import Act
from app.demo.desk import accepted, enrol_units, put_on_register
from app.desk import Desk
from app.ingest.bench_terminal import Card
from app.model import FenceKind, Level, Terminal, Unit, UnitKind
from maps.hierarchy import Hierarchy

UNITS, FENCES = 1_000, 200
FENCE_RADIUS_DEG = 0.004
_AROUND_DEG = 0.02
_SEED = 20261123
_MOST_KMH = 60.0
_M_PER_DEG = 111_320.0


def to_cards(desk: Desk, hierarchy: Hierarchy, many: int) -> list[Card]:
    """Terminals about the towns, registered with the desk; the first ones carried by units."""
    rng = np.random.default_rng(_SEED)
    towns = np.array([hierarchy.centre(code) for code in hierarchy.codes(Level.TOWN)])
    starts = towns[rng.integers(0, len(towns), many)] + rng.normal(0, _AROUND_DEG, (many, 2))
    phones = [f"139{number:08}" for number in range(many)]
    put_on_register(desk, [Terminal(id=phone) for phone in phones])
    roll = desk.roll()
    made = [
        _card(roll[phone], number, starts[number].tolist(), rng)
        for number, phone in enumerate(phones)
    ]
    enrol_units(desk, _units(made[:UNITS]))
    _draw_fences(desk, towns[rng.integers(0, len(towns), FENCES)])
    return made


def _card(terminal: Terminal, number: int, start: list[float], rng: np.random.Generator) -> Card:
    """Every second one speaks the version of 2019."""
    lon, lat = start
    kmh, turn = rng.uniform(10, _MOST_KMH), rng.uniform(0, tau)
    a_second = kmh / 3.6 / _M_PER_DEG
    return Card(
        phone=terminal.id,
        version=(2013, 2019)[number % 2],
        code=terminal.auth,
        lon=lon,
        lat=lat,
        east=a_second * sin(turn) / cos(radians(lat)),
        north=a_second * cos(turn),
        kmh=kmh,
    )


def _units(cards: list[Card]) -> Iterator[Unit]:
    kinds = list(UnitKind)
    for number, card in enumerate(cards):
        kind = kinds[number % len(kinds)]
        yield Unit(id=f"U-{number}", name=f"U {number}", kind=kind, terminal=card.phone)


def _draw_fences(desk: Desk, middles: npt.NDArray[np.float64]) -> None:
    """Squares that are watched for coming and going."""
    r = FENCE_RADIUS_DEG
    for number, (lon, lat) in enumerate(middles.tolist()):
        ring = [(lon - r, lat - r), (lon + r, lat - r), (lon + r, lat + r), (lon - r, lat + r)]
        fields = {"name": f"F {number}", "kind": FenceKind.WATCH, "rings": [ring]}
        accepted(desk.do(Act(name="fence.draw", subject="fence:", fields=fields)).result())
