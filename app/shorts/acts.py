"""What an officer does with orders by short message, as a table; each is an entry, or a refusal."""

from collections.abc import Callable
from dataclasses import replace

from app.casework.acts import Act, Draft, Refusal
from app.casework.table import DESK, SEND
from app.casework.why import Why
from app.model import OPEN_TASKS, Case, Officer, Role, Task, TaskState, Unit
from app.settings import CARD
from app.shortmsg import carriers, outbox
from app.shortmsg.carriers import BY_NAME
from app.shortmsg.flaws import ShortMessageError
from app.shortmsg.kept import KeptOrder, Letter, waits
from app.shortmsg.outbox_values import Done, Hindrance, Outbox
from app.shortmsg.track import Progress
from app.shorts.book import changed, draft, opened
from app.shorts.cards import CARD_OF, card_of
from app.shorts.codes import SharedCodes
from app.shorts.drafting import order_of
from app.store import Transaction, shorts

ORDER, RESEND, RELEASE, GIVE_UP = "short.order", "short.resend", "short.release", "short.give_up"
READ = "short.read"
LONGEST_TEXT = 1_000
"""Characters that are looked at; what a carrier holds is less."""

_ORDERED = OPEN_TASKS - {TaskState.RESERVED, TaskState.SUSPENDED}

Work = Callable[[Transaction, Act, Officer, SharedCodes], Draft | Refusal]


def order(store: Transaction, act: Act, by: Officer, codes: SharedCodes) -> Draft | Refusal:
    """A new order of a task into the queue. Fields: text, carrier, answer_min."""
    found = _found(store, act)
    if isinstance(found, Refusal):
        return found
    task, case, unit = found
    text, minutes = act.fields.get("text", ""), act.fields.get("answer_min")
    carrier = BY_NAME.get(str(act.fields.get("carrier")))
    if not isinstance(text, str) or len(text) > LONGEST_TEXT:
        return Refusal(code=Why.FIELD_BAD, detail="text")
    if not isinstance(minutes, int) or carrier is None:
        return Refusal(code=Why.FIELD_BAD, detail="carrier" if carrier is None else "answer_min")
    shared = codes.dictionary(one.id for one in store.units())
    turn = 1 + len(shorts.orders_of(store.db, task.id))
    try:
        made = order_of(
            case, task, turn=turn, now=store.now, text=text, answer_min=minutes, by=shared
        )
        body = carriers.body(made, carrier, shared)
    except ShortMessageError as error:
        return Refusal(code=Why.SHORT_UNFIT, detail=error.code)
    if len(body) * 8 > carrier.bits:
        return Refusal(code=Why.SHORT_TOO_LONG, detail=f"{len(body) * 8}/{carrier.bits}")
    placed = outbox.place(Outbox(), made, to=unit.card, body=body, by=by.id, now=store.now)
    assert isinstance(placed, Done), "an empty outbox hinders nothing"
    (track,) = placed.outbox.tracks.values()
    kept = KeptOrder(
        id=outbox.ident_of(track.key),
        case=case.id,
        task=task.id,
        unit=unit.id,
        to=unit.card,
        carrier=carrier.name,
        body=body.hex(),
        used=len(body) * 8,
        room=carrier.bits,
        order=made,
        put=store.now,
        sendings=track.sendings,
    )
    return draft(ORDER, [(None, kept)], reason=act.reason.strip())


def _found(store: Transaction, act: Act) -> tuple[Task, Case, Unit] | Refusal:
    """Task, case and unit of an order; or what is missing."""
    kind, _, ident = act.subject.partition(":")
    task = store.one(Task, act.subject) if kind == "task" and ident else None
    case = store.one(Case, f"case:{task.case}") if task else None
    unit = store.one(Unit, f"unit:{task.unit}") if task else None
    if task is None or case is None or unit is None:
        return Refusal(code=Why.UNKNOWN_SUBJECT, detail=act.subject)
    if task.state not in _ORDERED:
        return Refusal(code=Why.WRONG_STATE, detail=task.state.value)
    if not store.settings()[CARD].source:
        return Refusal(code=Why.SHORT_OFF)
    if not unit.card:
        return Refusal(code=Why.CARD_MISSING, detail=unit.name)
    return task, case, unit


