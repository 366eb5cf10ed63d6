"""What the desk's thread does, one function each, inside the one writing transaction.

They load, call what decides, and write what it decided; none of them decides anything.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

import msgspec

from app import enlisting
from app.casework import exports, fences, notes, retention, sources
from app.casework.acts import Act, Draft, Refusal
from app.casework.decide import decide
from app.casework.transitions import BY_ACT as TRANSITIONS
from app.casework.why import Why
from app.changes import Changes
from app.gather import file_of, ids
from app.model import SYSTEM, Entry, Locate, Message, Officer, Places, Role
from app.pipeline import process
from app.records import BY_ACT as RECORDS
from app.records import decide_record, role_of
from app.rules import Noticed, silent
from app.rules.alerts import cleared, raise_alert
from app.rules.silence import SILENT_AFTER
from app.settings import LOCK, RETENTION, SOURCE_LIMITS, SOURCES, Retention, Setting
from app.shorts import desk as short
from app.shorts.codes import NO_CODES, SharedCodes
from app.store import Transaction

T = TypeVar("T")


def receive(
    store: Transaction,
    *,
    source: str,
    messages: Sequence[Message],
    locate: Locate,
    places: Places,
    codes: SharedCodes = NO_CODES,
) -> Changes:
    """Messages to fixes, alerts, counted refusals and counted doubts; short ones to the inbox."""
    batch = process(
        messages,
        source=source,
        known=store.known_of,
        places=places,
        kind_of=store.kind_of,
        now=store.now,
        heard=store.heard,
        book=store.fence_book(),
    )
    store.add_fixes(batch.fixes, batch.known)
    store.keep_standing(batch.standing)
    by_unit = partial(_do, store, SYSTEM, locate)
    for noticed in (*batch.noticed, *short.take(store, source, messages, codes, by_unit)):
        _raise(store, noticed, locate)
    for refused in (*batch.refused, *batch.doubted):
        store.refuse(source, refused.reason, refused.raw)
    return store.changes


def refuse(store: Transaction, *, source: str, reason: str, raw: bytes) -> Changes:
    store.refuse(source, reason, raw)
    return store.changes


def sweep(store: Transaction, *, locate: Locate, opened: datetime) -> Changes:
    """What time alone brings about: silence, the end of shelvings, of suspensions and of what may
    be kept.

    A desk just opened waits as long as a terminal may be silent before it calls any of them so.
    """
    forget(store)
    back = [Act(name="alert.unshelve", subject=f"alert:{i}") for i in store.shelved_too_long()]
    back += [Act(name="task.resume", subject=f"task:{i}") for i in store.suspended_too_long()]
    for act in back:
        do(store, act=act, by=SYSTEM, locate=locate)
    if store.now - opened > SILENT_AFTER[None]:
        for name, known in tuple(store.known.items()):
            noticed = known.current and silent(known.current, store.now, store.kind_of(name))
            if noticed:
                _raise(store, noticed, locate)
    return store.changes


def forget(store: Transaction) -> int:
    """Some of the fixes that are older than they may be kept now; how many were deleted."""
    return store.forget_fixes(store.now - timedelta(days=store.settings()[RETENTION].days))


def keep(store: Transaction, *, setting: Setting[T], value: T) -> None:
    store.keep(setting, value)


def note_step(store: Transaction, *, step_s: float) -> Changes:
    """The clock was set: the ledger says so, for its times are read by that clock."""
    store.append(
        [
            Draft(
                act="clock.step",
                subject="desk:clock",
                before={},
                after={},
                reason=f"{step_s:+.0f} s",
            )
        ]
    )
    return store.changes


def do(
    store: Transaction,
    *,
    act: Act,
    by: Officer,
    locate: Locate,
    codes: SharedCodes = NO_CODES,
) -> Entry | Refusal:
    """An act, decided on what the transaction reads; one entry, or none."""
    if by is not SYSTEM and store.settings()[LOCK].locked:
        return Refusal(code=Why.LOCKED)
    if unfit := _unwritable(act):
        return Refusal(code=Why.FIELD_BAD, detail=unfit)
    if act.name in RECORDS:
        return _record(store, act, by)
    if act.name == notes.ACT:
        return _note(store, act, by)
    if act.name == exports.ACT:
        return _export(store, act, by)
    if act.name == retention.ACT:
        return _retention(store, act, by)
    if act.name in sources.ACTS:
        return _source(store, act, by)
    if act.name == sources.LIMIT:
        return _limit(store, act, by)
    if act.name in fences.ACTS:
        return _fence(store, act, by, locate)
    if act.name in short.ACTS:
        return _short(store, act, by, locate, codes)
    decided = decide(act, file_of(store, act, locate), by, store.now, new_id=ids(store))
    if isinstance(decided, Refusal):
        return decided
    entry = store.append([decided], by=by, role=_role(act, by))[0]
    enlisting.decided(store, act, entry.subject)
    return entry


def _unwritable(act: Act) -> str:
    """The name of what holds half a character (a lone surrogate), which no file can keep; or ""."""
    given = {**act.fields, "subject": act.subject, "reason": act.reason, "by": act.on_behalf_of}
    for name, value in given.items():
        try:
            msgspec.json.encode((name, value))
        except UnicodeEncodeError:
            return name.encode("utf-8", "replace").decode()
    return ""


def _raise(store: Transaction, noticed: Noticed, locate: Locate) -> None:
    draft = raise_alert(
        noticed,
        store.listed_alerts(noticed.terminal),
        store.unit_of(noticed.terminal),
        locate,
        store.now,
        ids(store),
    )
    if draft:
        store.append([draft])


def _record(store: Transaction, act: Act, by: Officer) -> Entry | Refusal:
    decided = decide_record(act, store.known_fields(act.subject), by)
    if isinstance(decided, Refusal):
        return decided
    return store.append([decided], by=by, role=role_of(act, by))[0]


def _note(store: Transaction, act: Act, by: Officer) -> Entry | Refusal:
    decided = notes.decide_note(act, by)
    if isinstance(decided, Refusal):
        return decided
    return store.append([decided], by=by, role=notes.role_of(by))[0]


def _export(store: Transaction, act: Act, by: Officer) -> Entry | Refusal:
    decided = exports.decide_export(act, by)
    if isinstance(decided, Refusal):
        return decided
    return store.append([decided], by=by, role=exports.role_of(by))[0]


def _retention(store: Transaction, act: Act, by: Officer) -> Entry | Refusal:
    decided = retention.decide_retention(act, store.settings()[RETENTION].days, by)
    if isinstance(decided, Refusal):
        return decided
    store.keep(RETENTION, Retention(days=act.fields["days"]))
    return store.append([decided], by=by, role=Role.SUPERVISOR)[0]


def _do(store: Transaction, by: Officer, locate: Locate, act: Act) -> Entry | Refusal:
    return do(store, act=act, by=by, locate=locate)


def _short(
    store: Transaction, act: Act, by: Officer, locate: Locate, codes: SharedCodes
) -> Entry | Refusal:
    result, call = short.carry_out(store, act, by, codes, partial(_do, store, by, locate))
    if call is not None:
        _raise(store, call, locate)
    return result


def _source(store: Transaction, act: Act, by: Officer) -> Entry | Refusal:
    decided = sources.decide_source(act, store.settings()[SOURCES], by)
    if isinstance(decided, Refusal):
        return decided
    draft, kept = decided
    store.keep(SOURCES, kept)
    return store.append([draft], by=by, role=sources.role_of(by))[0]


def _limit(store: Transaction, act: Act, by: Officer) -> Entry | Refusal:
    decided = sources.decide_limits(act, store.settings()[SOURCE_LIMITS], by)
    if isinstance(decided, Refusal):
        return decided
    draft, limits = decided
    store.keep(SOURCE_LIMITS, limits)
    return store.append([draft], by=by, role=sources.role_of(by))[0]


def _fence(store: Transaction, act: Act, by: Officer, locate: Locate) -> Entry | Refusal:
    known = store.known_fields(act.subject)
    decided = fences.decide_fence(act, known, by, locate=locate, new_id=ids(store))
    if isinstance(decided, Refusal):
        return decided
    entry = store.append([decided], by=by, role=fences.role_of(by))[0]
    fence = act.subject.removeprefix(fences.SUBJECT)
    over = cleared(store.alerts_of_fence(fence)) if act.name == fences.REMOVE else None
    if over:
        store.append([over])
    return entry


def _role(act: Act, by: Officer) -> Role:
    """The role by which the officer may do this; the humbler one where there are two."""
    return next(role for role in Role if role in TRANSITIONS[act.name].roles & by.roles)
