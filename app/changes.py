"""What one committed batch touched, so that each screen can tell whether it is concerned."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Ids by kind; they add up with |, and an empty one is false.

    `admissions`: numbers whose place in the register has changed, or who knock.
    """

    terminals: frozenset[str] = frozenset()
    alerts: frozenset[str] = frozenset()
    cases: frozenset[str] = frozenset()
    tasks: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    fences: frozenset[str] = frozenset()
    admissions: frozenset[str] = frozenset()
    commands: frozenset[str] = frozenset()
    settings: frozenset[str] = frozenset()
    shorts: frozenset[str] = frozenset()

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(
            **{f.name: getattr(self, f.name) | getattr(other, f.name) for f in fields(self)}
        )

    def __bool__(self) -> bool:
        return any(getattr(self, f.name) for f in fields(self))
