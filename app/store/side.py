"""The side file: the ledger's last known number and hash, kept outside the database.

It notices what the chain alone cannot: that the end of the ledger is missing, or that the whole
file was replaced. It may lag behind the ledger, and is never ahead of it.
"""

import os
from dataclasses import dataclass
from pathlib import Path

import msgspec

from app.private import opener
from app.store.ledger import Head

NAME = "head.json"


@dataclass(frozen=True, slots=True)
class Side:
    """`file` is the id that the database carries in its own `meta`."""

    seq: int
    hash: str
    file: str

    @property
    def head(self) -> Head:
        return Head(self.seq, self.hash)


def read(folder: Path) -> Side | None:
    """The side file of a folder; None where there is none, ValueError where it is unreadable."""
    try:
        data = (folder / NAME).read_bytes()
    except FileNotFoundError:
        return None
    return msgspec.json.decode(data, type=Side)


def write(folder: Path, side: Side) -> None:
    """Replace the side file in one step that survives a power cut (OSError where it cannot)."""
    temporary = folder / f"{NAME}.new"
    with open(temporary, "wb", opener=opener) as file:
        file.write(msgspec.json.encode(side))
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(folder / NAME)
    _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # a folder cannot be opened there, and NTFS journals the rename itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
