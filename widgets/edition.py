"""The division that a desk keeps to where it is one of the officer's own: a line in its folder."""

from pathlib import Path

from app.private import make_folder

KEPT_IN = "EDITION"


def edition_of(folder: Path) -> str | None:
    """The edition a desk keeps to; None for the one in force."""
    kept = folder / KEPT_IN
    return kept.read_text("utf-8").strip() or None if kept.is_file() else None


def keep_to(folder: Path, edition: str) -> None:
    """Open this edition from the next start on."""
    make_folder(folder)
    (folder / KEPT_IN).write_text(edition + "\n", "utf-8")
