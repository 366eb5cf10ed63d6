"""What a desk keeps to itself beside the ledger: known settings with their types and defaults.

Their table is `app.store.settings`. What cannot be read gives its default and is reported.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, Any, Generic, Literal, TypeVar

import msgspec

from app.basemaps import BaseSources
from app.card import Card, CardState
from app.sources.kept import KeptSources
from app.sources.limits import Limits

T = TypeVar("T")

LEAST_DAYS, MOST_DAYS = 1, 366
"""Between which a desk may choose how long it keeps positions."""
NAME_MOST = 80
"""Characters of a bookmark's name."""

Lon = Annotated[float, msgspec.Meta(ge=-180, le=180)]
Lat = Annotated[float, msgspec.Meta(ge=-90, le=90)]
Scale = Annotated[float, msgspec.Meta(gt=0, le=1e6)]
Turn = Annotated[float, msgspec.Meta(ge=-180, le=180)]
Classes = Annotated[int, msgspec.Meta(ge=2, le=7)]
Bound = Annotated[float, msgspec.Meta(gt=0, le=1e9)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Preset = Literal["hour", "hours", "shift", "yesterday"]
Count = Annotated[int, msgspec.Meta(ge=0)]


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerState:
    """How one layer of the map is drawn; None: as the table of layers has it.

    `finer_than` and `coarser_than`: between which metres per pixel it is drawn.
    """

    visible: bool = True
    opacity: Share = 1.0
    order: int | None = None
    finer_than: Scale | None = None
    coarser_than: Scale | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Colouring:
    """What the areas of the map are coloured by: see `maps.colouring`.

    `own`: lower bounds of the officer's own classes, in the measure's unit.
    """

    measure: Literal["open", "overdue", "share", "per_10k", "response"] = "open"
    classing: Literal["auto", "quantile", "equal", "own"] = "auto"
    classes: Classes = 4
    own: tuple[Bound, ...] = ()
    ramp: Literal["tide", "cividis", "moss"] = "tide"


BY_OPEN_CASES = Colouring()


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A view of the map: its middle in degrees CGCS2000, its scale, its layers by name.

    `turn_deg`: how far north is turned clockwise from up.
    """

    lon: Lon
    lat: Lat
    metres_per_px: Scale
    turn_deg: Turn = 0.0
    colouring: Colouring = BY_OPEN_CASES
    layers: Mapping[str, LayerState] = field(default_factory=dict[str, LayerState])


@dataclass(frozen=True, slots=True, kw_only=True)
class MapLeft:
    """How the map was left; no view on a desk whose map was never moved."""

    view: View | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """A view that an officer gave a name."""

    name: Annotated[str, msgspec.Meta(min_length=1, max_length=NAME_MOST)]
    view: View


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmarks:
    """In the officer's own order; names may repeat."""

    rows: tuple[Bookmark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """The console's lock: see `app.locking`. No `key`: no unlock code was chosen yet."""

    salt: str = ""
    key: str = ""
    since: datetime | None = None
    by: str = ""
    tries: Count = 0
    tried: datetime | None = None

    @property
    def locked(self) -> bool:
        return self.since is not None and bool(self.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondMap:
    """The second map: how it goes along with the first, where its window stood, what it showed.

    `at`: left, top, width, height in pixels of the screens together; `level`: of `app.model.Level`,
    None where it follows the scale.
    """

    link: Literal["off", "middle", "scale"] = "scale"
    at: tuple[int, int, int, int] | None = None
    level: Annotated[int, msgspec.Meta(ge=1, le=4)] | None = None
    view: View | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """Before and after: which moment is shown first, and where the line stands in the map."""

    since: Preset = "hour"
    line: Annotated[float, msgspec.Meta(ge=0.05, le=0.95)] = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """The wall: from how far it is read, how large its screen is (0: as the screen itself says).

    `view`: what a person had it show; None for the whole of the centre.
    """

    distance_m: Annotated[float, msgspec.Meta(ge=0.5, le=50)] = 4.0
    diagonal_in: Annotated[float, msgspec.Meta(ge=0, le=1000)] = 0.0
    theme: Literal["night", "day"] = "night"
    view: View | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """What moves of itself on the screen."""

    zoom: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracks:
    """How tracks are cut: a silence longer than `gap_min` minutes breaks their line."""

    gap_min: Annotated[int, msgspec.Meta(ge=1, le=120)] = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """For how many days from when they were heard positions are kept; see `app.casework.retention`.

    Changed by an act alone, so that the ledger has it.
    """

    days: Annotated[int, msgspec.Meta(ge=LEAST_DAYS, le=MOST_DAYS)] = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """Positions deleted by their age: how many so far, how many together the last time, when."""

    total: Count = 0
    last: Count = 0
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One known setting: the name of its row, and its default, whose type is its type."""

    name: str
    default: T


MAP = Setting("map", MapLeft())
BOOKMARKS = Setting("bookmarks", Bookmarks())
LOCK = Setting("lock", Lock())
BASE_MAPS = Setting("base_maps", BaseSources())
SECOND_MAP = Setting("second_map", SecondMap())
SPLIT = Setting("split", Split())
WALL = Setting("wall", Wall())
MOTION = Setting("motion", Motion())
TRACKS = Setting("tracks", Tracks())
RETENTION = Setting("retention", Retention())
SOURCES = Setting("sources", KeptSources())
SOURCE_LIMITS = Setting("source_limits", Limits())
FORGOTTEN = Setting("forgotten", Forgotten())
CARD = Setting("card", Card())
CARD_STATE = Setting("card_state", CardState())

SETTINGS: tuple[Setting[Any], ...] = (
    MAP,
    BOOKMARKS,
    LOCK,
    BASE_MAPS,
    SECOND_MAP,
    SPLIT,
    WALL,
    MOTION,
    TRACKS,
    RETENTION,
    SOURCES,
    SOURCE_LIMITS,
    FORGOTTEN,
    CARD,
    CARD_STATE,
)
"""All that are known; a row of another name is kept as it is and reported."""


@dataclass(frozen=True, slots=True)
class Odd:
    """A row that gave no value: `why` is "unknown" (of a newer console, say) or "damaged"."""

    name: str
    why: Literal["unknown", "damaged"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings of a desk as they were at one moment; those never kept are at their default."""

    values: Mapping[str, Any] = field(default_factory=dict[str, Any])
    odd: tuple[Odd, ...] = ()

    def __getitem__(self, setting: Setting[T]) -> T:
        value: T = self.values.get(setting.name, setting.default)
        return value


def encoded(setting: Setting[T], value: T) -> str:
    """A value as JSON text, proved to read back. ValueError where it would not."""
    text = msgspec.json.encode(value, order="deterministic")
    if value_of(setting, text) != value:
        raise ValueError(f"the setting {setting.name} does not read back as it is")
    return text.decode()


def value_of(setting: Setting[T], text: bytes) -> T:
    """JSON -> the value; ValueError where it is damaged."""
    value: T = msgspec.json.decode(text, type=type(setting.default))
    return value


def read(rows: Iterable[tuple[str, bytes]]) -> Settings:
    """(name, JSON) of each row -> settings; never raises for what a row holds."""
    known = {setting.name: setting for setting in SETTINGS}
    values: dict[str, Any] = {}
    odd: list[Odd] = []
    for name, text in rows:
        if name not in known:
            odd.append(Odd(name, "unknown"))
            continue
        try:
            values[name] = value_of(known[name], text)
        except ValueError:
            odd.append(Odd(name, "damaged"))
    return Settings(values=values, odd=tuple(odd))
