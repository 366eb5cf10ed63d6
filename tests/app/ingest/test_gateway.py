"""Sources that are begun, changed and ended while the gateway is open, and how they stand."""

import asyncio
import socket
from dataclasses import replace

import pytest

from app.clock import frozen
from app.ingest import jt808
from app.ingest.gateway import Gateway, Limits
from app.ingest.jt808_session import read_reply
from app.ingest.transports import at_work
from app.ingest.transports.client import TcpClient
from app.sources.source import DEFAULT, Kind, Source
from tests.app.ingest.speaking import AT, PHONE, Peer, Store, listening, peer_of, until

SECOND = Source(id="tcp-2", name="北碚", kind=Kind.TCP_LISTENER)
OFF = replace(SECOND, enabled=False)


@pytest.fixture
def store() -> Store:
    return Store()


def test_every_source_has_a_row_and_those_that_are_off_too(store: Store) -> None:
    with listening(store, DEFAULT, OFF) as gateway:
        rows = gateway.status()
        assert [(row.id, row.name, row.state) for row in rows] == [
            ("tcp", "tcp", "listening"),
            ("tcp-2", "北碚", "off"),
        ]
        assert rows[0].where == f"127.0.0.1:{gateway.port_of('tcp')}"
        assert gateway.port_of("tcp-2") == 0


def test_sources_come_and_go_while_others_keep_their_peers(store: Store) -> None:
    with listening(store) as gateway, peer_of(gateway) as peer:
        peer.enter()
        gateway.apply((DEFAULT, SECOND)).result()
        other = Peer(gateway.port_of("tcp-2"), phone="13800000002")
        other.enter()
        gateway.apply((DEFAULT,)).result()
        assert other.socket.recv(1) == b""
        other.socket.close()
        serial = peer.send(0x0002)
        assert read_reply(peer.hear().body) == (serial, 0x0002, 0)
        assert [row.id for row in gateway.status()] == ["tcp"]


def test_a_source_that_is_switched_off_and_on_keeps_its_counts(store: Store) -> None:
    with listening(store, require_auth=False) as gateway:
        with peer_of(gateway) as peer:
            peer.ask(0x0002)
        gateway.apply((replace(DEFAULT, enabled=False),)).result()
        gateway.apply((DEFAULT,)).result()
        assert (gateway.status()[0].state, gateway.status()[0].heard) == ("listening", 1)


def test_a_terminal_is_known_at_every_listener(store: Store) -> None:
    with listening(store, DEFAULT, SECOND) as gateway:
        with peer_of(gateway) as peer:
            peer.enter()
        again = Peer(gateway.port_of("tcp-2"))
        serial = again.send(0x0102, f"code-{PHONE}".encode())
        assert read_reply(again.hear().body) == (serial, 0x0102, 0)
        again.socket.close()


def test_messages_are_handed_over_under_the_name_of_their_source(store: Store) -> None:
    with listening(store, DEFAULT, SECOND, require_auth=False) as gateway:
        for source in ("tcp", "tcp-2"):
            peer = Peer(gateway.port_of(source))
            peer.send(0x0200, jt808.location_body(lon=106.5, lat=29.5, at=AT))
            peer.hear()
            peer.socket.close()
        assert store.batches == [("tcp", 1), ("tcp-2", 1)]


def test_a_port_that_is_taken_is_said_and_tried_again(store: Store) -> None:
    taken = socket.create_server(("127.0.0.1", 0))
    wanted = replace(DEFAULT, port=taken.getsockname()[1])
    with taken, listening(store, wanted, SECOND) as gateway:
        first, second = gateway.status()
        assert (first.state, second.state) == ("waiting", "listening")
        assert "address already in use" in first.error
        taken.close()
        until(lambda: gateway.status()[0].state == "listening")
        assert gateway.status()[0].error == ""


def test_stopping_twice_or_unstarted_does_nothing(store: Store) -> None:
    unstarted = Gateway(store.receive, store.register, clock=frozen(AT))
    unstarted.stop()
    gateway = Gateway(store.receive, store.register, clock=frozen(AT))
    gateway.start()
    gateway.stop()
    gateway.stop()
    assert gateway.status() == ()


UNSENDABLE = (
    ("there is no such source", "nobody", "no source nobody"),
    ("it is off", "tcp-2", "no source tcp-2"),
    ("a listener answers its own peers only", "tcp", "takes no messages"),
)


@pytest.mark.parametrize(
    ("source", "why"), [u[1:] for u in UNSENDABLE], ids=[u[0] for u in UNSENDABLE]
)
def test_what_cannot_be_written_to_says_why(store: Store, source: str, why: str) -> None:
    with listening(store, DEFAULT, OFF) as gateway, pytest.raises(ConnectionError, match=why):
        gateway.send(source, b"x").result()


def test_other_limits_begin_every_source_anew_and_the_same_do_not(store: Store) -> None:
    with listening(store, require_auth=False) as gateway, peer_of(gateway) as peer:
        gateway.apply((DEFAULT,), Limits()).result()
        assert peer.ask(0x0002).id == 0x8001
        gateway.apply((DEFAULT,), Limits(connections=1)).result()
        assert peer.socket.recv(1) == b""
        with peer_of(gateway) as only, peer_of(gateway) as other:
            assert only.ask(0x0002).id == 0x8001
            with pytest.raises((AssertionError, OSError)):
                other.ask(0x0002)


def test_a_source_that_falls_by_a_fault_of_ours_is_said_and_the_others_go_on(
    store: Store, monkeypatch, caplog
) -> None:
    async def falls(self) -> None:
        raise KeyError("a fault")

    monkeypatch.setattr(TcpClient, "work", falls)
    client = Source(id="client", kind=Kind.TCP_CLIENT, host="127.0.0.1", port=9)
    with listening(store, client, DEFAULT, require_auth=False) as gateway:
        assert [row.state for row in gateway.status()] == ["failed", "listening"]
        assert "a fault" in gateway.status()[0].error
        with peer_of(gateway) as peer:
            assert peer.ask(0x0002).id == 0x8001
    assert "source client fell" in caplog.text


def test_a_server_that_does_not_answer_is_not_waited_for(store: Store, monkeypatch) -> None:
    async def hangs(self) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr(TcpClient, "work", hangs)
    monkeypatch.setattr(at_work, "FIRST_WORD_S", 0.01)
    client = Source(id="client", kind=Kind.TCP_CLIENT, host="127.0.0.1", port=9)
    with listening(store, client, DEFAULT) as gateway:
        assert [row.state for row in gateway.status()] == ["connecting", "listening"]
