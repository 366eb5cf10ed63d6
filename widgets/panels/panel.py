"""What every panel has: values put in, a question asked again when told, nothing while hidden."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, ClassVar, Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.changes import Changes
from app.model import Place
from widgets.bridge import Bridge
from widgets.models.column import Context


class Places(Protocol):
    """The part of a hierarchy that panels need."""

    edition: str

    def place(self, code: str) -> Place | None: ...

    def children(self, code: str) -> tuple[Place, ...]: ...

    def chain_of(self, code: str) -> tuple[Place, ...]: ...


class Panel(QWidget):
    """A panel without a bridge shows what is `put` into it and asks nothing.

    `concerns` are the kinds of Changes it asks again for; an `eager` one does so while hidden,
    because others show its count.
    """

    case_chosen = Signal(str)
    place_chosen = Signal(str)
    unit_chosen = Signal(str)
    act_wanted = Signal(str, str)  # act, subject ("case:C-…")
    count_changed = Signal(int)

    concerns: ClassVar[frozenset[str]] = frozenset()
    eager: ClassVar[bool] = False

    def __init__(
        self,
        bridge: Bridge | None = None,
        places: Places | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.places = places
        self.demo = False
        self._stale = True
        self._unit_names: dict[str, str] = {}
        self._now = bridge.now() if bridge else datetime(1970, 1, 1, tzinfo=UTC)
        self.setProperty("role", "panel")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        if bridge is not None:
            bridge.changed.connect(self.refresh)
            bridge.second.connect(self._second)

    @property
    def now(self) -> datetime:
        """The present as last told."""
        return self._now

    def context(self) -> Context:
        """The present and the names, for columns."""
        return Context(
            now=self._now,
            place=self.place_name,
            unit=self.unit_name,
            chain=self.place_chain,
            demo=self.demo,
        )

    def place_name(self, code: str) -> str:
        """Name of a place; the code itself where this division does not know it."""
        found = self.places.place(code) if self.places else None
        return found.name if found else code

    def place_chain(self, code: str) -> tuple[str, ...]:
        """Codes from the city down to a place; the code alone where it is not known."""
        found = self.places.chain_of(code) if self.places else ()
        return tuple(place.code for place in found) or (code,)

    def unit_name(self, ident: str) -> str:
        return self._unit_names.get(ident, ident)

    def put_units(self, names: dict[str, str]) -> None:
        """Names of units by id, for the cells that mention them."""
        self._unit_names = names
        self.update()

    def refresh(self, changes: Changes) -> None:
        """Ask again where the changes concern this panel; later, where nobody sees it."""
        if any(getattr(changes, kind) for kind in self.concerns):
            self.ask_again()

    def ask_again(self) -> None:
        """Ask now if shown or eager, else as soon as it is shown."""
        self._stale = not (self.isVisible() or self.eager)
        if not self._stale:
            self.ask()

    def ask(self) -> None:
        """Put the panel's questions to the bridge; the answers come to its `put`."""

    def tick(self, now: datetime) -> None:
        """A second has passed: let ages and clocks run."""
        self._now = now

    def question(
        self, asked: Callable[..., Any], *args: Any, then: Callable[[Any], object]
    ) -> None:
        """Ask the desk, where there is one."""
        if self.bridge is not None:
            self.bridge.ask(asked, *args, then=then)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.bridge is not None:
            self.tick(self.bridge.now())
        if self._stale:
            self._stale = False
            self.ask()

    def _second(self, now: object) -> None:
        if self.isVisible() and isinstance(now, datetime):
            self.tick(now)
