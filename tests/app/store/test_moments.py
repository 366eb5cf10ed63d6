"""The desk at a moment is what folding the ledger up to that moment gives, and nothing else."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.model import Fix
from app.store import Store, queries
from app.store.queries import moments as module
from tests.app.store.builders import NOW, a_case, a_change, a_task, a_unit, an_alert, write

HOUR = timedelta(hours=1)


class Desk:
    """A store whose clock is moved by hand."""

    def __init__(self, folder: Path) -> None:
        self.now = NOW
        self.store = Store(folder, clock=lambda: self.now, committed=lambda changes: None)

    def at(self, hours: float, *drafts) -> None:
        self.now = NOW + hours * HOUR
        write(self.store, *drafts)

    def then(self, hours: float, *told):
        return self.store.ask(queries.as_of, NOW + hours * HOUR, *told).result(10)


@pytest.fixture
def desk(tmp_path: Path):
    desk = Desk(tmp_path)
    desk.at(0, a_case("C-1", deadline=NOW + 2 * HOUR), a_case("C-2"), a_unit("U1"))
    desk.at(1, a_case("C-3", chain=["500000", "500102"]), a_task("T-1", "C-3"), an_alert("A-1"))
    desk.at(3, a_change("C-2", state="E9"), a_change("C-1", title="改了"))
    desk.at(5, a_change("C-2", state="E4"), a_change("C-3", state="E9"))
    yield desk
    desk.store.close()


def ids(rows) -> list[str]:
    return sorted(row.id for row in rows)


@pytest.mark.parametrize(
    ("hours", "open_", "counts"),
    [
        (-1, [], {}),
        (0, ["C-1", "C-2"], {"500000": (2, 0), "500101": (2, 0)}),
        (1.5, ["C-1", "C-2", "C-3"], {"500000": (3, 0), "500101": (2, 0), "500102": (1, 0)}),
        (2.5, ["C-1", "C-2", "C-3"], {"500000": (3, 1), "500101": (2, 1), "500102": (1, 0)}),
        (3.5, ["C-1", "C-3"], {"500000": (2, 1), "500101": (1, 1), "500102": (1, 0)}),
        (5, ["C-1", "C-2"], {"500000": (2, 1), "500101": (2, 1)}),
    ],
)
def test_what_was_open_and_what_was_overdue_then(desk, hours, open_, counts):
    then = desk.then(hours)
    assert ids(then.cases) == open_
    assert then.counts == counts


def test_a_case_has_the_words_it_had(desk):
    titles = [desk.then(hours).cases[0].title for hours in (2, 4)]
    assert titles == ["山体滑坡", "改了"]


def test_alarms_tasks_and_units_are_those_of_then(desk):
    before, after = desk.then(0.5), desk.then(1)
    assert (ids(before.alerts), ids(before.tasks), ids(before.units)) == ([], [], ["U1"])
    assert (ids(after.alerts), ids(after.tasks)) == (["A-1"], ["T-1"])


def test_the_present_as_of_now_is_the_present(desk):
    now = desk.then(5)
    assert list(now.cases) == desk.store.ask(queries.open_cases).result(10)
    assert now.counts == desk.store.ask(queries.place_counts).result(10)
    assert list(now.tasks) == desk.store.ask(queries.tasks).result(10)


@pytest.mark.parametrize("far", [0, 1000], ids=["by entry", "by object"])
@pytest.mark.parametrize("at_once", [1, 3, 5])
def test_every_prefix_of_the_ledger_is_what_it_was(tmp_path, monkeypatch, far, at_once):
    """After each entry the present is written down; later, as of that time, it must come again."""
    monkeypatch.setattr(module, "FAR", far)
    monkeypatch.setattr(module, "KEYS_AT_ONCE", at_once)
    desk = Desk(tmp_path)
    known = {}
    for step in range(24):
        ident, state = f"C-{step % 5}", ("E4", "E9", "E5", "E10")[step // 5 % 4]
        draft = a_change(ident, state=state) if step >= 5 else a_case(ident)
        desk.at(step, draft)
        known[step] = desk.store.ask(queries.open_cases).result(10)
    assert {step: list(desk.then(step + 0.5).cases) for step in known} == known
    desk.store.close()


@pytest.mark.parametrize("far", [0, 1000], ids=["by entry", "by object"])
def test_it_stops_when_it_is_told_to_and_tells_how_far_it_is(desk, monkeypatch, far):
    monkeypatch.setattr(module, "FAR", far)
    monkeypatch.setattr(module, "ENTRIES_AT_ONCE", 1)
    monkeypatch.setattr(module, "KEYS_AT_ONCE", 1)
    told = []
    assert desk.then(0, lambda done, many: told.append((done, many))) is None
    assert desk.then(0, lambda done, many: told.append((done, many)) or True) is not None
    assert told[1:] == sorted(told[1:])
    assert told[-1][0] == told[-1][1]


def fix(minutes: float, *, received: float | None = None, current: bool = True, lon: float) -> Fix:
    at = NOW + timedelta(minutes=minutes)
    heard = at if received is None else NOW + timedelta(minutes=received)
    return Fix(
        terminal="t", fix_time=at, received=heard, lon=lon, lat=29.5, source="s", current=current
    )


@pytest.mark.parametrize(
    ("minutes", "lon"), [(-1, None), (0, 106.0), (9, 106.0), (10, 106.1), (14, 106.1), (60, 106.4)]
)
def test_a_unit_is_where_it_was_last_known_to_be(desk, minutes, lon):
    from app.store import positions

    fixes = (
        fix(0, lon=106.0),
        fix(10, lon=106.1),
        fix(12, lon=106.2, received=40, current=False),
        fix(13, lon=106.3, current=False),
        fix(50, lon=106.4),
    )
    desk.store.submit(lambda t: positions.add_fixes(t.db, fixes)).result(10)
    found = desk.then(minutes / 60).fixes
    assert (found["t"].lon if found else None) == lon


def test_a_moment_before_everything_is_empty(desk):
    then = desk.then(-1)
    assert replace(then, at=NOW) == queries.AsOf(at=NOW)
