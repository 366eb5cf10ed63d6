"""The divisions that ship with the console, when each was in force, and what became of codes."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from resources import read_bytes, read_text

EDITIONS: Mapping[str, date] = {"2023": date(2023, 1, 1), "2025": date(2025, 11, 6)}
"""Edition -> the first day it was in force; the packs say the same, and a test holds them to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """One unit before a reform and the one that holds its people since; codes may be the same.

    `former` is how the unit was called before, with its district where that is what changed.
    """

    old_code: str
    former: str
    new_code: str
    on: date
    basis: str


def edition_on(day: date) -> str:
    """The edition in force on a day; the first one for days before it."""
    in_force = [name for name, since in EDITIONS.items() if since <= day]
    return in_force[-1] if in_force else next(iter(EDITIONS))


def pack_bytes(edition: str) -> bytes:
    return read_bytes(f"packs/{edition}.pack")


@cache
def successions() -> tuple[Succession, ...]:
    """The rows of succession.csv."""
    rows = csv.DictReader(io.StringIO(read_text("packs/succession.csv")))
    return tuple(
        Succession(
            old_code=row["old_code"],
            former=row["former"],
            new_code=row["new_code"],
            on=date.fromisoformat(row["date"]),
            basis=row["basis"],
        )
        for row in rows
    )
