"""Vector tiles under a view, each decoded once and kept while there is room."""

from collections import Counter
from collections.abc import Callable, Iterator

from app.basemaps import Datum
from maps.base.archive import Archive
from maps.base.cover import cover
from maps.base.errors import BaseError, Reason
from maps.base.flat import Flat
from maps.base.lru import Kept
from maps.base.mercator import Tile
from maps.base.mesh import Mesh
from maps.base.mvt import features_of

_PX = 512
"""A vector tile is drawn as large as this: as the known schemas are made."""

_MOST_TILES = 128
"""Of one view: each may take some milliseconds to decode."""

Pause = Callable[[], None]


class VectorTiles:
    """One source: its file, its share of the cache under `owner`, and what went wrong so far."""

    def __init__(
        self, archive: Archive, datum: Datum, *, kept: Kept[Flat | None], owner: str
    ) -> None:
        self._archive = archive
        self._datum = datum
        self._kept = kept
        self._owner = owner
        self._seen_bad: set[Tile] = set()
        self.broken: Counter[Reason] = Counter()

    def features(self, mesh: Mesh, pause: Pause = lambda: None) -> Iterator[Flat]:
        """The tiles under the view that hold anything. BaseError (TOO_FAR) for too many."""
        found = cover(mesh, self._archive.facts, _PX, _MOST_TILES)
        for tile in found.tiles if found else ():
            flat = self._tile(tile)
            pause()
            if flat is not None and len(flat):
                yield flat

    def close(self) -> None:
        self._archive.close()
        self._kept.forget(self._owner)

    def _tile(self, tile: Tile) -> Flat | None:
        key = (self._owner, tile)
        flat = self._kept.get(key)
        if flat is None and tile not in self._seen_bad:
            flat = self._made(tile)
            self._kept.put(key, flat, (flat.nbytes if flat else 0) + 400)
        return flat

    def _made(self, tile: Tile) -> Flat | None:
        try:
            data = self._archive.read(tile)
            return features_of(data, tile, self._datum) if data else None
        except BaseError as error:
            self._seen_bad.add(tile)
            self.broken[error.reason] += 1
            return None
