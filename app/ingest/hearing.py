"""Any bytes of one line, connection or log to Messages: every format, whatever the source.

`Hearing` takes frames that are cut already, `Ear` bytes as they come. Both are one stream's own and
bounded; what a stream has no number for is named after it.
"""

from dataclasses import replace

from app.ingest import jt808
from app.ingest.epochs import Epochs
from app.ingest.frames import Kind
from app.ingest.gpsd import read_json
from app.ingest.mixed import MixedFramer
from app.ingest.nmea import Dates
from app.ingest.nmea_reading import Reading
from app.ingest.rdss import binary
from app.ingest.rdss.frame import parse
from app.model import Message


def short_frame(raw: bytes, dates: Dates) -> Message:
    """A binary RDSS frame; a position without a day takes that of the stream."""
    message, clock = binary.interpret(parse(raw), raw=raw)
    if clock is None:
        return message
    return replace(message, fix_time=dates.place(Reading(clock=clock)))


class Hearing:
    """The Messages of a stream's frames, one for each epoch where it is NMEA."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._epochs = Epochs()
        self._parts = jt808.Reassembler()

    def take(self, kind: Kind, raw: bytes, *, now: float = 0.0) -> list[Message]:
        """What one frame, line or object says. `now`: seconds of any steady clock."""
        if kind is Kind.JT808:
            return [self._frame(raw, now)]
        if kind is Kind.NMEA:
            return [self._named(message) for message in self._epochs.feed(raw)]
        if kind is Kind.RDSS4:
            return [self._named(short_frame(raw, self._epochs.dates))]
        return [self._named(message) for message in read_json(raw)]

    def flush(self) -> list[Message]:
        """The epoch that is open, at the end of the stream or after a pause."""
        return [self._named(message) for message in self._epochs.flush()]

    def _named(self, message: Message) -> Message:
        return message if message.terminal else replace(message, terminal=self._name)

    def _frame(self, raw: bytes, now: float) -> Message:
        frame = jt808.parse(raw)
        if isinstance(frame, jt808.Damage):
            return jt808.refused(frame, raw=raw)
        whole = None
        if frame.total and not frame.encryption:
            whole = self._parts.feed(frame, now=now)
        return jt808.interpret(whole or frame, raw=raw)


class Ear:
    """Bytes in, Messages out, for a serial line or a connection that may carry anything."""

    def __init__(self, name: str) -> None:
        self._framer = MixedFramer()
        self._hearing = Hearing(name)

    def feed(self, data: bytes, *, now: float = 0.0) -> list[Message]:
        found = self._framer.feed(data)
        return [m for kind, raw in found for m in self._hearing.take(kind, raw, now=now)]

    @property
    def pending(self) -> int:
        """Bytes kept for the next feed."""
        return self._framer.pending

    def pause(self) -> list[Message]:
        """Nothing has come for a while: the open epoch is over."""
        return self._hearing.flush()

    def flush(self) -> list[Message]:
        """What nothing ended, at the end of the stream."""
        found = self._framer.flush()
        last = [m for kind, raw in found for m in self._hearing.take(kind, raw)]
        return last + self._hearing.flush()
