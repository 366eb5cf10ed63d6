"""How a value is written for people, and read again: ASCII or a Chinese word, never a mark."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, NamedTuple

from app.model import Grade, Share
from app.shortmsg.flaws import Flaw, ShortMessageError
from app.shortmsg.kinds import Answer, Need, Result
from app.shortmsg.parts import ACCURACY_M, AGE_S, Number, Spot, spot

CHINA = timezone(timedelta(hours=8))
"""Times in words are those of the clock on the wall, in the field as at the desk."""

_NUMBER = re.compile(r"([0-9]{6})-([0-9]{1,8})(?:-([0-9]{1,2}))?\Z", re.ASCII)
_TIME = re.compile(r"([0-9]{6})-([0-9]{4})([0-9]{2})?\Z", re.ASCII)
_DEGREES = r"(-?[0-9]{1,3}(?:\.[0-9]{1,9})?)"
_SPOT = re.compile(rf"{_DEGREES},{_DEGREES}(?:,([0-9]{{1,5}})M)?(?:,([0-9]{{1,6}})S)?\Z", re.ASCII)
_COUNT = re.compile(r"[0-9]{1,8}\Z", re.ASCII)
_CODE = re.compile(r"[A-Z0-9.:_-]{1,40}\Z", re.ASCII)


class Plain(NamedTuple):
    """`read` gets half width capitals without blanks; it raises ShortMessageError (VALUE)."""

    write: Callable[[Any, bool], str]
    read: Callable[[str], Any]


def bad(text: str) -> ShortMessageError:
    return ShortMessageError(Flaw.VALUE, text[:40])


def _match(pattern: re.Pattern[str], text: str) -> re.Match[str]:
    match = pattern.match(text)
    if match is None:
        raise bad(text)
    return match


def _date(text: str, form: str) -> datetime:
    try:
        return datetime.strptime("20" + text, form).replace(tzinfo=CHINA)
    except ValueError:
        raise bad(text) from None


def _write_number(value: Number, _: bool) -> str:
    return f"{value.day:%y%m%d}-{value.seq}" + (f"-{value.more}" if value.more > 1 else "")


def _read_number(text: str) -> Number:
    match = _match(_NUMBER, text)
    return Number(_date(match[1], "%Y%m%d").date(), int(match[2]), int(match[3] or 1))


def _write_time(value: datetime, _: bool) -> str:
    local = value.astimezone(CHINA)
    return f"{local:%y%m%d-%H%M}" + (f"{local:%S}" if local.second else "")


def _read_time(text: str) -> datetime:
    match = _match(_TIME, text)
    return _date(match[1] + match[2] + (match[3] or "00"), "%Y%m%d%H%M%S").astimezone(UTC)


def _write_spot(value: Spot, _: bool) -> str:
    accuracy = "" if value.accuracy_m is None else f",{value.accuracy_m}M"
    age = "" if value.age_s is None else f",{value.age_s}S"
    return f"{value.lon:.5f},{value.lat:.5f}{accuracy}{age}"


def _read_spot(text: str) -> Spot:
    match = _match(_SPOT, text)
    return spot(
        float(match[1]),
        float(match[2]),
        accuracy_m=_class(ACCURACY_M, match[3]),
        age_s=_class(AGE_S, match[4]),
    )


def _class(classes: tuple[int | None, ...], text: str | None) -> int | None:
    """A class as it is written; what a person measured is any number, and is rounded up."""
    largest = max(one for one in classes if one is not None)
    if text is not None and int(text) > largest:
        raise bad(text)  # beyond the last class it would become unknown, which was not said
    return None if text is None else int(text)


def _read_count(text: str) -> int:
    return int(_match(_COUNT, text)[0])


def _read_code(text: str) -> str:
    return _match(_CODE, text)[0]


def _words(table: Mapping[Any, tuple[str, str]]) -> Plain:
    """Values that are said by a Chinese word or by ASCII letters; both are read."""
    read = {word: value for value, words in table.items() for word in words}

    def value_of(text: str) -> Any:
        if text not in read:
            raise bad(text)
        return read[text]

    return Plain(lambda value, chinese: table[value][not chinese], value_of)


ANSWERS: dict[Answer, tuple[str, str]] = {
    Answer.SIGNED: ("签收", "Y"),
    Answer.RETURNED: ("退回", "N"),
}
RESULTS: dict[Result, tuple[str, str]] = {
    Result.MET: ("达成", "Y"),
    Result.PARTLY: ("部分", "P"),
    Result.NOT_MET: ("未达", "N"),
}
SHARES: dict[Share, tuple[str, str]] = {Share.LEAD: ("主办", "L"), Share.ASSIST: ("协办", "A")}
NEEDS: dict[Need, tuple[str, str]] = {
    Need.UNKNOWN: ("不明", "UNKNOWN"),
    Need.MEDICAL: ("医疗", "MEDICAL"),
    Need.FIRE: ("火情", "FIRE"),
    Need.TRAPPED: ("受困", "TRAPPED"),
    Need.FLOOD: ("水情", "FLOOD"),
    Need.ATTACKED: ("遇袭", "ATTACKED"),
    Need.VEHICLE: ("车辆", "VEHICLE"),
    Need.OTHER: ("其他", "OTHER"),
}
GRADES: dict[Grade, tuple[str, str]] = {grade: (str(int(grade)),) * 2 for grade in Grade}

WORDS: tuple[Mapping[Any, tuple[str, str]], ...] = (ANSWERS, RESULTS, SHARES, NEEDS)

NUMBER = Plain(_write_number, _read_number)
TIME = Plain(_write_time, _read_time)
SPOT = Plain(_write_spot, _read_spot)
COUNT = Plain(lambda value, _: str(value), _read_count)
CODE = Plain(lambda value, _: value, _read_code)
GRADE, SHARE, NEED = _words(GRADES), _words(SHARES), _words(NEEDS)
ANSWER, RESULT = _words(ANSWERS), _words(RESULTS)
