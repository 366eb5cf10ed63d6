"""The order of a task as a short message, and what it takes; nothing is sent or written here."""

from dataclasses import dataclass, replace
from datetime import datetime

from app.card import Card
from app.model import Case, Task, Unit
from app.settings import CARD, CARD_STATE
from app.shortmsg import carriers, plain, queue
from app.shortmsg.carriers import BY_NAME, Carrier, Room
from app.shortmsg.dictionary import Dictionary, fit
from app.shortmsg.flaws import ShortMessageError
from app.shortmsg.kept import queue_of
from app.shortmsg.kinds import Order
from app.shortmsg.parts import Number, Spot, spot
from app.shortmsg.queue import Planned, Queue
from app.shortmsg.texts import tidy
from app.shorts.codes import SharedCodes
from app.store import Reader, queries, shorts


def order_of(
    case: Case, task: Task, *, turn: int, now: datetime, text: str, answer_min: int, by: Dictionary
) -> Order:
    """The order that sends a unit to its task. ShortMessageError for what no message can hold.

    Codes that the dictionary does not have are left out: the text may say them.
    """
    return Order(
        case=Number.of(case.id),
        task=Number.of(task.id),
        turn=turn,
        time=now.replace(microsecond=0),
        answer_min=answer_min,
        grade=case.grade,
        share=task.share,
        item=_known(by, "item", case.item),
        condition=_condition(case.condition),
        area=next((code for code in reversed(case.chain) if _known(by, "area", code)), ""),
        spot=_spot(case, now),
        unit=_known(by, "unit", task.unit),
        text=tidy(text),
    )


def _known(by: Dictionary, section: str, code: str) -> str:
    if not code or not fit(code):
        return ""
    try:
        by.number(section, code)
    except ShortMessageError:
        return ""
    return code


def _condition(code: str) -> int | None:
    """The number of the filing condition, which the catalogue has as text."""
    return int(code) if code.isdecimal() and code.isascii() and int(code) < 128 else None


def _spot(case: Case, now: datetime) -> Spot | None:
    at = case.position
    if at is None:
        return None
    age_s = None if at.fix_time is None else max(0.0, (now - at.fix_time).total_seconds())
    return spot(at.lon, at.lat, accuracy_m=at.accuracy_m, age_s=age_s)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a screen shows of an order before it is ordered. `order` None: `flaw` says why.

    `rest`: what does not fit; `planned`: what goes before it and when; `goes`: when it would.
    """

    card: Card
    unit: Unit | None
    turn: int
    dictionary: str
    carrier: Carrier
    order: Order | None = None
    room: Room | None = None
    rest: str = ""
    words: str = ""
    flaw: str = ""
    planned: tuple[Planned, ...] = ()
    goes: datetime | None = None


def preview(
    reader: Reader, task_id: str, text: str, answer_min: int, carrier: str, codes: SharedCodes
) -> Preview | None:
    """The order of a task as it would go now; None where there is no such task."""
    task = queries.task(reader, task_id)
    case = queries.case(reader, task.case) if task else None
    if task is None or case is None:
        return None
    by = codes.dictionary(unit.id for unit in queries.units(reader))
    line = _queue(reader)
    planned = queue.planned(line, reader.now)
    bare = Preview(
        card=queries.settings(reader)[CARD],
        unit=queries.unit(reader, task.unit),
        turn=1 + len(shorts.orders_of(reader.db, task_id)),
        dictionary=by.id,
        carrier=BY_NAME[carrier],
        planned=planned,
        goes=_after(line, planned, reader.now),
    )
    try:
        order = order_of(
            case,
            task,
            turn=bare.turn,
            now=reader.now,
            text=text,
            answer_min=answer_min,
            by=by,
        )
        room = carriers.room(order, bare.carrier, by)
        _, rest = carriers.fitted(order, bare.carrier, by)
        words = plain.write(order, by)
    except ShortMessageError as error:
        return replace(bare, flaw=error.code)
    return replace(bare, order=order, room=room, rest=rest, words=words)


def _queue(reader: Reader) -> Queue:
    state = queries.settings(reader)[CARD_STATE]
    line = Queue(period_s=state.period_s, since=state.since, wait_s=state.wait_s)
    return queue_of(shorts.live_orders(reader.db), line)


def _after(line: Queue, planned: tuple[Planned, ...], now: datetime) -> datetime:
    last = queue.put(line, _anything(now))
    return queue.planned(last, now)[len(planned)].at


def _anything(now: datetime) -> queue.Outgoing:
    return queue.Outgoing(id="", to="", body=b"", urgency=queue.Urgency.ORDER, put=now)
