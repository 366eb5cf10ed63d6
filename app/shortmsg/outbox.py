"""The orders of a desk and the queue to its card, as one value that only told things change.

Each function gives the next value and the events that led there, for the ledger. Nothing is sent
again but by `resend`, an officer's act, or by the `Policy`, whose name stands in the record.
"""

from dataclasses import replace
from datetime import datetime

from app.shortmsg import queue as queues
from app.shortmsg import track as tracks
from app.shortmsg.kinds import Order, Report
from app.shortmsg.outbox_values import Done, Event, Hindrance, Outbox, What
from app.shortmsg.queue import OrderKey, Outgoing, Urgency
from app.shortmsg.track import ANSWERED, Cause, Progress, Sending, Track, Verdict


def ident_of(key: OrderKey) -> str:
    """ "T-20261124-000123/1": the id of an order's message."""
    return f"{key.task.named('T')}/{key.turn}"


def place(
    outbox: Outbox, order: Order, *, to: str, body: bytes, by: str, now: datetime
) -> Done | Hindrance:
    """An order into the queue; `body` is what the carrier is given. One of a key, ever."""
    key = OrderKey(order.task, order.turn)
    if key in outbox.tracks:
        return Hindrance.THERE_ALREADY
    return _queued(outbox, Track(order=order, to=to, body=body, sendings=()), Cause.FIRST, by, now)


def place_other(outbox: Outbox, message: Outgoing) -> Done | Hindrance:
    """A message that is no order, such as the answer to an SOS; it is not followed up."""
    if any(one.id == message.id for one in outbox.queue.waiting):
        return Hindrance.THERE_ALREADY
    event = Event(What.PLACED, message.id, message.put)
    return Done(replace(outbox, queue=queues.put(outbox.queue, message)), (event,))


def resend(outbox: Outbox, key: OrderKey, *, by: str, now: datetime) -> Done | Hindrance:
    """An officer sends an order again, as it was; the other side knows it by its task and turn."""
    track = outbox.tracks.get(key)
    if track is None:
        return Hindrance.UNKNOWN_ORDER
    if track.waits:
        return Hindrance.WAITS
    if track.progress in ANSWERED:
        return Hindrance.ANSWERED
    return _queued(outbox, track, Cause.OFFICER, by, now)


def take_out(outbox: Outbox, key: OrderKey, *, by: str, now: datetime) -> Done | Hindrance:
    """An officer takes a waiting order out of the queue; what has gone cannot be called back."""
    track = outbox.tracks.get(key)
    if track is None:
        return Hindrance.UNKNOWN_ORDER
    return _taken_out(outbox, track, by, now) if track.waits else Hindrance.NOT_WAITING


def tick(outbox: Outbox, now: datetime) -> Done:
    """What time brings: orders whose stated time passed, then the message that may go now."""
    events: list[Event] = []
    for track in tuple(outbox.tracks.values()):
        if track.progress is Progress.SENT and track.answer_by and now >= track.answer_by:
            outbox, more, _ = _unanswered(outbox, track, now)
            events += more
    queue, message = queues.step(outbox.queue, now)
    outbox = replace(outbox, queue=queue)
    if message is None:
        return Done(outbox, tuple(events))
    if message.order is not None:
        outbox = _with(outbox, tracks.handed(outbox.tracks[message.order], now))
    events.append(Event(What.SENT, message.id, now))
    return Done(replace(outbox, at_card=message), tuple(events), message)


def card_said(
    outbox: Outbox, *, executed: bool, reason: str = "", wait_s: float = 0.0, now: datetime
) -> Done:
    """The card's feedback (FKI) to what it was given last; a second one changes only the wait."""
    message = outbox.at_card
    queue = queues.told_to_wait(outbox.queue, wait_s, now)
    outbox = replace(outbox, queue=queue, at_card=None)
    if executed or message is None:
        return Done(outbox)
    events = (Event(What.REFUSED, message.id, now, reason),)
    track = outbox.tracks.get(message.order) if message.order is not None else None
    if track is None or track.waits:
        return Done(outbox, events)
    track = tracks.refused(track, reason or "refused")
    outbox = _with(outbox, track)
    times = sum(bool(one.refused) for one in track.sendings)
    if times > outbox.policy.refusals or track.progress in ANSWERED:
        return Done(outbox, events)
    done = _queued(outbox, track, Cause.POLICY, outbox.policy.name, now)
    return Done(done.outbox, events + done.events)


def hear(outbox: Outbox, report: Report, *, sender: str, now: datetime) -> tuple[Done, Verdict]:
    """A report from the field. An answer takes a sending that still waits out of the queue."""
    key = OrderKey(report.task, report.turn)
    track = outbox.tracks.get(key)
    if track is None:
        verdict = Verdict.UNKNOWN_ORDER
    else:
        track, verdict = tracks.hear(track, report, sender, now)
        outbox = _with(outbox, track)
    detail = f"{type(report).__name__.lower()} {verdict}"
    events = (Event(What.HEARD, ident_of(key), now, detail),)
    if track is None or verdict is not Verdict.COUNTED or not track.waits:
        return Done(outbox, events), verdict
    done = _taken_out(outbox, track, "answered", now)
    return Done(done.outbox, events + done.events), verdict


def _queued(outbox: Outbox, track: Track, cause: Cause, by: str, now: datetime) -> Done:
    ident = ident_of(track.key)
    message = Outgoing(
        id=ident,
        to=track.to,
        body=track.body,
        urgency=Urgency.ORDER,
        put=now,
        order=track.key,
    )
    track = replace(track, sendings=(*track.sendings, Sending(cause=cause, by=by)))
    outbox = replace(_with(outbox, track), queue=queues.put(outbox.queue, message))
    what = What.PLACED if cause is Cause.FIRST else What.PLACED_AGAIN
    return Done(outbox, (Event(what, ident, now, f"{cause} {by}"),))


def _taken_out(outbox: Outbox, track: Track, why: str, now: datetime) -> Done:
    ident = ident_of(track.key)
    outbox = replace(outbox, queue=queues.without(outbox.queue, ident))
    return Done(_with(outbox, tracks.dropped(track)), (Event(What.TAKEN_OUT, ident, now, why),))


def _unanswered(outbox: Outbox, track: Track, now: datetime) -> Done:
    """The stated time has passed: said as such, and sent again only where the policy says so."""
    track = replace(track, not_confirmed=(*track.not_confirmed, now))
    outbox = _with(outbox, track)
    events = (Event(What.NOT_CONFIRMED, ident_of(track.key), now),)
    if len(track.not_confirmed) > outbox.policy.repeats:
        return Done(outbox, events)
    done = _queued(outbox, track, Cause.POLICY, outbox.policy.name, now)
    return Done(done.outbox, events + done.events)


def _with(outbox: Outbox, track: Track) -> Outbox:
    return replace(outbox, tracks={**outbox.tracks, track.key: track})
