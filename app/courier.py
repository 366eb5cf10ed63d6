"""Between the desk and the terminals: what was decided to be sent goes out, and comes back as told.

A command is an entry of the ledger before it is on a line; every step of it is another.
"""

from concurrent.futures import Future
from dataclasses import replace

import msgspec

from app.casework.acts import Act
from app.changes import Changes
from app.clock import Clock
from app.desk import Desk
from app.ingest.downlink import Downlink
from app.ingest.sending import Timers
from app.model import SYSTEM, Command, CommandState
from app.store import queries


class Courier:
    """Open from `start` to `stop`; `downlink` is what the gateway's connections join."""

    def __init__(self, desk: Desk, *, clock: Clock, timers: Timers | None = None) -> None:
        self._desk, self._clock = desk, clock
        self.downlink = Downlink(self._report, clock=clock, timers=timers)
        self._closed = False
        desk.subscribe(self._hear)

    def start(self) -> None:
        """Take up what an earlier run of the desk left; to be called before terminals come."""
        for command in self._desk.ask(queries.live_commands).result():
            if command.state is CommandState.WAITING:
                self.downlink.put(command)
            else:  # whether it arrived nobody knows any more, and it is not sent twice
                self._report(_unconfirmed(command, self._clock))
        self.downlink.start()

    def stop(self) -> None:
        self._closed = True
        self.downlink.stop()

    def _hear(self, changes: Changes) -> None:
        """Runs on the desk's thread."""
        if changes.commands and not self._closed:
            self._desk.ask(queries.live_commands).add_done_callback(self._put)

    def _put(self, asked: "Future[list[Command]]") -> None:
        if asked.cancelled() or asked.exception() is not None:
            return
        for command in asked.result():
            if command.state is CommandState.WAITING:
                self.downlink.put(command)

    def _report(self, command: Command) -> None:
        act = Act(
            name="command.report",
            subject=f"command:{command.id}",
            fields=msgspec.to_builtins(command),
        )
        self._desk.do(act, SYSTEM)


def _unconfirmed(command: Command, clock: Clock) -> Command:
    return replace(command, state=CommandState.UNCONFIRMED, ended=clock())
