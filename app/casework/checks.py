"""Checks of what an act brings: functions of the situation that say why not, or nothing.

They are asked once the fields are known to have the form that the table gives them.
"""

from datetime import timedelta

from app.casework.clocks import UNITS
from app.casework.fields import moment
from app.casework.guards import SHELVE_MINUTES
from app.casework.situation import Situation, item_of
from app.casework.why import Why
from app.model import Grade

REOPEN_WITHIN = timedelta(days=30)
SUSPEND_WITHIN = timedelta(days=365)


def shelved_in_bounds(s: Situation) -> Why | None:
    most = SHELVE_MINUTES.get(s.alert.grade, 0)
    return None if s.field("minutes", 0) <= most else Why.SHELVE_TOO_LONG


def target_open(s: Situation) -> Why | None:
    """The case that this goes into is there, is another one, and is still open."""
    target = s.file.target
    if target is None or target.id != s.field("case"):
        return Why.TARGET_UNKNOWN
    if s.act.subject == f"case:{target.id}":
        return Why.TARGET_ITSELF
    return None if target.open else Why.TARGET_CLOSED


def target_same_centre(s: Situation) -> Why | None:
    target = s.file.target
    return Why.TARGET_CENTRE if target and target.centre != s.case.centre else None


def item_known(s: Situation) -> Why | None:
    key = s.field("item")
    return Why.ITEM_UNKNOWN if key and item_of(s.file, key) is None else None


def condition_known(s: Situation) -> Why | None:
    """Filing needs one of the class's own conditions, with a limit in a unit that is defined."""
    item = s.item
    condition = item.condition(s.field("condition")) if item else None
    if condition is None:
        return Why.CONDITION_UNKNOWN
    return None if condition.unit in UNITS else Why.LIMIT_UNKNOWN


def placed_or_said_unplaced(s: Situation) -> Why | None:
    """A report has a position on earth, or says that it has none (无定位)."""
    lon, lat = s.field("lon", None), s.field("lat", None)
    if lon is None and lat is None:
        return None if s.field("unplaced", False) else Why.POSITION_MISSING
    if lon is None or lat is None:
        return Why.POSITION_MISSING
    on_earth = abs(lon) <= 180 and abs(lat) <= 90
    accuracy = s.field("accuracy_m", 0.0)
    return None if on_earth and accuracy >= 0 else Why.FIELD_BAD


def units_known(s: Situation) -> Why | None:
    named = [s.field("lead"), s.field("unit"), *s.field("assists", ())]
    unknown = any(ident and s.unit(ident) is None for ident in named)
    return Why.UNIT_UNKNOWN if unknown else None


def units_once(s: Situation) -> Why | None:
    named = [s.field("lead"), *s.field("assists", ())]
    return Why.UNIT_TWICE if len(set(named)) < len(named) else None


def units_not_at_work_here(s: Situation) -> Why | None:
    """A unit has one task of a case at a time; so has the case one lead."""
    live = {task.unit for task in s.file.tasks if task.live}
    named = {s.field("lead"), s.field("unit"), *s.field("assists", ())} - {""}
    return Why.UNIT_AT_WORK_HERE if named & live else None


def override_said(s: Situation) -> Why | None:
    """Who does not send the unit recommended first says why."""
    offered = s.field("offered", ())
    first = offered[0] if offered else ""
    if s.field("lead") == first or str(s.field("override")).strip():
        return None
    return Why.OVERRIDE_MISSING


def checker_no_handler(s: Situation) -> Why | None:
    return Why.CHECKER_IS_HANDLER if s.field("checker") in s.case.handlers else None


def closing_condition_met(s: Situation) -> Why | None:
    return None if s.field("closing_met", False) else Why.CLOSING_NOT_MET


def grade_raised(s: Situation) -> Why | None:
    return None if Grade(int(s.field("grade"))) < s.case.grade else Why.GRADE_NOT_RAISED


def something_corrected(s: Situation) -> Why | None:
    names = ("title", "text")
    differs = any(
        name in s.act.fields and s.act.fields[name] != getattr(s.case, name) for name in names
    )
    return None if differs else Why.NOTHING_CHANGED


def reopened_in_time(s: Situation) -> Why | None:
    closed = s.case.closed
    in_time = closed is not None and s.now - closed <= REOPEN_WITHIN
    return None if in_time or s.field("new_evidence", False) else Why.REOPEN_TOO_LATE


def suspended_in_bounds(s: Situation) -> Why | None:
    """The end date lies ahead, and not more than a year."""
    until = moment(s.field("until"))
    if until <= s.now:
        return Why.SUSPENDED_INTO_PAST
    return None if until <= s.now + SUSPEND_WITHIN else Why.SUSPENDED_TOO_LONG
