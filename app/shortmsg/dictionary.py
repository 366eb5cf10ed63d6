"""The dictionary that both sides hold beforehand: areas, classes and units by their number.

Built from codes alone, so the same codes give the same dictionary and the same id everywhere. The
names of the codes are each side's own affair.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from app.shortmsg.flaws import Flaw, ShortMessageError

ID_BITS = 32
SECTION_BITS: dict[str, int] = {"area": 18, "item": 10, "unit": 13}
"""Section -> bits of a number in it; 262,144 areas, 1,024 classes, 8,192 units at most."""

_CODE = re.compile(r"[A-Z0-9][A-Z0-9.:_-]{0,39}\Z", re.ASCII)
_HEAD = "YUTU SHORT MESSAGE DICTIONARY 1"


class DictionaryError(ValueError):
    """Codes that no dictionary can be made of, or a file that is none; says which and why."""


@dataclass(frozen=True)
class Dictionary:
    """`edition`: the division whose areas these are; codes of each section in ascending order."""

    edition: str
    codes: Mapping[str, tuple[str, ...]]
    _numbers: dict[str, dict[str, int]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        numbers = {
            section: {code: number for number, code in enumerate(codes)}
            for section, codes in self.codes.items()
        }
        object.__setattr__(self, "_numbers", numbers)

    @cached_property
    def id(self) -> str:
        """Eight hexadecimal digits over edition and codes; both sides have to show the same."""
        return hashlib.sha256(_body(self).encode()).hexdigest()[: ID_BITS // 4].upper()

    def number(self, section: str, code: str) -> int:
        """ShortMessageError (NOT_SHARED) for a code that is not in the dictionary."""
        found = self._numbers[section].get(code)
        if found is None:
            raise ShortMessageError(Flaw.NOT_SHARED, f"{section} {code[:40]}")
        return found

    def code(self, section: str, number: int) -> str:
        """ShortMessageError (NOT_SHARED) for a number beyond the section."""
        codes = self.codes[section]
        if number >= len(codes):
            raise ShortMessageError(Flaw.NOT_SHARED, f"{section} {number} of {len(codes)}")
        return codes[number]


def fit(code: str) -> bool:
    """Whether a code may stand in a dictionary, and so in a message in words."""
    return _CODE.match(code) is not None


def build(
    *, edition: str, areas: Iterable[str], items: Iterable[str], units: Iterable[str]
) -> Dictionary:
    """A dictionary of the codes of all levels, keys of classes and ids of units, in any order.

    DictionaryError for a code that is there twice, that a message in words could not hold (letters
    A to Z, digits and . : _ - only), or that is one too many for its bits.
    """
    given = {"area": areas, "item": items, "unit": units}
    if not _CODE.match(edition.upper()) or edition != edition.strip():
        raise DictionaryError(f"edition {edition!r}")
    return Dictionary(edition, {name: _sorted(name, codes) for name, codes in given.items()})


def _sorted(section: str, codes: Iterable[str]) -> tuple[str, ...]:
    found = sorted(codes)
    for code in found:
        if not fit(code):
            raise DictionaryError(f"{section} {code!r} has other characters than a code may have")
    for code, following in pairwise(found):
        if code == following:
            raise DictionaryError(f"{section} {code} is there twice")
    if len(found) > 1 << SECTION_BITS[section]:
        raise DictionaryError(f"{len(found)} of {section}: {1 << SECTION_BITS[section]} at most")
    return tuple(found)


def _body(shared: Dictionary) -> str:
    lines = [_HEAD, f"edition {shared.edition}"]
    for section in SECTION_BITS:
        codes = shared.codes[section]
        lines += [f"{section} {len(codes)}", *codes]
    return "\n".join(lines) + "\n"


def dumps(shared: Dictionary) -> str:
    """The file that is handed to the other side: lines of codes, and the id below."""
    return f"{_body(shared)}id {shared.id}\n"


def loads(text: str) -> Dictionary:
    """The dictionary of a file. DictionaryError where it is none, or its id is not that of it."""
    lines = text.splitlines()
    if len(lines) < 3 or lines[0] != _HEAD or not lines[1].startswith("edition "):
        raise DictionaryError("not a dictionary of short messages")
    at = 2
    found: dict[str, list[str]] = {}
    for section in SECTION_BITS:
        count = _count(lines, at, section)
        found[section] = lines[at + 1 : at + 1 + count]
        at += 1 + count
    edition = lines[1].removeprefix("edition ")
    shared = build(edition=edition, areas=found["area"], items=found["item"], units=found["unit"])
    if lines[at:] != [f"id {shared.id}"]:
        raise DictionaryError(f"the file is damaged: its codes make {shared.id}")
    return shared


def _count(lines: list[str], at: int, section: str) -> int:
    words = lines[at].split(" ") if at < len(lines) else []
    if len(words) != 2 or words[0] != section or not re.fullmatch("[0-9]{1,6}", words[1]):
        raise DictionaryError(f"line {at + 1}: the number of {section} is missing")
    return int(words[1])
