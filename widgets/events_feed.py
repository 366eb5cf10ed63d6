"""All events for the map: read when a layer first wants them, and then only what changed.

They are read on the desk's reading thread and come here ready for drawing; while they are read
the map shows none of them, and `progress` says how far it is.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from app.changes import Changes
from app.store import queries
from app.store.queries import CaseColumns
from app.store.store import Reader
from maps.layers import DEFAULT, Stack
from maps.points import Events
from widgets.bridge import Bridge

LAYERS = ("events", "heat")
"""Those that need them."""
NOTHING = DEFAULT.showing("events", False).showing("heat", False)
"""The layers of a map that needs none of them."""
EVERY_MS = 1000
_TELL_MS = 150


@dataclass(frozen=True, slots=True)
class Known:
    """Events, and the ledger's last entry that they know of."""

    events: Events
    seq: int


class Reading:
    """How far a reading is, and whether it is still wanted: asked and told from two threads."""

    def __init__(self) -> None:
        self.done, self.many, self.wanted = 0, 0, True

    def told(self, done: int, many: int) -> bool:
        self.done, self.many = done, many
        return self.wanted


class EventsFeed(QObject):
    """`fed` carries maps.points.Events, at most one a second; `progress` (read, of how many)."""

    fed = Signal(object)
    progress = Signal(int, int)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._known: Known | None = None
        self._reading: Reading | None = None
        self._wanted = self._behind = False
        self._wanting: set[str] = set()
        self._telling = self._timer(_TELL_MS, self._tell)
        self._later = self._timer(EVERY_MS, self._read_more)
        self._later.setSingleShot(True)
        bridge.changed.connect(self._hear)

    def follow(self, stack: Stack, *, who: str = "map") -> None:
        """Read while any map has a layer that needs them; what was read is kept."""
        self._wanting.discard(who)
        if set(LAYERS) - stack.hidden:
            self._wanting.add(who)
        wanted = bool(self._wanting)
        if wanted == self._wanted:
            return
        self._wanted = wanted
        if not wanted:
            self._stop()
        elif self._known is None:
            self._read_all()
        else:
            self.fed.emit(self._known.events)
            self._read_more()

    def close(self) -> None:
        """Let a reading end soon, before the desk waits for it."""
        self._wanted = False
        self._stop()

    def _timer(self, every_ms: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(every_ms)
        timer.timeout.connect(slot)
        return timer

    def _stop(self) -> None:
        self._later.stop()
        self._telling.stop()
        if self._reading is not None:
            self._reading.wanted = False
            self._reading = None

    def _read_all(self) -> None:
        self._reading = Reading()
        self._telling.start()
        self._bridge.ask(read, self._reading, then=self._put)

    def _hear(self, changes: Changes) -> None:
        if changes.cases and self._wanted:
            self._behind = True
            if self._known is not None and not self._later.isActive():
                self._later.start()

    def _read_more(self) -> None:
        if self._known is not None and self._wanted:
            self._behind = False
            self._bridge.ask(read_more, self._known, then=self._put)

    def _put(self, known: Known | None) -> None:
        if known is None:  # it was not wanted any more
            return
        whole, self._reading = self._reading, None
        self._telling.stop()
        if whole is not None:
            self.progress.emit(whole.many, whole.many)
        same = self._known is not None and known.events is self._known.events
        self._known = known
        if self._wanted and not same:
            self.fed.emit(known.events)
        if self._behind and self._wanted:
            self._later.start()

    def _tell(self) -> None:
        if self._reading is not None:
            self.progress.emit(self._reading.done, self._reading.many)


def read(reader: Reader, reading: Reading) -> Known | None:
    """All of them; None where it was stopped."""
    columns = queries.case_columns(reader, reading.told)
    return None if columns is None else Known(events_of(columns), columns.seq)


def read_more(reader: Reader, known: Known) -> Known:
    """What later entries changed, put into what is known."""
    columns = queries.case_columns_since(reader, known.seq)
    if not len(columns):
        return Known(known.events, columns.seq)
    return Known(known.events.put(events_of(columns)), columns.seq)


def events_of(columns: CaseColumns) -> Events:
    return Events.of(
        ids=columns.ids,
        lon=columns.lon,
        lat=columns.lat,
        opened_s=columns.opened_s,
        grade=columns.grade,
        state=columns.state,
        item=columns.item,
        items=columns.items,
    )
