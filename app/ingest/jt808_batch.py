"""0x0704, positions sent together, often late; and messages that come in several packets."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
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


@dataclass(slots=True)
class _Group:
    total: int
    started: float
    parts: dict[int, bytes] = field(default_factory=dict)


class Reassembler:
    """Puts the packets of long messages together, for one stream, within bounds.

    Packets belong together by phone, message id, total and the serial of the first; a group that
    is not whole after `timeout_s` is dropped, and so is the oldest beyond `most` groups.
    """

    def __init__(
        self, *, timeout_s: float = 60.0, most: int = 16, most_bytes: int = 1 << 20
    ) -> None:
        self._timeout_s = timeout_s
        self._most = most
        self._most_bytes = most_bytes
        self._groups: OrderedDict[tuple[str, int, int, int], _Group] = OrderedDict()
        self.dropped = 0

    def feed(self, part: Frame, *, now: float = 0.0) -> Frame | None:
        """The whole message with the last packet's serial, once all packets are there.

        `now`: seconds of any steady clock.
        """
        self._expire(now)
        key = (part.phone, part.id, part.total, (part.serial - part.number) & 0xFFFF)
        group = self._groups.setdefault(key, _Group(part.total, now))
        group.parts[part.number] = part.body
        if len(group.parts) == group.total:
            del self._groups[key]
            body = b"".join(group.parts[i] for i in range(1, group.total + 1))
            return part._replace(body=body, total=0, number=0)
        self._bound()
        return None

    def _expire(self, now: float) -> None:
        while self._groups:
            key, group = next(iter(self._groups.items()))
            if now - group.started <= self._timeout_s:
                return
            self._drop(key)

    def _bound(self) -> None:
        while len(self._groups) > self._most or self._held() > self._most_bytes:
            self._drop(next(iter(self._groups)))

    def _held(self) -> int:
        return sum(len(body) for group in self._groups.values() for body in group.parts.values())

    def _drop(self, key: tuple[str, int, int, int]) -> None:
        del self._groups[key]
        self.dropped += 1
