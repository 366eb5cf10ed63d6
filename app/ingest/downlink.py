"""Commands on their way to terminals: sent, sent again by the standard's timers, and their end.

One outbox for all connections. Any thread may call it; what it finds out goes to `report`. Nothing
is sent again but for want of an answer, and no answer is never taken for one.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from time import monotonic

from app.clock import Clock
from app.ingest.jt808_down import ASK, MESSAGE, RESULTS
from app.ingest.sending import Line, Sent, Timers
from app.model import Command, CommandState

Report = Callable[[Command], object]
"""Told of every step of a command: what it has become."""

_REMEMBERED = 4096
_RESTING_S = 3600.0


class Downlink:
    """Open from `start` to `stop`, which ends its one thread: that of the timers."""

    def __init__(self, report: Report, *, clock: Clock, timers: Timers | None = None) -> None:
        self._report, self._clock = report, clock
        self._timers = timers or Timers()
        self._lines: dict[str, list[Line]] = {}
        self._waiting: dict[str, Command] = {}
        self._sent: dict[str, Sent] = {}
        self._taken: OrderedDict[str, None] = OrderedDict()
        self._changed = threading.Condition(threading.RLock())
        self._ending = False
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        self._thread = threading.Thread(target=self._run, name="downlink", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the timers; what is under way stays as it was last reported."""
        with self._changed:
            self._ending = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join()

    def online(self, phone: str) -> bool:
        """Whether a terminal is let in on some line just now."""
        with self._changed:
            return self._line_of(phone) is not None

    def put(self, command: Command) -> None:
        """Send a command now, or keep it until its terminal comes; each id is taken once."""
        with self._changed:
            if command.id in self._taken:
                return
            self._taken[command.id] = None
            if len(self._taken) > _REMEMBERED:
                self._taken.popitem(last=False)
            line = self._line_of(command.terminal)
            if line is not None:
                self._push(command, line)
            elif command.until is None or command.until <= self._clock():
                self._end(command, CommandState.OFFLINE)
            else:
                self._waiting[command.id] = command
            self._changed.notify()

    def joined(self, phone: str, line: Line) -> None:
        """A terminal has authenticated on a line: what waits for it goes out."""
        with self._changed:
            lines = self._lines.setdefault(phone, [])
            if line not in lines:
                lines.append(line)
            for command in [one for one in self._waiting.values() if one.terminal == phone]:
                if line.speaks_for(phone):
                    del self._waiting[command.id]
                    self._push(command, line)
            self._changed.notify()

    def left(self, phone: str, line: Line) -> None:
        """It speaks there no more; what was sent on it is waited for to its end."""
        with self._changed:
            lines = [one for one in self._lines.get(phone, ()) if one is not line]
            if lines:
                self._lines[phone] = lines
            else:
                self._lines.pop(phone, None)

    def answered(self, phone: str, serial: int, message_id: int, result: int) -> bool:
        """A terminal's general reply (0x0001) or, with result 0, its answer to a question.

        Whether it answers anything that we sent.
        """
        with self._changed:
            sent = self._find(phone, serial, message_id)
            if sent is not None and (result or message_id != ASK):
                self._end(sent.command, _state(result))
            return sent is not None  # a bare "received" is not the position that was asked for

    def located(self, phone: str, serial: int) -> bool:
        """A position that answers a question (0x0201)."""
        with self._changed:
            sent = self._find(phone, serial, ASK)
            if sent is not None:
                self._end(sent.command, CommandState.DONE)
            return sent is not None

    def due(self, now_s: float) -> float:
        """Do what the time has come for; seconds until the next of it."""
        with self._changed:
            for sent in [one for one in self._sent.values() if one.due_s <= now_s]:
                self._again(sent, now_s)
            now = self._clock()
            for command in [one for one in self._waiting.values() if _passed(one, now)]:
                self._end(command, CommandState.OFFLINE)
            ends = [one.due_s - now_s for one in self._sent.values()]
            ends += [
                (one.until - now).total_seconds() for one in self._waiting.values() if one.until
            ]
            return max(0.0, min((*ends, _RESTING_S)))

    def _run(self) -> None:
        with self._changed:
            while not self._ending:
                self._changed.wait(self.due(monotonic()) + 0.01)

    def _line_of(self, phone: str) -> Line | None:
        """The last line on which the terminal is let in."""
        lines = reversed(self._lines.get(phone, ()))
        return next((line for line in lines if line.speaks_for(phone)), None)

    def _find(self, phone: str, serial: int, message_id: int) -> Sent | None:
        """What an answer is to: the last of its kind, for each line counts its own serials."""
        for sent in reversed(self._sent.values()):
            command = sent.command
            asked = (command.terminal, MESSAGE[command.kind]) == (phone, message_id)
            if asked and serial in sent.serials:
                return sent
        return None

    def _push(self, command: Command, line: Line) -> None:
        serials, frames = line.push(command)
        sent = replace(command, state=CommandState.SENT, tries=1)
        waits = self._timers.waits()
        due_s = monotonic() + next(waits)
        self._sent[command.id] = Sent(sent, line, serials, frames, waits, due_s)
        self._report(sent)

    def _again(self, sent: Sent, now_s: float) -> None:
        """Once more with the same serials, or, when it was sent often enough, the end of it.

        A line that is gone takes nothing; the time is waited out all the same, for the terminal may
        answer on its next one.
        """
        wait_s = next(sent.waits, None)
        if wait_s is None:
            self._end(sent.command, CommandState.UNCONFIRMED)
            return
        sent.due_s = now_s + wait_s
        if sent.line.speaks_for(sent.command.terminal):
            sent.line.repeat(sent.frames)
            sent.command = replace(sent.command, tries=sent.command.tries + 1)
            self._report(sent.command)

    def _end(self, command: Command, state: CommandState) -> None:
        self._waiting.pop(command.id, None)
        self._sent.pop(command.id, None)
        self._report(replace(command, state=state, ended=self._clock()))


def _state(result: int) -> CommandState:
    return RESULTS[result] if result < len(RESULTS) else CommandState.FAILED


def _passed(command: Command, now: datetime) -> bool:
    return command.until is not None and command.until <= now
