"""What an appeal against being overdue writes into the file (spec: closed loop §4.4, row 23)."""

from dataclasses import replace

from app.casework import requests
from app.casework.acts import File
from app.casework.situation import Situation
from app.model import Outcome, Request, RequestKind


def appeal(s: Situation) -> File:
    request = Request(
        kind=RequestKind.APPEAL, by=s.person, asked=s.now, reason=s.act.reason.strip()
    )
    return replace(s.file, case=requests.asked(s.case, request))


def give_opinion(s: Situation) -> File:
    favour = s.field("opinion") == "support"
    return replace(s.file, case=requests.advised(s.case, s, favour=favour))


def grant(s: Situation) -> File:
    """The fact is kept; that it does not count is another."""
    case = requests.answered(s.case, s, Outcome.GRANTED)
    return replace(s.file, case=replace(case, exempt=True))


def refuse(s: Situation) -> File:
    return replace(s.file, case=requests.answered(s.case, s, Outcome.REFUSED))
