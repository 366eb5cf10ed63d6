"""The additional items of a 0x0200 body (JT/T 808-2019 table 27, JT/T 1078 table 14): the table.

Each row says what an item of one length means; `jt808_items` reads whole lists with it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from struct import Struct
from typing import Any

AREAS: tuple[str, ...] = ("none", "circle", "rectangle", "polygon", "segment")
"""Kinds of place in items 0x11 and 0x12."""

SIGNALS: tuple[str, ...] = (
    *("low_beam", "high_beam", "right_turn", "left_turn", "brake", "reverse", "fog_light"),
    *("clearance_light", "horn", "air_conditioner", "neutral", "retarder", "abs", "heater"),
    "clutch",
)
"""Bits of item 0x25."""

IO: tuple[str, ...] = ("deep_sleep", "sleep")
STORAGES: tuple[str, ...] = (
    *(f"main_{number}" for number in range(1, 13)),
    *(f"backup_{number}" for number in range(1, 5)),
)
"""Bits of item 0x17: main storages, then the disaster-proof ones (JT/T 1078 table 14)."""

VIDEO: tuple[str, ...] = (
    *("signal_lost", "signal_covered", "storage_fault", "other_fault", "bus_overload"),
    *("abnormal_driving", "storage_nearly_full"),
)
BEHAVIOUR: tuple[str, ...] = ("fatigue", "phone_call", "smoking")
"""Bits of items 0x2A, 0x14 and 0x18."""

FLAG_STATES: tuple[str, ...] = ("instant", "begins", "ends")
_SAFETY_HEAD = Struct(">IBBB")
_AREA = Struct(">BI")
_CROSSING = Struct(">BIB")
_SEGMENT = Struct(">IHB")
_NO_PRESSURE = 0xFF


@dataclass(frozen=True, slots=True)
class Row:
    """One item of one length: `form` of struct; the value is `factor` times it, or `read` of it."""

    name: str
    form: str
    factor: float | None = None
    read: Callable[[Any], Any] | None = None


def _named_bits(names: tuple[str, ...]) -> Callable[[int], tuple[str, ...]]:
    @lru_cache(maxsize=256)
    def read(bits: int) -> tuple[str, ...]:
        told = tuple(name for bit, name in enumerate(names) if bits >> bit & 1)
        rest = bits >> len(names)
        return (*told, f"other_0x{rest << len(names):X}") if rest else told

    return read


def _of(names: tuple[str, ...], number: int) -> str | int:
    return names[number] if number < len(names) else number


def _signed(number: int) -> int:
    """Table 27, item 6: the top bit is a sign, not a complement."""
    return -(number & 0x7FFF) if number & 0x8000 else number


def _tyres(data: bytes) -> tuple[int | None, ...]:
    return tuple(None if byte == _NO_PRESSURE else byte for byte in data)


@lru_cache(maxsize=256)
def _channels(bits: int) -> tuple[int, ...]:
    """Channels from 1 whose bit is set."""
    return tuple(bit + 1 for bit in range(32) if bits >> bit & 1)


def _overspeed(data: bytes) -> dict[str, Any]:
    kind, area = _AREA.unpack(data)
    return {"place": _of(AREAS, kind), "id": area}


def _overspeed_nowhere(kind: int) -> dict[str, Any]:
    return {"place": _of(AREAS, kind)}


def _crossing(data: bytes) -> dict[str, Any]:
    kind, area, way = _CROSSING.unpack(data)
    return {"place": _of(AREAS, kind), "id": area, "direction": _of(("in", "out"), way)}


def _segment(data: bytes) -> dict[str, Any]:
    number, took_s, result = _SEGMENT.unpack(data)
    return {"id": number, "took_s": took_s, "result": _of(("too_short", "too_long"), result)}


def _two_analogs(bits: int) -> tuple[int, int]:
    return bits & 0xFFFF, bits >> 16


def _behaviour(data: bytes) -> dict[str, Any]:
    bits = int.from_bytes(data[:2], "big")
    return {"signs": _named_bits(BEHAVIOUR)(bits), "fatigue_degree": data[2]}


def _safety(data: bytes) -> dict[str, Any]:
    """The head that driver assistance, driver state and blind zone share (T/JSATL 12)."""
    number, state, kind, level = _SAFETY_HEAD.unpack_from(data)
    told = {"alarm_id": number, "state": _of(FLAG_STATES, state), "kind": kind}
    return told | {"level": level, "raw": data.hex()}


ROWS: dict[tuple[int, int], Row] = {
    (0x01, 4): Row("mileage_km", "I", 0.1),
    (0x02, 2): Row("fuel_l", "H", 0.1),
    (0x03, 2): Row("recorder_speed_kmh", "H", 0.1),
    (0x04, 2): Row("alarm_event", "H"),
    (0x05, 30): Row("tyre_pressure", "30s", read=_tyres),
    (0x06, 2): Row("cabin_temperature_c", "H", read=_signed),
    (0x11, 1): Row("overspeed_at", "B", read=_overspeed_nowhere),
    (0x11, 5): Row("overspeed_at", "5s", read=_overspeed),
    (0x12, 6): Row("crossed", "6s", read=_crossing),
    (0x13, 7): Row("segment_time", "7s", read=_segment),
    (0x14, 4): Row("video_alarm", "I", read=_named_bits(VIDEO)),
    (0x15, 4): Row("video_lost_channels", "I", read=_channels),
    (0x16, 4): Row("video_covered_channels", "I", read=_channels),
    (0x17, 2): Row("storage_fault", "H", read=_named_bits(STORAGES)),
    (0x18, 3): Row("driving_behaviour", "3s", read=_behaviour),
    (0x25, 4): Row("signals", "I", read=_named_bits(SIGNALS)),
    (0x2A, 2): Row("io", "H", read=_named_bits(IO)),
    (0x2B, 4): Row("analog", "I", read=_two_analogs),
    (0x30, 1): Row("network_strength", "B"),
    (0x31, 1): Row("satellites", "B"),
    (0x64, 47): Row("driver_assistance", "47s", read=_safety),
    (0x65, 47): Row("driver_state", "47s", read=_safety),
    (0x67, 41): Row("blind_zone", "41s", read=_safety),
}
"""(id, length) -> meaning. Of another length an item is the maker's own and stays hexadecimal."""

NAMES: dict[int, str] = {number: row.name for (number, _), row in ROWS.items()} | {
    0x66: "tyre_state",
    0xE0: "custom_length",
}
"""Item id -> name, for items of a length that no row reads too."""
