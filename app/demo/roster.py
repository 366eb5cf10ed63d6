"""The demonstration's units: 300 crews over the real towns, every one of them invented.

Takes places as values, so that it needs no map; the same places and seed give the same roster.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, radians, sin
from random import Random

import msgspec

from app.ingest.simulation.motion import Beat
from app.model import Place, Unit, UnitKind

SEED = 20261123
COUNT = 300

_STEP_M = 111_000.0
_ETHNIC = re.compile(r"(?:土家族|苗族)*自治县$")
_ENDINGS = ("新区", "区", "县", "市")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A town or a street office: its code and name, its district's, and its centre in degrees."""

    code: str
    name: str
    district: str
    district_name: str
    lon: float
    lat: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """How units of a kind are called and move. `share` of 100 units beyond one a district."""

    kind: UnitKind
    word: str
    share: int
    people: int
    speed_kmh: float
    towns: int


CREWS = (
    Crew(kind=UnitKind.GRID, word="网格", share=58, people=1, speed_kmh=14, towns=0),
    Crew(kind=UnitKind.FIRE, word="消防", share=10, people=6, speed_kmh=46, towns=3),
    Crew(kind=UnitKind.MEDICAL, word="急救", share=12, people=3, speed_kmh=48, towns=3),
    Crew(kind=UnitKind.POWER, word="电力抢修", share=8, people=4, speed_kmh=38, towns=4),
    Crew(kind=UnitKind.CITY, word="城管", share=12, people=2, speed_kmh=26, towns=2),
)

OUTSIDE = ((105.43, 28.88), (105.47, 28.86), (105.41, 28.84))
"""A way beyond the western border, for the one crew that is 域外."""

_WESTERN = "500118"
_FIRST_CARD, _CARD_EVERY = 1_200_000, 3
"""One unit in so many carries a BeiDou card; the number of the first, which is none of anybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """Units and, in the same order, the beats of their terminals."""

    units: tuple[Unit, ...]
    beats: tuple[Beat, ...]

    @property
    def outsider(self) -> Unit:
        """The crew whose terminal is beyond the border."""
        return self.units[-1]


def spots(
    children: Callable[[str], Sequence[Place]],
    centre: Callable[[str], tuple[float, float]],
    *,
    city: str = "500000",
) -> tuple[Spot, ...]:
    """All towns of the city, from a hierarchy's `children` and `centre`."""
    return tuple(
        Spot(
            code=town.code,
            name=town.name,
            district=district.code,
            district_name=district.name,
            lon=centre(town.code)[0],
            lat=centre(town.code)[1],
        )
        for district in children(city)
        for town in children(district.code)
    )


def short_name(district: str) -> str:
    """永川区 -> 永川, 彭水苗族土家族自治县 -> 彭水; names of two characters and less stay."""
    bare = _ETHNIC.sub("", district) or district
    if bare != district:
        return bare
    ending = next((end for end in _ENDINGS if bare.endswith(end)), "")
    return bare[: -len(ending)] if ending and len(bare) - len(ending) >= 2 else bare


def roster(places: Sequence[Spot], *, seed: int = SEED, count: int = COUNT) -> Roster:
    """So many units over the districts of `places`; ValueError where there are no places.

    Each district has one unit of each kind as far as `count` reaches; the others go by number of
    towns and by `Crew.share`. One is sent beyond the border, and is the last.
    """
    if not places:
        raise ValueError("a roster needs places")
    random = Random(f"roster:{seed}")
    towns = _by_district(places)
    units: list[Unit] = []
    beats: list[Beat] = []
    numbers: Counter[tuple[str, UnitKind]] = Counter()
    for crew, district in _posts(towns, count, random):
        numbers[district, crew.kind] += 1
        home = random.choice(towns[district])
        unit = _unit(crew, home, numbers[district, crew.kind], len(units) + 1)
        units.append(unit)
        beats.append(_beat(unit, crew, _way(crew, home, towns[district], random), random))
    _send_outside(units, beats)
    return Roster(units=tuple(units), beats=tuple(beats))


