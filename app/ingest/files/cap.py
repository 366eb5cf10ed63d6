"""CAP 1.2 (and 1.1) alerts: who warns of what, where and until when. Areas are WGS 84, lat first.

A circle's radius is in kilometres. Nothing of an alert is a position of a terminal.
"""

from dataclasses import dataclass
from datetime import datetime

from app.ingest.files.parts import UnfitError, number_of, place, time_of
from app.ingest.files.xml import Node

ALLOWED: dict[str, frozenset[str]] = {
    "status": frozenset(("Actual", "Exercise", "System", "Test", "Draft")),
    "msgType": frozenset(("Alert", "Update", "Cancel", "Ack", "Error")),
    "scope": frozenset(("Public", "Restricted", "Private")),
    "urgency": frozenset(("Immediate", "Expected", "Future", "Past", "Unknown")),
    "severity": frozenset(("Extreme", "Severe", "Moderate", "Minor", "Unknown")),
    "certainty": frozenset(
        ("Observed", "Likely", "Possible", "Unlikely", "Unknown", "Very Likely")
    ),
}
"""Element -> its values (CAP 1.2 §3.2; "Very Likely" is of 1.0)."""

_MOST_POINTS = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """`polygons`: closed rings of (lon, lat) degrees; `circles`: (lon, lat, radius in metres)."""

    name: str
    polygons: tuple[tuple[tuple[float, float], ...], ...] = ()
    circles: tuple[tuple[float, float, float], ...] = ()
    codes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Info:
    """One language's account of the event; `expires` None: until it is cancelled."""

    categories: tuple[str, ...]
    event: str
    urgency: str
    severity: str
    certainty: str
    language: str = "en-US"
    headline: str = ""
    description: str = ""
    instruction: str = ""
    effective: datetime | None = None
    onset: datetime | None = None
    expires: datetime | None = None
    areas: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An earlier message that an Update or Cancel is about."""

    sender: str
    identifier: str
    sent: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """The same identifier, sender and time of sending is the same message, however often heard."""

    identifier: str
    sender: str
    sent: datetime
    status: str
    kind: str
    scope: str
    references: tuple[Reference, ...] = ()
    infos: tuple[Info, ...] = ()

    @property
    def key(self) -> tuple[str, str, datetime]:
        return self.sender, self.identifier, self.sent


def read_cap(root: Node) -> Alert:
    """The alert; UnfitError where what the standard asks for is missing or has another value."""
    if root.name != "alert":
        raise UnfitError("document is no CAP alert")
    kind = _one_of(root, "msgType")
    references = tuple(_reference(text) for text in (root.said("references") or "").split())
    if kind in ("Update", "Cancel") and not references:
        raise UnfitError("update or cancel without a reference")
    return Alert(
        identifier=_needed(root, "identifier"),
        sender=_needed(root, "sender"),
        sent=_zoned(_needed(root, "sent")),
        status=_one_of(root, "status"),
        kind=kind,
        scope=_one_of(root, "scope"),
        references=references,
        infos=tuple(_info(node) for node in root.all("info")),
    )


def _info(node: Node) -> Info:
    times = {name: node.said(name) for name in ("effective", "onset", "expires")}
    told = {name: None if text is None else _zoned(text) for name, text in times.items()}
    return Info(
        categories=tuple(child.text.strip() for child in node.all("category")),
        event=_needed(node, "event"),
        urgency=_one_of(node, "urgency"),
        severity=_one_of(node, "severity"),
        certainty=_one_of(node, "certainty"),
        language=node.said("language") or "en-US",
        headline=node.said("headline") or "",
        description=node.said("description") or "",
        instruction=node.said("instruction") or "",
        areas=tuple(_area(child) for child in node.all("area")),
        effective=told["effective"],
        onset=told["onset"],
        expires=told["expires"],
    )


def _area(node: Node) -> Area:
    codes = node.all("geocode")
    return Area(
        name=_needed(node, "areaDesc"),
        polygons=tuple(_polygon(child.text) for child in node.all("polygon") if child.text.strip()),
        circles=tuple(_circle(child.text) for child in node.all("circle") if child.text.strip()),
        codes=tuple((code.said("valueName") or "", code.said("value") or "") for code in codes),
    )


def _polygon(text: str) -> tuple[tuple[float, float], ...]:
    ring = tuple(_pair(pair) for pair in text.split())
    if len(ring) < 4 or len(ring) > _MOST_POINTS or ring[0] != ring[-1]:
        raise UnfitError("polygon is not closed")
    return ring


def _pair(text: str) -> tuple[float, float]:
    lat, comma, lon = text.partition(",")
    if not comma:
        raise UnfitError("position is incomplete")
    return place(number_of(lon, "lon"), number_of(lat, "lat"))


def _circle(text: str) -> tuple[float, float, float]:
    middle, _, radius = text.strip().rpartition(" ")
    lon, lat = _pair(middle.strip())
    radius_m = number_of(radius, "radius") * 1000
    if radius_m < 0:
        raise UnfitError("field is not a number: radius")
    return lon, lat, radius_m


def _reference(text: str) -> Reference:
    sender, _, rest = text.partition(",")
    identifier, comma, sent = rest.rpartition(",")
    if not comma:
        raise UnfitError("reference is not sender, identifier and time")
    return Reference(sender=sender, identifier=identifier, sent=_zoned(sent))


def _needed(node: Node, name: str) -> str:
    text = node.said(name)
    if text is None:
        raise UnfitError(f"element is missing: {name}")
    return text


def _one_of(node: Node, name: str) -> str:
    text = _needed(node, name)
    if text not in ALLOWED[name]:
        raise UnfitError(f"field is none of its values: {name}")
    return text


def _zoned(text: str) -> datetime:
    found = time_of(text)
    if found is None:
        raise UnfitError("time has no zone")
    return found
