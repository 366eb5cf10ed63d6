"""Why a short message cannot be made or read: every code there is, and the one exception."""

from enum import StrEnum


class Flaw(StrEnum):
    """Codes for the words of the screens and for counters; what varies stands in the detail."""

    NOT_OURS = "not_ours"
    CUT = "cut"
    TOO_LONG = "too_long"
    CHECK = "check"
    NO_CHECK = "no_check"
    VERSION = "version"
    KIND = "kind"
    DICTIONARY = "dictionary"
    NOT_SHARED = "not_shared"
    VALUE = "value"
    TEXT = "text"
    PADDING = "padding"
    MARK = "mark"
    TWICE = "twice"
    MISSING = "missing"


class ShortMessageError(ValueError):
    """The declared refusal of bits, of words or of a value; nothing else is raised for content."""

    def __init__(self, code: Flaw, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else str(code))
        self.code = code
        self.detail = detail
