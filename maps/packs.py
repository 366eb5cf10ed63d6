"""Packs: one division in one small file, its names, its tree and its borders stored once.

A pack is a line of magic and an xz stream (with its own check sum) of a JSON header and arrays.
Coordinates are CGCS2000 lon, lat in 1e-7 degrees. Nothing here draws, searches or unpacks to disk.
"""

import lzma
import struct
from collections.abc import Mapping
from typing import Any, Literal

import msgspec
import numpy as np
import numpy.typing as npt

MAGIC = b"YUTU PACK 1\n"

Int32s = npt.NDArray[np.int32]


class PackError(ValueError):
    """The bytes are not a pack of this form, or they are damaged."""


class Array(msgspec.Struct, frozen=True, kw_only=True):
    """How one array lies in the stream: planes of bytes of the values, or of their differences."""

    name: str
    dtype: Literal["i1", "i2", "i4"]
    shape: tuple[int, ...]
    differences: bool


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """What the division is, and the names and codes of its units in order; grids have none.

    A grid's code is its village's with three digits, its name 第NN网格, both from its number.
    `pinyin`: character -> its readings without tones, the commonest first. `valid_to` is the first
    day the division was no longer in force, "" while it is.
    """

    edition: str
    valid_from: str
    valid_to: str
    outline_uncertainty_m: float
    provenance: tuple[str, ...]
    districts: tuple[tuple[str, str], ...]
    towns: tuple[tuple[str, str], ...]
    villages: tuple[tuple[str, str], ...]
    pinyin: dict[str, tuple[str, ...]]
    arrays: tuple[Array, ...] = ()


class Pack(msgspec.Struct, frozen=True, kw_only=True):
    """A division as values. Arcs run from first[i] to first[i + 1] in `points_e7` (n, 2).

    `left`, `right`: grids beside each arc, -1 outside. Parents are positions at the level above.
    `town_real`: 1 where a town's centre is real, 0 where it is made up.
    """

    header: Header
    points_e7: Int32s
    first: Int32s
    left: Int32s
    right: Int32s
    town_parent: Int32s
    village_parent: Int32s
    grid_parent: Int32s
    town_centres_e7: Int32s
    town_real: npt.NDArray[np.int8]


_DIFFERENCES = frozenset({"town_parent", "village_parent", "grid_parent", "left", "nodes", "inner"})
_AS_THEY_ARE = ("town_parent", "village_parent", "grid_parent", "town_centres_e7", "town_real")


def dumps(pack: Pack) -> bytes:
    """The file's bytes; the same for the same values."""
    return MAGIC + lzma.compress(payload(pack), preset=9 | lzma.PRESET_EXTREME)


def payload(pack: Pack) -> bytes:
    """The bytes before compression: what two builds are compared by."""
    arrays = {name: getattr(pack, name) for name in _AS_THEY_ARE}
    arrays |= _coded(pack.points_e7, pack.first)
    arrays |= {"left": pack.left, "beside": pack.left - pack.right}
    rows, parts = [], []
    for name, values in arrays.items():
        row = _row(name, values)
        rows.append(row)
        parts.append(_planes(values, row))
    head = msgspec.json.encode(msgspec.structs.replace(pack.header, arrays=tuple(rows)))
    return struct.pack("<I", len(head)) + head + b"".join(parts)


def loads(data: bytes) -> Pack:
    """The pack in `data`; PackError where it is damaged or something else."""
    if not data.startswith(MAGIC):
        raise PackError("not a pack")
    try:
        raw = lzma.decompress(data[len(MAGIC) :])
        (size,) = struct.unpack_from("<I", raw)
        header = msgspec.json.decode(raw[4 : 4 + size], type=Header)
        arrays, at = {}, 4 + size
        for row in header.arrays:
            arrays[row.name], at = _values(raw, at, row)
        points, first = _decoded(arrays)
        return Pack(
            header=msgspec.structs.replace(header, arrays=()),
            points_e7=points,
            first=first,
            left=arrays["left"],
            right=arrays["left"] - arrays["beside"],
            **{name: arrays[name] for name in _AS_THEY_ARE},
        )
    except (lzma.LZMAError, EOFError, struct.error, msgspec.MsgspecError) as error:
        raise PackError(f"a damaged pack: {error}") from error
    except (KeyError, IndexError, ValueError) as error:
        raise PackError(f"a pack of another form: {error}") from error


def _coded(points: Int32s, first: Int32s) -> dict[str, npt.NDArray[Any]]:
    """Ends of arcs as a table of nodes in the order they come up, and the points between them.

    `back`: how far before the next unused node each arc's two ends lie (0 = the next one).
    """
    start, end = first[:-1], first[1:] - 1
    key = points[:, 0].astype(np.int64) << 32 | points[:, 1].astype(np.int64)
    ends = np.stack([key[start], key[end]], axis=1).ravel()
    _, seen, inverse = np.unique(ends, return_index=True, return_inverse=True)
    order = np.argsort(seen)
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    node = rank[inverse]
    unused = np.concatenate([[0], np.maximum.accumulate(node)[:-1] + 1])
    between = np.ones(len(points), dtype=np.bool_)
    between[start] = between[end] = False
    at = np.stack([start, end], axis=1).ravel()[seen[order]]
    return {
        "nodes": points[at],
        "back": (unused - node).astype(np.int32).reshape(-1, 2),
        "sizes": np.diff(first).astype(np.int16),
        "inner": points[between],
    }


def _decoded(arrays: Mapping[str, npt.NDArray[Any]]) -> tuple[Int32s, Int32s]:
    first = np.concatenate([[0], np.cumsum(arrays["sizes"], dtype=np.int32)]).astype(np.int32)
    back = arrays["back"].ravel()
    unused = np.concatenate([[0], np.cumsum(back == 0)[:-1]])
    ends = arrays["nodes"][unused - back]
    points = np.empty((int(first[-1]), 2), dtype=np.int32)
    between = np.ones(len(points), dtype=np.bool_)
    for at, its in ((first[:-1], ends[0::2]), (first[1:] - 1, ends[1::2])):
        points[at] = its
        between[at] = False
    points[between] = arrays["inner"]
    return points, first


def _row(name: str, values: npt.NDArray[Any]) -> Array:
    kind: Any = f"i{values.dtype.itemsize}"
    return Array(name=name, dtype=kind, shape=values.shape, differences=name in _DIFFERENCES)


def _planes(values: npt.NDArray[Any], row: Array) -> bytes:
    """Column by column, byte by byte: alike bytes come together and compress well."""
    columns = values.reshape(len(values), -1).T
    if row.differences:
        columns = np.diff(columns, axis=1, prepend=columns.dtype.type(0))
    whole = np.ascontiguousarray(columns, dtype=f"<{row.dtype}")
    return whole.view(np.uint8).reshape(*whole.shape, -1).transpose(0, 2, 1).tobytes()


def _values(raw: bytes, at: int, row: Array) -> tuple[npt.NDArray[Any], int]:
    width = int(row.dtype[1])
    count = int(np.prod(row.shape))
    planes = np.frombuffer(raw, np.uint8, count * width, at)
    columns = planes.reshape(-1, width, row.shape[0]).transpose(0, 2, 1)
    values = np.ascontiguousarray(columns).view(f"<{row.dtype}").reshape(-1, row.shape[0])
    if row.differences:
        values = np.cumsum(values, axis=1, dtype=values.dtype)
    return np.ascontiguousarray(values.T).reshape(row.shape), at + count * width
