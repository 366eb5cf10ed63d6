"""Reads tracks from the desk and makes them ready, beside the GUI thread; can be stopped."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from app.settings import TRACKS
from app.store import queries
from app.store.queries import TooManyFixesError
from app.store.store import Reader
from maps.history import History, Shown
from widgets.bridge import Bridge
from widgets.events_feed import Reading
from widgets.tracks.wanted import Wanted

TELL_MS, SLOW_MS = 200, 1_000


@dataclass(frozen=True, slots=True)
class TooMany:
    """More fixes than can be shown at once."""

    many: int


Answer = History | TooMany | None


class TrackReading(QObject):
    """`got` carries (Wanted, History or TooMany); `progress` (done, of all) once it is slow."""

    got = Signal(object, object)
    progress = Signal(int, int)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._reading: Reading | None = None
        self._wanted: Wanted | None = None
        self._telling = QTimer(self)
        self._telling.timeout.connect(self._tell)

    @property
    def busy(self) -> bool:
        return self._reading is not None

    def read(self, wanted: Wanted) -> None:
        """Read these; what is still being read is dropped."""
        self.stop()
        self._reading, self._wanted = Reading(), wanted
        self._telling.start(SLOW_MS)
        self._bridge.ask(ready, wanted, self._reading, then=self._put)

    def stop(self) -> bool:
        """Nobody waits for it any more; False where nothing was read."""
        self._telling.stop()
        reading, self._reading = self._reading, None
        if reading is not None:
            reading.wanted = False
        return reading is not None

    def _put(self, answer: Answer) -> None:
        if answer is None or self._reading is None:
            return
        self.stop()
        self.got.emit(self._wanted, answer)

    def _tell(self) -> None:
        self._telling.setInterval(TELL_MS)
        if self._reading is not None:
            self.progress.emit(self._reading.done, max(self._reading.many, 1))


def ready(reader: Reader, wanted: Wanted, reading: Reading) -> Answer:
    """The question itself, on the desk's reading thread; None where it was stopped."""
    names = [one.terminal for one in wanted.terminals]
    gap_s = queries.settings(reader)[TRACKS].gap_min * 60.0
    try:
        found = queries.tracks(reader, names, wanted.since, wanted.until, reading.told)
    except TooManyFixesError as error:
        return TooMany(int(error.args[0]))
    if found is None:
        return None
    shown = []
    for slot, (track, one) in enumerate(zip(found, wanted.terminals, strict=True)):
        if not reading.wanted:
            return None
        shown.append(Shown.of(track, slot=slot, name=one.name, gap_s=gap_s))
    return History(tuple(shown))
