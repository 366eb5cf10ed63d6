"""Values to canonical JSON and back: the one form in which the ledger and its tables are kept.

Canonical: UTF-8, keys sorted, no spaces, times in UTC; so that equal values give equal bytes.
"""

from dataclasses import fields
from datetime import UTC, datetime
from functools import cache
from typing import Any, TypeVar

import msgspec

from app.model import Alert, Case, Command, Fence, Task, Terminal, Unit
from app.shortmsg.kept import KeptOrder, Letter

T = TypeVar("T")

KINDS: dict[str, type] = {
    "alert": Alert,
    "case": Case,
    "task": Task,
    "unit": Unit,
    "terminal": Terminal,
    "fence": Fence,
    "order": KeptOrder,
    "letter": Letter,
    "command": Command,
}
"""First part of an object key ("case:C-…") -> the type its fields make up."""


def canonical(value: Any) -> str:
    """Canonical JSON of a value; dataclasses, enums and times included."""
    return msgspec.json.encode(value, order="deterministic").decode()


def plain(text: str) -> Any:
    """JSON text -> dicts, lists, strings and numbers."""
    return msgspec.json.decode(text)


def builtin(value: Any) -> Any:
    """A value as it will be read back from JSON: dicts, lists, strings, numbers."""
    return msgspec.to_builtins(value)


def value_of(text: str, kind: type[T]) -> T:
    """JSON text -> a value of `kind`; msgspec.ValidationError where it does not fit."""
    return msgspec.json.decode(text, type=kind)


def check(body: dict[str, Any], kind: str) -> None:
    """Refuse a body that no object of `kind` can be made of (ValueError)."""
    if unknown := body.keys() - _names(kind):
        raise ValueError(f"a {kind} has no {', '.join(sorted(unknown))}")
    msgspec.convert(body, KINDS[kind])


@cache
def _names(kind: str) -> frozenset[str]:
    return frozenset(field.name for field in fields(KINDS[kind]))


def split(key: str) -> tuple[str, str]:
    """An object key -> (kind, id); ValueError where it is none."""
    kind, _, ident = key.partition(":")
    if kind not in KINDS or not ident:
        raise ValueError(f"{key!r} is not the key of an object")
    return kind, ident


def stamp(at: datetime) -> str:
    """A time as text that sorts like the time: UTC, microseconds always written."""
    if at.tzinfo is None:
        raise ValueError(f"{at} has no time zone")
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def unstamp(text: str) -> datetime:
    return datetime.fromisoformat(text)


def epoch(text: str | None) -> float | None:
    """A time as JSON has it -> seconds since 1970, None kept."""
    if text is None:
        return None
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError(f"{text} has no time zone")
    return at.timestamp()
