"""What became of one order: when it was sent and why, what was heard, and what is not known."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from app.shortmsg.kinds import Answer, Arrival, Feedback, Order, Receipt, Report
from app.shortmsg.queue import OrderKey


class Progress(StrEnum):
    """Where an order stands. Only what was heard makes it received, arrived or fed back."""

    WAITING = "waiting"  # 待发
    SENT = "sent"  # 已发，待回执
    NOT_SENT = "not_sent"  # 未发出：北斗卡未执行，或撤下
    NOT_CONFIRMED = "not_confirmed"  # 未确认
    RECEIVED = "received"  # 已签收
    RETURNED = "returned"  # 已退回
    ARRIVED = "arrived"  # 已到场
    FED_BACK = "fed_back"  # 已反馈


ANSWERED = frozenset({Progress.RECEIVED, Progress.RETURNED, Progress.ARRIVED, Progress.FED_BACK})


class Cause(StrEnum):
    """Why an order was sent: for the first time, or again because somebody or a rule said so."""

    FIRST = "first"
    OFFICER = "officer"
    POLICY = "policy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """One handing to the card. `by` is an officer's id, or the rule; `refused`: the card's reason
    for not sending it. `at` is None while it waits."""

    cause: Cause
    by: str
    at: datetime | None = None
    refused: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A report and when it was heard; `late`: after the order had been called not confirmed."""

    report: Report
    at: datetime
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """`heard`: the first report of each kind; `repeats` counts the same again; `differing` are
    later ones that say something else, for an officer to look at. `not_confirmed`: each time that
    the stated time passed without an answer; such a moment stays on record."""

    order: Order
    to: str
    body: bytes
    sendings: tuple[Sending, ...]
    heard: tuple[Heard, ...] = ()
    repeats: int = 0
    differing: tuple[Heard, ...] = ()
    not_confirmed: tuple[datetime, ...] = ()

    @property
    def key(self) -> OrderKey:
        return OrderKey(self.order.task, self.order.turn)

    @property
    def waits(self) -> bool:
        """Whether a sending of it stands in the queue."""
        return bool(self.sendings) and self.sendings[-1].at is None

    @property
    def went(self) -> tuple[datetime, ...]:
        """When it was handed to the card without the card refusing."""
        return tuple(one.at for one in self.sendings if one.at is not None and not one.refused)

    @property
    def answer_by(self) -> datetime | None:
        """Until when an answer is waited for; None while it has not gone."""
        return self.went[-1] + timedelta(minutes=self.order.answer_min) if self.went else None

    @property
    def progress(self) -> Progress:
        """The furthest that was heard of; a report late or out of order never sets it back."""
        kinds = {type(one.report): one.report for one in self.heard}
        if Feedback in kinds:
            return Progress.FED_BACK
        if Arrival in kinds:
            return Progress.ARRIVED
        receipt = kinds.get(Receipt)
        if isinstance(receipt, Receipt):
            signed = receipt.answer is Answer.SIGNED
            return Progress.RECEIVED if signed else Progress.RETURNED
        return self._unheard()

    def _unheard(self) -> Progress:
        if self.waits:
            return Progress.WAITING
        if not self.went:
            return Progress.NOT_SENT
        called = self.not_confirmed and self.not_confirmed[-1] > self.went[-1]
        return Progress.NOT_CONFIRMED if called else Progress.SENT


def handed(track: Track, at: datetime) -> Track:
    """The waiting sending has gone to the card."""
    return _last(track, replace(track.sendings[-1], at=at))


def refused(track: Track, reason: str) -> Track:
    """The card did not carry out the last sending."""
    return _last(track, replace(track.sendings[-1], refused=reason))


def dropped(track: Track) -> Track:
    """The waiting sending is taken out: it never was one."""
    return replace(track, sendings=track.sendings[:-1])


def _last(track: Track, sending: Sending) -> Track:
    return replace(track, sendings=(*track.sendings[:-1], sending))


class Verdict(StrEnum):
    """What a report that was heard amounts to. Only `counted` changes how an order stands."""

    COUNTED = "counted"
    REPEATED = "repeated"
    DIFFERS = "differs"
    UNKNOWN_ORDER = "unknown_order"
    WRONG_SENDER = "wrong_sender"
    NEVER_SENT = "never_sent"


def hear(track: Track, report: Report, sender: str, at: datetime) -> tuple[Track, Verdict]:
    """The first report of each kind counts, once; the same again is a repeat, another is kept.

    `sender`: the number of the card that sent it; it has to be the one that the order went to.
    """
    if sender != track.to:
        return track, Verdict.WRONG_SENDER
    if not any(one.at is not None for one in track.sendings):
        return track, Verdict.NEVER_SENT
    found = Heard(report=report, at=at, late=track.progress is Progress.NOT_CONFIRMED)
    known = [one for one in track.heard if type(one.report) is type(report)]
    if not known:
        return replace(track, heard=(*track.heard, found)), Verdict.COUNTED
    if report in (one.report for one in (*known, *track.differing)):
        return replace(track, repeats=track.repeats + 1), Verdict.REPEATED
    return replace(track, differing=(*track.differing, found)), Verdict.DIFFERS
