"""From an officer's act to a terminal's answer, over a real socket, and back into the ledger."""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from app.casework.acts import Act, Refusal
from app.clock import frozen
from app.courier import Courier
from app.desk import Desk
from app.ingest import jt808
from app.ingest.gateway import Gateway
from app.ingest.sending import Timers
from app.model import SYSTEM, Command
from app.store import queries
from app.store.verify import verify
from tests.app.ingest.speaking import AT, PHONE, Peer, location, until
from tests.app.test_enlisting import DUTY
from tests.small import EDITION, SmallHierarchy

OTHER = "13800000002"


@contextmanager
def opened(folder: Path) -> Iterator[tuple[Desk, Courier, Gateway]]:
    clock = frozen(AT)
    with closing(
        Desk(folder, SmallHierarchy().locate, clock=clock, officer=DUTY, edition=EDITION)
    ) as desk:
        courier = Courier(desk, clock=clock, timers=Timers(answer_s=60.0))
        gateway = Gateway(
            desk.receive,
            desk.register,
            clock=clock,
            roll=desk.roll(),
            downlink=courier.downlink,
        )
        courier.start()
        gateway.start()
        try:
            yield desk, courier, gateway
        finally:
            gateway.stop()
            courier.stop()
    assert not [t for t in threading.enumerate() if t.name in ("gateway", "downlink")]


def do(desk: Desk, name: str, phone: str = PHONE, **fields: object) -> str:
    """Do an act; the id of the command that it made."""
    act = Act(name=f"terminal.{name}", subject=f"terminal:{phone}", fields=fields)
    entry = desk.do(act).result(10)
    assert not isinstance(entry, Refusal), entry
    return next((key[8:] for key in entry.after if key.startswith("command:")), "")


def enter(desk: Desk, *phones: str) -> None:
    for phone in phones:
        act = Act(name="terminal.enter", subject="terminal:", fields={"phone": phone})
        desk.do(act).result(10)


def sent(desk: Desk, ident: str) -> Command:
    (found,) = desk.ask(queries.commands, [ident]).result(10)
    return found


def ends(desk: Desk, ident: str, state: str) -> None:
    until(lambda: sent(desk, ident).state.value == state)


def come_in(courier: Courier, peer: Peer) -> None:
    """Enter, and wait until it can be sent something: it hears of being let in before that."""
    peer.enter()
    until(lambda: courier.downlink.online(peer.phone))


def answer(peer: Peer, frame: jt808.Frame, result: int = 0) -> None:
    peer.send(0x0001, jt808.general_reply_body(frame, result=result))


def test_a_text_arrives_and_its_answer_is_kept(tmp_path: Path):
    with opened(tmp_path) as (desk, courier, gateway):
        enter(desk, PHONE)
        with closing_peer(gateway) as peer:
            come_in(courier, peer)
            ident = do(desk, "text", text="到朱沱集结", urgent=True)
            frame = peer.hear()
            assert (frame.id, frame.body) == (0x8300, b"\x05" + "到朱沱集结".encode("gbk"))
            assert frame.serial == 2  # after our two replies
            ends(desk, ident, "sent")
            answer(peer, frame)
            ends(desk, ident, "done")
        history = desk.ask(queries.entries, f"terminal:{PHONE}").result(10)
        assert [one.act for one in history][:2] == ["command.report", "terminal.text"]
        steps = desk.ask(queries.entries, f"command:{ident}").result(10)
        assert [one.act for one in steps] == ["command.report"] * 2 + ["terminal.text"]
        assert [one.actor for one in steps] == [SYSTEM.id, SYSTEM.id, DUTY.id]


@contextmanager
def closing_peer(gateway: Gateway, phone: str = PHONE) -> Iterator[Peer]:
    peer = Peer(gateway.port_of("tcp"), phone=phone)
    try:
        yield peer
    finally:
        peer.socket.close()


def test_the_ledger_holds_together_over_commands_and_their_ends(tmp_path: Path):
    with opened(tmp_path) as (desk, courier, gateway):
        enter(desk, PHONE)
        with closing_peer(gateway) as peer:
            come_in(courier, peer)
            ident = do(desk, "text", text="一")
            answer(peer, peer.hear())
            ends(desk, ident, "done")
            ends(desk, do(desk, "ask", phone=PHONE), "sent")
    report = verify(tmp_path)
    assert report.ok, report.problems
    assert report.entries >= 6


def test_a_question_is_answered_by_a_position_that_is_believed(tmp_path: Path):
    with opened(tmp_path) as (desk, courier, gateway):
        enter(desk, PHONE)
        with closing_peer(gateway) as peer:
            come_in(courier, peer)
            ident = do(desk, "ask")
            frame = peer.hear()
            assert (frame.id, frame.body) == (0x8201, b"")
            peer.send(0x0201, frame.serial.to_bytes(2, "big") + location(106.15))
            ends(desk, ident, "done")
            until(lambda: PHONE in desk.latest())


