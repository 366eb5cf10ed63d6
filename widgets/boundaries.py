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
from widgets.edition import keep_to


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How many features were taken; `edition` is "" where none was."""

    accepted: int
    refused: tuple[Refused, ...]
    edition: str


def take(files: Sequence[Path], folder: Path, base: Hierarchy, *, cache: Path) -> Outcome:
    """Read the files, make an edition of what is sound, and note it in the desk's folder.

    Raises BoundariesError for a file that cannot be read, ValueError on an own edition as base.
    """
    found = read_boundaries(files, base)
    edition = ""
    if found.accepted:
        edition = make_edition(base, found.accepted, cache=cache)
        keep_to(folder, edition)
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
