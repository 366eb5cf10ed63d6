"""The crowd of the bench: it speaks to the real gateway, and counts what it is answered."""

import socket
from concurrent.futures import Future
from contextlib import closing

import pytest

from app.clock import utc_now
from app.ingest.bench_crowd import Crowd
from app.ingest.bench_terminal import LEG_S, Card, Speaker
from app.ingest.gateway import Gateway
from app.ingest.jt808 import decode
from app.ingest.jt808_location import to_bcd_time
from app.ingest.samples import BEGUN
from app.model import Terminal

MANY = 6


def card(number: int) -> Card:
    return Card(
        phone=f"139{number:08}",
        version=(2013, 2019)[number % 2],
        code=f"code-{number}",
        lon=106.5,
        lat=29.5,
        east=1e-4,
        north=2e-4,
        kmh=36.0,
    )


@pytest.fixture
def heard():
    return []


@pytest.fixture
def gateway(heard):
    """A gateway whose desk keeps messages at once, and knows the terminals by their codes."""

    def settled(value):
        future = Future()
        future.set_result(value)
        return future

    def receive(source, messages):
        heard.extend(messages)
        return settled(None)

    cards = [card(number) for number in range(MANY)]
    gateway = Gateway(
        receive,
        settled,
        clock=utc_now,
        roll={one.phone: Terminal(id=one.phone, auth=one.code) for one in cards},
    )
    yield gateway
    gateway.stop()


def test_each_says_one_position_a_second_and_hears_of_it(gateway, heard):
    with closing(Crowd([card(number) for number in range(MANY)])) as crowd:
        crowd.greet(gateway.start())
        assert crowd.many == MANY
        crowd.report(2)
        told = crowd.figures()
    assert (told["said"], told["taken"], told["refused"], told["unanswered"]) == (12, 12, 0, 0)
    assert len(heard) == 12
    assert {message.terminal for message in heard} == {card(n).phone for n in range(MANY)}
    assert all(message.valid for message in heard)
    assert 0 <= told["took_ms"]["median"] <= told["took_ms"]["max"]


def test_a_crowd_that_is_not_let_in_says_so(gateway):
    with closing(Crowd([card(MANY + 1)])) as crowd, pytest.raises(RuntimeError, match="0 of 1"):
        crowd.greet(gateway.start())


@pytest.mark.parametrize(
    ("second", "legs"), [(0, 0), (10, 10), (LEG_S, LEG_S), (LEG_S + 10, LEG_S - 10), (2 * LEG_S, 0)]
)
def test_a_terminal_drives_there_and_back(second, legs):
    ours, theirs = socket.socketpair()
    with ours, theirs:
        one = Speaker(card(1), 1)
        one.sock.close()
        one.sock = ours
        one.report(second, to_bcd_time(BEGUN), 0.0)
        message = decode(theirs.recv(4096))
    assert (message.terminal, message.fix_time) == (card(1).phone, BEGUN)
    assert message.lon == pytest.approx(106.5 + legs * 1e-4, abs=1e-6)
    assert message.lat == pytest.approx(29.5 + legs * 2e-4, abs=1e-6)
    assert message.error is None
