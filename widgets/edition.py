"""The division that is open: what it is called, and the one that a desk keeps to.

An officer's own choice is a line in the desk's folder.
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.private import make_folder
from maps.editions import EDITIONS

KEPT_IN = "EDITION"


def edition_of(folder: Path) -> str | None:
    """The edition a desk keeps to; None for the one in force."""
    kept = folder / KEPT_IN
    return kept.read_text("utf-8").strip() or None if kept.is_file() else None


def keep_to(folder: Path, edition: str) -> None:
    """Open this edition from the next start on."""
    make_folder(folder)
    (folder / KEPT_IN).write_text(edition + "\n", "utf-8")


def said(edition: str) -> str:
    """An edition, and since when it is in force; another is the officer's own."""
    since = EDITIONS.get(edition)
    if since is None:
        return QCoreApplication.translate("window", "自有区划 %1").replace("%1", edition)
    text = QCoreApplication.translate("window", "%1 年区划，%2 起施行")
    return text.replace("%1", edition).replace("%2", since.isoformat())
