"""One process a folder: a lock that the system takes back when its holder ends, however it ends."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from app.store.errors import DeskInUse, StoreUnavailable

NAME = "desk.lock"

if sys.platform == "win32":
    import msvcrt

    def _seize(handle: int) -> None:
        # One byte far behind the number that is written at the start, which stays readable.
        os.lseek(handle, 1 << 20, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)
else:
    import fcntl

    def _seize(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderLock:
    """Held from construction to `release`.

    Raises DeskInUse where another has it, StoreUnavailable where the folder cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        path = folder / NAME
        try:
            self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise StoreUnavailable("readonly", str(error)) from error
        try:
            _seize(self._handle)
        except OSError:
            os.close(self._handle)
            raise DeskInUse(folder, _holder(path)) from None
        with suppress(OSError):  # a full disk has no room for the number, and the lock still holds
            os.ftruncate(self._handle, 0)
            os.write(self._handle, str(os.getpid()).encode())

    def release(self) -> None:
        os.close(self._handle)


def _holder(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""
