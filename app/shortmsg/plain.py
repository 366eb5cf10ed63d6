"""Messages in words, which a person can type, read out and write down; both ways.

    渝收1 任261124-123 次1 时261124-0905 复签收 文路断，绕行 校7K2M
    YTRCP1 /T261124-123 /N1 /H261124-0905 /RY /Xroad cut /Z7K2M

Blanks, full width, case and the order of the fields do not matter. Nothing is corrected.
"""

import re
import unicodedata
from typing import Any

from app.shortmsg import texts
from app.shortmsg.checking import COUNT, check_letters, heard_letters
from app.shortmsg.codecs import Shared, held
from app.shortmsg.dictionary import SECTION_BITS
from app.shortmsg.flaws import Flaw, ShortMessageError
from app.shortmsg.kinds import ShortMessage
from app.shortmsg.layout import BY_TYPE, VERSION, Kind, Row
from app.shortmsg.packing import absent, agree, pack
from app.shortmsg.plain_marks import BY_HEAD, BY_MARK, BY_NAME, CHECK_MARK, HEADS, TEXT_MARK
from app.shortmsg.plain_values import COUNT as COUNTED

_SLASH = r"[/／]\s*"
_LETTER = r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]"
_CHECK = re.compile(
    rf"(?:{CHECK_MARK[0]}|{_SLASH}[ZzＺｚ])((?:\s*{_LETTER}){{{COUNT}}})\s*\Z",
)
_TEXT = re.compile(rf"{TEXT_MARK[0]}|{_SLASH}[XxＸｘ]")
_MARK = re.compile("(" + "|".join(mark.chinese for mark in BY_NAME.values()) + "|/[A-Z])")
_HEAD = re.compile("(" + "|".join(BY_HEAD) + r")([0-9]{1,2})\Z", re.ASCII)

LONGEST = 8192
"""Characters; more is no message, and is not searched."""


def write(
    message: ShortMessage, shared: Shared = None, *, chinese: bool = True, short: bool = False
) -> str:
    """The message in words, with Chinese marks or ASCII ones; the text stays as it is.

    `short`: without blanks, and codes as #number of the dictionary, where each byte counts.
    ShortMessageError where it could not be sent in bits either.
    """
    pack(message, shared)
    kind = BY_TYPE[type(message)]
    words = [f"{HEADS[kind.type][not chinese]}{VERSION}"]
    if kind.shared:
        words.append(_mark_of("dictionary", chinese) + held(shared).id)
    for row in kind.rows:
        value = getattr(message, row.name)
        if not (row.optional and absent(value)):
            said = _number(row, value, shared) if short else ""
            said = said or BY_NAME[row.name].plain.write(value, chinese)
            words.append(_mark_of(row.name, chinese) + said)
    if message.text:
        words.append(_mark(TEXT_MARK, chinese) + message.text)
    blank = "" if short else " "
    body = blank.join(words)
    return f"{body}{blank}{_mark(CHECK_MARK, chinese)}{check_letters(body)}"


def read(typed: str, shared: Shared = None) -> ShortMessage:
    """The message of words. ShortMessageError with the reason, and nothing else.

    MARK and MISSING name the field; CHECK says that the letters are not those of the words.
    """
    body = _checked(typed)
    found = _TEXT.search(body)
    front, text = (body[: found.start()], body[found.end() :]) if found else (body, "")
    if found and not text.strip():
        raise ShortMessageError(Flaw.MISSING, "text")
    head, *rest = _MARK.split("".join(unicodedata.normalize("NFKC", front).split()).upper())
    kind = _kind_of(head)
    told = _told(rest)
    if kind.shared:
        agree(shared, told.pop("dictionary", "none"))
    values = {row.name: _value(row, told, shared) for row in kind.rows if _given(row, told)}
    if extra := told.keys() - values.keys():
        raise ShortMessageError(Flaw.MARK, ", ".join(sorted(extra)))
    message = kind.type(**values, text=texts.tidy(text))
    texts.encode(message.text)
    return message


def _mark(words: tuple[str, str], chinese: bool) -> str:
    return words[0] if chinese else "/" + words[1]


def _mark_of(name: str, chinese: bool) -> str:
    mark = BY_NAME[name]
    return _mark((mark.chinese, mark.letter), chinese)


def _number(row: Row, value: str, shared: Shared) -> str:
    """#number of a code; nothing for another field."""
    return f"#{row.codec.write(value, shared)}" if row.name in SECTION_BITS else ""


def _checked(typed: str) -> str:
    """What stands before the check, whose letters are right."""
    if len(typed) > LONGEST:
        raise ShortMessageError(Flaw.TOO_LONG, f"{len(typed)} characters")
    found = _CHECK.search(typed, max(0, len(typed.rstrip()) - 12 * COUNT))
    if found is None:
        raise ShortMessageError(Flaw.NO_CHECK)
    body = typed[: found.start()]
    if check_letters(body) != heard_letters(found[1]):
        raise ShortMessageError(Flaw.CHECK)
    return body


def _kind_of(head: str) -> Kind:
    match = _HEAD.match(head)
    if match is None:
        raise ShortMessageError(Flaw.NOT_OURS, head[:20])
    if match[2] != str(VERSION):
        raise ShortMessageError(Flaw.VERSION, f"{match[2]} there, {VERSION} here")
    return BY_TYPE[BY_HEAD[match[1]]]


def _told(pieces: list[str]) -> dict[str, str]:
    """Field -> what was typed, of marks and values in turn."""
    told: dict[str, str] = {}
    for word, value in zip(pieces[::2], pieces[1::2], strict=True):
        mark = BY_MARK.get(word)
        if mark is None:
            raise ShortMessageError(Flaw.MARK, word)
        if mark.name in told:
            raise ShortMessageError(Flaw.TWICE, mark.name)
        told[mark.name] = value
    return told


def _given(row: Row, told: dict[str, str]) -> bool:
    if row.name not in told and not row.optional:
        raise ShortMessageError(Flaw.MISSING, row.name)
    return row.name in told


def _value(row: Row, told: dict[str, str], shared: Shared) -> Any:
    """Read, and written once as a number, so that words say nothing that bits cannot."""
    typed = told[row.name]
    if row.name in SECTION_BITS and typed.startswith("#"):
        return row.codec.read(COUNTED.read(typed[1:]), shared)
    value = BY_NAME[row.name].plain.read(typed)
    row.codec.write(value, shared)
    return value
