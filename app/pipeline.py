"""The one path of data: message -> fix -> what the rules noticed; functions of their arguments.

The desk writes what comes out in one transaction; alerts are raised there, against the open ones.
"""

from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from app.fixes.believe import Known, believe
from app.ingest.sources import reason_of
from app.model import Fix, Locate, Message, UnitKind
from app.rules import Noticed, alarms_without_fix, notice

DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A message that gave no fix, and why."""

    reason: str
    raw: bytes


@dataclass(slots=True)
class Batch:
    """What came of some messages, in their order."""

    fixes: list[Fix] = field(default_factory=list[Fix])
    noticed: list[Noticed] = field(default_factory=list[Noticed])
    refused: list[Refused] = field(default_factory=list[Refused])


def process(
    messages: Iterable[Message],
    *,
    source: str,
    known: Mapping[str, Known],
    locate: Locate,
    kind_of: Callable[[str], UnitKind | None],
    now: datetime,
) -> Batch:
    """Take messages in order; `known` (by terminal) is left as it is, `kind_of` asks for the kind
    of unit that carries a terminal."""
    batch = Batch()
    seen = ChainMap[str, Known]({}, cast("dict[str, Known]", known))
    for message in _flat(messages):
        if message.error is not None:
            batch.refused.append(Refused(reason=reason_of(message.error), raw=message.raw))
        elif _positional(message):
            _take(message, batch, seen, source=source, locate=locate, kind_of=kind_of, now=now)
    return batch


def _take(
    message: Message,
    batch: Batch,
    seen: ChainMap[str, Known],
    *,
    source: str,
    locate: Locate,
    kind_of: Callable[[str], UnitKind | None],
    now: datetime,
) -> None:
    """One message that says where its terminal is, or at least that something is wrong."""
    name = message.terminal or source
    before = seen.get(name, Known())
    kind = kind_of(name)
    fix = believe(
        message,
        before.current,
        locate,
        source=source,
        received=now,
        suspect=before.suspect,
        kind=kind,
    )
    if isinstance(fix, Fix):
        batch.fixes.append(fix)
        batch.noticed.extend(notice(before.current, fix, kind))
        seen[name] = before.after(fix)
        return
    batch.refused.append(Refused(reason=fix, raw=message.raw))
    if fix != DUPLICATE:
        found = alarms_without_fix(message, source=source, received=now, doubt=fix)
        batch.noticed.extend(found)


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
