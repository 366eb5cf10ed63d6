"""A JT/T 808 0x0200 decoder as one writes it first, to measure ours against: byte by byte.

It does the same work (escapes, checksum, header, position, items) and judges nothing further.
"""

from struct import unpack
from typing import Any


def decode(raw: bytes) -> dict[str, Any] | None:
    data = _unescaped(raw[1:-1])
    check = 0
    for byte in data[:-1]:
        check ^= byte
    if check != data[-1]:
        return None
    message_id, properties = unpack(">HH", data[:4])
    start = 17 if properties & 0x4000 else 12
    phone = data[5:15] if properties & 0x4000 else data[4:10]
    (serial,) = unpack(">H", data[start - 2 : start])
    body = data[start:-1]
    if len(body) != properties & 0x3FF:
        return None
    told = {"id": message_id, "phone": phone.hex().lstrip("0"), "serial": serial}
    return told | _location(body)


def _unescaped(data: bytes) -> bytes:
    out, at = bytearray(), 0
    while at < len(data):
        if data[at] == 0x7D:
            out.append(0x7E if data[at + 1] == 2 else 0x7D)
            at += 2
        else:
            out.append(data[at])
            at += 1
    return bytes(out)


def _location(body: bytes) -> dict[str, Any]:
    alarm, status, lat, lon, altitude, speed, course = unpack(">IIIIhHH", body[:22])
    t = body[22:28].hex()
    items, at = {}, 28
    while at + 2 <= len(body):
        number, size = body[at], body[at + 1]
        value = body[at + 2 : at + 2 + size]
        items[number] = int.from_bytes(value, "big") if size in (1, 2, 4) else value.hex()
        at += 2 + size
    return {
        "alarm": alarm,
        "status": status,
        "lat": lat / 1e6 * (-1 if status & 4 else 1),
        "lon": lon / 1e6 * (-1 if status & 8 else 1),
        "altitude": altitude,
        "speed": speed / 10,
        "course": course,
        "time": f"20{t[:2]}-{t[2:4]}-{t[4:6]} {t[6:8]}:{t[8:10]}:{t[10:12]}",
        "items": items,
    }
