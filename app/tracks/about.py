"""What every file of tracks says of itself, and how it writes times and names.

Degrees are CGCS2000, which GPX and RFC 7946 call WGS 84: they agree to less than a metre, which is
below what a receiver tells. What is simulated says so in the file's head and at every track.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from app.tracks.parts import GAP_S

DATUM_NOTE = "CGCS2000 (EPSG:4490), given as WGS 84: the two agree to less than 1 m"
SIMULATED = "simulated"
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

Told = Callable[[float], object]
"""Hears shares from 0 to 1; what it raises ends the writing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a file says of itself. `names`: terminal -> unit; `gap_s`: what cuts a line."""

    title: str
    proof: str
    made: datetime
    simulated: bool = False
    gap_s: float = GAP_S
    names: Mapping[str, str] = field(default_factory=dict[str, str])


def time_text(seconds: float) -> str:
    """2026-11-23T00:12:05.500Z; whole seconds without a point."""
    text = datetime.fromtimestamp(round(seconds, 3), UTC).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z").replace(".000Z", "Z")


def plain(text: str) -> str:
    """Text as it may stand in any file."""
    return _CONTROLS.sub("", text)
