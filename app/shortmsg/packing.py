"""Messages to bytes and back, and how many bits each part takes."""

from binascii import crc_hqx
from collections.abc import Iterator
from typing import Any, NamedTuple

from app.shortmsg import texts
from app.shortmsg.bits import BitReader, BitWriter
from app.shortmsg.codecs import Shared, held
from app.shortmsg.dictionary import ID_BITS
from app.shortmsg.flaws import Flaw, ShortMessageError
from app.shortmsg.kinds import ShortMessage
from app.shortmsg.layout import (
    BY_NUMBER,
    BY_TYPE,
    CHECK_BITS,
    KIND_BITS,
    MARK,
    MARK_BITS,
    TEXT_BITS,
    VERSION,
    VERSION_BITS,
    Kind,
)

LONGEST_TEXT = (1 << TEXT_BITS) - 1


class Spent(NamedTuple):
    """Bits of one part of a message: a field's name, or head, dictionary, padding, check."""

    name: str
    bits: int


def pack(message: ShortMessage, shared: Shared = None) -> bytes:
    """The bytes of a message. ShortMessageError for a value that the layout cannot hold.

    `shared` is needed for an order: its codes are sent as numbers of that dictionary.
    """
    writer = BitWriter()
    for _, value, bits in _parts(message, shared):
        writer.put(value, bits)
    data = writer.done()
    return data + crc_hqx(data, 0xFFFF).to_bytes(CHECK_BITS // 8, "big")


def spent(message: ShortMessage, shared: Shared = None) -> tuple[Spent, ...]:
    """What each part takes, in order; their sum is the length of `pack` in bits."""
    parts: dict[str, int] = {}
    for name, _, bits in _parts(message, shared):
        parts[name] = parts.get(name, 0) + bits
    parts["padding"] = -sum(parts.values()) % 8
    parts["check"] = CHECK_BITS
    return tuple(Spent(name, bits) for name, bits in parts.items())


def unpack(data: bytes, shared: Shared = None) -> ShortMessage:
    """The message of bytes, all of them. ShortMessageError with the reason, and nothing else.

    A message made with another dictionary is refused (DICTIONARY), for its numbers would mean
    something else here.
    """
    kind = _kind_of(data)
    reader = BitReader(data[: -CHECK_BITS // 8])
    reader.take(MARK_BITS + VERSION_BITS + KIND_BITS)
    if kind.shared:
        agree(shared, f"{reader.take(ID_BITS):08X}")
    values = {
        row.name: row.codec.read(reader.take(row.codec.bits), shared)
        for row in kind.rows
        if not row.optional or reader.take(1)
    }
    size = reader.take(TEXT_BITS)
    values["text"] = texts.decode(bytes(reader.take(8) for _ in range(size)))
    reader.end()
    return kind.type(**values)


def agree(shared: Shared, named: str) -> None:
    """ShortMessageError (DICTIONARY) where a message names another dictionary than is held."""
    if held(shared).id != named:
        raise ShortMessageError(Flaw.DICTIONARY, f"{named} there, {held(shared).id} here")


def ours(data: bytes) -> bool:
    """Whether bytes begin and end as a message of this layout, of any version."""
    return data[:1] != b"" and data[0] >> 4 == MARK and len(data) > 4 and not crc_hqx(data, 0xFFFF)


def _kind_of(data: bytes) -> Kind:
    """Mark, check, version and kind, in that order: noise is not called a strange version."""
    if not data or data[0] >> VERSION_BITS != MARK:
        raise ShortMessageError(Flaw.NOT_OURS)
    if len(data) < 5:
        raise ShortMessageError(Flaw.CUT, f"{len(data)} bytes")
    if crc_hqx(data, 0xFFFF):
        raise ShortMessageError(Flaw.CHECK)
    version, number = data[0] & (1 << VERSION_BITS) - 1, data[1] >> 8 - KIND_BITS
    if version != VERSION:
        raise ShortMessageError(Flaw.VERSION, f"{version} there, {VERSION} here")
    if number not in BY_NUMBER:
        raise ShortMessageError(Flaw.KIND, str(number))
    return BY_NUMBER[number]


def _parts(message: ShortMessage, shared: Shared) -> Iterator[tuple[str, int, int]]:
    """(part, number, bits) of all that stands before padding and check."""
    kind = BY_TYPE[type(message)]
    yield "head", MARK, MARK_BITS
    yield "head", VERSION, VERSION_BITS
    yield "head", kind.number, KIND_BITS
    if kind.shared:
        yield "dictionary", int(held(shared).id, 16), ID_BITS
    for row in kind.rows:
        value = getattr(message, row.name)
        if row.optional:
            yield row.name, int(not absent(value)), 1
        if not (row.optional and absent(value)):
            yield row.name, row.codec.write(value, shared), row.codec.bits
    text = texts.encode(message.text)
    if len(text) > LONGEST_TEXT:
        raise ShortMessageError(Flaw.TOO_LONG, f"text of {len(text)} bytes, {LONGEST_TEXT} at most")
    yield "text", len(text), TEXT_BITS
    for byte in text:
        yield "text", byte, 8


def absent(value: Any) -> bool:
    """Whether an optional field is left out: no value, or no code."""
    return value is None or value == ""
