"""Listeners: who may come at all, how many of one host, and datagrams."""

import socket
from contextlib import closing
from dataclasses import replace

import pytest

from app.ingest import jt808
from app.ingest.gateway import Limits
from app.ingest.transports.names import Hosts, Names
from app.sources.source import DEFAULT, Kind, Source
from tests.app.ingest.speaking import EPOCH, PATIENCE_S, Store, listening, until

UDP = Source(id="udp", kind=Kind.UDP_LISTENER)
OPEN = replace(DEFAULT, opened=True, host="0.0.0.0")


@pytest.fixture
def store() -> Store:
    return Store()


def test_an_opened_listener_with_an_empty_list_hears_nobody(store: Store) -> None:
    with listening(store, OPEN) as gateway:
        with closing(knock(gateway)) as peer:
            assert hung_up(peer)
        assert gateway.status()[0].refused == {"host not allowed": 1}


@pytest.mark.parametrize(
    ("allow", "heard"),
    [(("127.0.0.1",), True), (("127.0.0.0/8", "fd00::/8"), True), (("10.0.0.0/8",), False)],
)
def test_an_opened_listener_hears_those_of_its_list(store: Store, allow, heard: bool) -> None:
    with listening(store, replace(OPEN, allow=allow)) as gateway:
        with closing(knock(gateway)) as peer:
            peer.sendall(EPOCH)
            if heard:
                until(lambda: len(store.messages) == 1)
            else:
                assert hung_up(peer)
        assert store.messages == [] or heard


def test_a_listener_may_be_of_version_6(store: Store) -> None:
    if not socket.has_ipv6:
        pytest.skip("this machine has no IPv6")
    with listening(store, replace(DEFAULT, host="::1")) as gateway:
        if gateway.status()[0].state != "listening":
            pytest.skip(f"this machine has no IPv6: {gateway.status()[0].error}")
        with closing(socket.create_connection(("::1", gateway.port_of("tcp")))) as peer:
            peer.sendall(EPOCH)
            until(lambda: len(store.messages) == 1)
        assert store.messages[0].terminal == "tcp@::1"
        assert gateway.status()[0].where == f"[::1]:{gateway.port_of('tcp')}"


def test_each_datagram_is_whole_frames_and_lines_and_its_sender_a_peer(store: Store) -> None:
    with listening(store, UDP) as gateway:
        first, second = sender(gateway), sender(gateway)
        with closing(first), closing(second):
            first.send(EPOCH.rstrip())  # the last line of a datagram ends with it
            second.send(EPOCH)
            until(lambda: len(store.messages) == 2)
            assert gateway.status()[0].connections == 2
        assert {m.terminal for m in store.messages} == {"udp@127.0.0.1", "udp@127.0.0.1#2"}


def test_what_a_sender_is_answered_goes_back_to_it(store: Store) -> None:
    with listening(store, UDP, require_auth=False) as gateway, closing(sender(gateway)) as peer:
        peer.send(jt808.build(0x0002, "13800000001", 7))
        reply = jt808.parse(peer.recv(1000))
        assert isinstance(reply, jt808.Frame)
        assert reply.id == 0x8001


def test_half_a_frame_in_a_datagram_is_refused_and_harms_no_other(store: Store) -> None:
    frame = jt808.build(0x0002, "13800000001", 7)
    with listening(store, UDP, require_auth=False) as gateway, closing(sender(gateway)) as peer:
        peer.send(frame[:10])
        peer.send(frame)
        assert peer.recv(1000)
        assert sum(gateway.status()[0].refused.values()) >= 1


def test_senders_are_bounded_and_forgotten_when_they_are_silent(store: Store) -> None:
    limits = Limits(connections=1, quiet_s=0.1)
    with (
        listening(store, UDP, limits=limits) as gateway,
        closing(sender(gateway)) as first,
        closing(sender(gateway)) as second,
    ):
        first.send(EPOCH)
        until(lambda: gateway.status()[0].connections == 1)
        second.send(EPOCH)
        until(lambda: gateway.status()[0].refused == {"too many connections": 1})
        until(lambda: gateway.status()[0].connections == 0)
        second.send(EPOCH)
        until(lambda: len(store.messages) == 2)


def test_a_sender_that_floods_is_refused_by_the_datagram(store: Store) -> None:
    limits = Limits(messages_a_second=1, burst=1)
    with listening(store, UDP, limits=limits) as gateway, closing(sender(gateway)) as peer:
        for _ in range(20):
            peer.send(EPOCH)
        until(lambda: gateway.status()[0].refused.get("too fast", 0) > 0)


def test_a_host_has_only_so_many_peers_but_this_machine() -> None:
    hosts = Hosts(2)
    assert [hosts.enter("10.0.0.1") for _ in range(3)] == [True, True, False]
    assert hosts.enter("10.0.0.2")
    assert all(hosts.enter("127.0.0.1") for _ in range(9))
    hosts.leave("10.0.0.1")
    assert hosts.enter("10.0.0.1")


def test_a_name_is_free_again_when_its_peer_has_gone() -> None:
    names = Names()
    assert [names.take("a") for _ in range(3)] == ["a", "a#2", "a#3"]
    names.give_back("a#2")
    assert names.take("a") == "a#2"


def knock(gateway) -> socket.socket:
    return socket.create_connection(("127.0.0.1", gateway.port_of("tcp")), timeout=PATIENCE_S)


def sender(gateway) -> socket.socket:
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.settimeout(PATIENCE_S)
    sock.connect(("127.0.0.1", gateway.port_of("udp")))
    return sock


def hung_up(peer: socket.socket) -> bool:
    try:
        return peer.recv(1) == b""
    except ConnectionResetError:
        return True
