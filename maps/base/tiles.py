"""Tiles of pictures put together for a view; broken ones are counted with their reason."""

from collections import Counter
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from maps.base.archive import Archive
from maps.base.cover import Cover, cover
from maps.base.errors import BaseError, Reason
from maps.base.lru import Kept
from maps.base.mercator import Tile
from maps.base.mesh import Mesh
from maps.base.warp import Patch, halved

Pixels = npt.NDArray[np.uint32]
Decode = Callable[[bytes, int | None], Pixels]
Pause = Callable[[], None]

_USUAL_PX = 256
_EMPTY = np.zeros((0, 0), np.uint32)


class PictureTiles:
    """One source: its file, its share of the cache under `owner`, and what went wrong so far."""

    def __init__(self, archive: Archive, *, decode: Decode, kept: Kept[Pixels], owner: str) -> None:
        self._archive = archive
        self._decode = decode
        self._kept = kept
        self._owner = owner
        self._px: int | None = None
        self._seen_bad: set[Tile] = set()
        self.broken: Counter[Reason] = Counter()

    def patch(self, mesh: Mesh, pause: Pause = lambda: None) -> Patch | None:
        """What lies under the view; None where there is nothing. BaseError (TOO_FAR)."""
        px = self._px or _USUAL_PX
        found = cover(mesh, self._archive.facts, px)
        if found is None:
            return None
        pictures = {}
        for tile in found.tiles:
            picture = self._tile(tile, found.halvings, pause)
            if (self._px or px) != px:  # the first tile says how large all of them are
                return self.patch(mesh, pause)
            if picture.size:
                pictures[tile] = picture
        if not pictures:
            return None
        side = len(next(iter(pictures.values())))
        return Patch(_joined(found, pictures, side), found.u * side, found.v * side)

    def close(self) -> None:
        self._archive.close()
        self._kept.forget(self._owner)

    def _tile(self, tile: Tile, halvings: int, pause: Pause) -> Pixels:
        """(side, side) of a tile, shrunk; of no size where there is none."""
        key = (self._owner, tile, halvings)
        kept = self._kept.get(key)
        if kept is None:
            kept = self._made(tile, halvings)
            pause()
            self._kept.put(key, kept, kept.nbytes + 200)
        return kept

    def _made(self, tile: Tile, halvings: int) -> Pixels:
        try:
            data = self._archive.read(tile)
            if not data:
                return _EMPTY
            picture = self._decode(data, self._px)
        except BaseError as error:
            if tile not in self._seen_bad:
                self._seen_bad.add(tile)
                self.broken[error.reason] += 1
            return _EMPTY
        self._px = len(picture)
        for _ in range(halvings):
            if len(picture) % 2:
                break
            picture = halved(picture)
        return picture


def _joined(found: Cover, pictures: dict[Tile, Pixels], side: int) -> Pixels:
    whole = np.zeros((found.rows * side, found.columns * side), np.uint32)
    for tile, picture in pictures.items():
        row, column = (tile.y - found.y) * side, (tile.x - found.x) * side
        whole[row : row + side, column : column + side] = picture
    return whole
