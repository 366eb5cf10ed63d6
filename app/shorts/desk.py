"""Where the desk's jobs meet short messages: what a gateway heard, and what an officer typed."""

from collections.abc import Callable, Iterator, Sequence

from app.card import Card
from app.casework.acts import Act, Refusal
from app.casework.table import DESK
from app.casework.why import Why
from app.gather import ids
from app.model import Entry, Message, Officer, Role
from app.rules import Noticed
from app.settings import CARD
from app.shortmsg.hearing import carries
from app.shorts import acts
from app.shorts import heard as hearing
from app.shorts.codes import SharedCodes
from app.shorts.heard import Heard
from app.shorts.line import SPEAK_OF_CARD, said
from app.store import Transaction

Do = Callable[[Act], Entry | Refusal]

FORMATS = frozenset({"rdss", "rdss4"})
ASIDE = "short message beside the card"
"""Why one is refused that came from another source: whoever can reach that could forge it."""
TYPED = hearing.TYPED
SUBJECT = "desk:short"
"""What the act of typing is about; all others are about a task, an order or a letter."""
ACTS = frozenset({*acts.ACTS, TYPED})
LONGEST_TYPED = 1_000


def take(
    store: Transaction, source: str, messages: Sequence[Message], codes: SharedCodes, do: Do
) -> Iterator[Noticed]:
    """What the card said or received, into the ledger; the calls for help among it.

    `do` carries out an act for a unit. Messages of other sources are counted and not believed.
    """
    found = [message for message in messages if message.format in FORMATS]
    if not found:
        return
    card = store.settings()[CARD]
    for message in found:
        if not _of(card, source):
            if carries(message):
                store.refuse(source, ASIDE, message.raw)
        elif message.type in SPEAK_OF_CARD and message.error is None:
            said(store, message)
        elif carries(message):
            yield from _heard(store, message, codes, do)


def carry_out(
    store: Transaction, act: Act, by: Officer, codes: SharedCodes, do: Do
) -> tuple[Entry | Refusal, Noticed | None]:
    """An officer's act on short messages: the entry or why not, and a call for help in it."""
    if act.name == TYPED:
        return _typed(store, act, by, codes, do)
    decided = acts.decide_short(store, act, by, codes)
    if isinstance(decided, Refusal):
        return decided, None
    return store.append([decided], by=by, role=acts.role_of(act, by))[0], None


def _typed(
    store: Transaction, act: Act, by: Officer, codes: SharedCodes, do: Do
) -> tuple[Entry | Refusal, Noticed | None]:
    """What was read over the radio, as far as the desk can read it."""
    text = act.fields.get("text")
    if not DESK & by.roles:
        return Refusal(code=Why.WRONG_ROLE, detail=",".join(sorted(DESK))), None
    if unknown := sorted(act.fields.keys() - {"text"}):
        return Refusal(code=Why.FIELD_UNKNOWN, detail=unknown[0]), None
    if not isinstance(text, str) or not text.strip() or len(text) > LONGEST_TYPED:
        return Refusal(code=Why.FIELD_MISSING, detail="text"), None
    role = next(role for role in Role if role in DESK & by.roles)
    taken = hearing.hear_typed(store, text, codes, ids(store), by=by, role=role)
    if not isinstance(taken, Heard):
        if taken.message is not None:
            return Refusal(code=Why.SHORT_NOT_OURS), None
        return Refusal(code=Why.SHORT_UNFIT, detail=taken.flaw or ""), None
    _follow(store, taken, do)
    return taken.entry, taken.call


def _of(card: Card, source: str) -> bool:
    return bool(card.source) and card.source == source


def _heard(store: Transaction, message: Message, codes: SharedCodes, do: Do) -> Iterator[Noticed]:
    heard = hearing.hear(store, message, codes, ids(store))
    if heard is None:
        return
    _follow(store, heard, do)
    if heard.call is not None:
        yield heard.call


def _follow(store: Transaction, heard: Heard, do: Do) -> None:
    """The acts in order, up to the first that is refused; the letter says how far it went."""
    went: list[str] = []
    for act in heard.acts:
        result = do(act)
        if isinstance(result, Refusal):
            hearing.done(store, heard.letter, went, refusal=result.code, detail=result.detail)
            return
        went.append(act.name)
    hearing.done(store, heard.letter, went)
