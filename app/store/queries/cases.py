"""Questions about cases: the queue, one file, a search."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.casework.clocks import overdue_at
from app.model import Alert, Case, Entry, Task
from app.store.codec import value_of
from app.store.queries.history import touching
from app.store.queries.rows import all_of, one
from app.store.store import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """A case with all that hangs on it; entries oldest first."""

    case: Case
    tasks: tuple[Task, ...]
    alert: Alert | None
    entries: tuple[Entry, ...]


def open_cases(reader: Reader, scope: str = "") -> list[Case]:
    """Open cases, gravest and oldest first; `scope` is the code of a place at any level."""
    rows = reader.db.execute(
        "SELECT body FROM cases WHERE open = 1 AND (? = '' OR instr(chain, ?) > 0)"
        " ORDER BY grade, opened, id",
        (scope, f'"{scope}"'),
    )
    return [judged(value_of(body, Case), reader.now) for (body,) in rows]


def case_file(reader: Reader, ident: str) -> CaseFile | None:
    """A case with its tasks, its alert and every entry that touched one of them."""
    case = one(reader, "cases", ident, Case)
    if case is None:
        return None
    tasks = tuple(
        all_of(reader, Task, "SELECT body FROM tasks WHERE of_case = ? ORDER BY id", ident)
    )
    keys = [f"case:{ident}", *(f"task:{task.id}" for task in tasks)]
    if case.alert:
        keys.append(f"alert:{case.alert}")
    return CaseFile(
        case=judged(case, reader.now),
        tasks=tasks,
        alert=one(reader, "alerts", case.alert, Alert),
        entries=tuple(touching(reader, keys)),
    )


def case(reader: Reader, ident: str) -> Case | None:
    found = one(reader, "cases", ident, Case)
    return found and judged(found, reader.now)


def cases_by_id(reader: Reader, idents: Sequence[str]) -> list[Case]:
    """Some few cases, in the order asked for; ids that no case has are passed over."""
    found = (case(reader, ident) for ident in idents)
    return [one for one in found if one is not None]


def find_cases(reader: Reader, text: str, limit: int = 50) -> list[Case]:
    """Cases, closed ones too, whose id, title or place codes contain a text; newest first.

    A whole id is found at once; anything else walks an index, about 0.4 s over a million cases.
    """
    if not (wanted := text.strip()):
        return []
    if exact := case(reader, wanted):
        return [exact]
    pattern = "%" + wanted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    found = reader.db.execute(
        "SELECT id FROM cases WHERE id LIKE :like ESCAPE '\\' OR title LIKE :like ESCAPE '\\'"
        " OR chain LIKE :like ESCAPE '\\' ORDER BY changed DESC, id DESC LIMIT :limit",
        {"like": pattern, "limit": limit},
    ).fetchall()
    return [found_case for (ident,) in found if (found_case := case(reader, ident))]


def judged(case: Case, now: datetime) -> Case:
    """An open case past its deadline is overdue, whether or not that was written down yet."""
    late = overdue_at(case, now) and not case.overdue
    return replace(case, overdue=True) if late else case
