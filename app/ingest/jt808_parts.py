"""Messages that come in several packets: put together, asked for again, given up; all bounded."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from struct import Struct

from app.ingest.jt808_frame import Frame

_MOST_ASKED = 125
"""Packets asked for at a time; their count is one byte before 2019."""

_ASKS = 3
_PART_COST = 128
"""Bytes that a packet takes beside its body, so that many empty ones are bounded too."""

_FIRST = Struct(">H")
_COUNT_2013, _COUNT_2019 = Struct(">B"), Struct(">H")


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Packets of one message that have not come. `first`: serial of its first packet."""

    phone: str
    version: int
    first: int
    numbers: tuple[int, ...]


def resend_body(missing: Missing) -> bytes:
    """0x8003: serial of the first packet, count, and the numbers (JT/T 808-2019 table 9)."""
    count = _COUNT_2019 if missing.version == 2019 else _COUNT_2013
    numbers = b"".join(_FIRST.pack(number) for number in missing.numbers)
    return _FIRST.pack(missing.first) + count.pack(len(missing.numbers)) + numbers


@dataclass(slots=True)
class _Group:
    total: int
    version: int
    started: float
    touched: float
    asked: int = 0
    parts: dict[int, bytes] = field(default_factory=dict)
    cost: int = 0

    def missing(self) -> tuple[int, ...]:
        """The first of the numbers that are not there; looks no further than it has to."""
        found: list[int] = []
        for number in range(1, self.total + 1):
            if number not in self.parts:
                found.append(number)
                if len(found) == _MOST_ASKED:
                    break
        return tuple(found)


class Reassembler:
    """Puts the packets of long messages together, for one stream, within bounds.

    Packets belong together by phone, message id, total and the serial of the first. A group that
    is not whole after `timeout_s` is dropped, and so is the oldest beyond `most` groups or
    `most_bytes`. What is missing after `ask_s` of silence may be asked for, three times.
    """

    def __init__(
        self,
        *,
        timeout_s: float = 60.0,
        most: int = 16,
        most_bytes: int = 1 << 20,
        ask_s: float = 5.0,
    ) -> None:
        self._timeout_s, self._ask_s = timeout_s, ask_s
        self._most, self._most_bytes = most, most_bytes
        self._groups: OrderedDict[tuple[str, int, int, int], _Group] = OrderedDict()
        self._cost = 0
        self.dropped = 0

    @property
    def held(self) -> int:
        """Bytes that the packets take which wait for others."""
        return self._cost

    def feed(self, part: Frame, *, now: float = 0.0) -> Frame | None:
        """The whole message with the last packet's serial, once all packets are there.

        `now`: seconds of any steady clock.
        """
        self._expire(now)
        first = (part.serial - part.number + 1) & 0xFFFF
        key = (part.phone, part.id, part.total, first)
        group = self._groups.get(key)
        if group is None:
            group = self._groups[key] = _Group(part.total, part.version, now, now)
        self._add(group, part, now)
        if len(group.parts) == group.total:
            self._forget(key)
            body = b"".join(group.parts[i] for i in range(1, group.total + 1))
            return part._replace(body=body, total=0, number=0)
        while len(self._groups) > self._most or self._cost > self._most_bytes:
            self._drop(next(iter(self._groups)))
        return None

    def due(self, now: float) -> Iterator[Missing]:
        """What is to be asked for at `now`: of groups that have begun and fallen silent."""
        self._expire(now)
        for (phone, _, _, first), group in self._groups.items():
            if now - group.touched >= self._ask_s and group.asked < _ASKS:
                group.asked += 1
                group.touched = now
                numbers = group.missing()
                yield Missing(phone=phone, version=group.version, first=first, numbers=numbers)

    def _add(self, group: _Group, part: Frame, now: float) -> None:
        cost = _PART_COST + len(part.body)
        before = group.parts.get(part.number)
        if before is not None:
            cost -= _PART_COST + len(before)
        group.parts[part.number] = part.body
        group.touched = now
        group.cost += cost
        self._cost += cost

    def _expire(self, now: float) -> None:
        while self._groups:
            key, group = next(iter(self._groups.items()))
            if now - group.started <= self._timeout_s:
                return
            self._drop(key)

    def _forget(self, key: tuple[str, int, int, int]) -> None:
        self._cost -= self._groups.pop(key).cost

    def _drop(self, key: tuple[str, int, int, int]) -> None:
        self._forget(key)
        self.dropped += 1
