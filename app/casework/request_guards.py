"""Guards of requests: whether one may be asked, and who may answer it now."""

from app.casework.clocks import Clock
from app.casework.requests import PASSES
from app.casework.situation import Guard, Situation
from app.casework.why import Why
from app.model import CaseState, Outcome, Request, RequestKind, Role, waiting

MOST_EXTENSIONS = 2


def task_asks_nothing(s: Situation) -> Why | None:
    """One request of a task waits at a time."""
    return Why.REQUEST_PENDING if waiting(s.task.requests) else None


def case_asks_nothing(s: Situation) -> Why | None:
    return Why.REQUEST_PENDING if waiting(s.case.requests) else None


def asks_for(*kinds: RequestKind) -> Guard:
    """A request of these kinds waits; who asked it does not answer it."""

    def guard(s: Situation) -> Why | None:
        request = _request(s, *kinds)
        if request is None:
            return Why.NOTHING_ASKED
        # The other centre's answer is recorded here for it: its own person gave it.
        own = request.by in {s.person, s.by.id} and request.kind not in PASSES
        return Why.SAME_PERSON if own else None

    return guard


def advice_given(s: Situation) -> Why | None:
    request = _request(s)
    return None if request and request.outcome is Outcome.ADVISED else Why.NO_OPINION


def advice_not_given(s: Situation) -> Why | None:
    request = _request(s)
    return Why.OPINION_GIVEN if request and request.outcome is Outcome.ADVISED else None


def supervisors_once_advised(s: Situation) -> Why | None:
    """What the dispatcher has agreed to is no longer the dispatcher's to refuse."""
    passed_on = advice_given(s) is None and Role.SUPERVISOR not in s.by.roles
    return Why.AWAITS_SUPERVISOR if passed_on else None


def clock_not_run_out(s: Situation) -> Why | None:
    """Neither 延期 nor 挂账 mends a clock that has run out (spec: closed loop §3.4)."""
    case, task = s.case, s.task
    of_case = case.deadline if case.state is CaseState.HANDLING else None
    late = any(due is not None and s.now > due for due in (task.deadline, of_case))
    return Why.OVERDUE if late or task.overdue else None


def has_deadline(s: Situation) -> Why | None:
    return Why.NO_DEADLINE if s.task.deadline is None else None


def extensions_left(s: Situation) -> Why | None:
    return Why.EXTENDED_TWICE if s.task.extensions >= MOST_EXTENSIONS else None


def end_ahead(s: Situation) -> Why | None:
    """A suspension is not begun after the day on which it should have ended."""
    request = _request(s)
    past = request is not None and request.until is not None and request.until <= s.now
    return Why.SUSPENDED_INTO_PAST if past else None


def not_suspended_before(s: Situation) -> Why | None:
    return Why.SUSPENDED_BEFORE if s.task.suspensions else None


def closed_overdue(s: Situation) -> Why | None:
    """Handling was fed back late, or was past its deadline when the case was closed by force."""
    late = s.case.overdue or Clock.HANDLE in s.case.late
    return None if late else Why.NOT_OVERDUE


def never_appealed(s: Situation) -> Why | None:
    """Once a case, whatever came of it; an appeal that lapsed was never heard."""
    heard = any(
        one.kind is RequestKind.APPEAL and not one.waiting and one.outcome is not Outcome.LAPSED
        for one in s.case.requests
    )
    return Why.APPEALED_BEFORE if heard else None


def appeal_answered(s: Situation) -> Why | None:
    """A case is not archived before its appeal is decided."""
    open_appeal = waiting(s.case.requests, RequestKind.APPEAL)
    return Why.APPEAL_PENDING if open_appeal else None


def _request(s: Situation, *kinds: RequestKind) -> Request | None:
    return waiting(s.task.requests if s.task_id else s.case.requests, *kinds)
