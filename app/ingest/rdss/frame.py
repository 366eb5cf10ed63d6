"""RDSS "4.0" binary frames: $, four letters, length, address, content, checksum; both ways.

What the content means is read elsewhere. XOR of all bytes before the checksum, $ too.
"""

from dataclasses import dataclass
from struct import Struct
from typing import NamedTuple

from app.ingest.jt808_frame import checksum

NAMES: dict[str, str] = {
    "DWXX": "position",
    "TXXX": "message",
    "ICXX": "card",
    "ZJXX": "self_test",
    "SJXX": "time",
    "BBXX": "version",
    "FKXX": "feedback",
    "GLZK": "beam_powers",
    "GPSX": "gnss_position",
    "GNPX": "gnss_position_2",
    "GNTX": "gnss_time",
    "GNVX": "gnss_speed",
    "FCXX": "serial_settings",
    "TXSQ": "send_message",
    "DWSQ": "ask_position",
    "ICJC": "ask_card",
    "XTZJ": "ask_self_test",
    "SJSC": "ask_time",
    "BBDQ": "ask_version",
    "GLJC": "ask_beam_powers",
    "CKSC": "set_serial",
    "GPSC": "ask_gnss",
    "TXCX": "query_messages",
}
"""Tag -> what it is; those that a device says and those that are commands to it."""

TAGS = frozenset(name.encode("ascii") for name in NAMES)
HEAD = Struct(">5sH")
SHORTEST, LONGEST = 11, 2048
_ADDRESS = 3


class Binary(NamedTuple):
    """A frame whose length and checksum are right. `address`: number of the device's own card."""

    tag: str
    address: int
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """Why bytes are no frame; what varies stands behind a colon."""

    reason: str
    tag: str = ""


def length_of(data: bytes) -> int | None:
    """The length that the head of a frame says; None where it can be no frame's."""
    if len(data) < HEAD.size or data[:1] != b"$" or data[1:5] not in TAGS:
        return None
    (_, size) = HEAD.unpack_from(data)
    return size if SHORTEST <= size <= LONGEST else None


def parse(raw: bytes) -> Binary | Broken:
    """One frame as it came off the line."""
    tag = raw[1:5].decode("ascii", "replace") if raw[1:5] in TAGS else ""
    if not tag or raw[:1] != b"$":
        return Broken(reason="no known tag of a binary frame")
    size = length_of(raw)
    if size is None:
        return Broken(reason="binary length out of range", tag=tag)
    if size != len(raw):
        return Broken(reason=f"length mismatch: {size} said, {len(raw)} found", tag=tag)
    if checksum(raw):
        return Broken(reason="checksum mismatch", tag=tag)
    start = HEAD.size + _ADDRESS
    return Binary(tag, int.from_bytes(raw[HEAD.size : start], "big"), raw[start:-1])


def build(tag: str, address: int, content: bytes = b"") -> bytes:
    """A frame ready for the line. ValueError where a part does not fit."""
    size = HEAD.size + _ADDRESS + len(content) + 1
    if size > LONGEST or tag not in NAMES or not 0 <= address < 1 << 24:
        raise ValueError(f"{tag} of {size} bytes for {address} is no frame")
    head = HEAD.pack(b"$" + tag.encode("ascii"), size) + address.to_bytes(_ADDRESS, "big")
    return head + content + bytes((checksum(head + content),))
