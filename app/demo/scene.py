"""Scenes: a desk filled by its own doors, under a clock that the scene sets; always the same.

All that happens goes through `Desk.receive` and `Desk.do`, so the ledger of a scene is a real one.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from math import cos, hypot, radians
from random import Random

from app import catalogue
from app.casework.acts import Act
from app.demo import said
from app.demo.alerts import ALERTS, AlertRow, treat
from app.demo.desk import accepted, enrol_units
from app.demo.roster import SEED, Roster, Spot, flood_crew, roster
from app.demo.steps import BY_TASK, DUTY, STEPS, Progress, towards
from app.demo.stories import MINUTES, PATHS, ROWS, STORIES, Row
from app.desk import Desk
from app.model import Entry, Message, Officer, Share, Unit
from app.store import queries

SCENE_TIME = datetime(2026, 11, 23, 0, 12, 5, tzinfo=UTC)
"""2026-11-23 08:12:05 in Chongqing: when every scene stands still."""

BEGIN = timedelta(hours=5)
VARIANTS = ("duty", "flood", "empty")
FLOOD_ALERTS = 37
FLOOD_DISTRICT = "500101"


@dataclass(slots=True)
class SceneClock:
    """The desk's clock in a scene: it stands where it is put. Open the desk with it."""

    now: datetime = SCENE_TIME - BEGIN

    def __call__(self) -> datetime:
        return self.now


@dataclass(frozen=True, slots=True, order=True)
class _Moment:
    at: datetime
    order: int
    happen: Callable[[], object] = field(compare=False)


def seed_desk(
    desk: Desk,
    clock: SceneClock,
    places: Sequence[Spot],
    *,
    variant: str = "duty",
    seed: int = SEED,
) -> Roster:
    """Fill an empty desk that was opened with `clock`, and leave the clock at SCENE_TIME.

    `variant` is one of VARIANTS: about 60 cases in every state; the same and 37 alerts of one
    cause in one district within ten minutes; units only. ValueError for another one.
    """
    if variant not in VARIANTS:
        raise ValueError(f"{variant!r} is none of {', '.join(VARIANTS)}")
    made = roster(places, seed=seed)
    clock.now = SCENE_TIME - BEGIN
    enrol_units(desk, made.units)
    if variant != "empty":
        _play(_Scene(desk, clock, places, made, seed), flooded=variant == "flood")
    clock.now = SCENE_TIME
    return made


def _play(scene: "_Scene", *, flooded: bool) -> None:
    moments = [*scene.cases(), *scene.terminals(), *scene.alerts()]
    if flooded:
        moments += scene.flood()
    for moment in sorted(moments):
        scene.clock.now = moment.at
        moment.happen()


