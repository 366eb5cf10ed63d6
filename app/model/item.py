"""Items: catalogue rows that say what a class of case needs (事项)."""

from dataclasses import dataclass

from app.model.alert import Grade
from app.model.people import UnitKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A filing condition and its own limit; `unit` is one of the units of closed-loop §3.4."""

    code: str
    text: str
    limit: float
    unit: str
    closing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A class of case, keyed by (scheme, code); `kinds` are the units for it, best first."""

    scheme: str
    code: str
    name: str
    name_en: str
    major: str
    grade: Grade
    kinds: tuple[UnitKind, ...]
    conditions: tuple[Condition, ...]

    @property
    def key(self) -> str:
        """What a case refers to it by: cities reorder codes, so the scheme belongs to the key."""
        return f"{self.scheme}:{self.code}"

    def condition(self, code: str) -> Condition | None:
        return next((row for row in self.conditions if row.code == code), None)
