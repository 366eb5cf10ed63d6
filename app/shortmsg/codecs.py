"""How a value becomes an unsigned number of so many bits, and comes back; no order of fields."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from app.model import Grade, Share
from app.shortmsg.dictionary import SECTION_BITS, Dictionary
from app.shortmsg.flaws import Flaw, ShortMessageError
from app.shortmsg.kinds import Answer, Need, Result
from app.shortmsg.parts import LAT_BITS, LON_BITS, Number, Spot, numbers_of, spot_at

EPOCH = datetime(2024, 1, 1, tzinfo=UTC)
DAY_BITS, SEQ_BITS, MORE_BITS, TIME_BITS, CLASS_BITS = 14, 24, 5, 30, 4
"""Days and seconds from EPOCH reach into 2068 and 2058."""

Shared = Dictionary | None


class Codec(NamedTuple):
    """`write` raises ShortMessageError for a value that has no number; so does `read`."""

    bits: int
    write: Callable[[Any, Shared], int]
    read: Callable[[int, Shared], Any]


def within(value: int, bits: int, what: object) -> int:
    """The value, where so many bits hold it; else ShortMessageError (VALUE)."""
    if not 0 <= value < 1 << bits:
        raise ShortMessageError(Flaw.VALUE, f"{what} is out of range")
    return value


def _write_number(value: Number, _: Shared) -> int:
    day = within((value.day - EPOCH.date()).days, DAY_BITS, value.day)
    seq = within(value.seq, SEQ_BITS, value.seq)
    return (day << SEQ_BITS | seq) << MORE_BITS | within(value.more - 1, MORE_BITS, value.more)


def _read_number(bits: int, _: Shared) -> Number:
    more = (bits & (1 << MORE_BITS) - 1) + 1
    rest = bits >> MORE_BITS
    day = date(2024, 1, 1) + timedelta(days=rest >> SEQ_BITS)
    return Number(day, rest & (1 << SEQ_BITS) - 1, more)


def _write_time(value: datetime, _: Shared) -> int:
    passed = value - EPOCH
    if passed % timedelta(seconds=1):
        raise ShortMessageError(Flaw.VALUE, f"{value} is no whole second")
    return within(passed // timedelta(seconds=1), TIME_BITS, value)


def _read_time(bits: int, _: Shared) -> datetime:
    return EPOCH + timedelta(seconds=bits)


def _write_spot(value: Spot, _: Shared) -> int:
    column, row, accuracy, age = numbers_of(value)
    return ((column << LAT_BITS | row) << CLASS_BITS | accuracy) << CLASS_BITS | age


def _read_spot(bits: int, _: Shared) -> Spot:
    low = (1 << CLASS_BITS) - 1
    place = bits >> 2 * CLASS_BITS
    row = place & (1 << LAT_BITS) - 1
    return spot_at(place >> LAT_BITS, row, bits >> CLASS_BITS & low, bits & low)


def count(bits: int, *, least: int = 0) -> Codec:
    """A count from `least` on."""

    def write(value: int, _: Shared) -> int:
        return within(value - least, bits, value)

    return Codec(bits, write, lambda number, _: number + least)


def choice(values: Sequence[Any], bits: int) -> Codec:
    """One of few values, by its place among them."""

    def read(number: int, _: Shared) -> Any:
        if number >= len(values):
            raise ShortMessageError(Flaw.VALUE, f"{type(values[0]).__name__} {number}")
        return values[number]

    return Codec(bits, lambda value, _: values.index(value), read)


def code(section: str) -> Codec:
    """A code of the shared dictionary."""

    def write(value: str, shared: Shared) -> int:
        return held(shared).number(section, value)

    def read(number: int, shared: Shared) -> str:
        return held(shared).code(section, number)

    return Codec(SECTION_BITS[section], write, read)


def held(shared: Shared) -> Dictionary:
    """The dictionary; ShortMessageError (DICTIONARY) where there is none."""
    if shared is None:
        raise ShortMessageError(Flaw.DICTIONARY, "none is held here")
    return shared


NUMBER = Codec(DAY_BITS + SEQ_BITS + MORE_BITS, _write_number, _read_number)
TIME = Codec(TIME_BITS, _write_time, _read_time)
SPOT = Codec(LON_BITS + LAT_BITS + 2 * CLASS_BITS, _write_spot, _read_spot)
TURN = count(6, least=1)
ANSWER_MIN = count(12, least=1)
CONDITION = count(7)
PEOPLE = count(8)
CARD = count(24)
GRADE = choice(tuple(Grade), 2)
SHARE = choice(tuple(Share), 1)
ANSWER = choice(tuple(Answer), 2)
RESULT = choice(tuple(Result), 2)
NEED = choice(tuple(Need), 4)
AREA, ITEM, UNIT = code("area"), code("item"), code("unit")
