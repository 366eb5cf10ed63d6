"""Opening a division: the one in force on a day, one asked for, or one with own boundaries."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from maps import cache as store
from maps.editions import EDITIONS, edition_on, pack_bytes
from maps.gazetteer import Hierarchy

__all__ = ["Hierarchy", "open_hierarchy", "own_editions"]


def open_hierarchy(
    edition: str | None = None,
    *,
    cache: Path,
    progress: Callable[[float, str], None] | None = None,
    today: date,
) -> Hierarchy:
    """The edition asked for, or the one in force on `today`; unpacked first where it is not yet.

    `progress` gets a share from 0 to 1 and a text. ValueError for an unknown edition or a damaged
    one of the officer's own, PackError for a damaged pack, OSError where `cache` cannot be written.
    """
    name = edition or edition_on(today)
    if name in EDITIONS:
        said = progress or (lambda share, text: None)
        return Hierarchy(store.unpacked(pack_bytes(name), name, cache=cache, progress=said))
    if name in own_editions(cache):
        from maps.overlay import OverlaidHierarchy  # here: few desks have boundaries of their own

        return OverlaidHierarchy(store.own_folder(name, cache=cache))
    raise ValueError(f"no such edition: {name}")


def own_editions(cache: Path) -> list[str]:
    """The editions with own boundaries that are kept in `cache` and are whole."""
    folders = sorted(cache.glob("*+*-*")) if cache.is_dir() else []
    return [store.header(folder).edition for folder in folders if store.whole(folder)]
