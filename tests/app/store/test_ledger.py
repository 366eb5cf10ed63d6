"""The ledger only grows, its entries hold on to one another, and its tables are nothing but it."""

import sqlite3
import string
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model import SYSTEM, Role
from app.store import Store, ledger, projection, queries
from app.store.opening import NAME
from tests.app.store.builders import NOW, a_case, a_change, a_unit, an_alert, open_store, write

IDENTS = st.text(string.ascii_letters + "渝中区-0 '\"%_\\", min_size=1, max_size=6)
TEXT = st.text(max_size=12)
CASES = st.builds(
    lambda ident, title, state: a_case(ident, title=title, state=state),
    IDENTS,
    TEXT,
    st.sampled_from(["E1", "E5", "E9", "X3"]),
)
DRAFTS = st.one_of(
    CASES,
    st.builds(lambda ident, text: an_alert(ident, text=text), IDENTS, TEXT),
    st.builds(lambda ident, people: a_unit(ident, people=people), IDENTS, st.integers(1, 99)),
)


def rows_of(folder: Path) -> list[tuple[str, tuple[object, ...]]]:
    with closing(sqlite3.connect(folder / NAME)) as db:
        return list(projection.rows(db))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(DRAFTS, min_size=1, max_size=5), max_size=5))
def test_whatever_is_written_the_chain_holds_and_a_rebuild_equals_the_live_tables(batches):
    with TemporaryDirectory() as name:
        store = open_store(Path(name))
        try:
            for batch in batches:
                write(store, *batch)
        finally:
            store.close()
        live = rows_of(Path(name))
        with closing(sqlite3.connect(Path(name) / NAME, isolation_level=None)) as db:
            assert list(ledger.breaks(db)) == []
            before = projection.digest(db)
            assert projection.rebuild(db) == sum(map(len, batches))
            assert projection.digest(db) == before
        assert rows_of(Path(name)) == live


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE ledger SET reason = 'x' WHERE seq = 1",
        "UPDATE ledger SET seq = 9",
        "DELETE FROM ledger",
        "DELETE FROM ledger WHERE seq = 1",
    ],
)
def test_the_file_itself_refuses_to_change_the_ledger(store: Store, tmp_path: Path, sql: str):
    write(store, a_case("C-1"))
    with (
        closing(sqlite3.connect(tmp_path / NAME)) as db,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        db.execute(sql)


def test_an_entry_comes_back_as_it_was_written(store: Store):
    (made,) = store.submit(lambda transaction: transaction.append([a_case("C-1")])).result(10)
    (read,) = store.ask(queries.entries).result(10)
    assert read == made
    assert (made.seq, made.prev, made.actor, made.at) == (1, "", "system", NOW)
    assert made.after["case:C-1"]["title"] == "山体滑坡"


def test_an_entry_names_the_one_before_it(store: Store):
    write(store, a_case("C-1"), a_change("C-1", title="x"))
    second, first = store.ask(queries.entries).result(10)
    assert second.prev == first.hash
    assert first.hash != second.hash


def test_an_entry_changes_only_the_fields_it_names(store: Store):
    write(store, a_case("C-1"))
    write(store, a_change("C-1", state="E9"))
    case = store.ask(queries.case, "C-1").result(10)
    assert (case.state, case.title) == ("E9", "山体滑坡")


@pytest.mark.parametrize(
    ("draft", "says"),
    [
        (a_case("C-1", tittle="x"), "tittle"),
        (a_case("C-1", state="E99"), "E99"),
        (a_change("C-1", title="x"), "missing required field"),
        (a_case("C-1", opened=NOW.replace(tzinfo=None)), "zone"),
    ],
    ids=["a misspelt field", "no such state", "a change to nothing", "a time without a zone"],
)
def test_what_would_make_no_object_is_not_written(store: Store, draft, says):
    with pytest.raises(ValueError, match=says):
        write(store, draft)
    assert store.ask(queries.head).result(10) == (0, "")


def test_a_failing_job_leaves_its_neighbours_alone(store: Store):
    jobs = [
        store.submit(lambda transaction, n=n: transaction.append([a_case(f"C-{n}", grade=n)]))
        for n in (1, 9, 2)
    ]
    assert jobs[0].result(10)[0].seq == 1
    assert isinstance(jobs[1].exception(10), ValueError)
    assert jobs[2].result(10)[0].seq == 2


def test_the_role_and_the_person_stand_in_the_entry(store: Store):
    entry = store.submit(
        lambda transaction: transaction.append([a_case("C-1")], by=SYSTEM, role=Role.DISPATCHER)
    ).result(10)[0]
    assert (entry.actor, entry.role, entry.centre) == ("system", "dispatcher", "500000")
