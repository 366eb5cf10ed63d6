"""An order as it stands before it is sent: who is offered, who goes along, why not the first."""

from app.casework.acts import Act
from app.dispatch.rank import Candidate, Recommendation
from app.model import Case, CaseState


class Draft:
    """What is recommended for a case, and whom the officer has added to go along (协办)."""

    def __init__(self) -> None:
        self.case: Case | None = None
        self.offers: tuple[Candidate, ...] = ()
        self.assists: tuple[str, ...] = ()

    @property
    def sendable(self) -> bool:
        return self.case is not None and self.case.state == CaseState.TO_DISPATCH

    def put(self, case: Case | None, found: Recommendation | None) -> None:
        """Another answer of the desk; who goes along does so while it is still offered."""
        self.case = case
        self.offers = found.candidates if found is not None and self.sendable else ()
        offered = {one.unit.id for one in self.offers}
        self.assists = tuple(unit for unit in self.assists if unit in offered)

    def clear(self) -> None:
        self.assists = ()

    def toggle(self, unit: str) -> None:
        """A unit goes along, or no longer."""
        rest = tuple(one for one in self.assists if one != unit)
        self.assists = rest if unit in self.assists else (*rest, unit)

    def needs_reason(self, lead: Candidate | None) -> bool:
        """Whether another than the first is to lead."""
        return lead is not None and lead.unit.id != self.offers[0].unit.id

    def act(self, lead: Candidate | None, *, reason: str) -> Act | None:
        """The act with this lead (主办); None where there is nobody or nothing to send."""
        if lead is None or self.case is None:
            return None
        return Act(
            name="case.dispatch",
            subject=f"case:{self.case.id}",
            fields={
                "lead": lead.unit.id,
                "assists": tuple(unit for unit in self.assists if unit != lead.unit.id),
                "offered": tuple(one.unit.id for one in self.offers),
                "override": reason if self.needs_reason(lead) else "",
            },
        )
