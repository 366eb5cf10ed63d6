"""What the map is given: the desk's answers gathered into one MapData, asked again as told."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.changes import Changes
from app.model import Alert, Case, Fence, Plant, Task, Unit
from app.store import queries
from maps.drawing import Drawing
from maps.history import History, Pointed, Replay, Shown
from maps.points import Choice, Events
from maps.scene import MapData
from widgets.bridge import Bridge
from widgets.tracks.recent import recent

TRACK = timedelta(hours=2)
RESPONSES, RESPONSES_EVERY = timedelta(days=30), timedelta(minutes=1)


class MapFeed(QObject):
    """`fed` carries a new MapData, at most one a tick of the bridge and answer."""

    fed = Signal(object)

    def __init__(self, bridge: Bridge, plants: Sequence[Plant], parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._responses_wanted = False
        self._responses_asked = datetime.min.replace(tzinfo=UTC)
        self.data = MapData(plants=tuple(plants), now=bridge.now())
        bridge.changed.connect(self.refresh)

    def start(self) -> None:
        """Ask for everything."""
        every = frozenset({"*"})
        self.refresh(
            Changes(
                terminals=every, alerts=every, cases=every, tasks=every, units=every, fences=every
            )
        )

    def refresh(self, changes: Changes) -> None:
        """Ask again what the changes concern; the last fixes are at hand without asking."""
        ask = self._bridge.ask
        if changes.cases:
            ask(queries.open_cases, then=self._put_cases)
            ask(queries.place_counts, then=self._put_counts)
        if changes.alerts:
            ask(queries.open_alerts, then=self._put_alerts)
        if changes.tasks:
            ask(queries.tasks, then=self._put_tasks)
            self._ask_responses()
        if changes.units:
            ask(queries.units, then=self._put_units)
        if changes.fences:
            ask(queries.fences, then=self._put_fences)
        if changes.terminals:
            self._put(fixes=self._bridge.desk.latest())
            if self.data.selected_terminal in changes.terminals:
                self._ask_track(self.data.selected_terminal or "")

    def colour_by(self, measure: str) -> None:
        """How fast help arrived is asked only while the map is coloured by it."""
        self._responses_wanted = measure == "response"
        self._ask_responses()

    def _ask_responses(self) -> None:
        now = self._bridge.now()
        if self._responses_wanted and now - self._responses_asked >= RESPONSES_EVERY:
            self._responses_asked = now
            self._bridge.ask(queries.place_responses, RESPONSES, then=self._put_responses)

    def _put_responses(self, responses: dict[str, tuple[int, float]]) -> None:
        self._put(responses=responses)

    def select_case(self, case: str) -> None:
        self._put(selected_case=case or None)

    def select_place(self, code: str) -> None:
        self._put(selected_place=code or None)

    def select_plant(self, plant: str) -> None:
        self._put(selected_plant=plant or None)

    def select_fence(self, fence: str) -> None:
        self._put(selected_fence=fence or None)

    def show_drawing(self, drawing: Drawing) -> None:
        """What the officer drew to ask about."""
        self._put(drawing=drawing)

    def show_history(self, history: History) -> None:
        """Tracks of any time; what was played or pointed at of others is over."""
        self._put(history=history, replay=None, pointed=None)

    def show_replay(self, replay: Replay | None) -> None:
        """The moment that is played; None for the present."""
        self._put(replay=replay)

    def point_at(self, pointed: Pointed | None) -> None:
        """A fix of a track that is pointed at."""
        if pointed != self.data.pointed:
            self._put(pointed=pointed)

    def select_terminal(self, terminal: str) -> None:
        """Show a terminal's track of the last two hours."""
        self._put(selected_terminal=terminal or None, tracks={})
        if terminal:
            self._ask_track(terminal)

    def put_events(self, events: Events) -> None:
        """All events, as they are known now."""
        self._put(events=events)

    def choose_events(self, choice: Choice) -> None:
        """Which of all events are wanted."""
        self._put(choice=choice)

    def smooth(self, radius_m: float) -> None:
        """Over how many metres the heat spreads an event."""
        self._put(heat_m=radius_m)

    def _ask_track(self, terminal: str) -> None:
        self._bridge.ask(recent, terminal, TRACK, then=self._put_track)

    def _put_cases(self, cases: list[Case]) -> None:
        self._put(cases=tuple(cases))

    def _put_counts(self, counts: dict[str, tuple[int, int]]) -> None:
        self._put(place_counts=counts)

    def _put_alerts(self, alerts: list[Alert]) -> None:
        self._put(alerts=tuple(alerts))

    def _put_tasks(self, tasks: list[Task]) -> None:
        self._put(tasks=tuple(tasks))

    def _put_units(self, units: list[Unit]) -> None:
        self._put(units=tuple(units))

    def _put_fences(self, fences: list[Fence]) -> None:
        self._put(fences=tuple(fences))

    def _put_track(self, shown: Shown | None) -> None:
        terminal = self.data.selected_terminal
        if shown is not None and shown.track.terminal == terminal:
            self._put(tracks={shown.track.terminal: shown})

    def _put(self, **changed: Any) -> None:
        self.data = replace(self.data, now=self._bridge.now(), **changed)
        self.fed.emit(self.data)
