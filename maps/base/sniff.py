"""What a file is, by its first bytes and never by its name alone."""

import re
from pathlib import Path

from app.basemaps import Kind
from maps.base.errors import BaseError, Reason

SUFFIXES = (
    "mbtiles",
    "pmtiles",
    "gpkg",
    "shp",
    "geojson",
    "json",
    "osm",
    "pbf",
    "tif",
    "tiff",
)
"""Endings to offer in a dialog."""

_HEAD = 4096
_TIFF = (b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+")
_GPKG_IDS = (b"GPKG", b"GP10", b"GP11")
_SHAPEFILE = b"\x00\x00\x27\x0a"


def kind_of(path: Path) -> Kind:
    """What a file can be read as.

    Raises BaseError: GONE, UNREADABLE, or UNKNOWN_FORM for what is none of the known forms.
    """
    head = _head(path)
    if head.startswith(b"PMTiles"):
        return Kind.PMTILES
    if head.startswith(b"SQLite format 3\x00"):
        return Kind.VECTOR if _is_geopackage(path, head) else Kind.MBTILES
    if head.startswith(_TIFF):
        return Kind.RASTER
    if b"OSMHeader" in head[:64] or re.search(rb"<osm[\s>]", head[:512]):
        return Kind.OSM
    if head.startswith(_SHAPEFILE) and path.suffix.lower() == ".shp":
        return Kind.VECTOR
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith(b"{") and re.search(rb'"type"|"features"|"crs"', text):
        return Kind.VECTOR
    raise BaseError(Reason.UNKNOWN_FORM, path.suffix)


def _is_geopackage(path: Path, head: bytes) -> bool:
    return head[68:72] in _GPKG_IDS or path.suffix.lower() == ".gpkg"


def _head(path: Path) -> bytes:
    if not path.is_file():
        raise BaseError(Reason.GONE, path.name)
    try:
        with path.open("rb") as stream:
            return stream.read(_HEAD)
    except OSError as error:
        raise BaseError(Reason.UNREADABLE, str(error)) from error
