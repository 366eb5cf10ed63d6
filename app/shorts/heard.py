"""A short message that was heard, into the inbox: whose it is, what it says, what follows from it.

What follows is handed back to be done: acts on the task, a call for help.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from app.casework.acts import Act, NewId
from app.model import SYSTEM, Entry, Message, Officer, Role, Task, Unit
from app.rules import Noticed
from app.shortmsg import outbox, plain
from app.shortmsg.codecs import EPOCH
from app.shortmsg.flaws import Flaw
from app.shortmsg.hearing import Told, told, told_by_voice
from app.shortmsg.kept import KeptOrder, Letter, LetterKind
from app.shortmsg.kinds import Arrival, Feedback, Order, Receipt, ShortMessage, Sos
from app.shortmsg.queue import OrderKey
from app.shortmsg.track import Verdict
from app.shorts.book import changed, draft, keep_state, opened
from app.shorts.codes import SharedCodes
from app.shorts.following import acts_of, call_of
from app.store import Transaction, shorts

HEAR, REPEAT, DONE, TYPED = "short.hear", "short.repeat", "short.done", "short.typed"
SAME = timedelta(hours=24)
"""The same bytes from the same card within so long are the same message come again."""

KINDS: dict[type[ShortMessage], LetterKind] = {
    Order: LetterKind.ORDER,
    Receipt: LetterKind.RECEIPT,
    Arrival: LetterKind.ARRIVAL,
    Feedback: LetterKind.FEEDBACK,
    Sos: LetterKind.SOS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A letter that was kept, and what is to be done for it."""

    letter: Letter
    entry: Entry
    acts: tuple[Act, ...] = ()
    call: Noticed | None = None


def hear(store: Transaction, message: Message, codes: SharedCodes, new_id: NewId) -> Heard | None:
    """A message from the card into the inbox; None where it came before and changes nothing."""
    said = _told(store, message, codes)
    card = message.terminal or ""
    known = _known(store, card, said.raw)
    if known is not None:
        _again(store, known, said.message)
        return None
    return _taken(store, said, card=card, new_id=new_id)


def hear_typed(
    store: Transaction, typed: str, codes: SharedCodes, new_id: NewId, *, by: Officer, role: Role
) -> Heard | Told:
    """What was read over the radio and typed; what is no report and no call comes back as told.

    The radio gives no number of a card: it counts as from the one that the order went to.
    """
    said = told_by_voice(typed)
    if said.flaw is Flaw.DICTIONARY:
        said = told_by_voice(typed, codes.dictionary(unit.id for unit in store.units()))
    if isinstance(said.message, Order) or said.message is None:
        return said
    kept = _order(store, said.message)
    card = kept.to if kept else ""
    if isinstance(said.message, Sos) and said.message.card is not None:
        card = str(said.message.card)
    return _taken(store, said, card=card, new_id=new_id, by=by, role=role)


def done(
    store: Transaction, letter: Letter, acts: Iterable[str], *, refusal: str = "", detail: str = ""
) -> None:
    """Note what was done for a letter, or why it could not be."""
    after = replace(letter, acts=tuple(acts), refusal=refusal, refusal_detail=detail)
    if after != letter:
        store.append([draft(DONE, [(letter, after)])])


def _told(store: Transaction, message: Message, codes: SharedCodes) -> Told:
    """What it says; the dictionary is only taken out for an order, which is rare to be heard."""
    said = told(message)
    if said.flaw is Flaw.DICTIONARY:
        said = told(message, codes.dictionary(unit.id for unit in store.units()))
    return said


def _known(store: Transaction, card: str, raw: bytes) -> Letter | None:
    found = shorts.letters_from(store.db, card, store.now - SAME)
    return next((one for one in found if not one.spoken and one.raw == raw.hex()), None)


def _again(store: Transaction, known: Letter, message: ShortMessage | None) -> None:
    """The same once more: it is counted, with the letter and with the order."""
    once_more = (known, replace(known, repeats=known.repeats + 1))
    store.append([draft(REPEAT, [once_more, *_on_order(store, message, known.card)[1]])])


def _taken(
    store: Transaction,
    said: Told,
    *,
    card: str,
    new_id: NewId,
    by: Officer = SYSTEM,
    role: Role = Role.SYSTEM,
) -> Heard:
    """A new letter, with what it changes of its order, in one entry."""
    unit = _unit(store, card)
    verdict, pairs = _on_order(store, said.message, card)
    letter = replace(
        _letter(said),
        id=new_id("letter"),
        at=store.now,
        card=card,
        unit=unit.id if unit else "",
        verdict=verdict or "",
        spoken=by is not SYSTEM,
    )
    made = draft(HEAR if by is SYSTEM else TYPED, [(None, letter), *pairs])
    entry = store.append([made], by=by, role=role)[0]
    return _followed(store, Heard(letter=letter, entry=entry), said.message, unit)


def _letter(said: Told) -> Letter:
    """What a letter says by itself."""
    message = said.message
    in_words = message is not None and not isinstance(message, Order)
    return Letter(
        id="",
        at=EPOCH,
        card="",
        kind=_kind(said),
        text=plain.write(message) if message is not None and in_words else said.text,
        raw=said.raw.hex(),
        order=_ident(message),
        flaw=said.flaw or "",
        flaw_detail=said.detail[:200],
    )


def _followed(
    store: Transaction, heard: Heard, message: ShortMessage | None, unit: Unit | None
) -> Heard:
    letter = heard.letter
    if isinstance(message, Sos):
        return replace(heard, call=call_of(message, letter.card, unit, store.now))
    if not isinstance(message, Receipt | Arrival | Feedback) or letter.verdict != Verdict.COUNTED:
        return heard
    task = store.one(Task, f"task:{message.task.named('T')}")
    return replace(heard, acts=acts_of(message, task, unit)) if task else heard


def _on_order(
    store: Transaction, message: ShortMessage | None, card: str
) -> tuple[Verdict | None, list[tuple[KeptOrder, KeptOrder]]]:
    """What a report amounts to, and what it changes of its order."""
    if not isinstance(message, Receipt | Arrival | Feedback):
        return None, []
    kept = _order(store, message)
    book = opened(store, kept)
    heard, verdict = outbox.hear(book.outbox, message, sender=card, now=store.now)
    pairs = changed(store, book, heard.outbox)
    keep_state(store, book, heard.outbox)
    return verdict, pairs


def _order(store: Transaction, message: ShortMessage) -> KeptOrder | None:
    ident = _ident(message)
    return store.one(KeptOrder, f"order:{ident}") if ident else None


def _ident(message: ShortMessage | None) -> str:
    if not isinstance(message, Receipt | Arrival | Feedback):
        return ""
    return outbox.ident_of(OrderKey(message.task, message.turn))


def _kind(said: Told) -> LetterKind:
    if said.message is not None:
        return KINDS[type(said.message)]
    if said.flaw is not None:
        return LetterKind.DAMAGED
    return LetterKind.TEXT if said.text else LetterKind.DATA


def _unit(store: Transaction, card: str) -> Unit | None:
    found = shorts.units_with_card(store.db, card) if card else []
    return store.one(Unit, f"unit:{found[0]}") if found else None
