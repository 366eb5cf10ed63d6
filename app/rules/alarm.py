"""An alarm bit that rises is noticed once; when it falls, its cause is over."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from app.model import AlertKind, Fix, Grade, Message, UnitKind
from app.rules.noticed import Noticed, noticed


@dataclass(frozen=True, slots=True)
class Alarm:
    """A terminal's alarm bit and the alert it is worth."""

    name: str
    kind: AlertKind
    grade: Grade


ALARMS: tuple[Alarm, ...] = (
    Alarm("sos", AlertKind.SOS, Grade.II),
    Alarm("collision", AlertKind.COLLISION, Grade.II),
    Alarm("rollover", AlertKind.ROLLOVER, Grade.II),
    Alarm("stolen", AlertKind.STOLEN, Grade.III),
    Alarm("danger", AlertKind.DANGER, Grade.III),
    Alarm("overspeed", AlertKind.OVERSPEED, Grade.IV),
    Alarm("fatigue", AlertKind.FATIGUE, Grade.IV),
    Alarm("illegal_move", AlertKind.STOLEN, Grade.III),
    Alarm("illegal_ignition", AlertKind.STOLEN, Grade.III),
    Alarm("illegal_door", AlertKind.TAMPERED, Grade.III),
    Alarm("main_power_off", AlertKind.POWER_LOST, Grade.III),
    Alarm("main_undervolt", AlertKind.LOW_POWER, Grade.IV),
    Alarm("gnss_fault", AlertKind.GNSS_FAULT, Grade.IV),
    Alarm("antenna_cut", AlertKind.REMOVED, Grade.III),
    Alarm("antenna_short", AlertKind.GNSS_FAULT, Grade.IV),
    Alarm("camera_fault", AlertKind.CAMERA_FAULT, Grade.IV),
)
"""JT/T 808-2019 table 24, by the names of app.ingest. The other bits (display, TTS, routes,
tyres, …) ask nothing of a duty officer: they are messages, not alarms (ISA-18.2)."""

KINDS = tuple(dict.fromkeys(alarm.kind for alarm in ALARMS))


def causes(names: Iterable[str], kind: AlertKind) -> tuple[Alarm, ...]:
    """Which of the alarm bits that are set stand for `kind`."""
    known = frozenset(names)
    return tuple(alarm for alarm in ALARMS if alarm.kind is kind and alarm.name in known)


def alarm_bits(before: Fix | None, now: Fix, kind: UnitKind | None = None) -> Iterable[Noticed]:
    """Rising and falling alarm bits, several of one kind counting as one."""
    del kind
    if not now.alarms and (before is None or not before.alarms):
        return ()  # as nearly every fix
    return _changed(before, now)


def _changed(before: Fix | None, now: Fix) -> Iterator[Noticed]:
    for alert in KINDS:
        was = causes(before.alarms, alert) if before else ()
        is_now = causes(now.alarms, alert)
        if is_now:
            text = ",".join(alarm.name for alarm in is_now)
            grade = min(alarm.grade for alarm in is_now)
            if not now.current:
                yield noticed(now, alert, grade, text=text, held=True)
            elif not set(is_now) <= set(was):
                yield noticed(now, alert, grade, text=text)
        elif was and now.current:
            grade = min(alarm.grade for alarm in was)
            yield noticed(now, alert, grade, active=False)


def alarms_without_fix(
    message: Message, *, source: str, received: datetime, doubt: str
) -> Iterator[Noticed]:
    """The alarms of a message that gave no fix: a call for help counts without a position too.

    `doubt` is the reason why there is no fix. A damaged message says nothing at all.
    """
    if message.error is not None:
        return
    for kind in KINDS:
        if bits := causes(message.alarms, kind):
            yield Noticed(
                kind=kind,
                grade=min(alarm.grade for alarm in bits),
                terminal=message.terminal or source,
                at=received,
                text=",".join(alarm.name for alarm in bits),
                held=True,
                past=message.backlog,
                doubts=(doubt,),
            )