def resend(store: Transaction, act: Act, by: Officer, _: SharedCodes) -> Draft | Refusal:
    """The same order once more, because an officer says so."""
    kept = _order(store, act)
    if isinstance(kept, Refusal):
        return kept
    book = opened(store, kept)
    done = outbox.resend(book.outbox, kept.key, by=by.id, now=store.now)
    if isinstance(done, Hindrance):
        return Refusal(code=Why.SHORT_HINDERED, detail=done.value)
    pairs = [(old, replace(new, given_up=False)) for old, new in changed(store, book, done.outbox)]
    return draft(RESEND, pairs, reason=act.reason.strip())


def release(store: Transaction, act: Act, by: Officer, _: SharedCodes) -> Draft | Refusal:
    """An order that waits from before the desk was opened may go."""
    del by
    kept = _order(store, act)
    if isinstance(kept, Refusal):
        return kept
    if not (kept.held and waits(kept)):
        return Refusal(code=Why.SHORT_HINDERED, detail=Hindrance.NOT_WAITING.value)
    return draft(RELEASE, [(kept, replace(kept, held=False, put=store.now))])


def give_up(store: Transaction, act: Act, by: Officer, _: SharedCodes) -> Draft | Refusal:
    """What waits is taken out; what has gone and was not answered is waited for no longer."""
    kept = _order(store, act)
    if isinstance(kept, Refusal):
        return kept
    if not act.reason.strip():
        return Refusal(code=Why.REASON_MISSING, detail="reason")
    reason = act.reason.strip()
    if not waits(kept):
        if kept.given_up or kept.progress not in (Progress.NOT_CONFIRMED, Progress.NOT_SENT):
            return Refusal(code=Why.SHORT_HINDERED, detail=Hindrance.NOT_WAITING.value)
        return draft(GIVE_UP, [(kept, replace(kept, given_up=True))], reason=reason)
    book = opened(store, kept)
    done = outbox.take_out(book.outbox, kept.key, by=by.id, now=store.now)
    assert isinstance(done, Done), "it waits"
    pairs = [(old, replace(new, given_up=True)) for old, new in changed(store, book, done.outbox)]
    return draft(GIVE_UP, pairs, reason=reason)


def read(store: Transaction, act: Act, by: Officer, _: SharedCodes) -> Draft | Refusal:
    """Somebody has seen a letter and sees to it."""
    del by
    kind, _sep, ident = act.subject.partition(":")
    letter = store.one(Letter, act.subject) if kind == "letter" and ident else None
    if letter is None:
        return Refusal(code=Why.UNKNOWN_SUBJECT, detail=act.subject)
    if letter.read:
        return Refusal(code=Why.NOTHING_CHANGED)
    return draft(READ, [(letter, replace(letter, read=True))], reason=act.reason.strip())


def _order(store: Transaction, act: Act) -> KeptOrder | Refusal:
    kind, _, ident = act.subject.partition(":")
    kept = store.one(KeptOrder, act.subject) if kind == "order" and ident else None
    return kept or Refusal(code=Why.UNKNOWN_SUBJECT, detail=act.subject)


ACTS: dict[str, tuple[frozenset[Role], frozenset[str], Work]] = {
    ORDER: (SEND, frozenset({"text", "carrier", "answer_min"}), order),
    RESEND: (SEND, frozenset(), resend),
    RELEASE: (SEND, frozenset(), release),
    GIVE_UP: (SEND, frozenset(), give_up),
    READ: (DESK, frozenset(), read),
    CARD_OF: (SEND, frozenset({"card"}), card_of),
}
"""Act -> who may do it, the fields it may bring, and what it does."""


def decide_short(store: Transaction, act: Act, by: Officer, codes: SharedCodes) -> Draft | Refusal:
    """The entry of an act on short messages, or why it may not be."""
    roles, names, work = ACTS[act.name]
    if not roles & by.roles:
        return Refusal(code=Why.WRONG_ROLE, detail=",".join(sorted(roles)))
    if unknown := sorted(act.fields.keys() - names):
        return Refusal(code=Why.FIELD_UNKNOWN, detail=unknown[0])
    return work(store, act, by, codes)


def role_of(act: Act, by: Officer) -> Role:
    """The role in which an officer does it; the humblest where there are several."""
    return next(role for role in Role if role in ACTS[act.name][0] & by.roles)
