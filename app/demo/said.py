"""What the demonstration's terminals say before the scene: positions, late ones, calls for help."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from app.ingest.simulation.motion import Beat, Sample, Walker
from app.model import Message

SOURCE = "demo"
_STATUS = ("acc_on", "fixed", "gps", "beidou")
_EVERY_S = 60
_HISTORY_S = 40 * 60.0
_SHORT_S = 5 * 60.0
_TRACKED = 0.2


@dataclass(frozen=True, slots=True)
class Ageing:
    """So many of 100 terminals were last heard between these numbers of seconds ago."""

    share: int
    youngest_s: float
    oldest_s: float

    @property
    def between_s(self) -> tuple[float, float]:
        return self.youngest_s, self.oldest_s


AGES = (
    Ageing(81, 3, 75),
    Ageing(11, 150, 560),
    Ageing(6, 620, 880),
    Ageing(2, 1_850, 2_350),
)
"""Fresh, stale, unknown, silent: all four are seen on the map."""

BLIND_SHARE = 0.04
"""Share of the terminals whose last quarter of an hour arrives late, as a backlog."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    at: datetime
    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """An alarm bit that a terminal sets at `begin`, until `end`; it flickers `repeats` times."""

    name: str
    begin: datetime
    end: datetime
    repeats: int = 0


def history(
    beats: Sequence[Beat],
    now: datetime,
    seed: int,
    *,
    followed: Mapping[str, float | None],
    alarms: Mapping[str, Alarm],
) -> Iterator[tuple[datetime, list[Message]]]:
    """Messages before `now`, as (receive time, messages) in order of time.

    The units in `followed` are heard for forty minutes, fresh to the end, and start so many metres
    along their beats (None: anywhere); of the others a fifth, and the rest for five minutes.
    `alarms` by unit.
    """
    heard: dict[datetime, list[Message]] = defaultdict(list)
    for beat in beats:
        random = Random(f"said:{seed}:{beat.phone}")
        walker = Walker(beat, random, start_m=followed.get(beat.unit))
        known = beat.unit in followed or beat.unit in alarms
        (ageing,) = random.choices(AGES, [one.share for one in AGES])
        last_s = random.uniform(3, 30) if known else random.uniform(*ageing.between_s)
        long = known or random.random() < _TRACKED
        history_s = _HISTORY_S if long else last_s + _SHORT_S
        series = _of(beat, walker, now, last_s, history_s, random)
        for said in _alarmed(series, alarms.get(beat.unit)):
            heard[_round(said.at, now)].append(said.message)
    yield from sorted(heard.items())


def _alarmed(series: Iterable[Said], alarm: Alarm | None) -> Iterator[Said]:
    """The series with the bit set while it lasts, and a message at once when it rises or falls."""
    before: Said | None = None
    for said in series:
        if alarm and before and before.at < alarm.begin <= said.at:
            yield from _flickers(before.message, alarm)
        held = alarm is not None and alarm.begin <= said.at < alarm.end
        yield _with(said.message, said.at, alarm.name if alarm and held else "")
        before = said if not said.message.items else before


def _flickers(last: Message, alarm: Alarm) -> Iterator[Said]:
    for again in range(alarm.repeats + 1):
        at = alarm.begin + timedelta(seconds=16 * again)
        yield _with(last, at, alarm.name)
        if again < alarm.repeats:
            yield _with(last, at + timedelta(seconds=8), "")


def _with(message: Message, at: datetime, alarm: str) -> Said:
    """The message at another time, with an alarm bit or none; a batch stays as it is."""
    if message.items:
        return Said(at=at, message=message)
    alarms = (alarm,) if alarm else ()
    return Said(at=at, message=replace(message, fix_time=at.replace(microsecond=0), alarms=alarms))


def _of(
    beat: Beat, walker: Walker, now: datetime, last_s: float, history_s: float, random: Random
) -> Iterator[Said]:
    """A position a minute until `last_s` ago; some of them come late, as a backlog."""
    blind = random.random() < BLIND_SHARE and last_s < _EVERY_S
    kept: list[Message] = []
    ago_s = last_s + _EVERY_S * max(0, (history_s - last_s) // _EVERY_S)
    while ago_s >= last_s - 1:
        at = now - timedelta(seconds=ago_s)
        message = _message(beat.phone, at, walker.advance(_EVERY_S))
        if blind and 120 < ago_s < 1_000:
            kept.append(replace(message, backlog=True))
        else:
            yield Said(at=at, message=message)
        ago_s -= _EVERY_S
    if kept:
        yield Said(at=now - timedelta(seconds=30), message=_batch(beat.phone, kept))


def _message(terminal: str, at: datetime, sample: Sample) -> Message:
    return Message(
        format="jt808",
        type="0x0200",
        terminal=terminal,
        valid=True,
        lon=round(sample.lon, 6),
        lat=round(sample.lat, 6),
        alt_m=float(round(sample.alt_m)),
        speed_kmh=round(sample.speed_kmh, 1),
        course_deg=float(round(sample.course_deg) % 360),
        fix_time=at.replace(microsecond=0),
        status=_STATUS,
        satellites=14,
    )


def _batch(terminal: str, kept: list[Message]) -> Message:
    return Message(
        format="jt808", type="0x0704", terminal=terminal, backlog=True, items=tuple(kept)
    )


def _round(at: datetime, now: datetime) -> datetime:
    """Messages are taken in rounds of ten seconds, counted back from the scene's time."""
    ago_s = int((now - at).total_seconds() // 10) * 10
    return now - timedelta(seconds=ago_s)
