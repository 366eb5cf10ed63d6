"""The centres above and below a case's own, along the places that its position lies in.

市、区县 and 镇街 have a centre; villages and grids belong to that of their town.
"""

from app.casework.why import Why
from app.model import Case, Level

LOWEST = Level.TOWN


def above(case: Case) -> str | Why:
    """The code of the centre one level up, or why there is none."""
    at = _level(case)
    if at is None:
        return Why.OUTSIDE_CENTRE
    return case.chain[at - 1] if at > Level.CITY else Why.NO_CENTRE_ABOVE


def below(case: Case) -> str | Why:
    """The code of the centre one level down that the case's place belongs to, or why none."""
    at = _level(case)
    if at is None:
        return Why.OUTSIDE_CENTRE
    return case.chain[at + 1] if at < min(LOWEST, len(case.chain) - 1) else Why.NO_CENTRE_BELOW


def _level(case: Case) -> int | None:
    """Where the case's own centre stands in its chain; None where it lies elsewhere."""
    return case.chain.index(case.centre) if case.centre in case.chain else None
