"""The desk's base maps in the window: kept by the desk, opened by the shelf, drawn by the map."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Qt, Signal

from app.basemaps import BaseSource, BaseSources
from app.settings import BASE_MAPS, Settings
from app.store import queries
from widgets.bridge import Bridge
from widgets.map_view import MapView

if TYPE_CHECKING:
    from maps.base.shelf import Shelf, Status


class BaseMaps(QObject):
    """`told` whenever one has come, gone, or is further on; what is changed is kept at once."""

    told = Signal()
    _moved = Signal()

    def __init__(self, bridge: Bridge, the_map: MapView, cache: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._map, self._cache = bridge, the_map, cache
        self._shelf: Shelf | None = None
        self._stamp = -1
        self._under_way = 0
        self._moved.connect(self._show, Qt.ConnectionType.QueuedConnection)

    @property
    def sources(self) -> BaseSources:
        return self._shelf.sources if self._shelf is not None else BaseSources()

    def status(self) -> "dict[str, Status]":
        """How it stands with each, by id."""
        return self._shelf.status() if self._shelf is not None else {}

    def ask(self) -> None:
        """What the desk has kept."""
        self._bridge.ask(queries.settings, then=self.put)

    def put(self, settings: Settings) -> None:
        """What the desk has kept; what was changed here since is not undone."""
        if not self._under_way:
            self._take(settings[BASE_MAPS])

    def add(self, source: BaseSource) -> None:
        """One more, above all others."""
        top = max((row.order for row in self.sources.rows), default=-1) + 1
        self._keep((*self.sources.rows, replace(source, id=uuid4().hex, order=top)))

    def change(self, source: BaseSource) -> None:
        """The one of this id as it is now."""
        self._keep(tuple(source if row.id == source.id else row for row in self.sources.rows))

    def remove(self, ident: str) -> None:
        """Off the desk; the file stays where it is."""
        self._keep(tuple(row for row in self.sources.rows if row.id != ident))

    def move(self, ident: str, steps: int) -> None:
        """Higher by so many places, lower where negative."""
        rows = list(self.sources.ordered)
        at = next((k for k, row in enumerate(rows) if row.id == ident), -1)
        if at >= 0:
            rows.insert(min(max(at + steps, 0), len(rows) - 1), rows.pop(at))
            self._keep(tuple(replace(row, order=k) for k, row in enumerate(rows)))

    def again(self) -> None:
        """Look once more for files that were gone or could not be read."""
        if self._shelf is not None:
            self._shelf.again()

    def cancel(self, ident: str) -> None:
        """Give up reading one."""
        if self._shelf is not None:
            self._shelf.cancel(ident)

    def settle(self) -> None:
        """Wait until all that can be opened is open; for pictures and tests."""
        if self._shelf is not None:
            self._shelf.settle()
            self._show()

    def close(self) -> None:
        """Give up what is being read; nothing is left open."""
        if self._shelf is not None:
            self._map.set_shelf(None)
            self._shelf.close()
            self._shelf = None

    def _keep(self, rows: tuple[BaseSource, ...]) -> None:
        sources = BaseSources(rows=rows)
        self._take(sources)
        self._under_way += 1
        self._bridge.after(self._bridge.desk.keep(BASE_MAPS, sources), self._kept)

    def _kept(self, _: object) -> None:
        self._under_way -= 1

    def _take(self, sources: BaseSources) -> None:
        """A desk without base maps has no shelf and pays nothing for it."""
        if self._shelf is None and sources.rows:
            from maps.base.opening import Room
            from maps.base.pictures import decoded
            from maps.base.shelf import Shelf

            self._shelf = Shelf(Room(cache=self._cache, decode=decoded), self._moved.emit)
        if self._shelf is not None and sources != self._shelf.sources:
            self._shelf.put(sources)
            self._show()

    def _show(self) -> None:
        """Draw anew where something has come or gone; progress alone draws nothing."""
        shelf = self._shelf
        if shelf is not None and shelf.stamp != self._stamp:
            self._stamp = shelf.stamp
            self._map.set_shelf(shelf)
        self.told.emit()