def test_a_terminal_that_does_not_know_tracking_says_so(tmp_path: Path):
    with opened(tmp_path) as (desk, courier, gateway):
        enter(desk, PHONE)
        with closing_peer(gateway) as peer:
            come_in(courier, peer)
            ident = do(desk, "track", interval_s=30, minutes=10)
            frame = peer.hear()
            assert (frame.id, frame.body.hex()) == (0x8202, "001e00000258")
            answer(peer, frame, result=3)
            ends(desk, ident, "unsupported")


def test_who_is_not_there_is_said_so_at_once_or_waited_for(tmp_path: Path):
    with opened(tmp_path) as (desk, courier, gateway):
        enter(desk, PHONE)
        unsent, waiting = do(desk, "text", text="一"), do(desk, "text", text="二", wait_minutes=5)
        ends(desk, unsent, "offline")
        assert sent(desk, waiting).state.value == "waiting"
        with closing_peer(gateway) as peer:
            come_in(courier, peer)
            frame = peer.hear()
            assert frame.body[1:].decode("gbk") == "二"
            answer(peer, frame)
            ends(desk, waiting, "done")


def test_one_connection_serves_two_terminals(tmp_path: Path):
    with opened(tmp_path) as (desk, courier, gateway):
        enter(desk, PHONE, OTHER)
        with closing_peer(gateway) as peer:
            for phone in (PHONE, OTHER):
                peer.phone = phone
                come_in(courier, peer)
            ident = do(desk, "text", OTHER, text="二号")
            frame = peer.hear()
            assert frame.phone == OTHER
            answer(peer, frame)
            ends(desk, ident, "done")


def test_a_suspended_terminal_is_sent_nothing(tmp_path: Path):
    with opened(tmp_path) as (desk, courier, gateway):
        enter(desk, PHONE)
        with closing_peer(gateway) as peer:
            come_in(courier, peer)
            suspend = Act(name="terminal.suspend", subject=f"terminal:{PHONE}", reason="借出")
            desk.do(suspend).result(10)
            text = Act(name="terminal.text", subject=f"terminal:{PHONE}", fields={"text": "一"})
            assert desk.do(text).result(10).code == "wrong_state"
            assert not courier.downlink.online(PHONE)


def test_what_was_under_way_when_the_desk_closed_is_not_sent_twice(tmp_path: Path):
    with opened(tmp_path) as (desk, courier, gateway):
        enter(desk, PHONE)
        with closing_peer(gateway) as peer:
            come_in(courier, peer)
            under_way = do(desk, "text", text="一")
            ends(desk, under_way, "sent")
        until(lambda: not gateway.status()[0].connections)
        waiting = do(desk, "text", text="二", wait_minutes=5)
    with opened(tmp_path) as (desk, courier, gateway):
        ends(desk, under_way, "unconfirmed")
        assert sent(desk, waiting).state.value == "waiting"
        with closing_peer(gateway) as peer:
            come_in(courier, peer)
            assert peer.hear().body[1:].decode("gbk") == "二"


def test_what_a_terminal_says_twice_is_acknowledged_twice_and_stored_once(tmp_path: Path):
    with opened(tmp_path) as (desk, courier, gateway):
        enter(desk, PHONE)
        with closing_peer(gateway) as peer:
            come_in(courier, peer)
            again = jt808.build(0x0200, PHONE, 77, location(106.15))
            for _ in range(3):
                peer.socket.sendall(again)
                assert peer.hear().body.hex() == "004d020000"
        assert len(desk.ask(queries.track, PHONE, AT).result(10)) == 1
        assert ("tcp", "duplicate", 2) in desk.ask(queries.refusals).result(10)


REFUSED = (
    ("too long", {"text": "到" * 513}, "text_too_long", "1026 / 1024"),
    ("no GBK", {"text": "㭎口"}, "text_not_gbk", "㭎"),
    ("a control", {"text": "a\x07b"}, "text_not_gbk", "U+0007"),
    ("nothing", {"text": " "}, "field_missing", "text"),
    ("no such case", {"text": "一", "case": "C-9"}, "target_unknown", ""),
)


@pytest.mark.parametrize(
    ("fields", "code", "detail"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED]
)
def test_a_text_that_cannot_be_sent_is_refused_and_says_why(tmp_path, fields, code, detail):
    with opened(tmp_path) as (desk, _, _):
        enter(desk, PHONE)
        act = Act(name="terminal.text", subject=f"terminal:{PHONE}", fields=fields)
        refused = desk.do(act).result(10)
        assert isinstance(refused, Refusal)
        assert (refused.code, refused.detail) == (code, detail)
