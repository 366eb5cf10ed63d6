"""NMEA 0183 lines: address, fields and checksum, both ways. What fields mean is read elsewhere."""

import re
from functools import lru_cache
from typing import NamedTuple

from app.ingest.jt808_frame import checksum
from app.ingest.nmea_tables import RDSS, TALKERS

MAX_LINE = 2048
"""Longest line looked at; the standard says 82 characters, real ones are longer."""

_ADDRESS = re.compile(rb"[A-Z0-9]{3,12}\Z")
_HEX = {text % n: n for n in range(256) for text in (b"%02X", b"%02x")}
_HEX |= {b"%X%x" % divmod(n, 16): n for n in range(256)}
_HEX |= {b"%x%X" % divmod(n, 16): n for n in range(256)}


class Sentence(NamedTuple):
    """A line whose checksum is right. `type`: RMC without its talker; a maker's own is whole."""

    talker: str
    type: str
    fields: list[str]


class Torn(NamedTuple):
    """Why a line is not a sentence, and what it claims to be where that can be read."""

    reason: str
    talker: str = ""
    type: str = ""


@lru_cache(maxsize=256)
def name_of(address: bytes) -> tuple[str, str]:
    """(talker, type) of an address field; empty where it is none."""
    if not _ADDRESS.match(address):
        return "", ""
    text = address.decode("ascii")
    if text[0] == "P" and not (text[:2] in TALKERS and len(text) == 5):
        return "P", text
    return text[:2], text[2:]


def split(raw: bytes) -> Sentence | Torn:
    """A line from $ to its end. The checksum is required; hexadecimal digits of either case."""
    line = raw.rstrip(b"\r\n")
    if line[:1] not in (b"$", b"!"):
        return Torn("does not begin with $ or !")
    body, star, given = line[1:].rpartition(b"*")
    address, _, rest = (body if star else line[1:]).partition(b",")
    talker, kind = name_of(address)
    if len(line) > MAX_LINE:
        return Torn(f"longer than {MAX_LINE} bytes", talker, kind)
    if not star:
        return Torn("checksum missing", talker, kind)
    said = _HEX.get(given)
    if said is None:
        return Torn("checksum is not two hexadecimal digits", talker, kind)
    if checksum(body) != said:
        return Torn("checksum mismatch", talker, kind)
    if not kind:
        return Torn("no sentence address")
    if kind in RDSS:
        return Sentence(talker, kind, rest.decode("gb18030", "replace").split(","))
    try:
        fields = rest.decode("ascii").split(",")
    except UnicodeDecodeError:
        return Torn("not ASCII", talker, kind)
    return _tuple(Sentence, (talker, kind, fields))  # as Sentence(*…), which runs often


_tuple = tuple.__new__


def compose(address: str, fields: list[str]) -> bytes:
    """A line with its checksum, CR and LF."""
    body = ",".join((address, *fields)).encode("ascii")
    return b"$" + body + b"*%02X\r\n" % checksum(body)
