"""Bits: every kind comes back as it was, counters add up, and strange bits are refused by name."""

from binascii import crc_hqx
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.shortmsg.carriers import CARRIERS, CIVIL, GLOBAL, REGIONAL, Form, body, fitted, room
from app.shortmsg.flaws import Flaw, ShortMessageError
from app.shortmsg.layout import KINDS as LAYOUTS
from app.shortmsg.packing import ours, pack, spent, unpack
from app.shortmsg.parts import Number, Spot
from tests.app.shortmsg.made import (
    ARRIVAL,
    EACH,
    FEEDBACK,
    KINDS,
    MESSAGES,
    NOON,
    ORDER,
    OTHER,
    RECEIPT,
    SHARED,
    SOS,
)


def sealed(data: bytes) -> bytes:
    return data + crc_hqx(data, 0xFFFF).to_bytes(2, "big")


def flaw_of(data: bytes, shared=SHARED) -> str:
    with pytest.raises(ShortMessageError) as caught:
        unpack(data, shared)
    return caught.value.code


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_comes_back_as_it_was(kind):
    @given(KINDS[kind])
    @settings(max_examples=150, deadline=None)
    def holds(message):
        data = pack(message, SHARED)
        assert unpack(data, SHARED) == message
        assert ours(data)

    holds()


@given(MESSAGES)
@settings(max_examples=150, deadline=None)
def test_the_counter_of_bits_adds_up_to_the_message(message):
    assert sum(bits for _, bits in spent(message, SHARED)) == 8 * len(pack(message, SHARED))


def test_every_field_of_a_kind_has_its_row():
    for kind in LAYOUTS:
        fields = set(kind.type.__dataclass_fields__) - {"text"}
        assert {row.name for row in kind.rows} == fields


@pytest.mark.parametrize("message", EACH, ids=lambda m: type(m).__name__)
def test_one_of_each_fits_every_carrier(message):
    assert room(message, GLOBAL, SHARED).fits
    assert room(message, CIVIL, SHARED).fits
    assert room(message, REGIONAL, SHARED).fits


PINNED = (
    (
        ORDER,
        "e11edbbab6b1088000190021100003d80015cc2d000394018180009cbc4d6aa0a766700000acbfab7bda3acc8c6d0d00596b",
    ),
    (RECEIPT, "e1210880001ec000ae6168000ac2b7b6cfa3acc8c6d0d0b4a6"),
    (ARRIVAL, "e1310880001ec000ae61681cbc4dbaa0a8040000f2b1"),
    (FEEDBACK, "e1410880001ec000ae6168040806d2d1c7c0cda8fdbc"),
    (SOS, "e1515cc2d00e07031d19e5e26b55053b330116d697fb563776d840ad77"),
)


@pytest.mark.parametrize(("message", "data"), PINNED)
def test_the_layout_has_not_changed_unnoticed(message, data):
    assert pack(message, SHARED).hex() == data


