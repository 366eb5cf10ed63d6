"""What screens ask is answered from the tables, as of the moment it is asked."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.model import Grade, TaskState
from app.store import Store, queries
from tests.app.store.builders import (
    NOW,
    a_case,
    a_change,
    a_task,
    a_unit,
    an_alert,
    open_store,
    write,
)

HOUR = timedelta(hours=1)


def ask(store: Store, question, *values):
    return store.ask(question, *values).result(10)


def test_places_are_counted_at_every_level_and_only_while_cases_are_open(store: Store):
    write(
        store,
        a_case("C-1", chain=["50", "5001", "500101"]),
        a_case("C-2", chain=["50", "5001"], deadline=NOW - HOUR),
        a_case("C-3", chain=["50", "5002"], deadline=NOW + HOUR, overdue=True),
        a_case("C-4", chain=["50", "5002"], state="E9", overdue=True),
        a_case("C-5", chain=[]),
    )
    expected = {"50": (3, 2), "5001": (2, 1), "500101": (1, 0), "5002": (1, 1)}
    assert ask(store, queries.place_counts) == expected


def test_a_case_becomes_overdue_by_the_clock_alone(tmp_path: Path):
    seen = []
    for now in (NOW, NOW + 2 * HOUR):
        store = open_store(tmp_path, now=now)
        if not seen:
            write(store, a_case("C-1", deadline=NOW + HOUR))
        (case,) = ask(store, queries.open_cases)
        seen.append((case.overdue, ask(store, queries.counters).overdue))
        store.close()
    assert seen == [(False, 0), (True, 1)]


@pytest.mark.parametrize(
    ("scope", "expected"),
    [("", ["C-2", "C-1", "C-3"]), ("5001", ["C-2", "C-1"]), ("500", []), ('5"', [])],
)
def test_open_cases_are_listed_gravest_first_and_by_place(store: Store, scope, expected):
    write(
        store,
        a_case("C-1", grade=2, chain=["50", "5001"]),
        a_case("C-2", grade=1, chain=["50", "5001"]),
        a_case("C-3", grade=4, chain=["50", "5002"]),
        a_case("C-4", grade=1, state="X3"),
    )
    assert [case.id for case in ask(store, queries.open_cases, scope)] == expected


def test_alerts_are_counted_by_grade_and_the_shelved_apart(store: Store):
    write(
        store,
        an_alert("A-1", grade=1),
        an_alert("A-2", grade=3),
        an_alert("A-3", grade=3, state="shelved", shelved_until=NOW + HOUR),
        an_alert("A-4", grade=4, state="shelved", shelved_until=NOW - HOUR),
        an_alert("A-5", grade=1, state="dismissed", active=False),
        an_alert("A-6", grade=2, state="confirmed", active=True),
    )
    counted = ask(store, queries.counters)
    assert counted.alerts == {Grade.I: 1, Grade.II: 0, Grade.III: 1, Grade.IV: 1}
    assert (counted.shelved, counted.seq) == (1, 6)
    listed = [alert.id for alert in ask(store, queries.open_alerts)]
    assert listed == ["A-1", "A-6", "A-2", "A-3", "A-4"]


def test_a_case_file_holds_all_that_hangs_on_the_case(store: Store):
    write(store, an_alert("A-1"), a_case("C-1", alert="A-1"), a_task("T-1", "C-1"))
    write(store, a_case("C-2"), a_task("T-2", "C-2"), a_change("C-1", title="改"))
    file = ask(store, queries.case_file, "C-1")
    assert (file.case.title, file.alert.id) == ("改", "A-1")
    assert [task.id for task in file.tasks] == ["T-1"]
    assert [entry.seq for entry in file.entries] == [1, 2, 3, 6]
    assert ask(store, queries.case_file, "C-9") is None


def test_the_board_shows_each_unit_and_what_it_is_on(store: Store):
    write(
        store,
        a_unit("U1"),
        a_unit("U2"),
        a_task("T-1", "C-1", unit="U1", state="T1"),
        a_task("T-2", "C-2", unit="U1", state="T4"),
        a_task("T-3", "C-2", unit="U2", state="T8"),
    )
    rows = [(row.unit.id, row.state, row.task) for row in ask(store, queries.unit_board)]
    assert rows == [("U1", TaskState.ON_SITE, "T-2"), ("U2", None, "")]


def test_entries_come_newest_first_whole_or_of_one_object(store: Store):
    write(store, a_case("C-1"), a_case("C-2"), a_change("C-1", state="E5"))
    assert [entry.seq for entry in ask(store, queries.entries)] == [3, 2, 1]
    assert [entry.seq for entry in ask(store, queries.entries, "case:C-1")] == [3, 1]
    assert [entry.seq for entry in ask(store, queries.entries, "", 1)] == [3]


def test_the_pace_is_counted_by_ten_minutes_and_by_act(tmp_path: Path):
    for number in range(3):
        store = open_store(tmp_path, now=NOW + number * HOUR)
        write(store, a_case(f"C-{number}"), an_alert(f"A-{number}"))
        store.close()
    store = open_store(tmp_path)
    pace = ask(store, queries.pace, NOW, NOW + 2 * HOUR)
    store.close()
    tens = {NOW - timedelta(minutes=NOW.minute % 10, seconds=NOW.second) + n * HOUR for n in (0, 1)}
    assert {at for at, _ in pace} == tens
    assert sum(pace.values()) == 4
    assert len({act for _, act in pace}) in (1, 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("滑坡", ["C-1"]),
        ("c-2", ["C-2"]),
        ("C-", ["C-3", "C-2", "C-1"]),
        ("500101", ["C-3", "C-2", "C-1"]),
        ("100%", ["C-2"]),
        ("0%", ["C-2"]),
        ("%", ["C-2"]),
        ("_", ["C-3"]),
        ("\\", ["C-3"]),
        ("' OR 1=1 --", []),
        ("", []),
        ("  ", []),
    ],
)
def test_cases_are_found_by_id_title_or_place_and_every_sign_means_itself(
    store: Store, text: str, expected: list[str]
):
    write(
        store,
        a_case("C-1", changed=NOW),
        a_case("C-2", title="100% 停电", changed=NOW + HOUR, state="E9"),
        a_case("C-3", title="a_b\\c", changed=NOW + 2 * HOUR),
    )
    assert [case.id for case in ask(store, queries.find_cases, text)] == expected


def test_no_question_walks_the_closed_cases(store: Store):
    """The counts and the queue use the partial indexes, however many cases are closed."""
    plans = {
        "SELECT chain, overdue, deadline FROM cases WHERE open = 1": "COVERING INDEX",
        "SELECT count(*) FROM cases WHERE open = 1": "COVERING INDEX",
        "SELECT body FROM cases WHERE open = 1 ORDER BY grade": "USING INDEX",
        "SELECT grade, count(*) FROM alerts WHERE open = 1 GROUP BY 1": "COVERING INDEX",
        "SELECT body FROM alerts WHERE listed = 1 AND terminal = 'T1'": "USING INDEX",
        "SELECT body FROM tasks WHERE open = 1": "USING INDEX",
    }
    for sql, wanted in plans.items():
        rows = ask(
            store, lambda reader, sql=sql: reader.db.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
        )
        assert wanted in rows[0][3], (sql, rows)


def test_cases_closed_from_a_time_on_are_counted_while_they_stay_closed(store: Store):
    later, before = NOW + timedelta(hours=1), NOW - timedelta(hours=1)
    write(
        store,
        a_case("C-1", state="E9", closed=NOW, changed=later),
        a_case("C-2", state="E9", closed=before, changed=later),
        a_case("C-3", state="E11", closed=later, changed=later),
        a_case("C-4", state="E5", closed=later, changed=later),
        a_case("C-5", state="X1", closed=later, changed=later),
    )
    assert store.ask(queries.closed_since, NOW).result(10) == 2
    assert store.ask(queries.closed_since, later).result(10) == 1
