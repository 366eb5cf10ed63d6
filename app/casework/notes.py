"""A note of the shift: an entry about no alert, case or task, which changes nothing but the ledger.

A note about a case is `case.note` of casework.transitions.
"""

from app.casework.acts import Act, Draft, Refusal
from app.casework.why import Why
from app.model import Officer, Role

ACT = "desk.note"
SUBJECT = "desk:shift"
ROLES = frozenset(Role) - {Role.SYSTEM}
"""Whoever sits at the desk may write into its log."""

LONGEST = 2_000
"""Characters of a note: more than a page is a document and no note."""


def decide_note(act: Act, by: Officer) -> Draft | Refusal:
    """The entry of a note, whose text is the act's reason, or why it may not be written."""
    text = act.reason.strip()
    if not ROLES & by.roles:
        return Refusal(code=Why.WRONG_ROLE, detail=",".join(sorted(ROLES)))
    if act.subject != SUBJECT:
        return Refusal(code=Why.UNKNOWN_SUBJECT, detail=act.subject)
    if act.fields:
        return Refusal(code=Why.FIELD_UNKNOWN, detail=min(act.fields))
    if not text:
        return Refusal(code=Why.REASON_MISSING, detail="reason")
    if len(text) > LONGEST:
        return Refusal(code=Why.FIELD_BAD, detail="reason")
    return Draft(act=ACT, subject=SUBJECT, before={}, after={}, reason=text)


def role_of(by: Officer) -> Role:
    """The role in which an officer writes; the humblest where there are several."""
    return next(role for role in Role if role in ROLES & by.roles)