class _Scene:
    """Gathers the moments of a scene; nothing happens before they are played in order."""

    def __init__(
        self, desk: Desk, clock: SceneClock, places: Sequence[Spot], made: Roster, seed: int
    ) -> None:
        self.desk = desk
        self.clock = clock
        self._places = places
        self._roster = made
        self._seed = seed
        self._order = 0
        self._busy: set[str] = set()
        self._sent: dict[str, Progress] = {}
        self._rounds: list[tuple[datetime, list[Message]]] = []
        self._newest: Mapping[str, Message] = {}
        self._homes = {spot.code: spot for spot in places}

    def cases(self) -> Iterator[_Moment]:
        random = Random(f"cases:{self._seed}")
        waiting = sorted({spot.district for spot in self._places})
        random.shuffle(waiting)
        progress: list[Progress] = []
        for number, row in enumerate(ROWS):
            district = row.district or waiting[number % len(waiting)]
            case = self._case(row, district, random, progress)
            progress.append(case)
            yield from self._steps(case)

    def terminals(self) -> Iterator[_Moment]:
        """What is heard of all terminals; after `cases`, for who is sent goes there."""
        beats, followed = [], {}
        for unit, beat in zip(self._roster.units, self._roster.beats, strict=True):
            sent = self._sent.get(unit.id)
            if sent is not None:
                beat, followed[unit.id] = towards(beat, sent, self._homes[unit.home])
            beats.append(beat)
        history = said.history(beats, SCENE_TIME, self._seed, followed=followed)
        self._rounds = list(history)
        self._newest = said.newest(self._rounds)
        for at, messages in self._rounds:
            yield self._moment(at, partial(self._receive, messages))
        yield self._moment(SCENE_TIME - timedelta(seconds=5), self._sweep)

    def alerts(self) -> Iterator[_Moment]:
        units = {unit.id: unit for unit in self._roster.units}
        for row in ALERTS:
            unit = units.get(row.unit)
            if unit is not None and unit.terminal in self._newest:
                yield from self._alert(row, unit)

    def flood(self) -> Iterator[_Moment]:
        """One cause, one district: the terminals of a town that lost its mains power."""
        spots = [spot for spot in self._places if spot.district == FLOOD_DISTRICT]
        crew = flood_crew(spots or self._places, FLOOD_ALERTS, seed=self._seed)
        yield self._moment(SCENE_TIME - BEGIN, lambda: enrol_units(self.desk, crew.units))
        for number, (_, messages) in enumerate(_first(crew, self._seed)):
            at = SCENE_TIME - timedelta(seconds=600 - 16 * number)
            message = said.alarmed(messages, "main_power_off", at)
            yield self._moment(at, partial(self._receive, [message]))

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

    def _offered(self, kind: object, lon: float, lat: float) -> tuple[Unit, ...]:
        """Free units of the kind by distance from where they are."""
        free = [
            unit
            for unit in self._roster.units[:-1]
            if unit.kind is kind and unit.id not in self._busy
        ]
        return tuple(sorted(free, key=lambda unit: self._distance(unit, lon, lat)))

    def _distance(self, unit: Unit, lon: float, lat: float) -> float:
        home = self._homes[unit.home]
        return hypot((home.lon - lon) * cos(radians(lat)), home.lat - lat)

    def _steps(self, case: Progress) -> Iterator[_Moment]:
        """The steps of a case, the last of them as long ago as its row says."""
        names = PATHS[case.row.stage]
        ago = case.row.since + sum(MINUTES[name] for name in names[1:])
        for name in names:
            ago -= MINUTES[name] if name != "report" else 0
            at = SCENE_TIME - timedelta(minutes=ago)
            yield self._moment(at, partial(self._step, case, name))
        if case.row.supervised:
            at = SCENE_TIME - timedelta(minutes=case.row.since / 2)
            yield self._moment(at, partial(self._step, case, "supervise"))

    def _step(self, case: Progress, name: str) -> None:
        for task in case.tasks if name in BY_TASK else case.tasks[:1] or ("",):
            case.task = task
            entry = self._do(*STEPS[name](case))
            if name == "report":
                case.case = entry.subject.partition(":")[2]
            elif name == "dispatch":
                case.tasks = _tasks(entry)

    def _alert(self, row: AlertRow, unit: Unit) -> Iterator[_Moment]:
        last = self._newest[unit.terminal]
        for again in range(row.repeats + 1):
            at = SCENE_TIME - timedelta(seconds=row.ago_s - 8 * again)
            for alarm, late in ((row.alarm, 0.0), ("", 3.0)):
                when = at + timedelta(seconds=late)
                if alarm or again < row.repeats:
                    message = said.alarmed(last, alarm, when)
                    yield self._moment(when, partial(self._receive, [message]))
        if row.story:
            yield from self._confirmed(row, unit, last)
        elif row.then:
            at = SCENE_TIME - timedelta(seconds=row.ago_s - 40)
            yield self._moment(at, partial(self._treat, row, unit))

    def _confirmed(self, row: AlertRow, unit: Unit, last: Message) -> Iterator[_Moment]:
        """Confirmed, and then handled as far as setting out."""
        story, lon, lat = STORIES[row.story], last.lon or 0.0, last.lat or 0.0
        case = Progress(
            row=Row(row.story, "on_way", 0),
            story=story,
            lon=lon,
            lat=lat,
            offered=self._offered(story.kind, lon, lat),
        )
        self._reserve(case)

        def confirm() -> None:
            entry = self._treat(row, unit)
            case.case = next(key for key in entry.after if key.startswith("case:"))[5:]

        ago_s = row.ago_s - 40
        yield self._moment(SCENE_TIME - timedelta(seconds=ago_s), confirm)
        for name in PATHS["on_way"][1:]:
            ago_s -= 60 * MINUTES[name]
            at = SCENE_TIME - timedelta(seconds=ago_s)
            yield self._moment(at, partial(self._step, case, name))

    def _treat(self, row: AlertRow, unit: Unit) -> Entry:
        alert = next(
            one
            for one in self.desk.ask(queries.open_alerts).result()
            if one.terminal == unit.terminal and one.kind is row.kind and one.open
        )
        return self._do(treat(row, alert, unit), DUTY)

    def _moment(self, at: datetime, happen: Callable[[], object]) -> _Moment:
        self._order += 1
        return _Moment(at, self._order, happen)

    def _receive(self, messages: Sequence[Message]) -> None:
        self.desk.receive(said.SOURCE, messages).result()

    def _sweep(self) -> None:
        self.desk.sweep().result()

    def _do(self, act: Act, by: Officer) -> Entry:
        entry = accepted(self.desk.do(act, by).result())
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


def _first(crew: Roster, seed: int) -> Iterator[tuple[str, Message]]:
    for beat in crew.beats:
        _, messages = next(said.history((beat,), SCENE_TIME, seed, followed={beat.unit: None}))
        yield beat.phone, messages[0]
