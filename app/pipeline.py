"""The one path of data: message -> fix -> what the rules noticed; functions of their arguments.

The desk writes what comes out in one transaction; alerts are raised there, against the open ones.
"""

from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import cast

from app.fixes.believe import Heard, Known, believe, never, to_count
from app.fixes.sameness import same
from app.ingest.sources import reason_of
from app.model import Fix, Locate, Message, Standing, UnitKind
from app.rules import NO_FENCES, FenceBook, Noticed, alarms_without_fix, regard

DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A message that gave no fix, and why."""

    reason: str
    raw: bytes


@dataclass(slots=True)
class Batch:
    """What came of some messages, in their order.

    `doubted`: why fixes were kept that are never current; `standing`: what has changed of it.
    """

    fixes: list[Fix] = field(default_factory=list[Fix])
    noticed: list[Noticed] = field(default_factory=list[Noticed])
    refused: list[Refused] = field(default_factory=list[Refused])
    doubted: list[Refused] = field(default_factory=list[Refused])
    standing: dict[str, Standing] = field(default_factory=dict[str, Standing])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """What a message is held against."""

    source: str
    locate: Locate
    kind_of: Callable[[str], UnitKind | None]
    now: datetime
    heard: Heard
    book: FenceBook


def process(
    messages: Iterable[Message],
    *,
    source: str,
    known: Mapping[str, Known],
    locate: Locate,
    kind_of: Callable[[str], UnitKind | None],
    now: datetime,
    heard: Heard = never,
    book: FenceBook = NO_FENCES,
) -> Batch:
    """Take messages in order; `known` (by terminal) is left as it is, `kind_of` asks for the kind
    of unit that carries a terminal, `heard` whether a fix is already kept; `book`: the fences."""
    batch = Batch()
    desk = _Desk(source=source, locate=locate, kind_of=kind_of, now=now, heard=heard, book=book)
    seen = ChainMap[str, Known]({}, cast("dict[str, Known]", known))
    for message in _flat(messages):
        if message.error is not None:
            batch.refused.append(Refused(reason=reason_of(message.error), raw=message.raw))
        elif _positional(message):
            _take(message, batch, seen, desk)
    return batch


def _take(message: Message, batch: Batch, seen: ChainMap[str, Known], desk: _Desk) -> None:
    """One message that says where its terminal is, or at least that something is wrong."""
    name = message.terminal or desk.source
    known = seen.get(name, Known())
    kind = desk.kind_of(name)
    fix = believe(
        message,
        known.current,
        desk.locate,
        source=desk.source,
        received=desk.now,
        suspect=known.suspect,
        kind=kind,
        heard=lambda fix: any(same(fix, one) for one in batch.fixes) or desk.heard(fix),
    )
    if isinstance(fix, Fix):
        _keep(fix, known, kind, batch, seen, desk.book)
        batch.doubted += [Refused(reason=doubt, raw=message.raw) for doubt in to_count(fix)]
        return
    batch.refused.append(Refused(reason=fix, raw=message.raw))
    if fix != DUPLICATE:
        found = alarms_without_fix(message, source=desk.source, received=desk.now, doubt=fix)
        batch.noticed.extend(found)


def _keep(
    fix: Fix,
    known: Known,
    kind: UnitKind | None,
    batch: Batch,
    seen: ChainMap[str, Known],
    book: FenceBook,
) -> None:
    """A fix, what the rules notice at it, and what is known after it."""
    found, standing = regard(known.current, fix, kind, standing=known.standing, book=book)
    batch.fixes.append(fix)
    batch.noticed.extend(found)
    if standing is not known.standing:
        batch.standing[fix.terminal] = standing
        known = replace(known, standing=standing)
    seen[fix.terminal] = known.after(fix)


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
