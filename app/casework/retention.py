"""For how long positions are kept: whereabouts are persons' (PIPL art. 28), not kept for ever.

The ledger says who changed it, from what to what, and why. Nothing is held back from deletion.
"""

from app.casework.acts import Act, Draft, Refusal
from app.casework.why import Why
from app.model import Officer, Role
from app.settings import LEAST_DAYS, MOST_DAYS

ACT = "desk.retention"
SUBJECT = "desk:positions"
ROLES = frozenset({Role.SUPERVISOR})
FIELDS = frozenset({"days"})
LONGEST = 500
"""Characters of a reason."""


def decide_retention(act: Act, now_days: int, by: Officer) -> Draft | Refusal:
    """The entry of a change, or why it may not be made. `days` from LEAST_DAYS to MOST_DAYS."""
    if not ROLES & by.roles:
        return Refusal(code=Why.WRONG_ROLE, detail=",".join(sorted(ROLES)))
    if act.subject != SUBJECT:
        return Refusal(code=Why.UNKNOWN_SUBJECT, detail=act.subject)
    if unknown := sorted(act.fields.keys() - FIELDS):
        return Refusal(code=Why.FIELD_UNKNOWN, detail=unknown[0])
    days, reason = act.fields.get("days"), act.reason.strip()
    if not isinstance(days, int) or isinstance(days, bool) or not LEAST_DAYS <= days <= MOST_DAYS:
        return Refusal(code=Why.FIELD_BAD, detail="days")
    if not reason:
        return Refusal(code=Why.REASON_MISSING, detail="reason")
    if len(reason) > LONGEST:
        return Refusal(code=Why.FIELD_BAD, detail="reason")
    if days == now_days:
        return Refusal(code=Why.NOTHING_CHANGED)
    said = f"{now_days} d > {days} d: {reason}"
    return Draft(act=ACT, subject=SUBJECT, before={}, after={}, reason=said)
