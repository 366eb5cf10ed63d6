"""The outbox as the store has it: read for one job, changed by `app.shortmsg`, written back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from app.card import CardState
from app.casework.acts import Draft
from app.settings import CARD_STATE
from app.shortmsg.kept import KeptOrder, Letter, following, outgoing, queue_of, track_of
from app.shortmsg.outbox_values import Outbox
from app.shortmsg.queue import Queue
from app.store import Transaction, shorts

Kept = KeptOrder | Letter
KEYS: dict[type[Kept], str] = {KeptOrder: "order", Letter: "letter"}


def key_of(kept: Kept) -> str:
    """ "order:T-…/1", "letter:L-…"."""
    return f"{KEYS[type(kept)]}:{kept.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The live orders and those asked for besides, how the card stands, and both as an outbox."""

    orders: Mapping[str, KeptOrder]
    state: CardState
    outbox: Outbox = field(default_factory=Outbox)


def opened(store: Transaction, *more: KeptOrder | None) -> Book:
    """All that is live, and `more`."""
    live = shorts.live_orders(store.db)
    orders = {kept.id: kept for kept in (*live, *(one for one in more if one is not None))}
    state = store.settings()[CARD_STATE]
    queue = Queue(period_s=state.period_s, since=state.since, wait_s=state.wait_s)
    at_card = orders.get(state.at_card) or store.one(KeptOrder, f"order:{state.at_card or '-'}")
    outbox = Outbox(
        queue=queue_of(orders.values(), queue),
        tracks={kept.key: track_of(kept) for kept in orders.values()},
        at_card=outgoing(at_card) if at_card else None,
    )
    if at_card and at_card.key not in outbox.tracks:
        outbox = replace(outbox, tracks={**outbox.tracks, at_card.key: track_of(at_card)})
        orders[at_card.id] = at_card
    return Book(orders=orders, state=state, outbox=outbox)


def changed(store: Transaction, book: Book, outbox: Outbox) -> list[tuple[KeptOrder, KeptOrder]]:
    """(before, after) of the orders that another outbox has otherwise."""
    pairs = []
    for kept in book.orders.values():
        after = following(kept, outbox.tracks[kept.key], store.now)
        if after != kept:
            pairs.append((kept, after))
    return pairs


def keep_state(store: Transaction, book: Book, outbox: Outbox) -> None:
    """How the queue and the card stand now; beside the ledger, for it is no act."""
    queue, at_card = outbox.queue, outbox.at_card
    state = replace(
        book.state,
        since=queue.since,
        wait_s=queue.wait_s,
        at_card=at_card.id if at_card else "",
    )
    if state != book.state:
        store.keep(CARD_STATE, state)


def draft(
    act: str,
    pairs: Iterable[tuple[Kept | None, Kept]],
    *,
    subject: str = "",
    reason: str = "",
    on_behalf_of: str = "",
) -> Draft:
    """What changed in each (before, after); the subject is the first unless it is named."""
    before: dict[str, dict[str, Any]] = {}
    after: dict[str, dict[str, Any]] = {}
    for old, new in pairs:
        was = {} if old is None else msgspec.to_builtins(old)
        now = msgspec.to_builtins(new)
        key = key_of(new)
        after[key] = {name: v for name, v in now.items() if name not in was or was[name] != v}
        before[key] = {name: was[name] for name in after[key] if name in was}
    return Draft(
        act=act,
        subject=subject or next(iter(after), "desk:short"),
        before=before,
        after=after,
        reason=reason,
        on_behalf_of=on_behalf_of,
    )
