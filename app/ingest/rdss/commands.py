"""Commands to a BeiDou card, as tables: send a message, say who you are; three dialects.

There is no row for ZHS (self-destruct), and nothing here builds a sentence that has no row.
"""

from enum import StrEnum
from typing import NamedTuple

from app.ingest.jt808_frame import checksum
from app.ingest.rdss import frame

HIGHEST_CARD = (1 << 24) - 1
"""Card numbers are 21 bits in "2.1" and 24 in "4.0"; in text at least seven digits."""

LONGEST_CONTENT = 1750
"""Bytes: the 14,000 bits of a regional message."""


class Dialect(StrEnum):
    """What a card is spoken to in."""

    BD2 = "bd2"  # "2.1"
    BD3 = "bd3"
    BINARY = "binary"  # "4.0"


class Sentence(NamedTuple):
    """A text command: `form` holds {to}, {coding} and {content}. Codings of words and of bits."""

    form: str
    words: str
    bits: str


SEND: dict[Dialect, Sentence] = {
    # express 0, normal 1
    Dialect.BD2: Sentence("CCTXA,{to:07d},1,{coding},{content}", words="0", bits="1"),
    # frequency 1 to 5, acknowledged 1 no, ..., period 0: once
    Dialect.BD3: Sentence("CCTCQ,{to:07d},2,1,{coding},{content},0", words="1", bits="2"),
}

ASK_CARD: dict[Dialect, str] = {Dialect.BD2: "CCICA,0,00", Dialect.BD3: "CCICR,0,00"}

_SEND_BINARY, _ASK_BINARY = "TXSQ", "ICJC"
_CHINESE, _CODE = b"\x44", b"\x46"

ESCAPES: tuple[tuple[bytes, bytes], ...] = (
    (b",", b"\xa3\xac"),
    (b"*", b"\xa9\x7e"),
    (b"$", b"\xa1\xe7"),
)
"""What ends a field, a sentence, or begins another -> the full-width character that is sent."""


def send_message(dialect: Dialect, *, to: int, body: bytes, words: bool) -> bytes:
    """The bytes that hand a message to the card. `words`: GB 18030 text; else bits.

    ValueError for a card that cannot be, an empty body and one beyond any carrier.
    """
    if not 0 < to <= HIGHEST_CARD:
        raise ValueError(f"no card has the number {to}")
    if not 0 < len(body) <= LONGEST_CONTENT:
        raise ValueError(f"a message of {len(body)} bytes")
    if dialect is Dialect.BINARY:
        return frame.build(_SEND_BINARY, 0, _binary(to, body, words=words))
    row = SEND[dialect]
    head, tail = row.form.split("{content}")
    coding = row.words if words else row.bits
    content = escaped(body) if words else body.hex().upper().encode()
    return sentence(head.format(to=to, coding=coding).encode() + content + tail.encode())


def ask_card(dialect: Dialect) -> bytes:
    """The bytes that ask the card for its number, period and level."""
    if dialect is Dialect.BINARY:
        return frame.build(_ASK_BINARY, 0, b"\x00")
    return sentence(ASK_CARD[dialect].encode())


def escaped(words: bytes) -> bytes:
    """GB 18030 text whose bytes end no field and no sentence.

    ValueError where it is more than one line, which no sentence can hold.
    """
    if any(byte < 0x20 for byte in words):
        raise ValueError("a control character in a message of words")
    for found, sent in ESCAPES:
        words = words.replace(found, sent)
    return words


def _binary(to: int, body: bytes, *, words: bool) -> bytes:
    kind = _CHINESE if words else _CODE
    return kind + to.to_bytes(3, "big") + (len(body) * 8).to_bytes(2, "big") + b"\x00" + body


def sentence(body: bytes) -> bytes:
    """A line of what stands between $ and *, with its checksum."""
    return b"$%s*%02X\r\n" % (body, checksum(body))
