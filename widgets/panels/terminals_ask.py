"""Who of those sent to a case can be reached by a text: their units, with terminals let in."""

from dataclasses import dataclass

from app.model import Case, Share, TerminalState, Unit
from app.store import queries
from app.store.store import Reader
from widgets import formats


@dataclass(frozen=True, slots=True)
class Reached:
    """`units`: the lead's first. `until`: when the handling ends, "" without a limit."""

    case: Case
    units: tuple[Unit, ...]
    until: str


def reached(reader: Reader, case: str) -> Reached | None:
    """The question; None for a case that is not there."""
    file = queries.case_file(reader, case)
    if file is None:
        return None
    units = {unit.id: unit for unit in queries.units(reader)}
    tasks = sorted(
        (task for task in file.tasks if task.open), key=lambda task: task.share is not Share.LEAD
    )
    sent = dict.fromkeys(task.unit for task in tasks)
    found = [units[ident] for ident in sent if ident in units]
    reachable = tuple(unit for unit in found if _let_in(reader, unit))
    until = formats.day_time(file.case.handle_by, reader.now) if file.case.handle_by else ""
    return Reached(file.case, reachable, until)


def _let_in(reader: Reader, unit: Unit) -> bool:
    known = queries.terminal(reader, unit.terminal) if unit.terminal else None
    return known is not None and known.state is TerminalState.ADMITTED
