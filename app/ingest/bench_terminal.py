"""One terminal of the bench's crowd: a 0x0200 that is patched each second, and its connection.

Cheap on purpose: the machine that is measured plays the crowd as well.
"""

import socket
from struct import Struct

import msgspec

from app.ingest import jt808
from app.ingest.bench import ADDITIONS, item_value
from app.ingest.frames import Jt808Framer
from app.ingest.jt808_frame import unescape
from app.ingest.jt808_session import REPLY_OK, authentication_body, read_reply
from app.ingest.samples import BEGUN

LEG_S = 240
"""It drives a straight leg for so long, and then back."""

_STATUS = 0x000C0003  # ignition on; fixed, by BeiDou and GPS
_LAT_LON, _PLACE, _TIME = Struct(">II"), 8, slice(22, 28)
_REPLY_AT = {2013: 12, 2019: 17}


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """What the crowd is told of a terminal: degrees, and degrees a second along its leg."""

    phone: str
    version: int
    code: str
    lon: float
    lat: float
    east: float
    north: float
    kmh: float


class Speaker:
    """Its connection, what is not sent yet, and what is not yet acknowledged."""

    __slots__ = ("_body", "_card", "_framer", "_serial", "sock", "unsent", "waiting")

    def __init__(self, card: Card, number: int) -> None:
        self._card = card
        self._framer = Jt808Framer()
        self._serial = 0
        self.sock = socket.socket()
        self.unsent = b""
        self.waiting: dict[int, float] = {}
        items = ADDITIONS[number % len(ADDITIONS)]
        self._body = bytearray(
            jt808.location_body(
                lon=card.lon,
                lat=card.lat,
                at=BEGUN,
                alt_m=200.0 + number % 700,
                speed_kmh=card.kmh,
                course_deg=number % 360,
                status=_STATUS,
                additions={item: item_value(item, number, size) for item, size in items.items()},
            )
        )

    def authenticate(self, now_s: float) -> None:
        code = authentication_body(self._card.code, version=self._card.version)
        self._say(0x0102, code, now_s)

    def report(self, second: int, digits: bytes, now_s: float) -> None:
        """Its position in that second of the run, whose fix time is given in BCD."""
        card, along = self._card, second % (2 * LEG_S)
        along = min(along, 2 * LEG_S - along)
        lat, lon = card.lat + along * card.north, card.lon + along * card.east
        _LAT_LON.pack_into(self._body, _PLACE, round(lat * 1e6), round(lon * 1e6))
        self._body[_TIME] = digits
        self._say(0x0200, bytes(self._body), now_s)

    def _say(self, message_id: int, body: bytes, now_s: float) -> None:
        self._serial = (self._serial + 1) & 0xFFFF
        self.waiting[self._serial] = now_s
        card = self._card
        self.unsent += jt808.build(message_id, card.phone, self._serial, body, card.version)
        self.push()

    def push(self) -> None:
        """Send what the line takes of it."""
        try:
            sent = self.sock.send(self.unsent)
        except BlockingIOError:
            return
        self.unsent = self.unsent[sent:]

    def hear(self) -> list[tuple[float, bool]]:
        """(when it was said, whether it was taken) of all that is acknowledged now.

        ConnectionError where the platform has hung up.
        """
        data = self.sock.recv(4096)
        if not data:
            raise ConnectionResetError("the platform hung up")
        start, told = _REPLY_AT[self._card.version], []
        for raw in self._framer.feed(data):
            frame = unescape(raw[1:-1]) or b""
            reply = read_reply(frame[start:-1]) if frame[:2] == b"\x80\x01" else None
            if reply is not None and reply[0] in self.waiting:
                told.append((self.waiting.pop(reply[0]), reply[2] == REPLY_OK))
        return told
