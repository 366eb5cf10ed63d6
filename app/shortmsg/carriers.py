"""The messages that carry ours, how much each holds, and what is left over of a text."""

from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from app.shortmsg import texts
from app.shortmsg.codecs import Shared
from app.shortmsg.kinds import ShortMessage
from app.shortmsg.packing import LONGEST_TEXT, pack
from app.shortmsg.plain import write


class Form(StrEnum):
    BITS = "bits"
    WORDS = "words"


class Carrier(NamedTuple):
    """`bits`: the most that one message holds; the civil one is 70 Chinese characters of 2.1."""

    name: str
    bits: int
    form: Form


REGIONAL = Carrier("regional", 14_000, Form.BITS)
GLOBAL = Carrier("global", 560, Form.BITS)
CIVIL = Carrier("civil", 70 * 16, Form.WORDS)

CARRIERS: tuple[Carrier, ...] = (REGIONAL, GLOBAL, CIVIL)
BY_NAME: dict[str, Carrier] = {carrier.name: carrier for carrier in CARRIERS}


class Room(NamedTuple):
    """For the counter on the screen, in bits. `over`: so many too many, 0 where it fits."""

    used: int
    of: int

    @property
    def over(self) -> int:
        return max(0, self.used - self.of)

    @property
    def fits(self) -> bool:
        return self.used <= self.of


def room(message: ShortMessage, carrier: Carrier, shared: Shared = None) -> Room:
    """What the message takes of a carrier. ShortMessageError where it cannot be made at all."""
    return Room(len(body(message, carrier, shared)) * 8, carrier.bits)


def body(message: ShortMessage, carrier: Carrier, shared: Shared = None) -> bytes:
    """The bytes that the carrier is given: bits, or words in GB 18030. They may be too long."""
    if carrier.form is Form.BITS:
        return pack(message, shared)
    return write(message, shared, short=True).encode(texts.CODE)


def fitted(
    message: ShortMessage, carrier: Carrier, shared: Shared = None
) -> tuple[ShortMessage | None, str]:
    """(the message with as much of its text as fits, the rest of the text); for an officer to see.

    None where it does not fit even without text. Nothing is sent here and nothing is cut for good.
    """
    bare = room(replace(message, text=""), carrier, shared)
    if not bare.fits:
        return None, message.text
    size = min(len(texts.encode(message.text)), LONGEST_TEXT)
    while True:
        head, rest = texts.part(message.text, size)
        found = replace(message, text=head)
        over = room(found, carrier, shared).over
        if not over:
            return found, rest
        size -= -(-over // 8)
