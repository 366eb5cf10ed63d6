"""Where the desk keeps its things on this machine; nothing is created here."""

from pathlib import Path

import platformdirs

_NAME = "yutu"


def data_folder() -> Path:
    """The desk's own folder: its file, side file and lock."""
    return Path(platformdirs.user_data_dir(_NAME, appauthor=False)) / "desk"


def demo_folder() -> Path:
    """The demonstration desk, which may be thrown away."""
    return Path(platformdirs.user_data_dir(_NAME, appauthor=False)) / "demo"


def cache_folder() -> Path:
    """What can be made again: unpacked packs of the hierarchy."""
    return Path(platformdirs.user_cache_dir(_NAME, appauthor=False))


def log_folder() -> Path:
    return Path(platformdirs.user_log_dir(_NAME, appauthor=False))
