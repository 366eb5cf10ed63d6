"""JT/T 808 (2011, 2013, 2019) between bytes and Messages. No sockets, no sessions.

The encode side is here as well: `build`, and the bodies of what terminals and platform say.
"""

from collections.abc import Callable
from typing import Any

from app.ingest.jt808_batch import batch_body, read_batch
from app.ingest.jt808_frame import Damage, Frame, build, build_parts, parse
from app.ingest.jt808_location import CORE, location_body, named_additions, read_location
from app.ingest.jt808_names import MESSAGES, type_text
from app.ingest.jt808_parts import Missing, Reassembler, resend_body
from app.ingest.jt808_session import (
    Authentication,
    Registration,
    authentication_body,
    general_reply_body,
    read_authentication,
    read_registration,
    register_reply_body,
    registration_body,
    text_of,
)
from app.model import Message

__all__ = [
    "Authentication",
    "Damage",
    "Frame",
    "Missing",
    "Reassembler",
    "Registration",
    "authentication_body",
    "batch_body",
    "build",
    "build_parts",
    "decode",
    "details",
    "general_reply_body",
    "interpret",
    "location_body",
    "parse",
    "read_authentication",
    "read_registration",
    "register_reply_body",
    "registration_body",
    "resend_body",
]

SHORTEST = {
    0x0001: 5,
    0x8001: 5,
    0x8100: 3,
    0x0104: 3,
    0x0201: 30,
    0x8003: 3,
    0x8202: 2,
    0x0302: 3,
    0x0500: 2,
    0x0802: 4,
    0x0805: 3,
}
"""Message id -> least bytes of body, for those that are read no further."""

_LOCATION, _LOCATION_ANSWER, _BATCH, _REGISTER, _AUTHENTICATE = (
    0x0200,
    0x0201,
    0x0704,
    0x0100,
    0x0102,
)


def decode(raw: bytes) -> Message:
    """One frame with its delimiters as a Message; damage is told in `error`, never raised."""
    frame = parse(raw)
    return refused(frame, raw=raw) if isinstance(frame, Damage) else interpret(frame, raw=raw)


def refused(damage: Damage, *, raw: bytes) -> Message:
    """The Message of bytes that are no frame; type and terminal are what they claim to be."""
    kind = "" if damage.id is None else type_text(damage.id)
    return Message(format="jt808", type=kind, terminal=damage.phone, error=damage.reason, raw=raw)


def interpret(frame: Frame, *, raw: bytes = b"") -> Message:
    """What a sound frame says. Messages that carry no position are named and not `valid`."""
    message_id, phone, _, _, body, encryption, total, _ = frame
    if message_id == _LOCATION and not encryption and not total:
        return read_location(body, kind="0x0200", terminal=phone, raw=raw)
    if frame.encryption:
        return _plain(frame, raw, error="body is encrypted", encrypted=True)
    if frame.total:
        return _plain(frame, raw, status=("subpackage",))
    if frame.id == _LOCATION_ANSWER:
        return read_location(frame.body[2:], kind=frame.type, terminal=frame.phone, raw=raw)
    if frame.id == _BATCH:
        return read_batch(frame, raw=raw)
    return _plain(frame, raw, error=_fault(frame))


def _plain(frame: Frame, raw: bytes, **fields: Any) -> Message:
    return Message(format="jt808", type=frame.type, terminal=frame.phone, raw=raw, **fields)


def _fault(frame: Frame) -> str | None:
    if frame.id == _REGISTER:
        registration = read_registration(frame)
        return registration if isinstance(registration, str) else None
    if frame.id == _AUTHENTICATE:
        authentication = read_authentication(frame)
        return authentication if isinstance(authentication, str) else None
    least = SHORTEST.get(frame.id, 0)
    if len(frame.body) < least:
        return f"body too short: {len(frame.body)} bytes of {least}"
    return None


def _reply_details(frame: Frame) -> dict[str, Any]:
    serial, message_id, result = frame.body[:2], frame.body[2:4], frame.body[4]
    return {
        "answers": type_text(int.from_bytes(message_id, "big")),
        "answers_serial": int.from_bytes(serial, "big"),
        "result": result,
    }


def _register_reply_details(frame: Frame) -> dict[str, Any]:
    return {
        "answers_serial": int.from_bytes(frame.body[:2], "big"),
        "result": frame.body[2],
        "code": text_of(frame.body[3:]),
    }


def _fields_of(value: object) -> dict[str, Any]:
    """All but what the header says; the maker's number is not the `terminal` of a Message."""
    names = getattr(type(value), "__dataclass_fields__", {})
    told = {name: getattr(value, name) for name in names if name not in ("phone", "version")}
    if "terminal" in told:
        told["device"] = told.pop("terminal")
    return told


def _resend_details(frame: Frame) -> dict[str, Any]:
    start = 4 if frame.version == 2019 else 3
    numbers = frame.body[start:]
    told = [int.from_bytes(numbers[at : at + 2], "big") for at in range(0, len(numbers) - 1, 2)]
    return {"first_serial": int.from_bytes(frame.body[:2], "big"), "packets": told}


def _track_details(frame: Frame) -> dict[str, Any]:
    period, validity = frame.body[:2], frame.body[2:6]
    return {
        "period_s": int.from_bytes(period, "big"),
        "validity_s": int.from_bytes(validity, "big"),
    }


def _answer_details(frame: Frame) -> dict[str, Any]:
    """What is answered, and the rest of the body as it is."""
    serial, rest = frame.body[:2], frame.body[2:]
    return {"answers_serial": int.from_bytes(serial, "big"), "body": rest.hex()}


_DETAILS: dict[int, Callable[[Frame], dict[str, Any]]] = {
    0x0001: _reply_details,
    0x8001: _reply_details,
    0x8100: _register_reply_details,
    0x0100: lambda frame: _fields_of(read_registration(frame)),
    0x0102: lambda frame: _fields_of(read_authentication(frame)),
    0x0200: lambda frame: {"additions": list(named_additions(frame.body[CORE:]))},
    0x0201: lambda frame: {
        "answers_serial": int.from_bytes(frame.body[:2], "big"),
        "additions": list(named_additions(frame.body[2 + CORE :])),
    },
    0x0104: _answer_details,
    0x0302: _answer_details,
    0x0500: _answer_details,
    0x0802: _answer_details,
    0x0805: _answer_details,
    0x8003: _resend_details,
    0x8202: _track_details,
    0x6006: lambda frame: {"text": text_of(frame.body[1:])},
    0x8300: lambda frame: {"text": text_of(frame.body[2 if frame.version == 2019 else 1 :])},
}


def details(frame: Frame) -> dict[str, Any]:
    """What a person wants to see beyond the Message: header, names, fields, text; or the body."""
    said: dict[str, Any] = {"name": MESSAGES.get(frame.id), "serial": frame.serial}
    said["version"] = frame.version
    if frame.total:
        return said | {"subpackage": {"number": frame.number, "total": frame.total}}
    if frame.encryption:
        return said | {"encryption": frame.encryption, "body": frame.body.hex()}
    read = _DETAILS.get(frame.id)
    if read is None or _fault(frame) is not None:
        return said | ({"body": frame.body.hex()} if frame.body and frame.id != _BATCH else {})
    return said | read(frame)
