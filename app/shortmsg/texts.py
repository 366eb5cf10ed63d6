"""Free text in messages: GB 18030, one line, and never cut without saying what is left over."""

from app.shortmsg.flaws import Flaw, ShortMessageError

CODE = "gb18030"


def tidy(text: str) -> str:
    """One line: every run of blanks and line ends is one blank, none at the ends."""
    return " ".join(text.split())


def encode(text: str) -> bytes:
    """GB 18030 bytes of a tidy text: 1 for ASCII, 2 for Chinese, 4 for what is rare.

    ShortMessageError (TEXT) where it is not tidy, holds a control, or does not come back the same.
    """
    if text != tidy(text) or not text.isprintable():
        raise ShortMessageError(Flaw.TEXT, "not one line of printable characters")
    try:
        data = text.encode(CODE)
        same = data.decode(CODE) == text
    except UnicodeError:
        same = False
    if not same:
        raise ShortMessageError(Flaw.TEXT, "a character that GB 18030 does not have")
    return data


def decode(data: bytes) -> str:
    """The text of bytes. ShortMessageError (TEXT) where `encode` would not have made them."""
    try:
        text = data.decode(CODE)
    except UnicodeDecodeError:
        raise ShortMessageError(Flaw.TEXT, "no GB 18030") from None
    if encode(text) != data:
        raise ShortMessageError(Flaw.TEXT, "written in another way")
    return text


def part(text: str, room: int) -> tuple[str, str]:
    """(what fits `room` bytes, the remainder), between characters; both are tidy."""
    if len(encode(text)) <= room:
        return text, ""
    used = count = 0
    for character in text:
        used += len(character.encode(CODE))
        if used > room:
            break
        count += 1
    return text[:count].rstrip(), text[count:].lstrip()
