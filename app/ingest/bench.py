"""`bench ingest`: sentences to fixes, frames to positions, and a million hostile inputs."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from typing import Any

from app.bench import Peer, measure
from app.ingest import jt808
from app.ingest.bench_naive import decode as naive
from app.ingest.epochs import Epochs
from app.ingest.hostile import assault
from app.ingest.nmea_sentence import compose
from app.ingest.samples import BEGUN

EPOCHS = 10_000
FRAMES = 10_000
TERMINALS = 500
HOSTILE = 1_000_000
RUNS = 15


def bench(hostile: int = HOSTILE) -> Iterator[dict[str, Any]]:
    """Every figure of the way in, as rows of `app.bench`; `hostile` is how many broken inputs."""
    yield _fixes()
    yield _positions()
    if hostile:
        yield assault(hostile)


def sentences(count: int = EPOCHS) -> list[bytes]:
    """RMC and GGA of a receiver that moves, once a second."""
    lines = []
    for n in range(count):
        at = BEGUN + timedelta(seconds=n)
        clock, day = at.strftime("%H%M%S.00"), at.strftime("%d%m%y")
        place = [f"29{n % 60:02}.{n % 99991:05}", "N", f"106{(n * 7) % 60:02}.{n % 99989:05}", "E"]
        rmc = [clock, "A", *place, f"{n % 50}.{n % 10}", f"{n % 360}.5", day, "", "", "A", "V"]
        gga = [clock, *place, "1", "12", "0.9", f"{200 + n % 300}.4", "M", "-32.1", "M", "", ""]
        lines += [compose("GNRMC", rmc), compose("GNGGA", gga)]
    return lines


def _fixes() -> dict[str, Any]:
    lines = sentences()
    return measure(
        "NMEA: RMC and GGA to one fix",
        f"fixes/s:{len(lines) // 2}",
        partial(_fuse, lines),
        RUNS,
        peer=_pynmea2(lines),
        alternate=True,
    )


def _fuse(lines: list[bytes]) -> None:
    """Like the peer it keeps nothing of what it has read."""
    epochs, fixes = Epochs(), 0
    for line in lines:
        for message in epochs.feed(line):
            fixes += message.valid
    fixes += sum(message.valid for message in epochs.flush())
    if fixes * 2 != len(lines):
        raise AssertionError("a fix was lost")


def _pynmea2(lines: list[bytes]) -> Peer | None:
    """None where it is not installed: it is a library of the tests."""
    try:
        import pynmea2
    except ImportError:
        return None
    texts = [line.decode("ascii") for line in lines]

    def read() -> None:
        for text in texts:
            sentence = pynmea2.parse(text, check=True)
            _ = sentence.latitude, sentence.longitude, sentence.timestamp

    return Peer(name="pynmea2: latitude, longitude and time of the same lines", fn=read)


ADDITIONS: tuple[dict[int, int], ...] = (
    {0x01: 4, 0x30: 1, 0x31: 1},
    {0x01: 4, 0x02: 2, 0x03: 2, 0x25: 4, 0x2A: 2, 0x2B: 4, 0x30: 1, 0x31: 1},
    {0x01: 4, 0x03: 2, 0x25: 4, 0x2B: 4, 0x30: 1, 0x31: 1, 0xE1: 2, 0xE3: 6, 0xEB: 23},
    {0x01: 4, 0x30: 1, 0x31: 1, 0x51: 16, 0x57: 8, 0x58: 16, 0xEB: 6},
)
"""Id and length of the items that four makes of terminals send, as recorded frames have them."""


def frames(count: int = FRAMES) -> list[bytes]:
    """0x0200 of terminals of four makes in turn, each moving, with a clock of its own."""
    made = []
    for n in range(count):
        terminal = n % TERMINALS
        items = ADDITIONS[terminal % len(ADDITIONS)]
        values = {number: item_value(number, n, size) for number, size in items.items()}
        body = jt808.location_body(
            lon=106.5 + n / 1e5,
            lat=29.5 + terminal / 1e4,
            at=BEGUN + timedelta(seconds=n // TERMINALS * 10),
            alt_m=float(n % 900),
            speed_kmh=n % 90,
            course_deg=n % 360,
            status=0x000C0003 if terminal % 3 else 0x00040002,
            additions=values,
        )
        phone, version = f"1380000{terminal:04}", (2013, 2019)[terminal % 2]
        made.append(jt808.build(0x0200, phone, n & 0xFFFF, body, version))
    return made


FEW: dict[int, int] = {0x25: 16, 0x2A: 3, 0x30: 32, 0x31: 24}
"""How many values there are of items that are bits or small counts; others differ each time."""


def item_value(number: int, n: int, size: int) -> bytes:
    """A value of an item of so many bytes, the same for the same `n`."""
    value = n * 2_654_435_761 % FEW.get(number, 1 << 8 * size)
    return value.to_bytes(size, "big")


def _positions() -> dict[str, Any]:
    heard = frames()
    row = measure(
        "JT/T 808: 0x0200 with all its items to a Message",
        f"frames/s:{len(heard)}",
        partial(_each, jt808.decode, heard),
        RUNS,
        peer=Peer(name="naive loop: byte by byte, to a dict", fn=partial(_each, naive, heard)),
        alternate=True,
    )
    return row | {"mean_bytes": round(sum(map(len, heard)) / len(heard))}


def _each(decode: Callable[[bytes], object], heard: list[bytes]) -> None:
    for raw in heard:
        decode(raw)
