"""0x0704, positions sent together, often late."""

from collections.abc import Sequence
from dataclasses import replace
from struct import Struct

from app.ingest.jt808_frame import Frame
from app.ingest.jt808_location import read_location
from app.model import Message

_HEAD = Struct(">HB")
_LENGTH = Struct(">H")


def read_batch(frame: Frame, *, raw: bytes = b"") -> Message:
    """u16 count, u8 type (1: backlog of a blind area), count times u16 length and a 0x0200 body.

    The items are oldest first. The message itself shows the newest valid item, or, where none is,
    the newest that is not refused, which says where it was without a fix. Where count and
    body disagree the batch is refused, with the items that could be read still in `items`.
    """
    blank = Message(format="jt808", type=frame.type, terminal=frame.phone, raw=raw)
    if len(frame.body) < _HEAD.size:
        return replace(blank, error=f"batch too short: {len(frame.body)} bytes")
    count, kind = _HEAD.unpack_from(frame.body)
    bodies, error = _split(frame.body, count)
    items = tuple(
        sorted(
            (
                read_location(body, kind="0x0200", terminal=frame.phone, backlog=kind == 1)
                for body in bodies
            ),
            key=_age,
        )
    )
    if error is not None:
        return replace(blank, error=error, items=items, backlog=kind == 1)
    sound = [item for item in items if item.error is None]
    if sound:
        shown = [item for item in sound if item.valid] or sound
        return replace(shown[-1], type=frame.type, items=items, raw=raw)
    common = items[0].error if items else None
    return replace(blank, items=items, backlog=kind == 1, error=common)


def _age(item: Message) -> float:
    return item.fix_time.timestamp() if item.fix_time else 0.0


def _split(body: bytes, count: int) -> tuple[list[bytes], str | None]:
    bodies: list[bytes] = []
    at = _HEAD.size
    while at + 2 <= len(body) and len(bodies) < count:
        (length,) = _LENGTH.unpack_from(body, at)
        if at + 2 + length > len(body):
            return bodies, f"batch item overruns: {len(bodies) + 1} of {count}"
        bodies.append(body[at + 2 : at + 2 + length])
        at += 2 + length
    if len(bodies) != count:
        return bodies, f"batch count mismatch: {count} said, {len(bodies)} found"
    return bodies, f"batch has trailing bytes: {len(body) - at}" if at != len(body) else None


def batch_body(bodies: Sequence[bytes], *, backlog: bool) -> bytes:
    """The 0x0704 body of some 0x0200 bodies."""
    head = _HEAD.pack(len(bodies), int(backlog))
    return head + b"".join(_LENGTH.pack(len(body)) + body for body in bodies)
