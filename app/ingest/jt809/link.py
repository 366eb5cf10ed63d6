"""Logs of a JT/T 809 link between platforms, as raw bytes or as hexadecimal text."""

import re
from collections.abc import Iterator

from app.ingest.jt809.frame import cut, parse
from app.ingest.jt809.positions import read_frame
from app.model import Message

_RAW = re.compile(rb"\x5b\x00[\x00\x01]")
"""The length of a frame is below 128 kB, so no text begins so, JSON neither."""

_HEX = re.compile(rb"\s*5[Bb]\s?00\s?0[01](?:\s?[0-9A-Fa-f]{2})")
_SPACE = re.compile(rb"[\s,;]+")


def is_link(head: bytes) -> bool:
    """Whether a file begins with a frame, written either way."""
    return bool(_RAW.match(head) or _HEX.match(head))


def read_link(data: bytes) -> Iterator[Message]:
    """The Messages of a log, in its order; lines that are no bytes are refused as they stand."""
    if not _RAW.match(data) and (text := _SPACE.sub(b"", data)):
        try:
            data = bytes.fromhex(text.decode("ascii"))
        except ValueError:
            yield Message(
                format="jt809", type="", error="not whole hexadecimal bytes", raw=data[:64]
            )
            return
    for raw in cut(data):
        yield from read_frame(parse(raw), raw=raw)
