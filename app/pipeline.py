"""The one path of data: message -> fix -> what the rules noticed; functions of their arguments.

The desk writes what comes out in one transaction; alerts are raised there, against the open ones.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from math import nan

from app.fixes.believe import Heard, Known, believe, never, to_count
from app.fixes.sameness import same
from app.ingest.sources import reason_of
from app.model import Fix, Message, Places, Standing, UnitKind
from app.rules import NO_FENCES, FenceBook, Noticed, alarms_without_fix, regard

DUPLICATE = "duplicate"
NOBODY = Known()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A message that gave no fix, and why."""

    reason: str
    raw: bytes


@dataclass(slots=True)
class Batch:
    """What came of some messages, in their order.

    `doubted`: why fixes were kept that are never current; `standing`: what has changed of it;
    `known`: what is known after them of the terminals they gave a fix of.
    """

    fixes: list[Fix] = field(default_factory=list[Fix])
    noticed: list[Noticed] = field(default_factory=list[Noticed])
    refused: list[Refused] = field(default_factory=list[Refused])
    doubted: list[Refused] = field(default_factory=list[Refused])
    standing: dict[str, Standing] = field(default_factory=dict[str, Standing])
    known: dict[str, Known] = field(default_factory=dict[str, Known])


def process(
    messages: Iterable[Message],
    *,
    source: str,
    known: Callable[[str], Known | None],
    places: Places,
    kind_of: Callable[[str], UnitKind | None],
    now: datetime,
    heard: Heard = never,
    book: FenceBook = NO_FENCES,
) -> Batch:
    """Take messages in order. `known`: what was known of a terminal before them; `places` is asked
    once for all of them; `kind_of` asks for the kind of unit that carries a terminal, `heard`
    whether a fix is already kept; `book`: the fences."""
    flat = list(_flat(messages))
    work = _Work(source, known, kind_of, now, heard, book)
    for message, place in zip(flat, _places(flat, places), strict=True):
        if message.error is not None:
            refused = Refused(reason=reason_of(message.error), raw=message.raw)
            work.batch.refused.append(refused)
        elif _positional(message):
            work.take(message, place)
    return work.batch


@dataclass(slots=True)
class _Work:
    """What a message is held against, and what has come of those before it."""

    source: str
    known: Callable[[str], Known | None]
    kind_of: Callable[[str], UnitKind | None]
    now: datetime
    heard: Heard
    book: FenceBook
    batch: Batch = field(default_factory=Batch)
    _fixes_of: dict[str, list[Fix]] = field(default_factory=dict[str, list[Fix]])

    def take(self, message: Message, place: str) -> None:
        """One message that says where its terminal is, or at least that something is wrong."""
        name, batch = message.terminal or self.source, self.batch
        known = batch.known.get(name) or self.known(name) or NOBODY
        kind = self.kind_of(name)
        fix = believe(
            message,
            known.current,
            place,
            source=self.source,
            received=self.now,
            suspect=known.suspect,
            kind=kind,
            heard=self._heard,
        )
        if isinstance(fix, Fix):
            self._keep(fix, known, kind)
            if fix.doubts:
                odd = to_count(fix)
                batch.doubted += [Refused(reason=doubt, raw=message.raw) for doubt in odd]
            return
        batch.refused.append(Refused(reason=fix, raw=message.raw))
        if fix != DUPLICATE:
            found = alarms_without_fix(message, source=self.source, received=self.now, doubt=fix)
            batch.noticed.extend(found)

    def _keep(self, fix: Fix, known: Known, kind: UnitKind | None) -> None:
        """A fix, what the rules notice at it, and what is known after it."""
        batch, name = self.batch, fix.terminal
        before = known.standing
        found, standing = regard(known.current, fix, kind, standing=before, book=self.book)
        batch.fixes.append(fix)
        self._fixes_of.setdefault(name, []).append(fix)
        batch.noticed.extend(found)
        if standing is not before:
            batch.standing[name] = standing
            known = replace(known, standing=standing)
        batch.known[name] = known.after(fix)

    def _heard(self, fix: Fix) -> bool:
        """Whether a fix is among those before it, or already kept."""
        mine = self._fixes_of.get(fix.terminal, ())
        return any(same(fix, one) for one in mine) or self.heard(fix)


def _places(messages: list[Message], places: Places) -> Iterable[str]:
    """A code for each message; "" for one that says no place."""
    lons = [nan if message.lon is None else message.lon for message in messages]
    lats = [nan if message.lat is None else message.lat for message in messages]
    return places(lons, lats)


def _positional(message: Message) -> bool:
    """Whether a message is about a position at all; a heartbeat or a greeting is not."""
    return message.lon is not None or message.fix_time is not None or bool(message.alarms)


def _flat(messages: Iterable[Message]) -> Iterator[Message]:
    """Messages with the positions of a batch (0x0704) in its place."""
    for message in messages:
        if message.items and message.error is None:
            yield from _flat(message.items)
        else:
            yield message
