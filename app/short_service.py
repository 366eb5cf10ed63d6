"""Keeps the queue to the card going: one thread that looks when something is due, and sends.

What goes is written down before it goes; what the line does not take is written down after.
"""

import logging
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from datetime import datetime
from functools import partial
from threading import Event, Thread
from typing import Protocol

from app.card import Card
from app.changes import Changes
from app.clock import Clock
from app.desk import Desk
from app.ingest.rdss.commands import Dialect, ask_card, send_message
from app.settings import CARD
from app.shortmsg.queue import Outgoing
from app.shorts import line

Send = Callable[[str, bytes], "Future[None]"]
"""(source, bytes) to the line; fails with OSError or the like where it takes nothing."""

EVERY_S = 1.0

logger = logging.getLogger(__name__)


class Beat(Protocol):
    """What wants to be told the time at each look, as a simulated card does."""

    def beat(self, now: datetime) -> None: ...


class ShortService:
    """From `start` to `close`; without `start`, `tick` is for whoever keeps the time."""

    def __init__(self, desk: Desk, send: Send, *, clock: Clock, every_s: float = EVERY_S) -> None:
        self._desk, self._send, self._clock = desk, send, clock
        self._every_s = every_s
        self._ending = Event()
        self._thread: Thread | None = None
        self._again: datetime | None = None
        self._stirred = True
        self._begun = self._failing = False
        self._asked: Card | None = None
        self._beats: list[Beat] = []
        desk.subscribe(self._note)

    def tell(self, beat: Beat) -> None:
        """Tell something the time at each look."""
        self._beats.append(beat)

    def begin(self) -> None:
        """Hold what waits from before, and ask the card who it is."""
        card = self._desk.work(line.begin).result()
        self._begun = True
        self._ask(card)

    def start(self) -> None:
        """Begin, and look again each second."""
        self._thread = Thread(target=self._run, name="short messages", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End the thread; a second time nothing happens."""
        self._ending.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def tick(self) -> None:
        """Look once: nothing is done before something is due or has changed.

        Nothing at all goes before what waits from before is held.
        """
        if not self._begun:
            self.begin()
        now = self._clock()
        for beat in self._beats:
            beat.beat(now)
        if not self._stirred and (self._again is None or now < self._again):
            return
        self._stirred = False
        turn = self._desk.work(line.turn).result()
        self._again = turn.again
        if turn.card != self._asked:
            self._ask(turn.card)
        if turn.give is not None:
            self._give(turn.card, turn.give, words=turn.words)

    def _give(self, card: Card, message: Outgoing, *, words: bool) -> None:
        try:
            sent = self._send(
                card.source,
                send_message(
                    Dialect(card.dialect), to=int(message.to), body=message.body, words=words
                ),
            )
        except (OSError, ValueError, KeyError) as error:
            self._failed(message.id, error)
            return
        sent.add_done_callback(partial(self._sent, message.id))

    def _sent(self, ident: str, done: "Future[None]") -> None:
        try:
            error = done.exception()
        except CancelledError:
            error = OSError("cancelled")
        if error is not None:
            self._failed(ident, error)

    def _failed(self, ident: str, error: BaseException) -> None:
        logger.warning("the card's line took nothing: %s", error)
        self._desk.work(partial(line.failed, ident=ident, reason="line"))

    def _ask(self, card: Card) -> None:
        self._asked = card
        if not card.source:
            return
        try:
            self._send(card.source, ask_card(Dialect(card.dialect)))
        except (OSError, KeyError) as error:
            logger.warning("the card cannot be asked: %s", error)

    def _note(self, changes: Changes) -> None:
        """On the desk's thread: something to look at."""
        if changes.shorts or CARD.name in changes.settings:
            self._stirred = True

    def _run(self) -> None:
        self._safely()
        while not self._ending.wait(self._every_s):
            self._safely()

    def _safely(self) -> None:
        """In the background: what fails now is tried at the next look, and said once."""
        try:
            self.tick()
            self._failing = False
        except Exception:
            self._stirred = True
            if not self._failing:
                logger.exception("short messages were not looked after")
            self._failing = True
