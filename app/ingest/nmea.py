"""NMEA 0183 between bytes and Messages, one for each sentence; `Epochs` makes one fix a second.

A sentence without a date (GGA, GLL, GNS) takes it from the RMC or ZDA heard before it, kept in
`Dates`; without one its `fix_time` is None, for a receiver's clock alone names no day.
"""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from app.ingest.nmea_fields import moment
from app.ingest.nmea_read import Reading, read
from app.ingest.nmea_sentence import Sentence, Torn, split
from app.model import Message

_DOUBTFUL = date(2000, 10, 31)
"""The first BeiDou satellite; earlier dates come from receivers whose week number rolled over."""

_FAR = date(2069, 1, 1)
_HALF_DAY = timedelta(hours=12)
_DAY = timedelta(days=1)


NOT_READ = "sound, but its fields are not read"
"""What is noted of a sentence that is named and passed over, which is no error."""


class Dates:
    """The day a stream is in, as last said by RMC or ZDA and carried over midnight."""

    def __init__(self) -> None:
        self._last: datetime | None = None

    def place(self, reading: Reading) -> datetime | None:
        """The full time of a reading, or None where its day or time is not known."""
        if reading.clock is None:
            return None
        if reading.day is not None:
            found = moment(reading.day, reading.clock)
            if reading.day < _FAR:
                self._last = found
            return found
        if self._last is None:
            return None
        self._last = self._nearest(self._last, reading.clock)
        return self._last

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
        return _refused(sentence.type, sentence.reason, raw)
    reading = read(sentence)
    if reading is None:
        return Message(format="nmea", type=sentence.type, raw=raw)
    if isinstance(reading, str):
        return _refused(sentence.type, reading, raw)
    return _message(sentence, reading, (dates or Dates()).place(reading), raw)


def _refused(kind: str, reason: str, raw: bytes) -> Message:
    return Message(format="nmea", type=kind, error=reason, raw=raw)


def _message(sentence: Sentence, reading: Reading, at: datetime | None, raw: bytes) -> Message:
    status = reading.status
    if reading.day is not None and reading.day < _DOUBTFUL:
        status = (*status, "date_doubtful")
    lon, lat = reading.lon_lat or (None, None)
    if lon == 0 and lat == 0:
        status = (*status, "null_island")
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
        status=status,
        error=reading.fault,
        satellites=reading.satellites,
        raw=raw,
    )


def details(sentence: Sentence | Torn) -> dict[str, Any]:
    """What a person wants to see beyond the Message: talker, satellites, or the bare fields.

    `time` is the time of day (UTC) of a sentence, which without a date gives no `fix_time`.
    """
    said: dict[str, Any] = {"talker": sentence.talker or None}
    if isinstance(sentence, Torn):
        return said
    reading = read(sentence)
    if isinstance(reading, Reading):
        clock = reading.clock and reading.clock.replace(tzinfo=None).isoformat()
        return said | ({"time": clock} if clock else {}) | reading.more
    note = {"note": NOT_READ} if reading is None else {}
    return said | note | {"fields": sentence.fields}


class Epochs:
    """One fix for each time of day: RMC, GGA, GNS and GLL of equal time are one Message.

    Course and speed come from RMC or VTG, height and satellites from GGA or GNS. The fix is
    `valid` only where every one of its sentences says so. Refused sentences pass through.
    """

    def __init__(self) -> None:
        self._dates = Dates()
        self._open: Message | None = None
        self._time: time | None = None

    def feed(self, raw: bytes) -> list[Message]:
        """The Messages that this sentence completes: a refusal, the epoch before, both or none."""
        sentence = split(raw)
        reading = None if isinstance(sentence, Torn) else read(sentence)
        if isinstance(sentence, Torn) or isinstance(reading, str):
            return [interpret(sentence, raw=raw)]
        if reading is not None and reading.fault is not None:
            return [_message(sentence, reading, None, raw)]
        if reading is None:
            return []
        at = self._dates.place(reading)
        if reading.valid is None:
            if self._open is not None and sentence.type == "VTG":
                self._open = _motion(self._open, reading)
            return []
        heard = _message(sentence, reading, at, raw)
        done = self.flush() if reading.clock != self._time else []
        self._time = reading.clock
        self._open = heard if self._open is None else _merge(self._open, heard)
        return done

    def flush(self) -> list[Message]:
        """The epoch that is open, at the end of the stream or after a pause."""
        done, self._open = self._open, None
        return [] if done is None else [done]


def _motion(fix: Message, reading: Reading) -> Message:
    return replace(
        fix,
        speed_kmh=fix.speed_kmh if fix.speed_kmh is not None else reading.speed_kmh,
        course_deg=fix.course_deg if fix.course_deg is not None else reading.course_deg,
    )


_KEEP_FIRST = (
    "lon",
    "lat",
    "alt_m",
    "speed_kmh",
    "course_deg",
    "fix_time",
    "satellites",
)


def _merge(first: Message, second: Message) -> Message:
    """What the first sentence left open is taken from the second."""
    kept = {
        name: getattr(first, name) if getattr(first, name) is not None else getattr(second, name)
        for name in _KEEP_FIRST
    }
    kinds = first.type.split("+")
    return replace(
        first,
        **kept,
        type=first.type if second.type in kinds else "+".join((*kinds, second.type)),
        valid=first.valid and second.valid,
        status=tuple(dict.fromkeys((*first.status, *second.status))),
        raw=first.raw.rstrip(b"\r\n") + b"\r\n" + second.raw,
    )
