"""Scenes: played through the desk's own doors, the same each time, in every state, called 演示."""

from collections import Counter

import pytest

from app.catalogue import find
from app.demo import SCENE_TIME, SceneClock, Spot, seed_desk
from app.demo.alerts import ALERTS
from app.demo.stories import MINUTES, PATHS, ROWS, STORIES
from app.desk import Desk
from app.model import (
    AlertKind,
    AlertState,
    CaseState,
    Chain,
    Grade,
    Level,
    Officer,
    Place,
    Role,
    TaskState,
)
from app.store import queries

CODES = (
    *(f"5001{n:02d}" for n in (*range(1, 20), *range(51, 57))),
    *(f"5002{n}" for n in (29, 30, 31, 33, 35, 36, 37, 38, 40, 41, 42, 43)),
)
SPOTS = tuple(
    Spot(
        code=f"{code}{n:03d}",
        name=f"第{n}镇",
        district=code,
        district_name=f"{code[-3:]}区",
        lon=105.6 + 0.1 * number,
        lat=29.2 + 0.1 * n,
    )
    for number, code in enumerate(CODES)
    for n in range(1, 4)
)
BY_CODE = {spot.code: spot for spot in SPOTS}
CITY = Place(code="500000", name="重庆市", level=Level.CITY, parent=None)


def locate(lon, lat, accuracy_m=0.0):
    """A hierarchy of columns: enough to have districts and an outside."""
    number = round((lon - 105.6) * 10)
    if not 0 <= number < len(CODES) or lat < 29:
        return Chain(edition="test")
    code = CODES[number]
    district = Place(code=code, name=f"{code[-3:]}区", level=Level.DISTRICT, parent="500000")
    return Chain(edition="test", places=(CITY, district))


def played(folder, variant):
    clock = SceneClock()
    officer = Officer(id="o", name="o", roles=frozenset({Role.SUPERVISOR}))
    desk = Desk(folder, locate, clock=clock, officer=officer, edition="test")
    try:
        roster = seed_desk(desk, clock, SPOTS, variant=variant)
    except BaseException:
        desk.close()
        raise
    assert clock() == SCENE_TIME
    return desk, roster


@pytest.fixture(scope="module")
def duty(tmp_path_factory):
    desk, roster = played(tmp_path_factory.mktemp("duty"), "duty")
    yield desk, roster
    desk.close()


def ask(desk, question, *args):
    return desk.ask(question, *args).result()


def test_every_state_of_a_case_and_the_busy_ones_of_a_task_are_there(duty):
    desk, _ = duty
    entries = ask(desk, queries.entries, "", 5_000)
    states = Counter(
        fields["state"]
        for entry in entries
        for key, fields in entry.after.items()
        if key.startswith("case:") and "state" in fields
    )
    assert set(states) == set(CaseState)
    tasks = {task.state for task in ask(desk, queries.tasks)}
    assert {TaskState.SENT, TaskState.SIGNED, TaskState.ON_WAY, TaskState.ON_SITE} <= tasks
    assert TaskState.SUSPENDED in tasks


def test_about_sixty_cases_over_many_districts_with_some_overdue(duty):
    desk, _ = duty
    cases = ask(desk, queries.open_cases)
    assert 40 <= len(cases) <= len(ROWS) + 2
    assert len({case.chain[1] for case in cases}) > 20
    assert 5 <= ask(desk, queries.counters).overdue <= 20
    assert {case.grade.name for case in cases} >= {"II", "III", "IV"}


def test_everything_invented_says_so(duty):
    desk, _ = duty
    for case in ask(desk, queries.find_cases, "", 500) or ask(desk, queries.open_cases):
        assert case.title.endswith("（演示）")
    for story in STORIES.values():
        assert story.text.startswith("演示")
    assert {entry.actor for entry in ask(desk, queries.entries, "", 5_000)} == {
        "system",
        "演示值班员",
        "演示值班长",
        "演示核查员",
    }


def test_the_outage_of_gangqiao_is_a_demonstration_at_the_plant_itself(duty):
    desk, _ = duty
    (case,) = [c for c in ask(desk, queries.open_cases) if "港桥" in c.title]
    assert (case.position.lon, case.position.lat) == (105.884372, 29.055477)
    assert case.title.endswith("（演示）")
    assert "不代表该厂真实状态" in case.text


