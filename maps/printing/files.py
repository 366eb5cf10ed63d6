"""Files that are there whole or not at all: written beside their place, then moved into it."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

_PIECE = 1 << 20


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A fresh file in the target's folder, deleted in the end unless it was moved away.

    OSError, said with the target's name, where the folder takes no file.
    """
    if not target.name or target.is_dir():
        raise IsADirectoryError(f"{target}: is a folder")
    if not target.parent.is_dir():
        raise FileNotFoundError(f"{target.parent}: no such folder")
    made = target.parent / f".yutu-{secrets.token_hex(8)}{target.suffix}"
    made.touch(exist_ok=False)
    try:
        yield made
    finally:
        made.unlink(missing_ok=True)


def publish(made: Path, target: Path) -> None:
    """Move a finished file into its place, over what stands there. OSError where it cannot."""
    with made.open("rb+") as file:
        os.fsync(file.fileno())
    made.replace(target)


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    total = sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            total.update(piece)
    return total.hexdigest()
