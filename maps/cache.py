"""Packs unpacked once, into a folder of flat .npy files that later starts only map.

The folder appears by one rename, so it is whole or not there; a damaged one is made again.
"""

import shutil
import tempfile
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from app.model import Level
from maps.packs import Header, Int32s, Pack, loads
from maps.sorting import sort_edges
from maps.topology import derive

FORMAT = 3
"""Raised whenever what is unpacked changes, so that older folders are left aside."""

Progress = Callable[[float, str], None]
Arrays = Mapping[str, npt.NDArray[Any]]

_TREE = ("town_parent", "village_parent", "grid_parent", "town_centres_e7", "town_real")
_ARCS = ("points_e7", "first", "left", "right")


class Manifest(msgspec.Struct, frozen=True):
    """The size in bytes of every file of the folder."""

    sizes: dict[str, int]


def unpacked(data: bytes, edition: str, *, cache: Path, progress: Progress) -> Path:
    """The folder of the pack in `data`, made if it is not there or not whole.

    Raises PackError where the pack is damaged, OSError where the folder cannot be written.
    """
    folder = cache / f"{edition}-{sha256(data).hexdigest()[:12]}-{FORMAT}"
    if not whole(folder):
        progress(0.0, "读取区划包")
        write(loads(data), folder, progress=progress)
    progress(1.0, "区划就绪")
    return folder


def own_folder(edition: str, *, cache: Path) -> Path:
    """Where an edition that the officer made is kept; it cannot be made again from a pack."""
    return cache / f"{edition}-{FORMAT}"


def write(
    pack: Pack, folder: Path, *, progress: Progress, files: Mapping[str, bytes] | None = None
) -> None:
    """Everything the console reads of a division, beside its place first and then moved there."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        progress(0.15, "建立定位索引")
        _save(work, _base(pack) | _indexes(pack))
        progress(0.4, "整理各级界线")
        (work / "topology").mkdir()
        above = up(pack.town_parent, pack.village_parent, pack.grid_parent)
        _save(work / "topology", derive(*_arcs(pack), above))
        header_file = {"header.json": msgspec.json.encode(pack.header)}
        for name, data in (header_file | dict(files or {})).items():
            (work / name).write_bytes(data)
        _seal(work)
        _move(work, folder)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def whole(folder: Path) -> bool:
    """Whether every file of the manifest is there in its size, and reads as what it should be."""
    try:
        manifest = msgspec.json.decode((folder / "manifest.json").read_bytes(), type=Manifest)
        if any((folder / name).stat().st_size != size for name, size in manifest.sizes.items()):
            return False
        for name in manifest.sizes:
            if name.endswith(".npy"):
                np.load(folder / name, mmap_mode="r")
        header(folder)
    except (OSError, ValueError, msgspec.MsgspecError):
        return False
    return True


def header(folder: Path) -> Header:
    return msgspec.json.decode((folder / "header.json").read_bytes(), type=Header)


def up(town: Any, village: Any, grid: Any) -> dict[Level, npt.NDArray[np.int32]]:
    """The parents of three levels -> for each level the unit of every grid, int32 (grids,)."""
    in_town = village[grid]
    return {
        Level.CITY: np.zeros(len(grid), dtype=np.int32),
        Level.DISTRICT: np.ascontiguousarray(town[in_town], dtype=np.int32),
        Level.TOWN: np.ascontiguousarray(in_town, dtype=np.int32),
        Level.VILLAGE: np.ascontiguousarray(grid, dtype=np.int32),
        Level.GRID: np.arange(len(grid), dtype=np.int32),
    }


def _arcs(pack: Pack) -> tuple[Int32s, Int32s, Int32s, Int32s]:
    return pack.points_e7, pack.first, pack.left, pack.right


def _base(pack: Pack) -> dict[str, npt.NDArray[Any]]:
    return {name: getattr(pack, name) for name in (*_TREE, *_ARCS)}


def _indexes(pack: Pack) -> dict[str, npt.NDArray[Any]]:
    """Buckets over all grids, and over the borders of districts alone."""
    grid = sort_edges(*_arcs(pack))
    district = up(pack.town_parent, pack.village_parent, pack.grid_parent)[Level.DISTRICT]
    left, right = (np.where(s >= 0, district[s], -1) for s in (pack.left, pack.right))
    arcs = np.flatnonzero(left != right)
    size = np.diff(pack.first)
    keep = np.repeat(left != right, size)
    first = np.concatenate([[0], np.cumsum(size[arcs])]).astype(np.int32)
    outer = sort_edges(
        pack.points_e7[keep], first, left[arcs].astype(np.int32), right[arcs].astype(np.int32)
    )
    return {f"grid_{k}": v for k, v in grid.items()} | {f"outer_{k}": v for k, v in outer.items()}


def _save(folder: Path, arrays: Arrays) -> None:
    for name, values in arrays.items():
        np.save(folder / f"{name}.npy", np.ascontiguousarray(values), allow_pickle=False)


def _seal(folder: Path) -> None:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    sizes = {path.relative_to(folder).as_posix(): path.stat().st_size for path in files}
    (folder / "manifest.json").write_bytes(msgspec.json.encode(Manifest(sizes)))


def _move(work: Path, folder: Path) -> None:
    """Into place; where another process was there first with a whole one, that one stays."""
    try:
        work.replace(folder)
    except OSError:
        if whole(folder):
            return
        aside = Path(tempfile.mkdtemp(prefix=".damaged-", dir=folder.parent))
        folder.replace(aside / folder.name)
        work.replace(folder)
        shutil.rmtree(aside, ignore_errors=True)
