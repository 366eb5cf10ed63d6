"""The gateway over real sockets: who is let in, what is answered and when, and that peers are
kept apart."""

import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from time import monotonic, sleep

import pytest

from app.clock import frozen
from app.ingest import jt808
from app.ingest.frames import Jt808Framer
from app.ingest.gateway import Gateway, Limits
from app.ingest.jt808_session import read_register_reply, read_reply
from app.ingest.nmea_sentence import compose
from app.ingest.pace import Quota
from app.model import Message, Terminal

AT = datetime(2026, 11, 23, 4, 0, 0, tzinfo=UTC)
PHONE = "13800000001"
PATIENCE_S = 10.0


class Store:
    """Stands for the desk: keeps what it is given, and can be made to wait before it is on disk."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self.terminals: list[Terminal] = []
        self.held: list[Future[None]] = []
        self.holding = False
        self.admit = True
        self.registered: datetime | None = None

    def receive(self, source: str, messages: Sequence[Message]) -> "Future[None]":
        self.messages += messages
        future: Future[None] = Future()
        if self.holding:
            self.held.append(future)
        else:
            future.set_result(None)
        return future

    def register(self, terminal: Terminal) -> "Future[Terminal]":
        self.terminals.append(terminal)
        future: Future[Terminal] = Future()
        code = f"code-{terminal.id}" if self.admit else ""
        future.set_result(replace(terminal, auth=code, registered=self.registered))
        return future


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


@pytest.fixture
def store() -> Store:
    return Store()


@contextmanager
def listening(store: Store, **options) -> Iterator[Gateway]:
    gateway = Gateway(store.receive, store.register, clock=frozen(AT), **options)
    gateway.start()
    try:
        yield gateway
    finally:
        gateway.stop()
        assert not [t for t in threading.enumerate() if t.name == "gateway"]


@contextmanager
def peer_of(gateway: Gateway, **options) -> Iterator[Peer]:
    peer = Peer(_port(gateway), **options)
    try:
        yield peer
    finally:
        peer.socket.close()


def _port(gateway: Gateway) -> int:
    return int(gateway.status()[0].kind.rpartition(":")[2])


def until(condition: Callable[[], bool]) -> None:
    end = monotonic() + PATIENCE_S
    while not condition():
        assert monotonic() < end, "it did not happen in time"
        sleep(0.01)


@pytest.mark.parametrize("version", [2013, 2019])
def test_a_terminal_registers_authenticates_and_reports(store: Store, version: int) -> None:
    with listening(store) as gateway, peer_of(gateway, version=version) as peer:
        peer.enter()
        serial = peer.send(0x0200, location())
        answer = peer.hear()
        assert (answer.id, answer.version, answer.phone) == (0x8001, version, PHONE)
        assert read_reply(answer.body) == (serial, 0x0200, 0)
        assert [m.lon for m in store.messages] == [106.55]
        assert store.terminals[0].plate == "渝A12345"
        status = gateway.status()[0]
        assert (status.state, status.connections, status.heard) == ("listening", 1, 3)
        assert status.last_heard == AT
        assert status.refused == {}


def test_our_serials_count_up_from_zero(store: Store) -> None:
    with listening(store, require_auth=False) as gateway, peer_of(gateway) as peer:
        for _ in range(3):
            peer.send(0x0002)
        assert [peer.hear().serial for _ in range(3)] == [0, 1, 2]


def test_nothing_is_acknowledged_before_it_is_on_disk(store: Store) -> None:
    with listening(store) as gateway, peer_of(gateway) as peer:
        peer.enter()
        store.holding = True
        peer.send(0x0200, location())
        until(lambda: bool(store.held))
        assert peer.silent()
        store.held[0].set_result(None)
        assert peer.hear().id == 0x8001


def test_what_cannot_be_stored_is_not_acknowledged(store: Store, caplog) -> None:
    with listening(store) as gateway, peer_of(gateway) as peer:
        peer.enter()
        store.holding = True
        peer.send(0x0200, location())
        until(lambda: bool(store.held))
        store.held[0].set_exception(OSError("disk full"))
        assert peer.socket.recv(100) == b""


def test_a_position_before_authentication_is_refused(store: Store) -> None:
    with listening(store) as gateway, peer_of(gateway) as peer:
        serial = peer.send(0x0200, location())
        assert read_reply(peer.hear().body) == (serial, 0x0200, 1)
        assert gateway.status()[0].refused == {"not authenticated": 1}
        assert [m.valid for m in store.messages] == [False]


def test_packets_of_a_stranger_are_not_kept(store: Store) -> None:
    parts = jt808.build_parts(0x0704, PHONE, 1, bytes(1500))
    with listening(store) as gateway, peer_of(gateway) as peer:
        peer.socket.sendall(parts[0])
        assert read_reply(peer.hear().body) == (1, 0x0704, 1)
        assert gateway.status()[0].refused == {"not authenticated": 1}


def test_a_long_message_is_acknowledged_with_its_last_packet(store: Store) -> None:
    bodies = [location(106 + n / 1000) for n in range(60)]
    with listening(store) as gateway, peer_of(gateway) as peer:
        peer.enter()
        parts = jt808.build_parts(0x0704, PHONE, 7, jt808.batch_body(bodies, backlog=True))
        peer.socket.sendall(b"".join(parts))
        assert read_reply(peer.hear().body) == (8, 0x0704, 0)
        assert [len(message.items) for message in store.messages] == [60]


def test_a_wrong_code_is_refused(store: Store) -> None:
    with listening(store) as gateway, peer_of(gateway) as peer:
        serial = peer.send(0x0102, b"guess")
        assert read_reply(peer.hear().body) == (serial, 0x0102, 1)
        assert gateway.status()[0].refused == {"wrong authentication code": 1}


def test_a_code_of_an_earlier_day_is_asked_for(store: Store) -> None:
    asked: list[tuple[str, str]] = []

    def authentic(phone: str, code: str) -> "Future[bool]":
        asked.append((phone, code))
        future: Future[bool] = Future()
        future.set_result(code == "old")
        return future

    with listening(store, authentic=authentic) as gateway, peer_of(gateway) as peer:
        serial = peer.send(0x0102, b"old")
        assert read_reply(peer.hear().body) == (serial, 0x0102, 0)
        assert asked == [(PHONE, "old")]


def test_an_unwanted_terminal_gets_no_code(store: Store) -> None:
    store.admit = False
    with listening(store) as gateway, peer_of(gateway) as peer:
        serial = peer.send(0x0100, registration(PHONE, 2013))
        assert read_register_reply(peer.hear().body) == (serial, 4, "")


def test_a_host_registers_only_so_many_strangers_and_those_it_has_may_come_again(
    store: Store,
) -> None:
    with listening(store, limits=Limits(newcomers=2)) as gateway:
        answers = []
        for phone in ("1", "2", "3", "1", "4"):
            with peer_of(gateway, phone=phone) as peer:
                serial = peer.send(0x0100, registration(phone, 2013))
                reply = read_register_reply(peer.hear().body)
                assert reply is not None
                assert reply[0] == serial
                answers.append(reply[1])
        assert answers == [0, 0, 4, 0, 4]
        assert [terminal.id for terminal in store.terminals] == ["1", "2", "1"]
        assert gateway.status()[0].refused == {"too many registrations": 2}


def test_those_whom_the_desk_knows_and_those_it_refuses_are_no_newcomers(store: Store) -> None:
    store.registered = AT - timedelta(days=1)
    with listening(store, limits=Limits(newcomers=1)) as gateway:
        for phone in ("1", "2", "3"):
            with peer_of(gateway, phone=phone) as peer:
                peer.send(0x0100, registration(phone, 2013))
                assert read_register_reply(peer.hear().body) is not None
        store.admit, store.registered = False, None
        for phone in ("4", "5"):
            with peer_of(gateway, phone=phone) as peer:
                peer.send(0x0100, registration(phone, 2013))
                assert read_register_reply(peer.hear().body) is not None
        assert gateway.status()[0].refused == {"registration refused": 2}


def test_a_quota_is_whole_again_when_its_time_is_over() -> None:
    quota = Quota(2, window_s=10, holders=2)
    assert [quota.take("a", now_s=s) for s in (0, 1, 2, 9.9, 10, 11, 12)] == [
        *(True, True, False, False),
        *(True, True, False),
    ]
    quota.give_back("a")
    assert quota.take("a", now_s=13)
    quota.give_back("nobody")
    assert quota.take("b", now_s=13)
    assert quota.take("c", now_s=13)  # the one who took longest ago is forgotten
    assert quota.take("a", now_s=13)


ANSWERS = (
    ("heartbeat", 0x0002, b"", 0),
    ("a batch of backlog", 0x0704, jt808.batch_body([location()], backlog=True), 0),
    ("a position too short to be one", 0x0200, b"\x00" * 20, 2),
    ("latitude out of range", 0x0200, b"\x00" * 8 + b"\xff" * 4 + location()[12:], 0),
    ("a message we do not know", 0x0F0F, b"\x01", 3),
    ("logging out", 0x0003, b"", 0),
)


@pytest.mark.parametrize(
    ("message_id", "body", "result"), [a[1:] for a in ANSWERS], ids=[a[0] for a in ANSWERS]
)
def test_each_message_gets_the_result_it_deserves(
    store: Store, message_id: int, body: bytes, result: int
) -> None:
    with listening(store) as gateway, peer_of(gateway) as peer:
        peer.enter()
        serial = peer.send(message_id, body)
        assert read_reply(peer.hear().body) == (serial, message_id, result)


def test_frames_read_together_reach_the_desk_together(store: Store) -> None:
    with listening(store) as gateway, peer_of(gateway) as peer:
        peer.enter()
        store.holding = True
        frames = [jt808.build(0x0200, PHONE, n, location()) for n in range(20)]
        peer.socket.sendall(b"".join(frames))
        until(lambda: len(store.messages) == 20)
        assert len(store.held) < 20
        for future in store.held:
            future.set_result(None)
        assert [read_reply(peer.hear().body)[0] for _ in range(20)] == list(range(20))


def test_a_frame_may_come_in_halves_and_after_noise(store: Store) -> None:
    with listening(store) as gateway, peer_of(gateway) as peer:
        peer.enter()
        frame = jt808.build(0x0200, PHONE, 9, location())
        peer.socket.sendall(b"\x7e\x02\x00broken" + frame[:20])
        sleep(0.05)
        peer.socket.sendall(frame[20:])
        assert read_reply(peer.hear().body) == (9, 0x0200, 0)
        assert sum(gateway.status()[0].refused.values()) == 1


def test_a_peer_that_hangs_up_in_the_middle_leaves_nothing(store: Store) -> None:
    with listening(store) as gateway:
        with peer_of(gateway) as peer:
            peer.enter()
            peer.socket.sendall(jt808.build(0x0200, PHONE, 9, location())[:20])
        until(lambda: gateway.status()[0].connections == 0)
        assert store.messages == []


def test_a_flood_of_noise_does_not_slow_a_neighbour(store: Store) -> None:
    limits = Limits(messages_a_second=50, burst=10)
    with (
        listening(store, limits=limits) as gateway,
        peer_of(gateway) as flood,
        peer_of(gateway, phone="13800000002") as peer,
    ):
        flood.socket.settimeout(0.2)
        try:
            for _ in range(200):
                flood.socket.sendall(b"\x7e" + b"x\x7e" * 8000)
        except TimeoutError:
            pass  # it is not read any more, which is the point
        peer.enter()
        serial = peer.send(0x0200, location())
        assert read_reply(peer.hear().body) == (serial, 0x0200, 0)
        assert gateway.status()[0].refused["frame too short"] > 0


def test_noise_without_a_known_beginning_is_hung_up_on(store: Store) -> None:
    with listening(store) as gateway, peer_of(gateway) as peer:
        peer.socket.sendall(b"GET / HTTP/1.1\r\n" * 600)
        with pytest.raises((AssertionError, OSError)):
            peer.hear()
        assert gateway.status()[0].refused == {"no known format": 1}


def test_there_are_never_more_peers_than_allowed(store: Store) -> None:
    with listening(store, limits=Limits(connections=1)) as gateway, peer_of(gateway) as first:
        first.enter()
        with peer_of(gateway) as second, pytest.raises((AssertionError, OSError)):
            second.ask(0x0002)
        first.send(0x0002)
        assert first.hear().id == 0x8001


def test_a_receiver_on_the_same_port_gives_one_fix_an_epoch(store: Store) -> None:
    lines = [
        compose(
            "GNRMC",
            ["040000", "A", "2933.6", "N", "10633.0", "E", "10", "90", "231126", "", "", "A"],
        ),
        compose(
            "GNGGA",
            ["040000", "2933.6", "N", "10633.0", "E", "1", "09", "1", "250", "M", "", "M", "", ""],
        ),
        compose(
            "GNRMC",
            ["040001", "A", "2933.6", "N", "10633.1", "E", "10", "90", "231126", "", "", "A"],
        ),
    ]
    with listening(store) as gateway, peer_of(gateway) as peer:
        peer.socket.sendall(b"".join(lines))
        until(lambda: len(store.messages) == 2)  # the second after a pause
        assert [m.type for m in store.messages] == ["RMC+GGA", "RMC"]
        assert store.messages[0].alt_m == 250
        assert {m.terminal for m in store.messages} == {"nmea@127.0.0.1"}
        assert gateway.status()[1].heard == 3


def test_a_port_that_is_taken_is_an_error_at_start(store: Store) -> None:
    with listening(store) as gateway:
        other = Gateway(store.receive, store.register, clock=frozen(AT), port=_port(gateway))
        with pytest.raises(OSError, match="address already in use"):
            other.start()


def test_stopping_twice_or_unstarted_does_nothing(store: Store) -> None:
    gateway = Gateway(store.receive, store.register, clock=frozen(AT))
    gateway.stop()
    gateway.start()
    gateway.stop()
    gateway.stop()
    assert gateway.status()[0].state == "stopped"


def test_a_port_that_there_cannot_be_is_said_and_not_taken_for_open():
    store = Store()
    gateway = Gateway(store.receive, store.register, clock=frozen(AT), port=70_000)
    with pytest.raises(OSError, match="0-65535"):
        gateway.start()
    assert {row.state for row in gateway.status()} == {"failed"}
