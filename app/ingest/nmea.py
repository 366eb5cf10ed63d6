"""NMEA 0183 between bytes and Messages, one for each sentence; `epochs` makes one fix a second.

Short-message sentences (RDSS) come the same way and are read by `app.ingest.rdss`.

A sentence without a date (GGA, GLL, GNS) takes it from the RMC or ZDA heard before it, kept in
`Dates`; without one its `fix_time` is None, for a receiver's clock alone names no day.
"""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from app.ingest.nmea_fields import moment
from app.ingest.nmea_read import read
from app.ingest.nmea_reading import Reading
from app.ingest.nmea_sentence import Sentence, Torn, split
from app.ingest.nmea_status import doubts_of
from app.ingest.rdss.tables import LAYOUTS
from app.ingest.rdss.text import read_sentence
from app.model import Message

_FAR = date(2069, 1, 1)
_HALF_DAY = timedelta(hours=12)
_DAY = timedelta(days=1)


NOT_READ = "sound, but its fields are not read"
"""What is noted of a sentence that is named and passed over, which is no error."""


class Dates:
    """The day a stream is in, as last said by RMC or ZDA and carried over midnight."""

    def __init__(self) -> None:
        self._last: datetime | None = None
        self._clock: time | None = None

    def place(self, reading: Reading) -> datetime | None:
        """The full time of a reading, or None where its day or time is not known."""
        if reading.clock is None:
            return None
        if reading.day is not None:
            found = moment(reading.day, reading.clock)
            if reading.day < _FAR:
                self._last, self._clock = found, reading.clock
            return found
        last = self._last
        if last is None:
            return None
        if reading.clock is not self._clock:  # the sentences of an epoch share the object
            self._last = last = self._nearest(last, reading.clock)
            self._clock = reading.clock
        return last

    @staticmethod
    def _nearest(last: datetime, clock: time) -> datetime:
        found = moment(last.date(), clock)
        if found - last > _HALF_DAY:
            return found - _DAY
        return found + _DAY if last - found > _HALF_DAY else found


def decode(raw: bytes, dates: Dates | None = None) -> Message:
    """One sentence as a Message; a refused one has its reason in `error`."""
    return interpret(split(raw), raw=raw, dates=dates)


def interpret(
    sentence: Sentence | Torn, *, raw: bytes = b"", dates: Dates | None = None
) -> Message:
    """What a line says. Sentences beyond the table of readers are named and not `valid`."""
    if isinstance(sentence, Torn):
        return refused(sentence.type, sentence.reason, raw)
    if is_rdss(sentence):
        return short_message(raw, dates or Dates())
    reading = read(sentence)
    if reading is None:
        return Message(format="nmea", type=sentence.type, raw=raw)
    if isinstance(reading, str):
        return refused(sentence.type, reading, raw)
    return message_of(sentence, reading, (dates or Dates()).place(reading), raw)


def is_rdss(sentence: Sentence) -> bool:
    """Whether it is a short-message sentence, said by or to a BeiDou terminal."""
    return sentence.type in LAYOUTS and sentence.talker in ("BD", "CC", "GB")


def short_message(raw: bytes, dates: Dates) -> Message:
    """An RDSS sentence; a position in it takes its day as one of GGA does."""
    message, clock = read_sentence(raw)
    if clock is None or message.lon is None:
        return message
    return replace(message, fix_time=dates.place(Reading(clock=clock)))


def refused(kind: str, reason: str, raw: bytes) -> Message:
    return Message(format="nmea", type=kind, error=reason, raw=raw)


def message_of(sentence: Sentence, reading: Reading, at: datetime | None, raw: bytes) -> Message:
    lon, lat = reading.lon_lat or (None, None)
    return Message(
        format="nmea",
        type=sentence.type,
        valid=bool(reading.valid) and reading.fault is None,
        lon=lon,
        lat=lat,
        alt_m=reading.alt_m,
        speed_kmh=reading.speed_kmh,
        course_deg=reading.course_deg,
        fix_time=at,
        status=reading.status + doubts_of(reading),
        error=reading.fault,
        satellites=reading.satellites,
        raw=raw,
    )


def details(sentence: Sentence | Torn) -> dict[str, Any]:
    """What a person wants to see beyond the Message: talker, satellites, or the bare fields.

    `time` is the time of day (UTC) of a sentence, which without a date gives no `fix_time`.
    """
    said: dict[str, Any] = {"talker": sentence.talker or None}
    if isinstance(sentence, Torn) or is_rdss(sentence):
        return said
    reading = read(sentence)
    if isinstance(reading, Reading):
        clock = reading.clock and reading.clock.replace(tzinfo=None).isoformat()
        return said | ({"time": clock} if clock else {}) | dict(reading.more)
    note = {"note": NOT_READ} if reading is None else {}
    return said | note | {"fields": sentence.fields}
