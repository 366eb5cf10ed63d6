"""The table of transitions, the enums and the words agree."""

from collections import defaultdict

from app.casework.fields import FORMS
from app.casework.transitions import AUTOMATIC, BY_ACT, FIRST, STATES, TRANSITIONS, rows_for
from app.model import OPEN_ALERTS, OPEN_STATES, OPEN_TASKS, Role


def test_every_state_of_every_object_can_be_reached():
    for kind, enum in STATES.items():
        ways = defaultdict(set)
        for row in rows_for(kind):
            for source in row.sources:
                ways[source] |= {row.target or source, *row.also}
        for source, target in AUTOMATIC:
            if isinstance(source, enum):
                ways[source].add(target)
        reached = {state for state in FIRST if isinstance(state, enum)}
        while more := {t for s in reached for t in ways[s]} - reached:
            reached |= more
        assert reached == set(enum)


def test_from_every_open_state_there_is_a_way_on():
    leaving = {
        source
        for row in TRANSITIONS
        for source in row.sources
        if row.target not in (None, source) or row.also
    }
    for opens in (OPEN_ALERTS, OPEN_STATES, OPEN_TASKS):
        assert opens <= leaving


def test_each_row_speaks_of_its_own_kind_only():
    for row in TRANSITIONS:
        enum = STATES[row.kind]
        states = {*row.sources, *row.also, *([row.target] if row.target else [])}
        assert all(isinstance(state, enum) for state in states), row.act
        assert row.act.startswith(f"{row.kind}.")
        assert row.roles <= set(Role)


def test_a_fields_name_is_used_once_and_its_kind_is_known():
    for row in TRANSITIONS:
        names = [spec.name for spec in row.fields]
        assert len(set(names)) == len(names)
        assert all(spec.kind in FORMS for spec in row.fields)
        assert all(spec.choices for spec in row.fields if spec.kind == "choice")


def test_who_acts_for_the_system_is_told_in_a_few_places_only():
    assert {row.act for row in TRANSITIONS if Role.SYSTEM in row.roles} == {
        "alert.unshelve",
        "case.report",
        "task.resume",
        "task.sign",
        "task.arrive",
        "task.feedback",
        "task.return",
    }
    assert BY_ACT.keys() == {row.act for row in TRANSITIONS}
