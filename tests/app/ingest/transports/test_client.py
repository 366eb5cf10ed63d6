"""A TCP client against servers that speak, die and come back."""

import socket
from contextlib import closing
from dataclasses import replace

import pytest

from app.ingest.transports import running
from app.sources.source import Kind, Source
from tests.app.ingest.speaking import EPOCH, PATIENCE_S, Store, listening, until

TPV = b'{"class":"TPV","mode":3,"time":"2026-11-23T04:00:00Z","lat":29.5,"lon":106.5}\n'


@pytest.fixture
def store(monkeypatch) -> Store:
    monkeypatch.setattr(running, "FIRST_PAUSE_S", 0.01)
    return Store()


@pytest.fixture
def server():
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        server.settimeout(PATIENCE_S)
        yield server


@pytest.fixture
def client(server) -> Source:
    return Source(id="gpsd", kind=Kind.TCP_CLIENT, host="localhost", port=server.getsockname()[1])


def taken(server) -> socket.socket:
    peer, _ = server.accept()
    peer.settimeout(PATIENCE_S)
    return peer


def test_gpsd_is_asked_to_speak_and_its_fixes_are_named_after_the_source(store, server, client):
    asking = replace(client, greeting="gpsd")
    with listening(store, asking) as gateway, closing(taken(server)) as peer:
        assert peer.recv(100) == b'?WATCH={"enable":true,"json":true};\r\n'
        peer.sendall(TPV)
        until(lambda: len(store.messages) == 1)
        assert (store.messages[0].format, store.messages[0].terminal) == ("gpsd", "gpsd")
        assert (gateway.status()[0].state, gateway.status()[0].connections) == ("running", 1)


def test_a_server_that_dies_is_connected_to_again(store, server, client):
    with listening(store, client) as gateway:
        for count in (1, 2, 3):
            with closing(taken(server)) as peer:
                peer.sendall(EPOCH)
                until(lambda count=count: len(store.messages) == count)
        until(lambda: gateway.status()[0].heard == 6)
        assert {m.terminal for m in store.messages} == {"gpsd"}


def test_a_server_that_is_not_there_is_said_and_tried_until_it_is(store, server, client):
    server.close()
    with listening(store, client) as gateway:
        status = gateway.status()[0]
        assert status.state == "waiting"
        assert status.error
        with closing(socket.create_server(("127.0.0.1", client.port))) as again:
            again.settimeout(PATIENCE_S)
            with closing(taken(again)) as peer:
                peer.sendall(EPOCH)
                until(lambda: len(store.messages) == 1)
                assert gateway.status()[0].error == ""


def test_what_is_sent_arrives_as_it_is(store, server, client):
    data = bytes(range(256)) * 100
    with listening(store, client) as gateway, closing(taken(server)) as peer:
        until(lambda: gateway.status()[0].state == "running")
        gateway.send("gpsd", data).result(PATIENCE_S)
        heard = b""
        while len(heard) < len(data):
            heard += peer.recv(4096)
        assert heard == data


def test_what_cannot_be_sent_says_so(store, server, client):
    server.close()
    with (
        listening(store, client) as gateway,
        pytest.raises(ConnectionError, match="not connected"),
    ):
        gateway.send("gpsd", b"x").result(PATIENCE_S)


def test_noise_of_a_line_of_ours_is_counted_and_never_hung_up_on(store, server, client):
    with listening(store, client) as gateway, closing(taken(server)) as peer:
        peer.sendall(b"\x00\xff" * 9000)
        until(lambda: gateway.status()[0].refused.get("no known format", 0) >= 1)
        peer.sendall(EPOCH)
        until(lambda: len(store.messages) == 1)


def test_a_server_that_floods_does_not_slow_another_source(store, server, client):
    other = socket.create_server(("127.0.0.1", 0))
    quiet = replace(client, id="quiet", port=other.getsockname()[1])
    other.settimeout(PATIENCE_S)
    with (
        closing(other),
        listening(store, client, quiet),
        closing(taken(server)) as flood,
        closing(taken(other)) as peer,
    ):
        assert not_read(flood)
        peer.sendall(EPOCH)
        until(lambda: any(m.terminal == "quiet" for m in store.messages))


def not_read(peer) -> bool:
    """Speak until nobody takes it any more."""
    peer.settimeout(0.2)
    try:
        for _ in range(10_000):
            peer.sendall(b"$GPGGA,x*00\r\n" * 5000)
    except TimeoutError:
        return True
    return False
