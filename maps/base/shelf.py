"""The base maps of a desk as they are open at the moment; opened in a thread of their own.

Whoever draws asks for what is open and gets on without the rest; `changed` is told whenever
something has come or gone. A file that is not there is not tried again until somebody asks.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

from app.basemaps import BaseSource, BaseSources
from maps.base.errors import BaseError, Reason

if TYPE_CHECKING:
    from maps.base.opening import Opened, Room


class State(StrEnum):
    """How it stands with a base map."""

    WAITING = "waiting"
    OPENING = "opening"
    READY = "ready"
    MISSING = "missing"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """State of one base map; `share` of the work done while it is being opened."""

    state: State
    reason: Reason | None = None
    detail: str = ""
    share: float = 0.0
    broken: Mapping[Reason, int] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class _Entry:
    source: BaseSource
    status: Status = Status(state=State.WAITING)
    opened: "Opened | None" = None
    cancelled: Event = field(default_factory=Event)


class Shelf:
    """`put` says which base maps there are; `shown` gives those to draw, the lowest first."""

    def __init__(self, room: "Room", changed: Callable[[], None] = lambda: None) -> None:
        self._room = room
        self._changed = changed
        self._lock = Lock()
        self._entries: dict[str, _Entry] = {}
        self._sources = BaseSources()
        self._thread: Thread | None = None
        self._closed = False
        self.stamp = 0

    @property
    def sources(self) -> BaseSources:
        return self._sources

    def put(self, sources: BaseSources) -> None:
        """These from now on; what is open of the same file and datum stays open."""
        gone: list[_Entry] = []
        with self._lock:
            before, self._entries = self._entries, {}
            for source in sources.rows:
                entry = before.get(source.id)
                if entry is None or _file(entry.source) != _file(source):
                    entry = _Entry(source)
                else:
                    del before[source.id]
                entry.source = source
                self._entries[source.id] = entry
            gone = list(before.values())
            self._sources = sources
            self.stamp += 1
        _drop(gone)
        self._start()

    def again(self) -> None:
        """Try once more to open what is missing or failed."""
        with self._lock:
            for entry in self._entries.values():
                if entry.status.state in (State.MISSING, State.FAILED):
                    entry.status, entry.cancelled = Status(state=State.WAITING), Event()
        self._start()

    def cancel(self, ident: str) -> None:
        """Give up opening one; it stays on the shelf as failed."""
        with self._lock:
            entry = self._entries.get(ident)
            if entry is not None:
                entry.cancelled.set()

    def shown(self, metres_per_px: float) -> "Iterator[tuple[BaseSource, Opened]]":
        """Those to draw at a scale that are open, the lowest first."""
        with self._lock:
            found = [
                (source, self._entries[source.id].opened)
                for source in self._sources.ordered
                if source.shown_at(metres_per_px)
            ]
        for source, one in found:
            if one is not None:
                yield source, one

    def status(self) -> dict[str, Status]:
        """Of every base map by id, with what was broken in it so far."""
        with self._lock:
            return {ident: _told(entry) for ident, entry in self._entries.items()}

    def attribution(self, metres_per_px: float) -> tuple[str, ...]:
        """Whose maps are shown at a scale, each once."""
        said = [s.attribution for s, _ in self.shown(metres_per_px) if s.attribution]
        return tuple(dict.fromkeys(said))

    def settle(self) -> None:
        """Wait until all that can be opened is open; for pictures and tests."""
        while (thread := self._thread) is not None:
            thread.join()

    def close(self) -> None:
        """Give up what is being opened, close the rest."""
        with self._lock:
            self._closed = True
            entries, self._entries = list(self._entries.values()), {}
            self._sources = BaseSources()
        for entry in entries:
            entry.cancelled.set()
        self.settle()
        _drop(entries)

    def _start(self) -> None:
        with self._lock:
            if self._closed or self._thread is not None or self._next() is None:
                return
            self._thread = Thread(target=self._work, name="base-maps")
            self._thread.start()

    def _next(self) -> _Entry | None:
        waiting = (e for e in self._entries.values() if e.status.state is State.WAITING)
        return next(waiting, None)

    def _work(self) -> None:
        while True:
            with self._lock:
                entry = None if self._closed else self._next()
                if entry is None:
                    self._thread = None
                    return
                entry.status = Status(state=State.OPENING)
            self._open(entry)
            self._changed()

    def _open(self, entry: _Entry) -> None:
        from maps.base.opening import opened  # here: readers that a desk without them never needs

        def progress(share: float, doing: str) -> None:
            entry.status = Status(state=State.OPENING, share=share, detail=doing)
            self._changed()

        one, source = None, entry.source
        try:
            one = opened(source, self._room, progress, entry.cancelled)
            status = Status(state=State.READY)
        except BaseError as error:
            state = State.MISSING if error.reason is Reason.GONE else State.FAILED
            status = Status(state=state, reason=error.reason, detail=error.detail)
        with self._lock:
            wanted = self._entries.get(source.id) is entry
            if wanted:
                entry.opened, entry.status = one, status
                self.stamp += 1
        if one is not None and not wanted:
            one.close()


def _file(source: BaseSource) -> tuple[str, ...]:
    return source.path, source.kind.value, source.datum.value


def _told(entry: _Entry) -> Status:
    if entry.opened is None or not entry.opened.broken:
        return entry.status
    return Status(state=entry.status.state, broken=dict(Counter(entry.opened.broken)))


def _drop(entries: list[_Entry]) -> None:
    for entry in entries:
        entry.cancelled.set()
        if entry.opened is not None:
            entry.opened.close()
