"""Whether the fields an act brings have the form that its row of the table gives them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from math import isfinite
from typing import Any

from app.casework.table import FieldSpec
from app.casework.why import Why

LONGEST_TEXT = 4_000
MOST_UNITS = 100
MOST_MINUTES = 60 * 24 * 366


def _text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_TEXT


def _name(value: Any) -> bool:
    return _text(value) and bool(value.strip())


def _names(value: Any) -> bool:
    listed = isinstance(value, Sequence) and not isinstance(value, str) and len(value) <= MOST_UNITS
    return listed and all(_name(one) for one in value)


def _minutes(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value <= MOST_MINUTES


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def moment(value: str) -> datetime:
    """ISO 8601 with its offset -> UTC. ValueError for what is none, or lacks the offset."""
    at = datetime.fromisoformat(value)
    if at.tzinfo is None:
        raise ValueError(f"{value} has no time zone")
    return at.astimezone(UTC)


def _moment(value: Any) -> bool:
    try:
        return isinstance(value, str) and moment(value) is not None
    except (ValueError, OverflowError):  # the first and the last day have no UTC
        return False


FORMS: Mapping[str, Callable[[Any], bool]] = {
    "text": _text,
    "choice": lambda value: isinstance(value, str | int),
    "unit": _name,
    "units": _names,
    "item": _text,
    "condition": _name,
    "minutes": _minutes,
    "moment": _moment,
    "number": _number,
    "person": _name,
    "case": _name,
    "flag": lambda value: isinstance(value, bool),
}
"""Kind of field -> whether a value can be one."""


def refuse_fields(specs: Sequence[FieldSpec], given: Mapping[str, Any]) -> tuple[Why, str] | None:
    """What is wrong with the fields, and with which; None where they will do."""
    if unknown := sorted(given.keys() - {spec.name for spec in specs}):
        return Why.FIELD_UNKNOWN, unknown[0]
    for spec in specs:
        value = given.get(spec.name)
        if value is None or (isinstance(value, str) and not value.strip()):
            if spec.required:
                return Why.FIELD_MISSING, spec.name
        elif not FORMS[spec.kind](value) or (spec.choices and str(value) not in spec.choices):
            return Why.FIELD_BAD, spec.name
    return None