def test_alerts_are_new_seen_shelved_and_confirmed(duty):
    desk, _ = duty
    alerts = ask(desk, queries.open_alerts)
    assert {a.state for a in alerts} >= {AlertState.NEW, AlertState.SEEN, AlertState.SHELVED}
    kinds = {a.kind for a in alerts}
    assert {AlertKind.SOS, AlertKind.SILENT, AlertKind.COLLISION, AlertKind.POWER_LOST} <= kinds


def test_one_terminal_is_beyond_the_border_and_some_were_heard_late(duty):
    desk, roster = duty
    latest = desk.latest()
    assert len(latest) == 300
    assert latest[roster.outsider.terminal].place == ""
    late = [
        fix
        for terminal in latest
        for fix in ask(desk, queries.track, terminal, SCENE_TIME.replace(hour=0, minute=0))
        if fix.backlog
    ]
    assert late
    assert not any(fix.current for fix in late if "older" in fix.doubts)
    assert ask(desk, queries.refusals) == []


def test_units_that_arrived_are_where_their_case_is(duty):
    desk, roster = duty
    latest = desk.latest()
    cases = {case.id: case for case in ask(desk, queries.open_cases)}
    terminals = {unit.id: unit.terminal for unit in roster.units}
    there = [task for task in ask(desk, queries.tasks) if task.state is TaskState.ON_SITE]
    assert there
    for task in there:
        if task.case in cases:
            fix, at = latest[terminals[task.unit]], cases[task.case].position
            assert abs(fix.lon - at.lon) < 0.003
            assert abs(fix.lat - at.lat) < 0.003


def test_the_same_scene_has_the_same_ledger_to_the_last_byte(tmp_path, duty):
    desk, _ = duty
    again, _ = played(tmp_path, "duty")
    try:
        assert ask(again, queries.head) == ask(desk, queries.head)
    finally:
        again.close()


def test_the_flood_has_37_alerts_of_one_cause_in_one_district_within_ten_minutes(tmp_path):
    desk, _ = played(tmp_path, "flood")
    try:
        alerts = [
            alert
            for alert in ask(desk, queries.open_alerts)
            if alert.kind is AlertKind.POWER_LOST and alert.state is AlertState.NEW
        ]
    finally:
        desk.close()
    assert len(alerts) == 37
    assert {alert.chain[1] for alert in alerts} == {"500101"}
    raised = [alert.raised for alert in alerts]
    assert (max(raised) - min(raised)).total_seconds() < 600
    assert max(raised) <= SCENE_TIME


def test_the_empty_desk_has_units_and_nothing_else(tmp_path):
    desk, roster = played(tmp_path, "empty")
    try:
        assert len(ask(desk, queries.units)) == len(roster.units) == 300
        assert not ask(desk, queries.open_cases)
        assert not ask(desk, queries.open_alerts)
    finally:
        desk.close()


def test_an_unknown_variant_is_refused_before_anything_is_written(tmp_path):
    with pytest.raises(ValueError, match="earthquake"):
        played(tmp_path, "earthquake")


def test_the_tables_fit_together():
    assert {row.story for row in ROWS} <= set(STORIES)
    assert {row.stage for row in ROWS} <= set(PATHS)
    assert {row.story for row in ALERTS if row.story} <= set(STORIES)
    assert {step for path in PATHS.values() for step in path} <= set(MINUTES) | {"report"}
    for story in STORIES.values():
        assert find(story.item).condition(story.condition), story


def test_a_duty_at_rest_is_no_flood_of_alarms(duty):
    desk, _ = duty
    alerts = ask(desk, queries.open_alerts)
    recent = [alert for alert in alerts if (SCENE_TIME - alert.raised).total_seconds() <= 600]
    assert 3 <= len(recent) <= 6
    newest = max(alerts, key=lambda alert: alert.raised)
    assert (newest.kind, newest.grade, newest.state) == (AlertKind.SOS, Grade.II, AlertState.NEW)


def test_a_duty_at_rest_has_alerts_of_every_grade_but_the_gravest(duty):
    desk, _ = duty
    alerts = ask(desk, queries.open_alerts)
    assert {alert.grade for alert in alerts} == {Grade.II, Grade.III, Grade.IV}
    new = {alert.grade for alert in alerts if alert.state is AlertState.NEW}
    assert new >= {Grade.II, Grade.IV}


def test_another_than_the_first_recommended_is_sent_with_a_reason(duty):
    desk, _ = duty
    overridden = [task for task in ask(desk, queries.tasks) if task.override]
    assert len(overridden) == 2
    for task in overridden:
        assert task.unit != task.offered[0]
        assert task.override.startswith("演示")