def _send_outside(units: list[Unit], beats: list[Beat]) -> None:
    """The last unit of the western district, else of all, goes over the border and to the end."""
    if len(units) < 2:
        return
    western = [n for n, unit in enumerate(units) if unit.home.startswith(_WESTERN)]
    chosen = western[-1] if western else -1
    units.append(units.pop(chosen))
    beats.append(_outside(beats.pop(chosen)))


def _by_district(places: Sequence[Spot]) -> Mapping[str, list[Spot]]:
    found: dict[str, list[Spot]] = {}
    for spot in places:
        found.setdefault(spot.district, []).append(spot)
    return found


def _posts(
    towns: Mapping[str, list[Spot]], count: int, random: Random
) -> Iterator[tuple[Crew, str]]:
    every = [(crew, district) for district in towns for crew in CREWS]
    yield from every[:count]
    districts = list(towns)
    weights = [len(towns[district]) for district in districts]
    for _ in range(count - len(every)):
        (crew,) = random.choices(CREWS, [crew.share for crew in CREWS])
        (district,) = random.choices(districts, weights)
        yield crew, district


def _unit(crew: Crew, home: Spot, number: int, serial: int) -> Unit:
    short = short_name(home.district_name)
    return Unit(
        id=f"U-{home.district}-{crew.kind.upper()}-{number:02d}",
        name=f"{short}{crew.word}-{number:02d}",
        kind=crew.kind,
        terminal=f"{home.district[:6]}{serial:05d}",
        home=home.code,
        people=crew.people,
        handler=f"演示员{serial:03d}",
        card=str(_FIRST_CARD + serial) if serial % _CARD_EVERY == 0 else "",
    )


def _beat(unit: Unit, crew: Crew, way: tuple[tuple[float, float], ...], random: Random) -> Beat:
    return Beat(
        phone=unit.terminal,
        unit=unit.id,
        kind=unit.kind.value,
        version=random.choice((2013, 2019, 2019)),
        plate=f"演示{unit.terminal[-5:]}",
        speed_kmh=round(crew.speed_kmh * random.uniform(0.8, 1.2), 1),
        waypoints=way,
    )


def _way(
    crew: Crew, home: Spot, towns: Sequence[Spot], random: Random
) -> tuple[tuple[float, float], ...]:
    """From the home town to its nearest neighbours, or around it where the crew goes on foot."""
    start = _beside(home, random, 400)
    near = sorted(towns, key=lambda town: hypot(town.lon - home.lon, town.lat - home.lat))
    others = near[1 : crew.towns + 1]
    if others:
        return (start, *(_beside(town, random, 300) for town in others))
    return (start, *(_beside(home, random, 900) for _ in range(4)))


def _beside(spot: Spot, random: Random, most_m: float) -> tuple[float, float]:
    far, towards = random.uniform(0.3, 1.0) * most_m / _STEP_M, random.uniform(0, 2 * pi)
    east = far * sin(towards) / cos(radians(spot.lat))
    return round(spot.lon + east, 6), round(spot.lat + far * cos(towards), 6)


def _outside(beat: Beat) -> Beat:
    return msgspec.structs.replace(beat, waypoints=OUTSIDE)


def flood_crew(places: Sequence[Spot], count: int, *, seed: int = SEED) -> Roster:
    """Grid workers beyond the roster, for the scene in which many alerts come at once."""
    random = Random(f"flood:{seed}")
    grid = next(crew for crew in CREWS if crew.kind is UnitKind.GRID)
    units, beats = [], []
    for number in range(count):
        home = places[number % len(places)]
        unit = _unit(grid, home, 60 + number, 900 + number)
        units.append(unit)
        beats.append(_beat(unit, grid, _way(grid, home, places, random), random))
    return Roster(units=tuple(units), beats=tuple(beats))
