"""Guards that rest on the file and the person: functions that say why not, or nothing.

They decide what is offered; what an act brings is judged in `checks`.
"""

from app.casework.situation import Situation
from app.casework.why import Why
from app.model import CaseState, Grade, Role, TaskState

SHELVE_MINUTES: dict[Grade, int] = {Grade.III: 240, Grade.IV: 240}
"""Grade -> the longest shelving; Ⅰ and Ⅱ are never shelved (spec: closed loop §4.2, A5)."""


def not_yours_already(s: Situation) -> Why | None:
    return Why.ALREADY_YOURS if s.alert.claimed_by == s.person else None


def may_be_shelved(s: Situation) -> Why | None:
    return None if s.alert.grade in SHELVE_MINUTES else Why.SHELVE_GRADE


def shelving_over(s: Situation) -> Why | None:
    """Persons may bring an alert back at any time, the system when its time has come."""
    until = s.alert.shelved_until
    if Role.SYSTEM in s.by.roles and until is not None and s.now < until:
        return Why.SHELVE_RUNNING
    return None


def not_a_handler(s: Situation) -> Why | None:
    """Nobody who handled a case checks or closes it, nor records that another did."""
    return Why.HANDLER_MAY_NOT if {s.person, s.by.id} & set(s.case.handlers) else None


def check_passed(s: Situation) -> Why | None:
    return None if s.case.check_result == "pass" else Why.NOT_PASSED


def check_failed(s: Situation) -> Why | None:
    return None if s.case.check_result in {"fail", "unable"} else Why.NOT_FAILED


def no_open_mandatory_task(s: Situation) -> Why | None:
    left = any(task.open and task.mandatory for task in s.file.tasks)
    return Why.TASKS_OPEN if left else None


def first_return_or_supervisor(s: Situation) -> Why | None:
    """A second 退回 of the same case by the same unit is for the supervisor to settle."""
    before = sum(t.unit == s.task.unit and t.outcome == "returned" for t in s.file.tasks)
    return Why.SECOND_RETURN if before and Role.SUPERVISOR not in s.by.roles else None


def not_arrived_before(s: Situation) -> Why | None:
    """Who has been on site has taken it on, and does not send it back as not his."""
    return Why.ARRIVED_BEFORE if TaskState.ON_SITE.value in (s.task.times or {}) else None


def case_in_hand(s: Situation) -> Why | None:
    """Tasks move only while their case waits for handling or is being handled."""
    return (
        None
        if s.case.state in {CaseState.TO_DISPATCH, CaseState.HANDLING}
        else Why.CASE_NOT_HANDLED
    )


def case_handled(s: Situation) -> Why | None:
    return None if s.case.state is CaseState.HANDLING else Why.CASE_NOT_HANDLED


def proposed_by_another(s: Situation) -> Why | None:
    if not s.case.proposed_by:
        return Why.NOT_PROPOSED
    return Why.SAME_PERSON if s.case.proposed_by in {s.person, s.by.id} else None


def not_supervised(s: Situation) -> Why | None:
    return Why.ALREADY_SUPERVISED if s.case.supervised else None


def grade_can_rise(s: Situation) -> Why | None:
    return Why.GRADE_NOT_RAISED if s.case.grade is Grade.I else None


def worth_a_review(s: Situation) -> Why | None:
    case = s.case
    worth = case.grade <= Grade.II or case.overdue or case.reopened > 0
    return None if worth else Why.NO_REVIEW_NEEDED


def reviewed_where_needed(s: Situation) -> Why | None:
    needed = s.case.state is CaseState.CLOSED and worth_a_review(s) is None
    return Why.REVIEW_NEEDED if needed else None


def suspension_over(s: Situation) -> Why | None:
    """Persons may take a task up again at any time, the system at the end date."""
    until = s.task.suspended_until
    if Role.SYSTEM in s.by.roles and until is not None and s.now < until:
        return Why.SUSPEND_RUNNING
    return None


def proposed_in_person(s: Situation) -> Why | None:
    """A proposal under another's name would let its own author carry it out."""
    return Why.SAME_PERSON if s.person != s.by.id else None


def not_proposed_by_you(s: Situation) -> Why | None:
    return Why.SAME_PERSON if s.case.proposed_by == s.person else None


def was_filed(s: Situation) -> Why | None:
    """A case closed by force before it was filed has no class to be handled under."""
    return None if s.case.filed else Why.NEVER_FILED
