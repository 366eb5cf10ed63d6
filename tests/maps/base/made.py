"""Small base maps made for the tests: tiles of one colour with a mark, in each kind of file."""

import json
import sqlite3
from pathlib import Path

from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer
from PySide6.QtCore import QBuffer, QIODevice, QRect
from PySide6.QtGui import QColor, QImage, QPainter

from maps.base.mercator import Tile, turns

LON, LAT = 106.5516, 29.563  # near Jiefangbei


def tile_at(lon, lat, z):
    """The tile over a point, and where in it the point lies, in parts of the tile."""
    u, v = (float(part) * (1 << z) for part in turns(lon, lat))
    return Tile(z, int(u), int(v)), (u - int(u), v - int(v))


def around(z, by=1, lon=LON, lat=LAT):
    """All tiles within so many of the one over a point."""
    middle, _ = tile_at(lon, lat, z)
    steps = range(-by, by + 1)
    return [Tile(z, middle.x + dx, middle.y + dy) for dy in steps for dx in steps]


def picture(colour="#406080", *, mark=None, size=256, form="PNG"):
    """A tile's bytes; `mark`: parts of the tile at which a red square of five pixels stands."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(QColor(colour))
    if mark is not None:
        painter = QPainter(image)
        x, y = int(mark[0] * size), int(mark[1] * size)
        painter.fillRect(QRect(x - 2, y - 2, 5, 5), QColor("#ff0000"))
        painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, form, 95)
    return bytes(buffer.data().data())


def marked(z, lon=LON, lat=LAT, **more):
    """Tiles about a point, the point marked in its own."""
    own, where = tile_at(lon, lat, z)
    return {t: picture(mark=where if t == own else None, **more) for t in around(z, 2, lon, lat)}


def mbtiles(path: Path, tiles, **metadata):
    """A file by the specification: rows from the south."""
    said = {"name": "tiles", "format": "png"} | metadata
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE metadata (name text, value text)")
        db.execute(
            "CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer,"
            " tile_data blob)"
        )
        db.executemany("INSERT INTO metadata VALUES (?, ?)", said.items())
        rows = [(t.z, t.x, (1 << t.z) - 1 - t.y, data) for t, data in tiles.items()]
        db.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", rows)
    db.close()
    return path


def pmtiles(path: Path, tiles, form=TileType.PNG, packing=Compression.NONE, **metadata):
    """A file by the library's own writer."""
    zooms = [tile.z for tile in tiles]
    with path.open("wb") as stream:
        writer = Writer(stream)
        for tile in sorted(tiles, key=lambda t: zxy_to_tileid(*t)):
            writer.write_tile(zxy_to_tileid(*tile), tiles[tile])
        header = {
            "tile_type": form,
            "tile_compression": packing,
            "min_zoom": min(zooms),
            "max_zoom": max(zooms),
            "min_lon_e7": int(105e7),
            "min_lat_e7": int(28e7),
            "max_lon_e7": int(110e7),
            "max_lat_e7": int(32e7),
            "center_zoom": min(zooms),
            "center_lon_e7": int(LON * 1e7),
            "center_lat_e7": int(LAT * 1e7),
        }
        writer.finalize(header, {"name": "tiles"} | metadata)
    return path


def geojson(path: Path, *features):
    """A file of (geometry, properties)."""
    rows = [
        {"type": "Feature", "geometry": geometry, "properties": properties}
        for geometry, properties in features
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": rows}), "utf-8")
    return path
