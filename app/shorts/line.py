"""What passes between the queue and the card: what goes now, what the card says, a new start."""

from dataclasses import dataclass, replace
from datetime import datetime

from app.card import Card
from app.model import Message
from app.settings import CARD, CARD_STATE
from app.shortmsg import queue as queues
from app.shortmsg.carriers import BY_NAME, Form
from app.shortmsg.kept import KeptOrder, track_of, waits
from app.shortmsg.outbox import card_said, tick
from app.shortmsg.outbox_values import What
from app.shortmsg.queue import Outgoing
from app.shorts.book import changed, draft, keep_state, opened
from app.store import Transaction, shorts

HOLD, SENT, REFUSED, UNHEARD = "short.hold", "short.sent", "short.refused", "short.not_confirmed"
SPEAK_OF_CARD = frozenset({"FKI", "FKXX", "ICI", "ICP", "ICXX"})
_COMMANDS = frozenset({"TXA", "TCQ", "TXSQ"})
"""The commands by which messages are sent; the card's feedback to others is not about an order."""

_NO_REASON = frozenset({"", "ok", "none"})
LONGEST_WAIT_S = 3_600.0
"""More than the hour that the card's own field holds is damage, and is not waited for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What a look came to: the message to give to the card, in `words` or in bits, and when to look
    again at the latest. `again` None: nothing waits and nothing is waited for."""

    card: Card
    give: Outgoing | None = None
    words: bool = False
    again: datetime | None = None


def begin(store: Transaction) -> Card:
    """A desk was opened: what waits is held until an officer says so, and nothing goes by itself.

    What was at the card is waited for no more: its stated time decides.
    """
    live = shorts.live_orders(store.db)
    pairs = [(kept, replace(kept, held=True)) for kept in live if waits(kept) and not kept.held]
    if pairs:
        store.append([draft(HOLD, pairs)])
    state = store.settings()[CARD_STATE]
    if state.since is not None or state.at_card:
        anew = replace(state, since=store.now, wait_s=state.period_s, at_card="")
        store.keep(CARD_STATE, anew)
    return store.settings()[CARD]


def turn(store: Transaction) -> Turn:
    """What time brings: not confirmed, and the next message, which is noted before it goes."""
    card = store.settings()[CARD]
    book = opened(store)
    outbox = book.outbox if card.source else replace(book.outbox, queue=queues.Queue())
    done = tick(outbox, store.now)
    pairs = changed(store, book, done.outbox)
    sent = done.give.id if done.give else ""
    store.append(
        [draft(SENT if after.id == sent else UNHEARD, [(old, after)]) for old, after in pairs]
    )
    if not card.source:
        return Turn(card=card, again=_again(store, None))
    keep_state(store, book, done.outbox)
    return Turn(
        card=card,
        give=done.give,
        words=bool(sent) and BY_NAME[book.orders[sent].carrier].form is Form.WORDS,
        again=_again(store, done.outbox.queue),
    )


def said(store: Transaction, message: Message) -> None:
    """What the card says of itself, and of the message that it was given last."""
    told = message.extra
    if message.type in ("FKI", "FKXX"):
        if told.get("command") in _COMMANDS or told.get("command") is None:
            _feedback(store, message)
        return
    state = store.settings()[CARD_STATE]
    number = told.get("card") or message.terminal or ""
    level = told.get("level")
    store.keep(
        CARD_STATE,
        replace(
            state,
            number=str(number).lstrip("0"),
            level=level if isinstance(level, int) else state.level,
            period_s=_period_s(told.get("period_s"), state.period_s),
            told=store.now,
        ),
    )


def failed(store: Transaction, ident: str, reason: str) -> None:
    """The line took nothing of it: as the card's own refusal, and nothing is tried again."""
    book = opened(store)
    if book.outbox.at_card is not None and book.outbox.at_card.id == ident:
        _told(store, executed=False, reason=reason, wait_s=0.0)


def _feedback(store: Transaction, message: Message) -> None:
    told = message.extra
    executed = bool(told["ok"]) if "ok" in told else told.get("executed") == "yes"
    reason = str(told.get("reason") or told.get("suppressed") or "")
    if told.get("period_ok") == "no":
        reason = "period"
    wait_s = told.get("wait_s") or (told.get("remaining") if reason == "period" else 0) or 0
    _told(
        store,
        executed=executed,
        reason="refused" if reason in _NO_REASON else reason,
        wait_s=min(float(wait_s), LONGEST_WAIT_S),
    )


def _told(store: Transaction, *, executed: bool, reason: str, wait_s: float) -> None:
    book = opened(store)
    done = card_said(book.outbox, executed=executed, reason=reason, wait_s=wait_s, now=store.now)
    pairs = changed(store, book, done.outbox)
    refused = any(event.what is What.REFUSED for event in done.events)
    if pairs and refused:
        store.append([draft(REFUSED, pairs, reason=reason)])
    keep_state(store, book, done.outbox)


def _again(store: Transaction, queue: queues.Queue | None) -> datetime | None:
    """The next moment at which anything can happen by itself."""
    live = shorts.live_orders(store.db)
    due = [_due(kept) for kept in live]
    moments = [at for at in due if at is not None]
    if queue is not None and queue.waiting:
        moments.append(queues.free_at(queue, store.now))
    return min(moments, default=None)


def _due(kept: KeptOrder) -> datetime | None:
    return None if waits(kept) else track_of(kept).answer_by


def _period_s(told: object, known: float) -> float:
    """The period that the card tells, where it is one."""
    return float(told) if isinstance(told, int) and 0 < told <= LONGEST_WAIT_S else known
