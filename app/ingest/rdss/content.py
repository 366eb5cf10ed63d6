"""What a short message carries: Chinese text, digits, or both mixed, and what cannot be read.

Nothing is guessed: text is given where every byte of it is GB 18030; where bytes may be meant in
two ways both readings are told; what cannot be read stays hexadecimal.
"""

import re
from typing import Any

from app.ingest.rdss.payloads import read_payload

MIXED = 0xA4
"""First byte of content that goes on in GBK, whatever mode the sentence says."""

_HEX = re.compile(rb"[0-9A-Fa-f]*\Z")


def text_or_none(data: bytes) -> str | None:
    """GB 18030 text without its padding; None where a byte of it is none, or is a control."""
    try:
        text = data.rstrip(b"\x00").decode("gb18030")
    except UnicodeDecodeError:
        return None
    return text if all(c.isprintable() or c in "\r\n\t" for c in text) else None


def shown(data: bytes) -> str:
    """Text for people to see, U+FFFD where a byte is no text and where a character is a control."""
    text = data.rstrip(b"\x00").decode("gb18030", "replace")
    return "".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in text)


def read_content(content: bytes, mode: str) -> tuple[dict[str, Any], str | None]:
    """(what is said, why it cannot be read) of the content of a sentence in a mode of `MODES`.

    `text` is there only where it is certain, `shown` always where there are bytes, `bytes` as
    hexadecimal; `digits` beside `text` where both are possible.
    """
    if mode == "chinese":
        return _chinese(content)
    if not _HEX.match(content):
        return {"shown": shown(content)}, "content is not hexadecimal"
    digits = content.decode("ascii")
    if mode == "code" and content[:2].upper() != b"A4":
        return _code(digits), None
    if len(digits) % 2:
        return {"digits": digits}, "content has half a byte"
    data = bytes.fromhex(digits)
    return read_bytes(data[1:] if data[:1] == bytes((MIXED,)) else data, mixed=True), None


def read_bytes(data: bytes, *, mixed: bool) -> dict[str, Any]:
    """The bytes of a message: a known application's, or text, or neither."""
    told: dict[str, Any] = {"bytes": data.hex()}
    if not data:
        return told
    payload = read_payload(data) if mixed else None
    text = text_or_none(data)
    if payload is not None:
        return told | payload | ({} if text is None else {"maybe_text": text})
    return told | ({"shown": shown(data)} if text is None else {"text": text})


def _chinese(content: bytes) -> tuple[dict[str, Any], str | None]:
    text = text_or_none(content)
    if text is None:
        return {"bytes": content.hex(), "shown": shown(content)}, "content is not GBK text"
    return {"text": text}, None


def _code(digits: str) -> dict[str, Any]:
    """Digits as such, and the ASCII they may be the hexadecimal of."""
    told: dict[str, Any] = {"digits": digits}
    if len(digits) % 2 == 0 and digits:
        text = text_or_none(bytes.fromhex(digits))
        if text is not None:
            told["maybe_text"] = text
    return told
