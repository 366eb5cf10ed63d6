"""Asks the desk what stood at a moment; one question at a time, the newest counts."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from app.store import queries
from app.store.queries import AsOf
from app.store.store import Reader
from widgets.bridge import Bridge
from widgets.events_feed import Reading

_TELL_MS = 200


class Asking(QObject):
    """`got` carries an AsOf; `progress` (done, of how many) while it takes longer than a blink."""

    got = Signal(object)
    progress = Signal(int, int)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._reading: Reading | None = None
        self._telling = QTimer(self)
        self._telling.setInterval(_TELL_MS)
        self._telling.timeout.connect(self._tell)

    @property
    def busy(self) -> bool:
        return self._reading is not None

    def ask(self, moment: datetime) -> None:
        """What stood then; a question that is still under way is dropped."""
        self.stop()
        self._reading = Reading()
        self._telling.start()
        self._bridge.ask(read, moment, self._reading, then=self._put)

    def stop(self) -> None:
        """Nobody waits for it any more."""
        self._telling.stop()
        if self._reading is not None:
            self._reading.wanted = False
            self._reading = None

    def _put(self, then: AsOf | None) -> None:
        if then is None or self._reading is None:  # stopped meanwhile
            return
        self.stop()
        self.got.emit(then)

    def _tell(self) -> None:
        if self._reading is not None and self._reading.many:
            self.progress.emit(self._reading.done, self._reading.many)


def read(reader: Reader, moment: datetime, reading: Reading) -> AsOf | None:
    """The question itself, on the desk's reading thread."""
    return queries.as_of(reader, moment, reading.told)
