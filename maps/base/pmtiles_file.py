"""PMTiles version 3, by the library `pmtiles`: header, directories, tiles by their Hilbert number.

The library unpacks directories without a limit, so they are unpacked here first and held to one.
"""

import gzip
import json
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from pmtiles.tile import (
    Compression,
    Entry,
    HeaderDict,
    MagicNumberNotFound,
    SpecVersionUnsupported,
    TileType,
    deserialize_directory,
    deserialize_header,
    find_tile,
    zxy_to_tileid,
)

from maps.base.archive import Facts, Form, plain_text
from maps.base.bounded import MOST_TILE, unpacked
from maps.base.errors import BaseError, Reason
from maps.base.mercator import MOST_ZOOM, Tile

_HEADER = 127
_MOST_DIRECTORY = 1 << 20
_MOST_DEPTH = 4
_KEPT = 16  # directories
_LONG_NUMBER = re.compile(rb"[\x80-\xff]{10}")  # no number of 64 bits is written so
_MOST_TEXT = 4096
_FORMS = {
    TileType.MVT: Form.VECTOR,
    TileType.PNG: Form.PICTURE,
    TileType.JPEG: Form.PICTURE,
    TileType.WEBP: Form.PICTURE,
}


class PMTiles:
    """An open file of tiles; BaseError where it is none. May be read from any thread."""

    def __init__(self, path: Path) -> None:
        self._lock = Lock()
        self._file = _opened(path)
        try:
            self._header = self._read_header()
            self.facts = self._facts()
        except BaseError:
            self.close()
            raise
        self._directory = lru_cache(maxsize=_KEPT)(self._read_directory)

    def read(self, tile: Tile) -> bytes | None:
        """See `Archive`. A tile packed by Brotli or Zstandard is UNKNOWN_TILE."""
        number = zxy_to_tileid(*tile)
        with self._lock:
            entry = self._find(number)
            if entry is None or not entry.length:
                return None
            data = self._part(self._header["tile_data_offset"] + entry.offset, entry.length)
        return self._plain(data, self._header["tile_compression"], MOST_TILE)

    def close(self) -> None:
        with self._lock:
            self._file.close()

    def _find(self, number: int) -> Entry | None:
        start, length = self._header["root_offset"], self._header["root_length"]
        for _ in range(_MOST_DEPTH):
            entry = find_tile(self._directory(start, length), number)
            if entry is None or entry.run_length:
                return entry
            start, length = self._header["leaf_directory_offset"] + entry.offset, entry.length
        raise BaseError(Reason.BROKEN_TILE, "directories too deep")

    def _read_directory(self, start: int, length: int) -> list[Entry]:
        if length > _MOST_DIRECTORY:
            raise BaseError(Reason.TOO_LARGE, "directory")
        packing = self._header["internal_compression"]
        plain = self._plain(self._part(start, length), packing, _MOST_DIRECTORY)
        if _LONG_NUMBER.search(plain):
            raise BaseError(Reason.BROKEN_TILE, "directory")
        try:
            return deserialize_directory(gzip.compress(plain, compresslevel=0))
        except (EOFError, ValueError, IndexError) as error:
            raise BaseError(Reason.BROKEN_TILE, f"directory: {error}") from error

    def _part(self, start: int, length: int) -> bytes:
        if length > MOST_TILE:
            raise BaseError(Reason.TOO_LARGE, str(length))
        try:
            self._file.seek(start)
            data = self._file.read(length)
        except (OSError, ValueError, OverflowError) as error:
            raise BaseError(Reason.UNREADABLE, str(error)) from error
        if len(data) != length:
            raise BaseError(Reason.BROKEN_TILE, "cut off")
        return data

    @staticmethod
    def _plain(data: bytes, packing: Compression, most: int) -> bytes:
        if packing not in (Compression.NONE, Compression.GZIP, Compression.UNKNOWN):
            raise BaseError(Reason.UNKNOWN_TILE, packing.name.lower())
        return unpacked(data, most)

    def _read_header(self) -> HeaderDict:
        try:
            return deserialize_header(self._part(0, _HEADER))
        except (MagicNumberNotFound, SpecVersionUnsupported, ValueError, IndexError) as error:
            raise BaseError(Reason.UNREADABLE, f"{type(error).__name__} {error}") from error

    def _facts(self) -> Facts:
        header = self._header
        form = _FORMS.get(header["tile_type"])
        if form is None:
            raise BaseError(Reason.UNKNOWN_TILE, header["tile_type"].name.lower())
        if header["min_zoom"] > header["max_zoom"] or header["min_zoom"] > MOST_ZOOM:
            raise BaseError(Reason.NO_TILES)
        said = self._metadata()
        return Facts(
            form=form,
            least_zoom=header["min_zoom"],
            most_zoom=min(header["max_zoom"], MOST_ZOOM),
            title=plain_text(said.get("name", "")),
            attribution=plain_text(said.get("attribution", "")),
        )

    def _metadata(self) -> Mapping[str, str]:
        """Names and values that are text; a file whose metadata are damaged still has tiles."""
        header = self._header
        try:
            data = self._part(header["metadata_offset"], header["metadata_length"])
            said = json.loads(self._plain(data, header["internal_compression"], _MOST_DIRECTORY))
        except (BaseError, ValueError, RecursionError):
            return {}
        if not isinstance(said, dict):
            return {}
        return {k: v[:_MOST_TEXT] for k, v in said.items() if isinstance(v, str)}


def _opened(path: Path) -> BinaryIO:
    """Read, not mapped: a mapped file that becomes shorter would end the process."""
    if not path.is_file():
        raise BaseError(Reason.GONE, path.name)
    try:
        return path.open("rb")
    except OSError as error:
        raise BaseError(Reason.UNREADABLE, str(error)) from error
