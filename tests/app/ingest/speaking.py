"""What the tests of the gateway speak with: a desk that can be made to wait, and a terminal."""

import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from time import monotonic, sleep
from typing import Any

from app.clock import frozen
from app.ingest import jt808
from app.ingest.frames import Jt808Framer
from app.ingest.gateway import Gateway, Limits
from app.ingest.jt808_session import read_register_reply, read_reply
from app.ingest.nmea_sentence import compose
from app.model import Message, Newcomer, Terminal, TerminalState
from app.sources.source import DEFAULT, Source

AT = datetime(2026, 11, 23, 4, 0, 0, tzinfo=UTC)
PHONE = "13800000001"
PATIENCE_S = 10.0
STRANGER = Terminal(id="", state=TerminalState.WAITING)


class Store:
    """Stands for the desk: keeps what it is given, and can be made to wait before it is on disk."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self.callers: list[Newcomer] = []
        self.held: list[Future[None]] = []
        self.holding = False
        self.admit = True
        self.roll: dict[str, Terminal] = {}
        self.batches: list[tuple[str, int]] = []

    def receive(self, source: str, messages: Sequence[Message]) -> Future[None]:
        self.messages += messages
        self.batches.append((source, len(messages)))
        future: Future[None] = Future()
        if self.holding:
            self.held.append(future)
        else:
            future.set_result(None)
        return future

    def register(self, caller: Newcomer) -> Future[Terminal]:
        """Whoever calls is let in, as long as `admit`; whom the register knows is as it says."""
        self.callers.append(caller)
        known = self.roll.get(caller.phone)
        if self.admit and known is None:
            self.know(caller.phone, serial=caller.serial, maker=caller.maker)
        found = self.roll.get(caller.phone, STRANGER)
        future: Future[Terminal] = Future()
        same = found.device in ("", caller.device)
        future.set_result(found if same else replace(found, auth=""))
        return future

    def know(self, phone: str, **fields: Any) -> None:
        """Put a terminal on the register, its code made of its number."""
        self.roll[phone] = Terminal(id=phone, **{"auth": f"code-{phone}", **fields})


class Peer:
    """A terminal's end of a connection."""

    def __init__(self, port: int, *, phone: str = PHONE, version: int = 2013) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_S)
        self.phone, self.version = phone, version
        self.serial = 100
        self._framer = Jt808Framer()
        self._heard: list[jt808.Frame] = []

    def send(self, message_id: int, body: bytes = b"") -> int:
        self.serial += 1
        self.socket.sendall(jt808.build(message_id, self.phone, self.serial, body, self.version))
        return self.serial

    def hear(self) -> jt808.Frame:
        while not self._heard:
            data = self.socket.recv(4096)
            assert data, "the gateway hung up"
            frames = [jt808.parse(raw) for raw in self._framer.feed(data)]
            self._heard += [frame for frame in frames if isinstance(frame, jt808.Frame)]
        return self._heard.pop(0)

    def ask(self, message_id: int) -> jt808.Frame:
        self.send(message_id)
        return self.hear()

    def silent(self, seconds: float = 0.2) -> bool:
        self.socket.settimeout(seconds)
        try:
            return not self._heard and self.socket.recv(1, socket.MSG_PEEK) == b""
        except TimeoutError:
            return True
        finally:
            self.socket.settimeout(PATIENCE_S)

    def enter(self) -> None:
        """Register and authenticate."""
        self.send(0x0100, registration(self.phone, self.version))
        reply = read_register_reply(self.hear().body)
        assert reply is not None
        self.send(0x0102, jt808.authentication_body(reply[2], version=self.version))
        assert read_reply(self.hear().body) == (self.serial, 0x0102, 0)


def registration(phone: str, version: int) -> bytes:
    return jt808.registration_body(
        jt808.Registration(
            phone=phone,
            version=version,
            province=50,
            city=103,
            maker="渝图",
            model="T1",
            terminal="0000001",
            colour=1,
            plate="渝A12345",
        )
    )


def location(lon: float = 106.55) -> bytes:
    return jt808.location_body(lon=lon, lat=29.56, at=AT)


RMC = ["040000", "A", "2933.6", "N", "10633.0", "E", "10", "90", "231126", "", "", "A"]
GGA = ["040000", "2933.6", "N", "10633.0", "E", "1", "09", "1", "250", "M", "", "M", "", ""]
EPOCH = compose("GNRMC", RMC) + compose("GNGGA", GGA)
"""One fix of a receiver, in two sentences."""


@contextmanager
def listening(
    store: Store, *sources: Source, limits: Limits | None = None, **options
) -> Iterator[Gateway]:
    """A gateway with these sources; without any, that of a fresh desk."""
    gateway = Gateway(
        store.receive,
        store.register,
        clock=frozen(AT),
        roll=store.roll,
        limits=limits,
        **options,
    )
    gateway.start(sources or (DEFAULT,))
    try:
        yield gateway
    finally:
        gateway.stop()
        assert not [t for t in threading.enumerate() if t.name.startswith(THREADS)]


THREADS = ("gateway", "replay", "serial")


@contextmanager
def peer_of(gateway: Gateway, **options) -> Iterator[Peer]:
    peer = Peer(gateway.port_of("tcp"), **options)
    try:
        yield peer
    finally:
        peer.socket.close()


def until(condition: Callable[[], bool]) -> None:
    end = monotonic() + PATIENCE_S
    while not condition():
        assert monotonic() < end, "it did not happen in time"
        sleep(0.01)