@pytest.mark.parametrize("message", EACH, ids=lambda m: type(m).__name__)
def test_every_flipped_bit_is_found(message):
    data = pack(message, SHARED)
    for bit in range(len(data) * 8):
        bad = bytearray(data)
        bad[bit // 8] ^= 0x80 >> bit % 8
        assert flaw_of(bytes(bad)) in {Flaw.CHECK, Flaw.NOT_OURS}


@pytest.mark.parametrize("message", EACH, ids=lambda m: type(m).__name__)
def test_every_cut_message_is_refused(message):
    data = pack(message, SHARED)
    for size in range(len(data)):
        assert flaw_of(data[:size]) in {Flaw.CHECK, Flaw.NOT_OURS, Flaw.CUT}


GOOD, PADDED = pack(RECEIPT), pack(ARRIVAL)
STRANGE = (
    (b"", Flaw.NOT_OURS),
    (b"\xa4hello", Flaw.NOT_OURS),
    (b"\xe1", Flaw.CUT),
    (sealed(b"\xe2" + GOOD[1:-2]), Flaw.VERSION),
    (sealed(b"\xe1\xf0" + GOOD[2:-2]), Flaw.KIND),
    (sealed(GOOD[:8]), Flaw.CUT),
    (sealed(GOOD[:-2] + b"\x00"), Flaw.TOO_LONG),
    (sealed(PADDED[:-3] + bytes((PADDED[-3] | 1,))), Flaw.PADDING),
)


@pytest.mark.parametrize(("data", "flaw"), STRANGE)
def test_strange_bytes_are_refused_by_name(data, flaw):
    assert flaw_of(data) == flaw


@given(st.binary(max_size=120), st.sampled_from(EACH), st.integers(0, 60))
@settings(max_examples=400, deadline=None)
def test_bytes_with_a_right_check_give_a_message_or_the_declared_refusal(noise, message, at):
    start = pack(message, SHARED)[:-2]
    data = sealed(start[: 2 + at] + noise)
    with suppress(ShortMessageError):
        assert pack(unpack(data, SHARED), SHARED) == data


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_noise_raises_nothing_but_the_refusal(noise):
    with pytest.raises(ShortMessageError):
        unpack(noise, SHARED)


def test_an_order_of_another_dictionary_is_refused_and_says_both():
    with pytest.raises(ShortMessageError) as caught:
        unpack(pack(ORDER, SHARED), OTHER)
    assert caught.value.code == Flaw.DICTIONARY
    assert caught.value.detail == f"{SHARED.id} there, {OTHER.id} here"
    assert flaw_of(pack(ORDER, SHARED), None) == Flaw.DICTIONARY


@pytest.mark.parametrize("message", EACH[1:], ids=lambda m: type(m).__name__)
def test_what_comes_from_the_field_needs_no_dictionary(message):
    assert unpack(pack(message, OTHER), None) == message


UNFIT = (
    (ORDER, {"item": "GBT30428.2:9999"}, Flaw.NOT_SHARED),
    (ORDER, {"area": "510000"}, Flaw.NOT_SHARED),
    (ORDER, {"turn": 0}, Flaw.VALUE),
    (ORDER, {"turn": 65}, Flaw.VALUE),
    (ORDER, {"answer_min": 5000}, Flaw.VALUE),
    (ORDER, {"condition": 128}, Flaw.VALUE),
    (ORDER, {"case": Number(date(2023, 12, 31), 1)}, Flaw.VALUE),
    (ORDER, {"case": Number(date(2026, 1, 1), 1 << 24)}, Flaw.VALUE),
    (ORDER, {"task": Number(date(2026, 1, 1), 1, 33)}, Flaw.VALUE),
    (ORDER, {"time": NOON + timedelta(milliseconds=1)}, Flaw.VALUE),
    (ORDER, {"time": NOON.replace(year=1999)}, Flaw.VALUE),
    (ORDER, {"spot": Spot(181, 0)}, Flaw.VALUE),
    (ORDER, {"spot": Spot(float("nan"), 0)}, Flaw.VALUE),
    (SOS, {"people": 256}, Flaw.VALUE),
    (SOS, {"card": -1}, Flaw.VALUE),
    (SOS, {"text": "two\nlines"}, Flaw.TEXT),
    (SOS, {"text": " blank"}, Flaw.TEXT),
    (SOS, {"text": "\x1b[2J"}, Flaw.TEXT),
    (SOS, {"text": "\ud800"}, Flaw.TEXT),
    (SOS, {"text": "塌" * 1024}, Flaw.TOO_LONG),
)


@pytest.mark.parametrize(("message", "change", "flaw"), UNFIT)
def test_a_value_that_the_layout_cannot_hold_is_refused(message, change, flaw):
    with pytest.raises(ShortMessageError) as caught:
        pack(replace(message, **change), SHARED)
    assert caught.value.code == flaw


@pytest.mark.parametrize("carrier", CARRIERS, ids=lambda c: c.name)
@given(text=st.text(alphabet="塌方 速去a,", max_size=900).map(lambda t: " ".join(t.split())))
@settings(max_examples=30, deadline=None)
def test_what_does_not_fit_is_told_and_never_lost(carrier, text):
    message, rest = fitted(replace(RECEIPT, text=text), carrier)
    assert message is not None
    assert room(message, carrier).fits
    assert (message.text + rest).replace(" ", "") == text.replace(" ", "")
    if rest:  # the next character would have been too much
        more = replace(message, text=" ".join((message.text + rest[:1]).split()))
        assert not room(more, carrier).fits or text[len(message.text)] == " "


def test_an_order_too_large_without_text_is_not_cut_down():
    message, rest = fitted(ORDER, CIVIL._replace(bits=100), SHARED)
    assert message is None
    assert rest == ORDER.text
    assert CIVIL.form is Form.WORDS
    assert body(RECEIPT, CIVIL).decode("gb18030").startswith("渝收1")
