"""Points as arrays against the slow way: one event at a time, in plain Python."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model import CaseState, Grade
from maps.points import Choice, Events, choose, clusters, density, heat
from maps.points.choice import OPEN, STANDING
from maps.points.chosen import look_of
from maps.points.clusters import cell_size
from maps.points.events import STATES
from maps.points.frame import SOUTH_M, WEST_M
from maps.projection import project_point
from maps.viewport import Viewport

LON, LAT = 106.5, 29.5
X, Y = project_point(LON, LAT)
ITEMS = ("a/1", "a/2", "b/1")
DAY_S = 86_400
NOW_S = 1_795_000_000


def some(n: int, seed: int = 1, *, prefix: str = "C", spread: float = 0.6) -> Events:
    rng = np.random.default_rng(seed)
    return Events.of(
        ids=np.array([f"{prefix}-{k:05}" for k in range(n)] or [""], "S")[:n],
        lon=LON + rng.normal(0, spread, n),
        lat=LAT + rng.normal(0, spread, n),
        opened_s=NOW_S - rng.integers(0, 60 * DAY_S, n),
        grade=rng.integers(1, 5, n),
        state=rng.integers(0, len(STATES), n),
        item=rng.integers(0, len(ITEMS), n),
        items=ITEMS,
    )


def placed(events: Events) -> tuple[np.ndarray, np.ndarray]:
    return events.x.astype(float) + WEST_M, events.y.astype(float) + SOUTH_M


ALL = Choice(states=frozenset(STATES))
VIEWS = [
    Viewport(X, Y, 430.0, 640, 480),
    Viewport(X + 11_000, Y - 9_000, 55.0, 640, 480),
    Viewport(X, Y, 7.0, 640, 480),
    Viewport(X, Y, 300.0, 640, 480).turned(0.7),
    Viewport(X - 30_000, Y, 40.0, 641, 479).turned(-2.2),
    Viewport(X + 900_000, Y, 430.0, 640, 480),
]


@pytest.fixture(scope="module")
def events() -> Events:
    return some(20_000)


def test_what_lies_in_an_extent_is_found_by_buckets_as_by_looking_at_every_point(events):
    chosen = choose(events, ALL)
    x, y = placed(events)
    rng = np.random.default_rng(2)
    for _ in range(60):
        west, south = X + rng.normal(0, 60_000), Y + rng.normal(0, 60_000)
        east, north = west + 10 ** rng.uniform(2, 5.5), south + 10 ** rng.uniform(2, 5.5)
        wanted = (x >= west) & (x < east) & (y >= south) & (y < north)
        found = chosen.inside((west, south, east, north))[2]
        assert sorted(found.tolist()) == np.flatnonzero(wanted).tolist()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("cell_px", [1, 2, 5])
def test_the_cells_of_the_density_hold_each_event_of_the_view_once(events, view, cell_px):
    found = density(choose(events, ALL), view.snapped(), cell_px=cell_px)
    px, py = view.snapped().to_screen(*placed(events))
    rows, columns = found.counts.shape
    column = np.floor((px + found.across) / cell_px).astype(int)
    row = np.floor((py + found.down) / cell_px).astype(int)
    inside = (column >= 0) & (column < columns) & (row >= 0) & (row < rows)
    slow = np.zeros((rows, columns), int)
    np.add.at(slow, (row[inside], column[inside]), 1)
    assert found.counts.sum() == inside.sum()
    assert np.abs(found.counts - slow).sum() <= 4  # a point on the line between two cells


def test_the_density_stands_still_on_the_ground_while_the_view_moves_by_pixels(events):
    view = VIEWS[0].snapped()
    lut = np.arange(300, dtype=np.uint32)
    before = density(choose(events, ALL), view).pixels(lut, view.width, view.height)
    for dx, dy in ((1, 0), (0, 1), (7, -3), (-2, 5)):
        moved = view.pan(dx, dy).snapped()
        after = density(choose(events, ALL), moved).pixels(lut, view.width, view.height)
        assert (after[10 + dy : 470 + dy, 10 + dx : 630 + dx] == before[10:470, 10:630]).all()


FILTERS = [
    {},
    {"since_s": NOW_S - 7 * DAY_S},
    {"until_s": NOW_S - 7 * DAY_S},
    {"since_s": NOW_S - 30 * DAY_S, "until_s": NOW_S - 29 * DAY_S},
    {"grades": frozenset({Grade.I, Grade.III})},
    {"grades": frozenset()},
    {"items": frozenset({"a/2", "unknown"})},
    {"states": frozenset({CaseState.CLOSED})},
    {"since_s": NOW_S - 9 * DAY_S, "items": frozenset({"b/1"}), "grades": frozenset({Grade.II})},
]


@pytest.mark.parametrize("wanted", FILTERS)
def test_a_choice_lets_through_exactly_what_it_says(events, wanted):
    choice = Choice(**wanted)
    slow = []
    for k in range(len(events)):
        opened, state = int(events.opened_s[k]), STATES[events.state[k]]
        fits = (choice.since_s is None or opened >= choice.since_s) and (
            choice.until_s is None or opened < choice.until_s
        )
        fits = fits and (choice.grades is None or Grade(int(events.grade[k])) in choice.grades)
        fits = fits and (choice.items is None or ITEMS[events.item[k]] in choice.items)
        if fits and state in choice.states:
            slow.append(k)
    chosen = choose(events, choice)
    rows = range(len(events)) if chosen.rows is None else chosen.rows.tolist()
    assert list(rows) == slow
    everything = chosen.inside((X - 4e6, Y - 4e6, X + 4e6, Y + 4e6))
    assert len(everything[2]) == len(slow)


def test_void_and_merged_cases_are_not_counted_by_themselves():
    assert {CaseState.VOID, CaseState.MERGED} == frozenset(CaseState) - STANDING


def test_the_same_question_is_answered_with_the_same_object(events):
    assert choose(events, Choice(since_s=5)) is choose(events, Choice(since_s=5))
    assert choose(events, Choice(since_s=5)) is not choose(events, Choice(since_s=6))


@pytest.mark.parametrize("view", VIEWS)
def test_clusters_count_every_event_of_their_cells_once(events, view):
    found = clusters(choose(events, ALL), view.extent, cell_size(view.metres_per_px, 64))
    x, y = placed(events)
    for k in range(0, len(found), max(len(found) // 40, 1)):
        west, south, east, north = found.extent_of(k)
        mine = (x >= west) & (x < east) & (y >= south) & (y < north)
        assert found.total[k] == mine.sum() > 0
        assert found.x[k] == pytest.approx(x[mine].mean())
        assert found.y[k] == pytest.approx(y[mine].mean())
        looks = (events.grade[mine] - 1) * 2 + OPEN[events.state[mine]]
        assert found.counts[k].tolist() == np.bincount(looks, minlength=8).tolist()
    west, south, east, north = view.extent
    seen = (x >= west) & (x < east) & (y >= south) & (y < north)
    assert found.total.sum() >= seen.sum()


def test_clusters_do_not_change_while_panning_and_keep_their_cells_between_two_powers(events):
    view = VIEWS[1]
    size = cell_size(view.metres_per_px, 64)
    assert size == cell_size(63.9, 64) == cell_size(32.0, 64)
    chosen = choose(events, ALL)
    one, other = (clusters(chosen, v.extent, size) for v in (view, view.pan(31, -17)))
    told = [
        {
            tuple(cell): (x, total)
            for cell, x, total in zip(c.cell.tolist(), c.x, c.total, strict=True)
        }
        for c in (one, other)
    ]
    shared = told[0].keys() & told[1].keys()
    assert len(shared) > 20
    assert all(told[0][cell] == told[1][cell] for cell in shared)


def test_the_gravest_open_event_stands_for_its_cell():
    # closed grade I, open grade III and open grade IV at one spot
    state = [STATES.index(s) for s in (CaseState.CLOSED, CaseState.HANDLING, CaseState.RECEIVED)]
    at = Events.of(
        ids=np.array(["a", "b", "c"], "S"),
        lon=np.full(3, LON),
        lat=np.full(3, LAT),
        opened_s=np.arange(3),
        grade=np.array([1, 3, 4]),
        state=np.array(state),
        item=np.zeros(3, int),
        items=("a/1",),
    )
    found = clusters(choose(at, ALL), (X - 9, Y - 9, X + 9, Y + 9), 64.0)
    assert [look_of(look) for look in found.foremost.tolist()] == [(Grade.III, True)]


def test_changed_cases_take_the_place_of_the_old_and_new_ones_are_added(events):
    fresh = some(300, 9, spread=0.3)  # C-00000 to C-00299 again, elsewhere
    more = events.put(fresh).put(some(10, 3, prefix="D-new-and-much-longer-id"))
    assert len(more) == len(events) + 10
    rows = {name: k for k, name in enumerate(more.names(np.arange(len(more))))}
    for k, name in enumerate(fresh.names(np.arange(300))):
        assert more.x[rows[name]] == fresh.x[k]
    slow = placed(more)[0]
    found = choose(more, ALL).inside((X, Y - 9e5, X + 9e5, Y + 9e5))
    assert len(found[2]) == (slow >= X).sum()
    assert (np.diff(more.start) >= 0).all()
    assert more.start[-1] == len(more)


def test_what_has_no_place_is_told_and_leaves_the_map():
    def at(lon: float, name: str) -> Events:
        one = np.ones(1)
        return Events.of(
            ids=np.array([name], "S"),
            lon=one * lon,
            lat=one * LAT,
            opened_s=one,
            grade=one,
            state=one,
            item=one * 0,
            items=("x",),
        )

    events = at(LON, "a").put(at(math.nan, "b"))
    assert (len(events), events.unplaced.tolist()) == (1, [b"b"])
    lost = events.put(at(math.nan, "a")).put(at(math.nan, "a"))
    assert (len(lost), sorted(lost.unplaced.tolist())) == (0, [b"a", b"b"])
    found = lost.put(at(LON, "b"))
    assert (len(found), found.unplaced.tolist()) == (1, [b"a"])


def test_new_items_keep_their_names():
    one = some(50)
    other = replace(some(5, 2, prefix="N"), items=("b/1", "z/9", "a/1"))
    both = one.put(other)
    names = dict(zip(both.names(np.arange(55)), both.item.tolist(), strict=True))
    for events in (one, other):
        for k, name in enumerate(events.names(np.arange(len(events)))):
            assert both.items[names[name]] == events.items[events.item[k]]


def test_the_nearest_come_first(events):
    chosen = choose(events, ALL)
    x, y = placed(events)
    found = chosen.names(chosen.near(X, Y, 3000.0))
    distance = np.hypot(x - X, y - Y)
    order = [k for k in np.argsort(distance, kind="stable").tolist() if distance[k] <= 3000]
    assert found == events.names(np.array(order))


def test_nothing_is_drawn_of_nothing():
    chosen = choose(Events.none(), Choice())
    assert density(chosen, VIEWS[0]).counts.sum() == 0
    assert len(clusters(chosen, VIEWS[0].extent, 1024.0)) == 0
    assert not heat(chosen, VIEWS[0], radius_m=2000).per_km2.any()
    assert Events.none().opened_between() == (0, 0)


@pytest.mark.parametrize("radius_m", [100.0, 2000.0, 20_000.0])
def test_heat_keeps_every_event_and_spreads_it_as_far_as_it_is_told(radius_m):
    one = some(1, spread=0.0)
    view = Viewport(X, Y, radius_m / 25, 800, 800).snapped()
    found = heat(choose(one, ALL), view, radius_m=radius_m)
    cell_km2 = (found.cell_px * view.metres_per_px / 1000) ** 2
    assert found.per_km2.sum() * cell_km2 == pytest.approx(1.0, rel=1e-3)
    weight = found.per_km2.sum(0) / found.per_km2.sum()
    place = np.arange(len(weight)) * found.cell_px * view.metres_per_px
    spread = math.sqrt((weight * place**2).sum() - (weight * place).sum() ** 2)
    assert spread == pytest.approx(radius_m, rel=0.05)


def test_heat_looks_the_same_in_a_part_of_the_view(events):
    chosen, view = choose(events, ALL), VIEWS[0].snapped()
    whole = heat(chosen, view, radius_m=4000)
    part = heat(chosen, view.grown(-160, -120), radius_m=4000)
    column, row = 160 // whole.cell_px, 120 // whole.cell_px
    inner = whole.per_km2[row : row + 40, column : column + 60]
    assert np.allclose(inner, part.per_km2[:40, :60], atol=1e-5)


positions = st.tuples(
    st.floats(-180, 180, allow_nan=False), st.floats(-90, 90, allow_nan=False)
) | st.tuples(st.floats(105, 111), st.floats(28, 33))


@settings(max_examples=60, deadline=None)
@given(st.lists(positions, max_size=40), st.floats(0.05, 2000), st.floats(-3.1, 3.1))
def test_any_points_are_counted_once_or_said_to_have_no_place(points, metres_per_px, turn_rad):
    n = len(points)
    events = Events.of(
        ids=np.array([f"{k}" for k in range(n)] or ["-"], "S")[:n],
        lon=np.array([p[0] for p in points]),
        lat=np.array([p[1] for p in points]),
        opened_s=np.zeros(n),
        grade=np.ones(n),
        state=np.zeros(n),
        item=np.zeros(n),
        items=("",),
    )
    assert len(events) + len(events.unplaced) == n
    chosen = choose(events, ALL)
    whole = chosen.inside((-math.inf, -math.inf, math.inf, math.inf))
    assert sorted(whole[2].tolist()) == list(range(len(events)))
    view = Viewport(X, Y, metres_per_px, 320, 200).turned(turn_rad).snapped()
    found = density(chosen, view)
    px, py = view.to_screen(*placed(events))
    margin = 0.05  # a point just at the edge may be in or out
    surely = (px > margin) & (px < 320 - margin) & (py > margin) & (py < 200 - margin)
    perhaps = (px > -3) & (px < 323) & (py > -3) & (py < 203)
    assert surely.sum() <= found.counts.sum() <= perhaps.sum()
