"""What can go wrong with the desk's file, each as a type that a screen can explain.

All of these are the surroundings' fault (a full disk, a second window, a damaged file); a mistake
of ours is any other exception.
"""

from dataclasses import dataclass
from pathlib import Path


class StoreError(Exception):
    """The desk's file cannot be used as asked."""


@dataclass(eq=False)
class StoreUnavailable(StoreError):  # noqa: N818  # a state of the world, named as one
    """Nothing was written, and nothing acknowledged; what is there can still be read.

    `reason`: "full", "io", "readonly", "busy", "damaged" or "closed".
    """

    reason: str
    detail: str = ""

    def __str__(self) -> str:
        return f"the desk's file cannot be written ({self.reason}): {self.detail}"


@dataclass(eq=False)
class LedgerDamaged(StoreError):  # noqa: N818
    """The ledger is not the one that was written here; it is not opened for writing.

    `reason`: a code of `verify`; `where`: the entry, trigger or file that shows it.
    """

    reason: str
    where: str

    def __str__(self) -> str:
        return f"the ledger is damaged ({self.reason}) at {self.where}"


@dataclass(eq=False)
class NewerSchema(StoreError):  # noqa: N818
    """The file was written by a newer console than this one."""

    steps: tuple[str, ...]

    def __str__(self) -> str:
        return f"the desk's file is from a newer version (unknown steps: {', '.join(self.steps)})"


@dataclass(eq=False)
class DeskInUse(StoreError):  # noqa: N818
    """Another process has this folder open."""

    folder: Path
    holder: str = ""

    def __str__(self) -> str:
        return f"the desk in {self.folder} is already open (process {self.holder or 'unknown'})"
