"""Counts what of all events lies in a selection, on a reading thread; the newest question counts.

Nobody waits for it: the list is there at once, and what takes longer than a second says how far it
is and can be given up.
"""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.model import Case, Ring
from app.store import queries
from app.store.store import Reader
from maps.points import choose
from maps.points.chosen import Chosen, Ints
from maps.scene import MapData
from widgets.bridge import Bridge
from widgets.events_feed import LAYERS, Reading

MOST = 200
"""Rows of the list; of all others it is told how many there are."""
_LONG_MS, _TELL_MS = 1000, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """`looks` (LOOKS,): how many of each; rows of those nearest to the middle of the area."""

    looks: Ints
    rows: tuple["Row", ...] = ()

    @property
    def count(self) -> int:
        return int(self.looks.sum())


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One event; `case` where the desk's own book has it."""

    id: str
    look: int
    distance_m: float
    case: Case | None


class Counting(QObject):
    """`told` when there is something new to say: `counted`, or how far it is."""

    told = Signal()

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._about: tuple[object, ...] = ()
        self._reading: Reading | None = None
        self._telling = QTimer(self)
        self._telling.timeout.connect(self._tell)
        self.counted: Counted | None = None
        self.share: float | None = None  # of the work done, while it takes long
        self.given_up = False

    @property
    def busy(self) -> bool:
        return self._reading is not None

    def follow(
        self, rings: tuple[Ring, ...], area: Any, data: MapData, hidden: frozenset[str]
    ) -> None:
        """Count in this area, where a layer of events is on; nothing is counted twice."""
        wanted = bool(rings) and bool(set(LAYERS) - hidden)
        about = (rings, data.events, data.choice) if wanted else ()
        if about == self._about:
            return
        self.stop()
        fresh = not self._about or self._about[0] != rings
        self._about = about
        self.given_up = False
        if fresh or not wanted:
            self.counted = None
        if wanted:
            self._reading = Reading()
            self._telling.start(_LONG_MS)
            chosen = choose(data.events, data.choice)
            self._bridge.ask(count, chosen, area, self._reading, then=self._put)

    def give_up(self) -> bool:
        """The officer no longer waits; False where nobody waited visibly."""
        if self.share is None:
            return False
        self.stop()
        self.given_up = True
        self.told.emit()
        return True

    def stop(self) -> None:
        """Nobody waits for it any more."""
        self._telling.stop()
        self.share = None
        if self._reading is not None:
            self._reading.wanted = False
            self._reading = None

    def _put(self, counted: Counted | None) -> None:
        if counted is not None and self._reading is not None:
            self.stop()
            self.counted = counted
            self.told.emit()

    def _tell(self) -> None:
        reading = self._reading
        if reading is not None:
            self._telling.setInterval(_TELL_MS)
            self.share = reading.done / max(reading.many, 1)
            self.told.emit()


def count(reader: Reader, chosen: Chosen, area: Any, reading: Reading) -> Counted | None:
    """The question itself; None where it was stopped."""
    from maps.points.within import within  # here, for a start needs no geometry

    found = within(chosen, area, most=MOST, told=reading.told)
    if found is None:
        return None
    ids = chosen.names(found.at)
    cases = {case.id: case for case in queries.cases_by_id(reader, ids)}
    looks, away = chosen.look[found.at].tolist(), found.distance_m.tolist()
    rows = tuple(
        Row(id=ident, look=look, distance_m=metres, case=cases.get(ident))
        for ident, look, metres in zip(ids, looks, away, strict=True)
    )
    return Counted(looks=found.looks, rows=rows)
