"""A base map opened for drawing, whichever kind it is: its pictures, or its features."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from threading import Event
from typing import Protocol

import numpy as np
import numpy.typing as npt

from app.basemaps import BaseSource, Datum, Kind
from maps.base.archive import Archive, Facts, Form
from maps.base.conversion import Progress, converted
from maps.base.errors import BaseError, Reason
from maps.base.flat import Flat
from maps.base.lru import Kept
from maps.base.mbtiles import MBTiles
from maps.base.mesh import Mesh
from maps.base.pmtiles_file import PMTiles
from maps.base.raster import Raster
from maps.base.sniff import kind_of
from maps.base.tiles import Decode, PictureTiles
from maps.base.vector_tiles import VectorTiles
from maps.base.warp import Patch

Pause = Callable[[], None]

PICTURES_MB, FEATURES_MB = 64, 48
"""What decoded tiles may hold of the memory, over all base maps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What all base maps of a desk share: the caches, and how a picture is decoded."""

    cache: Path
    decode: Decode
    pictures: Kept[npt.NDArray[np.uint32]] = field(default_factory=lambda: Kept(PICTURES_MB << 20))
    features: Kept[Flat | None] = field(default_factory=lambda: Kept(FEATURES_MB << 20))


class Pictures(Protocol):
    """Pictures to be laid under the view."""

    broken: Counter[Reason]

    def patch(self, mesh: Mesh, pause: Pause = ...) -> Patch | None: ...
    def close(self) -> None: ...


class Features(Protocol):
    """Features to be drawn with the map's own signs."""

    broken: Counter[Reason]

    def features(self, mesh: Mesh, pause: Pause = ...) -> Iterator[Flat]: ...
    def close(self) -> None: ...


class FileFeatures:
    """A whole file of features."""

    def __init__(self, flat: Flat) -> None:
        self._flat = flat
        self.broken: Counter[Reason] = Counter()

    def features(self, mesh: Mesh, pause: Pause = lambda: None) -> Iterator[Flat]:
        yield self._flat

    def close(self) -> None:
        pass


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Opened:
    """Exactly one of the two is there."""

    datum: Datum
    pictures: Pictures | None = None
    features: Features | None = None

    @property
    def broken(self) -> Counter[Reason]:
        part = self.pictures or self.features
        return part.broken if part else Counter()

    def close(self) -> None:
        for part in (self.pictures, self.features):
            if part is not None:
                part.close()


def opened(source: BaseSource, room: Room, progress: Progress, cancelled: Event) -> Opened:
    """Open a base map; a file of features is converted first where that was not done before.

    Raises BaseError with the reason; UNKNOWN_FORM where the file is no longer what it was.
    """
    path = Path(source.path)
    if kind_of(path) is not source.kind:
        raise BaseError(Reason.UNKNOWN_FORM, path.name)
    if source.kind in (Kind.VECTOR, Kind.OSM):
        flat = converted(
            path,
            source.kind,
            source.datum,
            cache=room.cache,
            progress=progress,
            cancelled=cancelled,
        )
        return Opened(datum=source.datum, features=FileFeatures(flat))
    if source.kind is Kind.RASTER:
        return Opened(datum=source.datum, pictures=_raster(path, source, room))
    return _tiles(archive(path, source.kind), source, room)


def _raster(path: Path, source: BaseSource, room: Room) -> Raster:
    return Raster(path, kept=room.pictures, owner=source.id)


def _tiles(found: Archive, source: BaseSource, room: Room) -> Opened:
    if found.facts.form is Form.VECTOR:
        vector = VectorTiles(found, source.datum, kept=room.features, owner=source.id)
        return Opened(datum=source.datum, features=vector)
    pictures = PictureTiles(found, decode=room.decode, kept=room.pictures, owner=source.id)
    return Opened(datum=source.datum, pictures=pictures)


def archive(path: Path, kind: Kind) -> Archive:
    """The file of tiles, open. BaseError where it is none."""
    return PMTiles(path) if kind is Kind.PMTILES else MBTiles(path)


def facts(path: Path, kind: Kind) -> Facts | None:
    """What a file of tiles says of itself, for the import; None for other kinds.

    BaseError where it cannot be read, NO_LIBRARY for a GeoTIFF without the extra `raster`.
    """
    if kind is Kind.RASTER and find_spec("rasterio") is None:
        raise BaseError(Reason.NO_LIBRARY, "rasterio")
    if kind not in (Kind.MBTILES, Kind.PMTILES):
        return None
    found = archive(path, kind)
    found.close()
    return found.facts
