"""Files and folders that only their owner may read: they tell where people are.

On Windows a user's own folders are closed to others already, and modes mean nothing.
"""

import os
from contextlib import suppress
from pathlib import Path

FILE, FOLDER = 0o600, 0o700


def make_folder(folder: Path) -> None:
    """The folder, closed to others where it is made here; one that is there is left as it is."""
    folder.mkdir(mode=FOLDER, parents=True, exist_ok=True)


def opener(path: str, flags: int) -> int:
    """For `open(…, opener=opener)`: a file made by it is its owner's alone."""
    return os.open(path, flags, FILE)


def make_file(path: Path) -> None:
    """The file, empty where it is not there, closed to others.

    What cannot be done here is left to whoever opens the file, who says why.
    """
    with suppress(OSError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, FILE))
        path.chmod(FILE)
