"""Own boundary files brought into a desk: what was taken, what was refused and why. No Qt.

The desk's folder remembers the edition made of them; the console opens that one at its next start.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.clock import utc_now
from app.paths import cache_folder
from maps.boundaries import BoundariesError, Refused, read_boundaries
from maps.hierarchy import Hierarchy, open_hierarchy
from maps.overlay import make_edition

KEPT_IN = "EDITION"
"""The file in a desk's folder that names its edition, where it is one of the officer's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How many features were taken; `edition` is "" where none was."""

    accepted: int
    refused: tuple[Refused, ...]
    edition: str


def edition_of(folder: Path) -> str | None:
    """The edition a desk keeps to; None for the one in force."""
    kept = folder / KEPT_IN
    return kept.read_text("utf-8").strip() or None if kept.is_file() else None


def take(files: Sequence[Path], folder: Path, base: Hierarchy, *, cache: Path) -> Outcome:
    """Read the files, make an edition of what is sound, and note it in the desk's folder.

    Raises BoundariesError for a file that cannot be read, ValueError on an own edition as base.
    """
    found = read_boundaries(files, base)
    edition = ""
    if found.accepted:
        edition = make_edition(base, found.accepted, cache=cache)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / KEPT_IN).write_text(edition + "\n", "utf-8")
    return Outcome(accepted=len(found.accepted), refused=found.refused, edition=edition)


def bring_in(files: Sequence[Path], folder: Path, say: Callable[[str], object]) -> int:
    """The command: one JSON line for each refused feature and one at the end; the exit code."""
    cache = cache_folder()
    base = open_hierarchy(cache=cache, today=utc_now().date())
    try:
        outcome = take(files, folder, base, cache=cache)
    except (BoundariesError, ValueError, OSError) as error:
        say(json.dumps({"error": str(error)}, ensure_ascii=False))
        return 2
    for one in outcome.refused:
        row = {"source": one.source, "code": one.code, "reason": one.reason, "detail": one.detail}
        say(json.dumps({"refused": row}, ensure_ascii=False))
    summary = {
        "accepted": outcome.accepted,
        "refused": len(outcome.refused),
        "edition": outcome.edition or None,
    }
    say(json.dumps(summary, ensure_ascii=False))
    return 0 if outcome.accepted else 1
