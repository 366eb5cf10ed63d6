"""Who plays in a scene, where and when: the tables made into moments to be played in order."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from math import cos, hypot, radians
from random import Random

from app import catalogue
from app.casework.acts import Act
from app.demo import said
from app.demo.alerts import ALERTS, TREATED_AFTER, AlertRow, alarm_of, treat
from app.demo.desk import accepted, enrol_units
from app.demo.roster import Roster, Spot, flood_crew
from app.demo.steps import BY_TASK, DUTY, STEPS, Progress, towards
from app.demo.stories import MINUTES, PATHS, ROWS, STORIES, Row
from app.desk import Desk
from app.model import Entry, Message, Officer, Share, Unit, UnitKind
from app.store import queries

SWEPT = tuple(timedelta(minutes=ago) for ago in (26, 21, 16, 11))
"""All before the last ten minutes, so that silence alone makes no flood of alarms."""

FLOOD_ALERTS = 37
FLOOD_DISTRICT = "500101"


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """Something that happens at a time; of several at one time the lower `order` is first."""

    at: datetime
    order: int
    happen: Callable[[], object] = field(compare=False)


class Cast:
    """Gathers the moments of a scene at `now`: first `cases`, then `alerts`, then `terminals`."""

    def __init__(
        self, desk: Desk, places: Sequence[Spot], made: Roster, *, now: datetime, seed: int
    ) -> None:
        self._desk = desk
        self._places = places
        self._roster = made
        self._now = now
        self._seed = seed
        self._order = 0
        self._homes = {spot.code: spot for spot in places}
        self._alarms = self._cast_alarms()
        self._busy = {unit.id for _, unit in self._alarms} | {made.outsider.id}
        self._sent: dict[str, Progress] = {}

    def _cast_alarms(self) -> list[tuple[AlertRow, Unit]]:
        """The last unit of the kind and district that each alert wants; each unit once."""
        free = list(self._roster.units[:-1])
        found = []
        for row in ALERTS:
            fitting = [u for u in free if u.kind is row.carrier and u.home.startswith(row.district)]
            if fitting:
                free.remove(fitting[-1])
                found.append((row, fitting[-1]))
        return found

    def cases(self) -> Iterator[Moment]:
        random = Random(f"cases:{self._seed}")
        waiting = sorted({spot.district for spot in self._places})
        random.shuffle(waiting)
        progress: list[Progress] = []
        for number, row in enumerate(ROWS):
            district = row.district or waiting[number % len(waiting)]
            case = self._case(row, district, random, progress)
            progress.append(case)
            yield from self._steps(case)

    def alerts(self) -> Iterator[Moment]:
        """What is done about the alerts; the alarms themselves are among what is heard."""
        for row, unit in self._alarms:
            at = self._now - timedelta(seconds=row.ago_s) + TREATED_AFTER
            if row.story:
                yield from self._confirmed(row, unit, at)
            elif row.then:
                yield self._moment(at, partial(self._treat, row, unit))

    def terminals(self) -> Iterator[Moment]:
        """What is heard of all terminals: who is sent goes there, who has an alarm says so."""
        beats, followed = [], {}
        for unit, beat in zip(self._roster.units, self._roster.beats, strict=True):
            sent = self._sent.get(unit.id)
            if sent is not None:
                beat, followed[unit.id] = towards(beat, sent, self._homes[unit.home])
            beats.append(beat)
        alarms = {unit.id: alarm_of(row, self._now) for row, unit in self._alarms}
        rounds = said.history(beats, self._now, self._seed, followed=followed, alarms=alarms)
        for at, messages in rounds:
            yield self._moment(at, partial(self._receive, messages))
        for ago in SWEPT:
            yield self._moment(self._now - ago, lambda: self._desk.sweep().result())

    def flood(self, begin: datetime) -> Iterator[Moment]:
        """One cause, one district: terminals that lose their mains power one after the other."""
        spots = [spot for spot in self._places if spot.district == FLOOD_DISTRICT]
        crew = flood_crew(spots or self._places, FLOOD_ALERTS, seed=self._seed)
        yield self._moment(begin, partial(enrol_units, self._desk, crew.units))
        alarms = {}
        for number, unit in enumerate(crew.units):
            at = self._now - timedelta(seconds=590 - 15.5 * number)
            alarms[unit.id] = said.Alarm(
                name="main_power_off", begin=at, end=self._now + timedelta(days=1)
            )
        rounds = said.history(crew.beats, self._now, self._seed, followed={}, alarms=alarms)
        for at, messages in rounds:
            yield self._moment(at, partial(self._receive, messages))

    def _case(
        self, row: Row, district: str, random: Random, before: Sequence[Progress]
    ) -> Progress:
        story = STORIES[row.story]
        lon, lat = self._place(row, district, random)
        case = Progress(
            row=row,
            story=story,
            lon=lon,
            lat=lat,
            now=self._now,
            offered=self._offered(story.kind, lon, lat),
            into=lambda: next(
                one.case for one in before if one.row.story == row.story and one.case
            ),
        )
        self._reserve(case)
        return case

    def _reserve(self, case: Progress) -> None:
        """The units that this case will be given are for no other one."""
        if "dispatch" in PATHS[case.row.stage]:
            for unit in case.units:
                self._busy.add(unit.id)
                self._sent[unit.id] = case

    def _place(self, row: Row, district: str, random: Random) -> tuple[float, float]:
        """The plant's own place, else near a town of the district."""
        if row.story == "plant":
            plant = next(one for one in catalogue.plants() if one.id == "gangqiao")
            assert plant.lon is not None
            assert plant.lat is not None
            return plant.lon, plant.lat
        near = [spot for spot in self._places if spot.district == district] or self._places
        spot = random.choice(list(near))
        return (
            round(spot.lon + random.uniform(-0.008, 0.008), 6),
            round(spot.lat + random.uniform(-0.007, 0.007), 6),
        )

    def _offered(self, kind: UnitKind, lon: float, lat: float) -> tuple[Unit, ...]:
        """Free units of the kind by distance from where they are."""
        free = [
            unit for unit in self._roster.units if unit.kind is kind and unit.id not in self._busy
        ]
        return tuple(sorted(free, key=lambda unit: self._distance(unit, lon, lat)))

    def _distance(self, unit: Unit, lon: float, lat: float) -> float:
        home = self._homes[unit.home]
        return hypot((home.lon - lon) * cos(radians(lat)), home.lat - lat)

    def _steps(self, case: Progress) -> Iterator[Moment]:
        """The steps of a case, the last of them as long ago as its row says."""
        names = PATHS[case.row.stage]
        ago = case.row.since + sum(MINUTES[name] for name in names[1:])
        for name in names:
            ago -= MINUTES[name] if name != "report" else 0
            at = self._now - timedelta(minutes=ago)
            yield self._moment(at, partial(self._step, case, name))
        if case.row.supervised:
            at = self._now - timedelta(minutes=case.row.since / 2)
            yield self._moment(at, partial(self._step, case, "supervise"))

    def _step(self, case: Progress, name: str) -> None:
        for task in case.tasks if name in BY_TASK else case.tasks[:1] or ("",):
            case.task = task
            entry = self._do(*STEPS[name](case))
            if name == "report":
                case.case = entry.subject.partition(":")[2]
            elif name == "dispatch":
                case.tasks = _tasks(entry)

    def _confirmed(self, row: AlertRow, unit: Unit, at: datetime) -> Iterator[Moment]:
        """Confirmed, and then handled as far as setting out."""
        story, home = STORIES[row.story], self._homes[unit.home]
        case = Progress(
            row=Row(row.story, "on_way", 0),
            story=story,
            lon=home.lon,
            lat=home.lat,
            now=self._now,
            offered=self._offered(story.kind, home.lon, home.lat),
        )
        self._reserve(case)

        def confirm() -> None:
            entry = self._treat(row, unit)
            case.case = next(key for key in entry.after if key.startswith("case:"))[5:]

        yield self._moment(at, confirm)
        for name in PATHS["on_way"][1:]:
            at += timedelta(minutes=MINUTES[name])
            yield self._moment(at, partial(self._step, case, name))

    def _treat(self, row: AlertRow, unit: Unit) -> Entry:
        alert = next(
            one
            for one in self._desk.ask(queries.open_alerts).result()
            if one.terminal == unit.terminal and one.kind is row.kind and one.open
        )
        return self._do(treat(row, alert, unit), DUTY)

    def _moment(self, at: datetime, happen: Callable[[], object]) -> Moment:
        self._order += 1
        return Moment(at, self._order, happen)

    def _receive(self, messages: Sequence[Message]) -> None:
        self._desk.receive(said.SOURCE, messages).result()

    def _do(self, act: Act, by: Officer) -> Entry:
        entry = accepted(self._desk.do(act, by).result())
        assert entry is not None
        return entry


def _tasks(entry: Entry) -> tuple[str, ...]:
    """The tasks that a dispatch made, the lead's first."""
    made = [
        (fields["share"] != Share.LEAD, key.partition(":")[2])
        for key, fields in entry.after.items()
        if key.startswith("task:")
    ]
    return tuple(task for _, task in sorted(made))
