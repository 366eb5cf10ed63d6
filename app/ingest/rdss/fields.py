"""Single fields of RDSS sentences by their kind, read strictly; positions as degrees."""

import re
from collections.abc import Callable
from typing import Any

from app.ingest.nmea_fields import UnfitError, number, position, time_of_day
from app.ingest.rdss.tables import NAMED, Field

_CARD = re.compile(r"[0-9]{1,12}\Z")
_COUNT = re.compile(r"[0-9]{1,9}\Z")
_HHMM = re.compile(r"([01][0-9]|2[0-3])([0-5][0-9])\Z")
_MMSS = re.compile(r"([0-5][0-9])([0-5][0-9])\Z")


def _card(text: str, name: str) -> str:
    """Numbers are compared without their leading zeros, as the cards themselves do."""
    if not _CARD.match(text):
        raise UnfitError(f"card number is not digits: {name}")
    return text.lstrip("0") or "0"


def _count(text: str, name: str) -> int:
    if not _COUNT.match(text):
        raise UnfitError(f"field is not a count: {name}")
    return int(text)


def _number(text: str, name: str) -> float | None:
    try:
        return number(text, name)
    except UnfitError:
        raise UnfitError(f"field is not a number: {name}") from None


def _clock(text: str, _: str) -> str | None:
    found = time_of_day(text)
    return None if found is None else found.replace(tzinfo=None).isoformat()


def _hhmm(text: str, name: str) -> str:
    match = _HHMM.match(text)
    if match is None:
        raise UnfitError(f"field is not hhmm: {name}")
    return f"{match[1]}:{match[2]}"


def _mmss(text: str, name: str) -> int:
    """Minutes and seconds, as 0058 for 58 seconds."""
    match = _MMSS.match(text)
    if match is None:
        raise UnfitError(f"field is not mmss: {name}")
    return int(match[1]) * 60 + int(match[2])


def _text(text: str, _: str) -> str:
    return text


KINDS: dict[str, Callable[[str, str], Any]] = {
    "text": _text,
    "card": _card,
    "count": _count,
    "number": _number,
    "clock": _clock,
    "hhmm": _hhmm,
    "mmss": _mmss,
    "lat": _text,
    "north": _text,
    "lon": _text,
    "east": _text,
}
"""Kind -> reader of a text that is not empty."""


def read_field(field: Field, text: str) -> Any:
    """The value, None where it is empty; UnfitError with the reason where it cannot be that."""
    if not text:
        if field.needed:
            raise UnfitError(f"field is empty: {field.name}")
        return None
    if field.kind.startswith("="):
        table = NAMED[field.kind[1:]]
        if text not in table:
            raise UnfitError(f"field is none of its values: {field.name}")
        return table[text]
    return KINDS[field.kind](text, field.name)


def read_place(told: dict[str, Any]) -> tuple[float, float] | None:
    """(lon, lat) of the four fields of a position, which are taken out of `told`."""
    texts = [told.pop(name, None) or "" for name in ("lat", "north", "lon", "east")]
    return position(*texts)
