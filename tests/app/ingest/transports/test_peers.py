"""Peers over real sockets: each is kept within bounds, and none is slowed by another."""

from contextlib import suppress
from time import sleep

import pytest

from app.ingest import jt808
from app.ingest.gateway import Limits
from app.ingest.jt808_session import read_reply
from app.ingest.nmea_sentence import compose
from tests.app.ingest.speaking import (
    EPOCH,
    GGA,
    PHONE,
    RMC,
    Store,
    listening,
    location,
    peer_of,
    until,
)

TPV = b'{"class":"TPV","mode":3,"time":"2026-11-23T04:00:00Z","lat":29.5,"lon":106.5}\n'
SHORT = b"$BDTXR,1,0123456,2,,A4C4FABAC3*5C\r\n"


@pytest.fixture
def store() -> Store:
    return Store()


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
    later = compose("GNRMC", ["040001", *RMC[1:]])
    with listening(store) as gateway, peer_of(gateway) as peer:
        peer.socket.sendall(EPOCH + later)
        until(lambda: len(store.messages) == 2)  # the second after a pause
        assert [m.type for m in store.messages] == ["RMC+GGA", "RMC"]
        assert store.messages[0].alt_m == float(GGA[8])
        assert {m.terminal for m in store.messages} == {"tcp@127.0.0.1"}
        assert gateway.status()[0].heard == 3


def test_receivers_of_one_host_have_names_of_their_own(store: Store) -> None:
    with (
        listening(store) as gateway,
        peer_of(gateway) as first,
        peer_of(gateway) as second,
    ):
        for count, peer in enumerate((first, second), 1):
            peer.socket.sendall(EPOCH)
            until(lambda count=count: len(store.messages) == count)
        assert [m.terminal for m in store.messages] == ["tcp@127.0.0.1", "tcp@127.0.0.1#2"]


def test_one_peer_may_speak_every_format_at_once(store: Store) -> None:
    with listening(store, require_auth=False) as gateway, peer_of(gateway) as peer:
        frame = jt808.build(0x0200, PHONE, 9, location())
        peer.socket.sendall(frame + EPOCH + TPV + frame)
        until(lambda: len(store.messages) == 4)
        assert sorted(m.format for m in store.messages) == ["gpsd", "jt808", "jt808", "nmea"]


def test_a_peer_that_waits_for_the_desk_does_not_hold_up_another(store: Store) -> None:
    with (
        listening(store, limits=Limits(waiting=4)) as gateway,
        peer_of(gateway) as many,
        peer_of(gateway, phone="13800000002") as peer,
    ):
        many.enter()
        peer.enter()
        store.holding = True
        frames = [jt808.build(0x0200, PHONE, n, location()) for n in range(200)]
        many.socket.sendall(b"".join(frames))
        until(lambda: bool(store.held))
        serial = peer.send(0x0200, location())
        store.holding = False
        store.held[0].set_result(None)
        assert read_reply(peer.hear().body) == (serial, 0x0200, 0)
        assert [read_reply(many.hear().body)[0] for _ in range(200)] == list(range(200))


SILENT = (
    ("says nothing", b"", {"nothing said": 1}),
    ("says only noise", b"hello", {"nothing said": 1}),
    ("has said something and stops", EPOCH, {}),
)


@pytest.mark.parametrize(("said", "refused"), [s[1:] for s in SILENT], ids=[s[0] for s in SILENT])
def test_who_is_silent_too_long_is_hung_up_on(store: Store, said: bytes, refused: dict) -> None:
    limits = Limits(first_s=0.1, quiet_s=0.1)
    with listening(store, limits=limits, require_auth=False) as gateway:
        with peer_of(gateway) as peer:
            peer.socket.sendall(said)
            with suppress(ConnectionResetError):
                while peer.socket.recv(100):
                    pass  # what it is answered, until it is hung up on
        assert gateway.status()[0].refused == refused


def test_what_was_said_just_before_hanging_up_is_kept(store: Store) -> None:
    with listening(store, require_auth=False) as gateway:
        with peer_of(gateway) as peer:
            frames = [jt808.build(0x0200, PHONE, n, location()) for n in range(300)]
            peer.socket.sendall(b"".join(frames) + EPOCH)
        until(lambda: len(store.messages) == 301)
