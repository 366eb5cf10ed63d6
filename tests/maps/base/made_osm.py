"""A small extract of OpenStreetMap in its binary form, encoded here: no library writes it."""

import struct
import zlib
from itertools import pairwise
from pathlib import Path

_GRANULE = 100  # nanodegrees


def _varint(number: int) -> bytes:
    out = bytearray()
    while True:
        out.append((number & 0x7F) | (0x80 if number > 0x7F else 0))
        number >>= 7
        if not number:
            return bytes(out)


def _zigzag(number: int) -> bytes:
    return _varint((number << 1) ^ (number >> 63) if number < 0 else number << 1)


def _field(number: int, value: int | bytes) -> bytes:
    if isinstance(value, bytes):
        return _varint(number << 3 | 2) + _varint(len(value)) + value
    return _varint(number << 3) + _varint(value)


def _packed(number: int, values, encode=_varint) -> bytes:
    return _field(number, b"".join(encode(value) for value in values))


def _blob(kind: bytes, data: bytes) -> bytes:
    blob = _field(2, len(data)) + _field(3, zlib.compress(data))
    header = _field(1, kind) + _field(3, len(blob))
    return struct.pack(">I", len(header)) + header + blob


class Extract:
    """Nodes and ways with their tags; `write` gives the file."""

    def __init__(self) -> None:
        self._strings: list[bytes] = [b""]
        self._nodes: list[bytes] = []
        self._ways: list[bytes] = []
        self._id = 0

    def node(self, lon: float, lat: float, **tags: str) -> int:
        self._id += 1
        at = [round(part * 1e9 / _GRANULE) for part in (lat, lon)]
        place = b"".join(
            _varint(k << 3) + _zigzag(value) for k, value in zip((8, 9), at, strict=True)
        )
        self._nodes.append(_varint(1 << 3) + _zigzag(self._id) + self._tags(tags) + place)
        return self._id

    def way(self, points, **tags: str) -> None:
        """A line; one whose first point is its last is closed by the same node."""
        points = list(points)
        refs = [self.node(lon, lat) for lon, lat in points[:-1]]
        last = points[-1]
        refs.append(refs[0] if last == points[0] else self.node(*last))
        self._id += 1
        steps = [refs[0], *(b - a for a, b in pairwise(refs))]
        ids = _field(1, self._id)
        self._ways.append(ids + self._tags(tags) + _packed(8, steps, _zigzag))

    def _tags(self, tags: dict[str, str]) -> bytes:
        if not tags:
            return b""
        pairs = [(self._string(k.replace("__", ":")), self._string(v)) for k, v in tags.items()]
        return _packed(2, [k for k, _ in pairs]) + _packed(3, [v for _, v in pairs])

    def _string(self, text: str) -> int:
        data = text.encode()
        if data not in self._strings:
            self._strings.append(data)
        return self._strings.index(data)

    def write(self, path: Path) -> Path:
        header = _field(4, b"OsmSchema-V0.6")
        table = _field(1, b"".join(_field(1, text) for text in self._strings))
        nodes = _field(2, b"".join(_field(1, node) for node in self._nodes))
        ways = _field(2, b"".join(_field(3, way) for way in self._ways))
        path.write_bytes(_blob(b"OSMHeader", header) + _blob(b"OSMData", table + nodes + ways))
        return path


def town(lon: float = 106.5516, lat: float = 29.563) -> Extract:
    """A crossing of roads of every class, a railway with its station, water, woods, houses."""
    made, step = Extract(), 0.004
    roads = ("motorway", "trunk", "primary", "secondary", "tertiary", "residential", "footway")
    for k, road in enumerate(roads):
        y = lat + (k - 3) * step
        made.way([(lon - 0.03, y), (lon, y + 0.0005), (lon + 0.03, y)], highway=road, name=road)
        x = lon + (k - 3) * step
        made.way([(x, lat - 0.02), (x, lat + 0.02)], highway=road)
    made.way([(lon - 0.03, lat - 0.014), (lon + 0.03, lat + 0.018)], railway="rail")
    made.way([(lon - 0.03, lat + 0.014), (lon + 0.03, lat - 0.012)], railway="subway")
    made.way([(lon - 0.03, lat - 0.02), (lon + 0.03, lat - 0.018)], waterway="river", name="嘉陵江")
    made.node(lon, lat + 0.002, railway="station", name="小什字")
    made.node(lon + 0.01, lat + 0.002, railway="station", name="七星岗")
    made.node(lon + 0.011, lat, power="substation", name="不画的")
    square(made, lon - 0.02, lat - 0.018, 0.012, natural="water")
    square(made, lon + 0.008, lat + 0.006, 0.012, landuse="forest")
    square(made, lon - 0.022, lat + 0.004, 0.012, landuse="residential")
    square(made, lon + 0.012, lat - 0.012, 0.002, power="substation", name="朝天门变")
    for k in range(40):
        square(
            made, lon - 0.02 + k % 8 * 0.0012, lat + 0.005 + k // 8 * 0.0012, 0.0007, building="yes"
        )
    made.node(lon, lat, amenity="cafe", name="不画的")
    return made


def square(made: Extract, lon: float, lat: float, size: float, **tags: str) -> None:
    ring = [(0, 0), (size, 0), (size, size), (0, size), (0, 0)]
    made.way([(lon + dx, lat + dy) for dx, dy in ring], **tags)
