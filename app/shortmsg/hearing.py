"""What a message from a card amounts to: one of ours, plain words, or bytes for people to see.

Nothing is guessed: what begins as one of ours and is damaged is told as such, with the flaw.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.model import Message
from app.shortmsg.codecs import Shared
from app.shortmsg.flaws import Flaw, ShortMessageError
from app.shortmsg.kinds import ShortMessage
from app.shortmsg.layout import MARK
from app.shortmsg.packing import ours, unpack
from app.shortmsg.plain import read
from app.shortmsg.plain_marks import BY_HEAD

RECEIVED = frozenset({"TXR", "TCI", "TXXX"})
"""Types of the messages that carry what another card sent."""

SHOWN = 2000
"""Characters of a text from outside that are kept for the screen; the bytes are kept whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """`message`: one of ours; else `flaw` says why it is none where it began as one.

    `text`: what people see, `raw`: the bytes as they came in the content.
    """

    message: ShortMessage | None = None
    flaw: Flaw | None = None
    detail: str = ""
    text: str = ""
    raw: bytes = b""


def carries(message: Message) -> bool:
    """Whether a message of a gateway is a short message from another card."""
    return message.format in ("rdss", "rdss4") and message.type in RECEIVED


def told(message: Message, shared: Shared = None) -> Told:
    """What its content says, bits before words. Never raises for what came in."""
    text = _text(message)
    for data in _bytes(message):
        if ours(data) or (data[0] >> 4 == MARK and not text):
            return _unpacked(data, shared)
    if text.startswith(tuple(BY_HEAD)):
        return _read(text, shared)
    raw = next(_bytes(message), b"") or text.encode("gb18030", "replace")
    return Told(text=text[:SHOWN], raw=raw)


def told_by_voice(typed: str, shared: Shared = None) -> Told:
    """What a person typed from what was read over the radio; anything but ours is a flaw."""
    return _read(typed, shared)


def _unpacked(data: bytes, shared: Shared) -> Told:
    try:
        return Told(message=unpack(data, shared), raw=data)
    except ShortMessageError as error:
        return Told(flaw=error.code, detail=error.detail, text=data.hex(" "), raw=data)


def _read(text: str, shared: Shared) -> Told:
    raw = text.encode("gb18030", "replace")
    try:
        return Told(message=read(text, shared), text=text[:SHOWN], raw=raw)
    except ShortMessageError as error:
        return Told(flaw=error.code, detail=error.detail, text=text[:SHOWN], raw=raw)


def _text(message: Message) -> str:
    """The words of a message: those that are certain, else those that may be."""
    said = message.text or message.extra.get("text") or message.extra.get("maybe_text")
    return str(said or message.extra.get("shown") or "")


def _bytes(message: Message) -> Iterator[bytes]:
    """Bytes that the content may be: those of code and of mixed content."""
    for name in ("bytes", "digits"):
        digits = message.extra.get(name)
        if isinstance(digits, str) and digits and len(digits) % 2 == 0:
            try:
                yield bytes.fromhex(digits)
            except ValueError:
                continue
