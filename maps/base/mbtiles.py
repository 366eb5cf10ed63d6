"""MBTiles (the specification's version 1.3): a SQLite file with tiles, rows counted from the south.

The file may come from anywhere, so it is opened with nothing allowed but to look up tiles: no
writing, no attaching, no functions but those that views of the known programs use, no recursion,
and no question that takes longer than some steps.
"""

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from threading import Lock

from maps.base.archive import Facts, Form, plain_text
from maps.base.bounded import MOST_TILE, unpacked
from maps.base.errors import BaseError, Reason
from maps.base.mercator import MOST_ZOOM, Tile

_STEPS = 20_000_000  # of SQLite's machine, some tenths of a second
_CHECK_EVERY = 100_000
_MOST_TEXT = 4096
_PICTURES = frozenset({"png", "jpg", "jpeg", "webp"})
_VECTORS = frozenset({"pbf", "mvt"})
_FUNCTIONS = frozenset({"hex", "lower", "cast", "count", "max", "min", "coalesce", "ifnull"})
_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ})
_TILE = "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?"
_ZOOMS = "SELECT min(zoom_level), max(zoom_level) FROM tiles"
_ONE = "SELECT tile_data FROM tiles LIMIT 1"
_META = "SELECT name, value FROM metadata LIMIT 1000"


class MBTiles:
    """An open file of tiles; BaseError where it is none. May be read from any thread."""

    def __init__(self, path: Path) -> None:
        self._lock = Lock()
        self._steps = 0
        self._db = _opened(path)
        self._db.set_progress_handler(self._tick, _CHECK_EVERY)
        try:
            self.facts = self._facts()
        except BaseError:
            self.close()
            raise

    def read(self, tile: Tile) -> bytes | None:
        south = (1 << tile.z) - 1 - tile.y
        rows = self._ask(_TILE, (tile.z, tile.x, south))
        if not rows:
            return None
        data = rows[0][0]
        if data is None:
            return None
        if not isinstance(data, bytes):
            raise BaseError(Reason.BROKEN_TILE, type(data).__name__)
        return unpacked(data)

    def close(self) -> None:
        with self._lock:
            self._db.close()

    def _facts(self) -> Facts:
        said = self._metadata()
        rows = self._ask(_ZOOMS)
        zooms = [zoom for zoom in rows[0] if isinstance(zoom, int) and 0 <= zoom <= MOST_ZOOM]
        if len(zooms) < 2:
            raise BaseError(Reason.NO_TILES)
        return Facts(
            form=self._form(said.get("format", "").lower()),
            least_zoom=zooms[0],
            most_zoom=zooms[1],
            title=plain_text(said.get("name", "")),
            attribution=plain_text(said.get("attribution", "")),
        )

    def _metadata(self) -> Mapping[str, str]:
        """Names and values that are text; a file without the table is still one with tiles."""
        try:
            rows = self._ask(_META)
        except BaseError:
            return {}
        return {str(k): str(v)[:_MOST_TEXT] for k, v in rows if k is not None and v is not None}

    def _form(self, said: str) -> Form:
        if said in _PICTURES:
            return Form.PICTURE
        if said in _VECTORS:
            return Form.VECTOR
        rows = self._ask(_ONE)
        data = rows[0][0] if rows else b""
        return form_of(unpacked(data)) if isinstance(data, bytes) else form_of(b"")

    def _ask(self, sql: str, values: tuple[int, ...] = ()) -> list[tuple[object, ...]]:
        with self._lock:
            self._steps = 0
            try:
                return self._db.execute(sql, values).fetchall()
            except (sqlite3.Error, OverflowError, MemoryError) as error:
                raise BaseError(Reason.UNREADABLE, str(error)) from error

    def _tick(self) -> int:
        self._steps += _CHECK_EVERY
        return int(self._steps > _STEPS)


def form_of(data: bytes) -> Form:
    """What a tile is, by its first bytes. BaseError (UNKNOWN_TILE) for anything unknown."""
    if data[:4] == b"\x89PNG" or data[:3] == b"\xff\xd8\xff" or data[8:12] == b"WEBP":
        return Form.PICTURE
    if data[:1] == b"\x1a":  # field 3 of a vector tile: its layers
        return Form.VECTOR
    raise BaseError(Reason.UNKNOWN_TILE)


def _opened(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise BaseError(Reason.GONE, path.name)
    try:
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        db = sqlite3.connect(uri, uri=True, check_same_thread=False, isolation_level=None)
        db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_TILE)
        db.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        db.execute("PRAGMA trusted_schema = OFF")
        db.execute("PRAGMA query_only = ON")
        db.set_authorizer(_allow)
    except (sqlite3.Error, OSError, ValueError) as error:
        raise BaseError(Reason.UNREADABLE, str(error)) from error
    return db


def _allow(act: int, one: str | None, two: str | None, _: str | None, __: str | None) -> int:
    """Reading, and the few functions that views of tiles are made with."""
    if act in _ALLOWED or (act == sqlite3.SQLITE_FUNCTION and two in _FUNCTIONS):
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY
