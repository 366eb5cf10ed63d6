"""An export: an entry that says what left the desk, how much of it, and in which file.

It changes nothing but the ledger. Whereabouts of terminals are counted apart: they are persons'.
"""

from collections.abc import Mapping
from typing import Any

from app.casework.acts import Act, Draft, Refusal
from app.casework.why import Why
from app.model import Officer, Role

ACT = "desk.export"
SUBJECT = "desk:export"
ROLES = frozenset(Role) - {Role.SYSTEM}
FORMATS = ("png", "pdf", "svg", "print", "gpkg", "geojson", "csv", "gpx")
KINDS = ("map", "page", "objects", "tracks")
FIELDS = frozenset({"kind", "format", "file", "sha256", "counts"})
LONGEST = 255
"""Characters of a file's name."""
_HASH = 64
_MOST_LAYERS = 32


def decide_export(act: Act, by: Officer) -> Draft | Refusal:
    """The entry of an export, or why nothing may leave the desk.

    `kind` of KINDS, `format` of FORMATS, `file`: its bare name ("" on a printer), `sha256`: of the
    file ("" on a printer), `counts`: things of each layer, for objects.
    """
    if not ROLES & by.roles:
        return Refusal(code=Why.WRONG_ROLE, detail=",".join(sorted(ROLES)))
    if act.subject != SUBJECT:
        return Refusal(code=Why.UNKNOWN_SUBJECT, detail=act.subject)
    if unknown := sorted(act.fields.keys() - FIELDS):
        return Refusal(code=Why.FIELD_UNKNOWN, detail=unknown[0])
    if bad := _bad(act.fields):
        return Refusal(code=Why.FIELD_BAD, detail=bad)
    return Draft(act=ACT, subject=SUBJECT, before={}, after={}, reason=_said(act.fields))


def role_of(by: Officer) -> Role:
    """The role in which an officer exports; the humblest where there are several."""
    return next(role for role in Role if role in ROLES & by.roles)


def _bad(fields: Mapping[str, Any]) -> str:
    """The name of a field that is not fit, or ""."""
    checks = {
        "kind": fields.get("kind") in KINDS,
        "format": fields.get("format") in FORMATS,
        "file": _is_text(fields.get("file", ""), LONGEST),
        "sha256": _is_hash(fields.get("sha256", "")),
        "counts": _are_counts(fields.get("counts", {})),
    }
    return next((name for name, good in checks.items() if not good), "")


def _is_text(value: object, longest: int) -> bool:
    return isinstance(value, str) and len(value) <= longest and "/" not in value


def _is_hash(value: object) -> bool:
    if not isinstance(value, str) or len(value) not in (0, _HASH):
        return False
    return set(value) <= set("0123456789abcdef")


def _are_counts(value: object) -> bool:
    return (
        isinstance(value, Mapping)
        and len(value) <= _MOST_LAYERS
        and all(isinstance(k, str) and k.isidentifier() for k in value)
        and all(isinstance(n, int) and not isinstance(n, bool) and n >= 0 for n in value.values())
    )


def _said(fields: Mapping[str, Any]) -> str:
    """objects gpkg a.gpkg cases=3 terminals=2 sha256=…: the same words in every language."""
    counts = (f"{name}={number}" for name, number in sorted(fields.get("counts", {}).items()))
    digest = fields.get("sha256", "")
    parts = (
        fields["kind"],
        fields["format"],
        fields.get("file", ""),
        *counts,
        f"sha256={digest}" if digest else "",
    )
    return " ".join(part for part in parts if part)
