"""A row of the board of short messages: an order that went out, or a letter that came in."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.card import CardState
from app.shortmsg import queue
from app.shortmsg.kept import KeptOrder, Letter, queue_of
from app.shortmsg.queue import Queue
from app.shortmsg.track import Progress
from widgets.parts.short_marks import standing, wanted

_ASKS = frozenset({"held", Progress.NOT_CONFIRMED, Progress.NOT_SENT, Progress.RETURNED})


@dataclass(frozen=True, slots=True)
class ShortLine:
    """An order or a letter. `place` in the queue from 0; `free`: when the card may send first;
    `case`: the id of the case it is about, "" where that is not known."""

    order: KeptOrder | None = None
    letter: Letter | None = None
    place: int | None = None
    free: datetime | None = None
    period_s: float = 60.0
    case: str = ""

    @property
    def key(self) -> str:
        """The key of the object: "order:…" or "letter:…"."""
        return f"order:{self.order.id}" if self.order else f"letter:{self.told_letter.id}"

    @property
    def at(self) -> datetime:
        """When it was last put in, or heard."""
        return self.order.put if self.order else self.told_letter.at

    @property
    def asks(self) -> bool:
        """Whether somebody has to look at it."""
        return standing(self.order) in _ASKS if self.order else wanted(self.told_letter)

    @property
    def told_letter(self) -> Letter:
        """The letter of a row that is no order."""
        assert self.letter is not None
        return self.letter

    def goes(self, now: datetime) -> datetime | None:
        """When it goes if nothing more urgent comes; None where it does not wait for the card."""
        if self.place is None or self.free is None:
            return None
        return max(now, self.free) + timedelta(seconds=self.period_s * self.place)


def lines(
    orders: list[KeptOrder], letters: list[Letter], state: CardState, now: datetime
) -> list[ShortLine]:
    """Every row of the board."""
    bare = Queue(period_s=state.period_s, since=state.since, wait_s=state.wait_s)
    line = queue_of(orders, bare)
    places = {message.id: at for at, message in enumerate(line.waiting)}
    free = queue.free_at(line, now)
    cases = {kept.id: kept.case for kept in orders}
    return [
        *(
            ShortLine(kept, None, places.get(kept.id), free, state.period_s, kept.case)
            for kept in orders
        ),
        *(ShortLine(None, letter, case=cases.get(letter.order, "")) for letter in letters),
    ]


def order_of(line: ShortLine) -> tuple[int, float]:
    """What somebody has to look at, what waits by its place, what is under way, then the latest."""
    if line.asks:
        return 0, -line.at.timestamp()
    if line.place is not None:
        return 1, float(line.place)
    if line.order is not None and line.order.progress is Progress.SENT:
        return 2, -line.at.timestamp()
    return 3, -line.at.timestamp()
