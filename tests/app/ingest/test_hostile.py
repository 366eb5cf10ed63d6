"""Broken input of every format: nothing raised, a reason for each refusal, bounded memory."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.ingest.documents import sniff
from app.ingest.frames import Kind
from app.ingest.hearing import Ear
from app.ingest.hostile import MOST_HELD, hostile, strike
from app.ingest.samples import DOCUMENTS, STREAM
from app.ingest.sources import reason_of


@pytest.mark.parametrize("seed", range(4))
def test_broken_input_is_refused_with_reasons_and_never_raises(seed: int) -> None:
    toll = strike(2500, seed=seed)
    formats = {key.partition(":")[0] for key in toll.refused}
    assert {
        "jt808",
        "nmea",
        "rdss",
        "rdss4",
        "json",
        "gpx",
        "cap",
        "cot",
        "csv",
        "geojson",
    } <= formats
    assert toll.held <= MOST_HELD
    assert sum(toll.refused.values()) > 1000
    assert toll.fixes > 10


@pytest.mark.parametrize("kind", list(Kind))
def test_the_sound_pieces_are_sound(kind: Kind) -> None:
    for piece in STREAM[kind]:
        ear = Ear("line")
        told = ear.feed(piece) + ear.flush()
        assert [message.error for message in told if message.error] == []


def test_documents_are_known_by_how_they_begin() -> None:
    assert {kind: sniff(data) for kind, data in DOCUMENTS.items()} == {k: k for k in DOCUMENTS}


@settings(max_examples=150)
@given(
    st.lists(
        st.sampled_from([piece for pieces in STREAM.values() for piece in pieces])
        | st.sampled_from([b"\x7e", b"$", b"$TXXX", b"{", b"\r\n", b"*", b"\x00"])
        | st.binary(max_size=40),
        max_size=12,
    ),
    st.integers(1, 60),
)
def test_any_mixture_cut_anywhere_gives_the_same_messages(pieces: list[bytes], step: int) -> None:
    data = b"".join(pieces)
    whole, cut = Ear("line"), Ear("line")
    told = whole.feed(data) + whole.flush()
    parts = [data[at : at + step] for at in range(0, len(data), step)]
    said = [message for part in parts for message in cut.feed(part)] + cut.flush()
    fixes = [message for message in told if message.error is None]
    assert [message for message in said if message.error is None] == fixes


def test_the_stream_of_broken_pieces_never_ends_and_has_every_kind() -> None:
    from itertools import islice
    from random import Random

    kinds = {kind for kind, _ in islice(hostile(Random(1)), 2000)}
    assert kinds == {None, *STREAM, *DOCUMENTS}
    assert reason_of("a: b") == "a"
