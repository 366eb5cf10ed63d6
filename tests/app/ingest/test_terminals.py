"""JT/T 808 over real sockets: who is let in, and what is answered and when."""

import pytest

from app.ingest import jt808
from app.ingest.gateway import Limits
from app.ingest.jt808_session import read_register_reply, read_reply
from app.model import TerminalState
from tests.app.ingest.speaking import (
    AT,
    PHONE,
    Store,
    listening,
    location,
    peer_of,
    registration,
    until,
)


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.mark.parametrize("version", [2013, 2019])
def test_a_terminal_registers_authenticates_and_reports(store: Store, version: int) -> None:
    with listening(store) as gateway, peer_of(gateway, version=version) as peer:
        peer.enter()
        serial = peer.send(0x0200, location())
        answer = peer.hear()
        assert (answer.id, answer.version, answer.phone) == (0x8001, version, PHONE)
        assert read_reply(answer.body) == (serial, 0x0200, 0)
        assert [m.lon for m in store.messages] == [106.55]
        assert (store.callers[0].plate, store.callers[0].host) == ("渝A12345", "127.0.0.1")
        status = gateway.status()[0]
        assert (status.state, status.connections, status.heard) == ("listening", 1, 3)
        assert status.last_heard == AT
        assert status.refused == {}


def test_our_serials_count_up_from_zero(store: Store) -> None:
    store.know(PHONE)
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


OUTSIDE = (
    ("nobody let it in", {}, "terminal not admitted"),
    ("it has shown no code", {PHONE: TerminalState.ADMITTED}, "not authenticated"),
    ("it was refused", {PHONE: TerminalState.REFUSED}, "terminal refused"),
    ("it is suspended", {PHONE: TerminalState.SUSPENDED}, "terminal suspended"),
)


@pytest.mark.parametrize(("known", "reason"), [o[1:] for o in OUTSIDE], ids=[o[0] for o in OUTSIDE])
def test_a_position_of_one_who_is_outside_is_refused(store: Store, known, reason) -> None:
    for phone, state in known.items():
        store.know(phone, state=state)
    with listening(store) as gateway, peer_of(gateway) as peer:
        serial = peer.send(0x0200, location())
        assert read_reply(peer.hear().body) == (serial, 0x0200, 1)
        assert gateway.status()[0].refused == {reason: 1}
        assert [(m.valid, m.error) for m in store.messages] == [(False, reason)]


def test_packets_of_a_stranger_are_not_kept(store: Store) -> None:
    parts = jt808.build_parts(0x0704, PHONE, 1, bytes(1500))
    with listening(store) as gateway, peer_of(gateway) as peer:
        peer.socket.sendall(parts[0])
        assert read_reply(peer.hear().body) == (1, 0x0704, 1)
        assert gateway.status()[0].refused == {"terminal not admitted": 1}


def test_a_long_message_is_acknowledged_with_its_last_packet(store: Store) -> None:
    bodies = [location(106 + n / 1000) for n in range(60)]
    with listening(store) as gateway, peer_of(gateway) as peer:
        peer.enter()
        parts = jt808.build_parts(0x0704, PHONE, 7, jt808.batch_body(bodies, backlog=True))
        peer.socket.sendall(b"".join(parts))
        assert read_reply(peer.hear().body) == (8, 0x0704, 0)
        assert [len(message.items) for message in store.messages] == [60]


def test_a_wrong_code_is_refused(store: Store) -> None:
    store.know(PHONE)
    with listening(store) as gateway, peer_of(gateway) as peer:
        serial = peer.send(0x0102, b"guess")
        assert read_reply(peer.hear().body) == (serial, 0x0102, 1)
        assert gateway.status()[0].refused == {"wrong authentication code": 1}


def test_a_code_of_an_earlier_day_is_that_of_the_register(store: Store) -> None:
    store.know(PHONE, auth="old")
    with listening(store) as gateway, peer_of(gateway) as peer:
        serial = peer.send(0x0102, b"old")
        assert read_reply(peer.hear().body) == (serial, 0x0102, 0)
        assert store.callers == []


def test_a_stranger_gets_no_code_and_is_told_of_once(store: Store) -> None:
    store.admit = False
    with listening(store) as gateway, peer_of(gateway) as peer:
        for _ in range(3):
            serial = peer.send(0x0100, registration(PHONE, 2013))
            assert read_register_reply(peer.hear().body) == (serial, 4, "")
        assert [caller.phone for caller in store.callers] == [PHONE]
        assert gateway.status()[0].refused == {"terminal not admitted": 3}


def test_a_stranger_that_shows_a_code_of_its_own_is_told_of_too(store: Store) -> None:
    store.admit = False
    with listening(store) as gateway, peer_of(gateway) as peer:
        serial = peer.send(0x0102, b"guess")
        assert read_reply(peer.hear().body) == (serial, 0x0102, 1)
        assert [(one.phone, one.device) for one in store.callers] == [(PHONE, "")]


KNOWN = (
    ("the same device", {"maker": "渝图", "serial": "0000001"}, 0),
    ("the number alone", {}, 0),
    ("another device", {"maker": "渝图", "serial": "9"}, 1),
    ("refused", {"state": TerminalState.REFUSED}, 4),
    ("suspended", {"state": TerminalState.SUSPENDED}, 4),
)


@pytest.mark.parametrize(("fields", "result"), [k[1:] for k in KNOWN], ids=[k[0] for k in KNOWN])
def test_a_registration_is_answered_as_the_register_has_it(store: Store, fields, result) -> None:
    store.know(PHONE, **fields)
    with listening(store) as gateway, peer_of(gateway) as peer:
        serial = peer.send(0x0100, registration(PHONE, 2013))
        code = f"code-{PHONE}" if result == 0 else ""
        assert read_register_reply(peer.hear().body) == (serial, result, code)
        assert bool(gateway.status()[0].refused) == bool(result)


def test_a_terminal_that_changes_its_plate_all_the_time_is_written_down_once(store: Store) -> None:
    store.know(PHONE, maker="渝图", serial="0000001", plate="渝A00000")
    with listening(store) as gateway, peer_of(gateway) as peer:
        for _ in range(5):
            serial = peer.send(0x0100, registration(PHONE, 2013))
            assert read_register_reply(peer.hear().body) == (serial, 0, f"code-{PHONE}")
    assert len(store.callers) == 1


def test_what_a_terminal_says_is_believed_no_more_once_its_code_is_void(store: Store) -> None:
    with listening(store) as gateway, peer_of(gateway) as peer:
        peer.enter()
        store.know(PHONE, auth="another")
        serial = peer.send(0x0200, location())
        assert read_reply(peer.hear().body) == (serial, 0x0200, 1)
        store.know(PHONE, state=TerminalState.SUSPENDED)
        peer.ask(0x0200)
        assert gateway.status()[0].refused == {"not authenticated": 1, "terminal suspended": 1}


def test_a_host_brings_only_so_many_strangers_and_those_let_in_may_come_again(
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
        assert gateway.status()[0].refused["too many registrations"] == 2


def test_those_whom_the_register_has_are_no_newcomers(store: Store) -> None:
    with listening(store, limits=Limits(newcomers=0)) as gateway:
        for phone in ("1", "2", "3"):
            store.know(phone)
            with peer_of(gateway, phone=phone) as peer:
                peer.enter()
        assert gateway.status()[0].refused == {}


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
