"""Broken input of every format, made from sound pieces, and what becomes of it.

For `bench ingest` and the tests: nothing may be raised, nothing may take long, memory stays within
bounds, and every refusal has a reason of the table.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from math import isfinite
from random import Random
from typing import Any

from app.ingest.documents import Document, read_document, sniff
from app.ingest.frames import Kind
from app.ingest.hearing import Ear
from app.ingest.jt808_frame import FLAG, checksum, escape, unescape
from app.ingest.reasons import REASONS
from app.ingest.samples import DOCUMENTS, STREAM
from app.ingest.sources import reason_of
from app.model import Message

MOST_HELD = 1 << 17
"""Bytes that an ear may keep whatever it is fed: one overlong object of JSON and a frame."""

_CONNECTION = 500
"""Inputs after which another ear listens."""

_KNOWN = frozenset(REASONS)
_BITS = (b"\x7e", b"\x7d\x03", b"$", b"*", b",", b"\r\n", b"\x00", b"\xff\xfe", b"{", b"}", b'"')
_MORE = (b"nan", b"1e999", b"-1", b"9" * 40, "１２".encode(), b"\x1b[2J", b"<!DOCTYPE a>", b"&a;")


@dataclass(slots=True)
class Toll:
    """What came of it: refusals by reason, fixes, and the most processor time of one input."""

    refused: Counter[str] = field(default_factory=Counter)
    fixes: int = 0
    longest_s: float = 0.0
    held: int = 0


class UnsoundError(AssertionError):
    """A Message that should not have been: no reason of the table, or a position off the earth."""


def hostile(random: Random) -> Iterator[tuple[Kind | Document | None, bytes]]:
    """Without end: broken pieces with the format they were made from; None for mere noise."""
    stream = [(kind, piece) for kind, pieces in STREAM.items() for piece in pieces]
    documents = list(DOCUMENTS.items())
    while True:
        which = random.random()
        if which < 0.05:
            yield None, random.randbytes(random.randrange(200))
        elif which < 0.15:
            document, data = random.choice(documents)
            yield document, _broken(data, random)
        else:
            kind, piece = random.choice(stream)
            broken = _broken(piece, random)
            yield kind, _mended(kind, broken) if random.random() < 0.5 else broken


def _broken(data: bytes, random: Random) -> bytes:
    for _ in range(random.choice((1, 1, 1, 2, 5))):
        data = random.choice(BREAKS)(data, random)
    return data


def _flip(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) or 1)
    return (
        data[:at] + bytes(((data[at] if data else 0) ^ 1 << random.randrange(8),)) + data[at + 1 :]
    )


def _cut(data: bytes, random: Random) -> bytes:
    start = random.randrange(len(data) + 1)
    return data[:start] if random.random() < 0.5 else data[start:]


def _insert(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice(_BITS + _MORE) + data[at:]


def _replace(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + random.randbytes(random.randrange(1, 5)) + data[at + 4 :]


def _repeat(data: bytes, random: Random) -> bytes:
    start = random.randrange(len(data) + 1)
    end = random.randrange(start, len(data) + 1)
    return (data[:end] + data[start:end] * random.randrange(1, 20) + data[end:])[:65536]


BREAKS: tuple[Callable[[bytes, Random], bytes], ...] = (_flip, _cut, _insert, _replace, _repeat)


def _mended(kind: Kind, data: bytes) -> bytes:
    """With its checksum made right, so that what is behind the checksum is reached."""
    if kind is Kind.JT808 and len(data) > 3:
        inner = unescape(data[1:-1])
        whole = data[1:-2] if inner is None else inner[:-1]
        return FLAG + escape(whole + bytes((checksum(whole),))) + FLAG
    if kind is Kind.NMEA:
        body = data.strip(b"\r\n$").rpartition(b"*")[0]
        return b"$" + body + b"*%02X\r\n" % checksum(body)
    if kind is Kind.RDSS4 and len(data) > 8:
        sized = data[:5] + (len(data) & 0xFFFF).to_bytes(2, "big") + data[7:-1]
        return sized + bytes((checksum(sized),))
    return data


def strike(count: int, *, seed: int = 1) -> Toll:
    """Feed so many broken inputs to ears and to the documents' readers; UnsoundError if wrong."""
    toll = Toll()
    clock = time.thread_time
    for number, (kind, data) in zip(range(count), hostile(Random(seed)), strict=False):
        if number % _CONNECTION == 0:
            ear = Ear("hostile")  # some formats are read otherwise after the first frame
        begun = clock()
        messages = _heard(ear, kind, data, float(number))
        toll.longest_s = max(toll.longest_s, clock() - begun)
        toll.held = max(toll.held, ear.pending)
        for message in messages:
            _count(toll, message)
        if number % _CONNECTION == _CONNECTION - 1:
            for message in ear.flush():
                _count(toll, message)
    return toll


def _heard(ear: Ear, kind: Kind | Document | None, data: bytes, now: float) -> list[Message]:
    sniff(data)
    if isinstance(kind, Document):
        return list(read_document(kind, data))
    return ear.feed(data, now=now)


def _count(toll: Toll, message: Message) -> None:
    for item in message.items:
        _count(toll, item)
    if message.error is not None:
        reason = reason_of(message.error)
        if reason not in _KNOWN or message.valid:
            raise UnsoundError(f"{message.error!r} of {message.format}")
        toll.refused[f"{message.format}: {reason}"] += 1
    elif message.valid:
        lon, lat = message.lon, message.lat
        if lon is None or lat is None or not (isfinite(lon) and isfinite(lat)):
            raise UnsoundError(f"a fix without a position: {message}")
        if abs(lon) > 180 or abs(lat) > 90:
            raise UnsoundError(f"off the earth: {message}")
        toll.fixes += 1


def assault(count: int) -> dict[str, Any]:
    """`strike` as a row of a bench; memory is what the process has at most, before and after."""
    before, begun = _peak_mb(), time.perf_counter()
    toll = strike(count)
    took = time.perf_counter() - begun
    return {
        "work": "hostile inputs of every format",
        "unit": "inputs/s",
        "n": count,
        "median": round(count / took, 1),
        "peer": None,
        "ratio": None,
        "escaped": 0,  # one that escapes ends the bench
        "longest_ms": round(toll.longest_s * 1e3, 2),
        "held_bytes": toll.held,
        "memory_grown_mb": round(_peak_mb() - before, 1),
        "fixes": toll.fixes,
        "refused": sum(toll.refused.values()),
        "reasons": dict(toll.refused.most_common()),
    }


def _peak_mb() -> float:
    try:
        import resource
    except ImportError:  # not on Windows
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
