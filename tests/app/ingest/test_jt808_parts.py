"""Packets are put together in any order, asked for again where they are missing, and bounded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest import jt808
from app.ingest.conversation import Conversation
from app.ingest.jt808_parts import Missing
from tests.app.ingest.test_given_jt808 import _door

BODY = bytes(range(256)) * 14


def parts(phone: str = "138", serial: int = 65534, version: int = 2013) -> list:
    sent = jt808.build_parts(0x0801, phone, serial, BODY, version)
    return [jt808.parse(raw) for raw in sent]


@given(st.permutations(range(4)), st.lists(st.integers(0, 3), max_size=6))
def test_order_and_duplicates_do_not_matter(order: list[int], again: list[int]) -> None:
    sent = parts()
    assert len(sent) == 4
    held = jt808.Reassembler()
    last = order[-1]
    said = [held.feed(sent[n]) for n in (*order[:-1], *(n for n in again if n != last), last)]
    assert [whole.body for whole in said if whole] == [BODY]
    assert held.held == 0


def test_terminals_with_the_same_serials_are_not_mixed() -> None:
    held = jt808.Reassembler()
    for one, other in zip(parts("1"), parts("2"), strict=True):
        first, second = held.feed(one), held.feed(other)
    assert (first.phone, second.phone) == ("1", "2")


@pytest.mark.parametrize(
    ("version", "body"), [(2013, "fffe0200020004"), (2019, "fffe000200020004")]
)
def test_what_is_missing_is_asked_for_after_a_while_and_three_times(version, body) -> None:
    held = jt808.Reassembler(ask_s=5, timeout_s=60)
    first, _, third, _ = parts(version=version)
    held.feed(first, now=0)
    held.feed(third, now=1)
    assert not list(held.due(5.9))
    (missing,) = held.due(6.0)
    assert missing == Missing(phone="138", version=version, first=65534, numbers=(2, 4))
    assert jt808.resend_body(missing).hex() == body
    assert not list(held.due(7.0))
    assert len(list(held.due(11))) == len(list(held.due(16))) == 1
    assert not list(held.due(30))
    assert (held.dropped, list(held.due(61)), held.dropped, held.held) == (0, [], 1, 0)


def test_the_platform_asks_with_0x8003_and_takes_what_comes() -> None:
    sent = jt808.build_parts(0x0801, "138", 1, BODY)
    talk = Conversation(_door(""))

    assert talk.hear(sent[:1], now_s=0.0).replies == []
    (ask,) = [jt808.parse(raw) for raw in talk.hear([], now_s=10.0).replies]
    (done,) = [jt808.parse(raw) for raw in talk.hear(sent[1:], now_s=11.0).replies]
    assert (ask.id, ask.phone, ask.body.hex()) == (0x8003, "138", "000103000200030004")
    assert done.id == 0x8001


def test_many_small_packets_are_bounded_as_a_few_large_ones() -> None:
    held = jt808.Reassembler(most_bytes=1 << 16)
    for number in range(1, 5000):
        raw = jt808.build(0x0801, "1", number, b"", total=65535, number=number)
        held.feed(jt808.parse(raw), now=0)
        assert held.held <= 1 << 16
    assert held.dropped


def test_groups_are_bounded_and_the_oldest_goes() -> None:
    held = jt808.Reassembler(most=16)
    for phone in range(100):
        held.feed(parts(str(phone))[0])
    assert held.dropped == 84
