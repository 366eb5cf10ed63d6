"""A JT/T 808 terminal for journeys: it remembers every position that was acknowledged to it."""

import socket
import time
from contextlib import suppress
from datetime import datetime, timedelta

from app.ingest.frames import Jt808Framer
from app.ingest.jt808_frame import Frame, build, parse
from app.ingest.jt808_location import location_body
from app.ingest.jt808_session import (
    Registration,
    authentication_body,
    read_register_reply,
    read_reply,
    registration_body,
)

PHONE = "13800138000"
VERSION = 2019
LON, LAT = 105.927, 29.356
"""Yongchuan, 永川区."""

REGISTRATION = Registration(
    phone=PHONE, version=VERSION, province=50, city=118, maker="JRNY", model="J1",
    terminal="J0001", colour=1, plate="渝A00001",
)  # fmt: skip


class Terminal:
    """Registers, as soon as it is admitted, and authenticates on construction; ConnectionError
    where the desk goes away."""

    def __init__(self, port: int, *, patience_s: float = 20.0) -> None:
        self._socket = _connected(port, patience_s)
        self._framer = Jt808Framer()
        self._waiting: list[Frame] = []
        self._serial = 0
        code = self._code(time.monotonic() + patience_s)
        self._ask(0x0102, authentication_body(code, version=VERSION, imei="1" * 15))

    def report(self, times: list[datetime], *, alarm: int = 0) -> list[datetime]:
        """Send a position for each time in one go; those that were acknowledged."""
        sent = {self._send(0x0200, _body(at, alarm)): at for at in times}
        acknowledged: list[datetime] = []
        with suppress(ConnectionError):
            while len(acknowledged) < len(times):
                reply = read_reply(self._receive().body)
                if reply is not None and reply[0] in sent and reply[2] == 0:
                    acknowledged.append(sent[reply[0]])
        return acknowledged

    def close(self) -> None:
        self._socket.close()

    def _code(self, end_s: float) -> str:
        """The code it is given, however often it has to knock."""
        while True:
            registered = read_register_reply(
                self._ask(0x0100, registration_body(REGISTRATION)).body
            )
            assert registered is not None
            if registered[2]:
                return registered[2]
            assert time.monotonic() < end_s, "nobody let it in"
            time.sleep(0.05)

    def _ask(self, message: int, body: bytes) -> Frame:
        self._send(message, body)
        return self._receive()

    def _send(self, message: int, body: bytes) -> int:
        self._serial += 1
        with suppress(OSError):  # what is not acknowledged was not sent
            self._socket.sendall(build(message, PHONE, self._serial, body, VERSION))
        return self._serial

    def _receive(self) -> Frame:
        while not self._waiting:
            data = self._socket.recv(4096)
            if not data:
                raise ConnectionError("the desk has gone")
            frames = [parse(raw) for raw in self._framer.feed(data)]
            self._waiting += [frame for frame in frames if isinstance(frame, Frame)]
        return self._waiting.pop(0)


def _connected(port: int, patience_s: float) -> socket.socket:
    """A connection to a desk that may still be opening."""
    end = time.monotonic() + patience_s
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=patience_s)
        except ConnectionRefusedError:
            if time.monotonic() > end:
                raise
            time.sleep(0.02)


def _body(at: datetime, alarm: int) -> bytes:
    return location_body(lon=LON, lat=LAT, at=at, alarm=alarm)


def moments(first: datetime, number: int) -> list[datetime]:
    """So many whole seconds, one after the other."""
    return [first + timedelta(seconds=n) for n in range(number)]
