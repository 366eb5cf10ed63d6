"""The beams of PWI (BD-3): two counted lists, whose counts may lie."""

from typing import Any

from app.ingest.nmea_fields import UnfitError

_N12, _N3 = 3, 4
"""Fields of one beam of each kind."""


def read_beams(count: int, texts: list[str]) -> dict[str, Any]:
    """n12 beams of (id, two C/N0), then n3 and as many of (id, data, pilot, 0) (BDSDK's layout)."""
    end = count * _N12
    if end > len(texts):
        raise UnfitError("beam count overruns its fields")
    told: dict[str, Any] = {"beams_2": _groups(texts[:end], _N12)}
    if end == len(texts):
        return told
    if not texts[end].isdecimal() or len(texts[end]) > 3:
        raise UnfitError("field is not a count: n3")
    more = int(texts[end])
    if end + 1 + more * _N3 > len(texts):
        raise UnfitError("beam count overruns its fields")
    return told | {"beams_3": _groups(texts[end + 1 : end + 1 + more * _N3], _N3)}


def _groups(texts: list[str], width: int) -> list[list[int | None]]:
    return [
        [_number(text) for text in texts[at : at + width]] for at in range(0, len(texts), width)
    ]


def _number(text: str) -> int | None:
    if not text:
        return None
    if not text.isdecimal() or len(text) > 6 or not text.isascii():
        raise UnfitError("field is not a count: beams")
    return int(text)
