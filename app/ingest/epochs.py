"""One fix for each time of day of a receiver: RMC, GGA, GNS, GLL of equal time are one Message."""

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

from app.ingest.made import made
from app.ingest.nmea import Dates, is_rdss, message_of, refused, short_message
from app.ingest.nmea_read import read
from app.ingest.nmea_reading import Reading
from app.ingest.nmea_sentence import Sentence, Torn, split
from app.ingest.nmea_status import doubts_of
from app.ingest.rdss.tables import CARD, LAYOUTS
from app.model import Message


class _Epoch:
    """The sentences of one time; what the first leaves open is taken from those after it."""

    __slots__ = ("at", "extra", "kinds", "raw", "reading", "status", "valid")

    def __init__(
        self, sentence: Sentence, reading: Reading, at: datetime | None, raw: bytes
    ) -> None:
        self.kinds = [sentence.type]
        self.reading = reading
        self.at = at
        self.valid = bool(reading.valid)
        self.status = reading.status + doubts_of(reading)
        self.raw = [raw]
        self.extra: Mapping[str, Any] = reading.more

    def add(self, sentence: Sentence, reading: Reading, at: datetime | None, raw: bytes) -> None:
        kind = sentence.type
        if kind not in self.kinds:
            self.kinds.append(kind)
        self.valid = self.valid and bool(reading.valid)
        self.at = self.at or at
        self.raw.append(raw)
        doubts = doubts_of(reading)
        if doubts or reading.status != self.status:
            self.status = tuple(dict.fromkeys(self.status + reading.status + doubts))
        if reading.more:
            self.extra = {**reading.more, **self.extra} if self.extra else reading.more
        first = self.reading
        if first.lon_lat is None:
            first.lon_lat = reading.lon_lat
        if first.alt_m is None:
            first.alt_m = reading.alt_m
        if first.satellites is None:
            first.satellites = reading.satellites
        self.move(reading)

    def move(self, reading: Reading) -> None:
        """Speed and course, which VTG says too."""
        first = self.reading
        if first.speed_kmh is None:
            first.speed_kmh = reading.speed_kmh
        if first.course_deg is None:
            first.course_deg = reading.course_deg

    def judge(self, reading: Reading) -> None:
        """How good the fix is, which GSA says, once for each system."""
        said = dict(self.extra)
        more = reading.more
        said |= {name: more[name] for name in ("pdop", "hdop", "vdop") if more[name] is not None}
        if more["used"] and more["system"] is not None:
            said["systems"] = tuple(dict.fromkeys((*said.get("systems", ()), more["system"])))
        self.extra = said
        if "fix_2d" in reading.status and "fix_2d" not in self.status:
            self.status = (*self.status, "fix_2d")

    def message(self) -> Message:
        first = self.reading
        lon, lat = first.lon_lat or (None, None)
        raw = self.raw
        return made(
            "nmea",
            "+".join(self.kinds),
            None,
            self.valid,
            lon,
            lat,
            first.alt_m,
            first.speed_kmh,
            first.course_deg,
            self.at,
            status=self.status,
            satellites=first.satellites,
            extra=self.extra,
            raw=raw[0] if len(raw) == 1 else b"\r\n".join([r.rstrip(b"\r\n") for r in raw]),
        )


class Epochs:
    """Course and speed come from RMC or VTG, height and satellites from GGA or GNS, dilution of
    precision and the systems in use from GSA.

    The fix is `valid` only where every one of its sentences says so. Refused sentences and short
    messages with a text or a position pass through. `dates`: the day the stream is in.
    """

    def __init__(self) -> None:
        self.dates = Dates()
        self._open: _Epoch | None = None
        self._time: time | None = None

    def feed(self, raw: bytes) -> list[Message]:
        """The Messages that this sentence completes: a refusal, the epoch before, both or none."""
        sentence = split(raw)
        if isinstance(sentence, Torn):
            return [refused(sentence.type, sentence.reason, raw)]
        if sentence.type in LAYOUTS and is_rdss(sentence):
            return self._short(raw)
        reading = read(sentence)
        if not isinstance(reading, Reading):
            return [] if reading is None else [refused(sentence.type, reading, raw)]
        if reading.fault is not None:
            return [message_of(sentence, reading, None, raw)]
        at = self.dates.place(reading)
        if reading.valid is None:
            if self._open is not None and sentence.type == "VTG":
                self._open.move(reading)
            elif self._open is not None and sentence.type == "GSA":
                self._open.judge(reading)
            return []
        if self._open is not None and reading.clock == self._time:
            self._open.add(sentence, reading, at, raw)
            return []
        done = self.flush()
        self._time = reading.clock
        self._open = _Epoch(sentence, reading, at, raw)
        return done

    def _short(self, raw: bytes) -> list[Message]:
        message = short_message(raw, self.dates)
        told = message.error or message.text or message.lon is not None or message.type in CARD
        return [message] if told else []

    def flush(self) -> list[Message]:
        """The epoch that is open, at the end of the stream or after a pause."""
        done, self._open = self._open, None
        return [] if done is None else [done.message()]
