"""Geofences: what is told at each fix of a terminal's way, fix by fix."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from math import cos, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model import Fence, FenceKind, Fix, Grade, Standing, UnitKind
from app.rules import regard
from app.rules.crossing import DWELL, NEAR_BORDER, WORTH, crossings
from app.rules.fence_book import MOST_CELLS, FenceBook, outline_of

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
SQUARE = ((106.1, 29.1), (106.2, 29.1), (106.2, 29.2), (106.1, 29.2))
HOLE = ((106.14, 29.14), (106.16, 29.14), (106.16, 29.16), (106.14, 29.16))
STAR = tuple(
    (106.15 + cos(k / 99 * pi) * r, 29.15 + sin(k / 99 * pi) * r)
    for k in range(198)
    for r in (0.05 if k % 2 else 0.03,)
)
M_LON = 97_300.0
"""Metres of a degree along the parallel of 29.15° N."""

PLACES = {
    "in": 106.15,
    "out": 106.3,
    "edge": 106.2 + 10 / M_LON,  # 10 m outside: within the error of any fix
    "rim": 106.2 - 10 / M_LON,  # 10 m inside
    "off": 106.2 + 30 / M_LON,  # 30 m outside: surely outside
}


def fence(kind=FenceKind.KEEP_OUT, **more):
    return Fence(**({"id": "F1", "name": "库区", "kind": kind, "rings": (SQUARE,)} | more))


def fix(place, after_s=0, **more):
    at = NOON + timedelta(seconds=after_s)
    lon = PLACES[place]
    return Fix(terminal="T1", fix_time=at, received=at, lon=lon, lat=29.15, place="5", **more)


def told(found):
    marks = {"active": "over", "held": "held", "passing": "passing", "past": "past"}
    return [
        " ".join(
            [
                one.kind.value,
                *(mark for name, mark in marks.items() if getattr(one, name) is (name != "active")),
                *one.doubts,
            ]
        )
        for one in found
    ]


def walk(places, *fences, kind=None):
    """What is told at each step: steps are "place" or "place?" for a fix that is not current."""
    standing, before, said = Standing(), None, []
    for k, step in enumerate(places.split()):
        now = fix(step.rstrip("?!"), k * 60)
        if step.endswith("?"):
            now = replace(now, current=False, doubts=("jump",))
        if step.endswith("!"):
            now = replace(now, backlog=True, doubts=("backlog",))
        found, standing = regard(before, now, kind, standing=standing, book=FenceBook(fences))
        before = now if now.current else before
        said.append(", ".join(told(found)))
    return said


OUT, WATCH, KEEP = FenceKind.KEEP_OUT, FenceKind.WATCH, FenceKind.KEEP_IN


@pytest.mark.parametrize(
    ("kind", "way", "expected"),
    [
        (OUT, "out in in", ["", "entered", ""]),
        (OUT, "out in out", ["", "entered", "entered over, dwelt over"]),
        (OUT, "in in", ["entered held", ""]),
        (OUT, "out rim", ["", f"entered {NEAR_BORDER}"]),
        (OUT, "out rim edge rim edge", ["", f"entered {NEAR_BORDER}", "", "", ""]),
        (OUT, "out rim edge off", ["", f"entered {NEAR_BORDER}", "", "entered over, dwelt over"]),
        (OUT, "out edge edge", ["", "", ""]),
        (OUT, "out in?", ["", ""]),
        (OUT, "out in!", ["", ""]),
        (OUT, "out in! in", ["", "", "entered"]),
        (OUT, "out in out? in", ["", "entered", "", ""]),
        (WATCH, "out in out", ["", "entered", "left passing, entered over, dwelt over"]),
        (WATCH, "in in", ["", ""]),
        (WATCH, "in out", ["", "left passing, entered over, dwelt over"]),
        (WATCH, "in edge", ["", ""]),
        (WATCH, "in off", ["", "left passing, entered over, dwelt over"]),
        (KEEP, "out out", ["", ""]),
        (KEEP, "out in", ["", ""]),
        (KEEP, "in out out", ["", "left, entered over, dwelt over", ""]),
        (KEEP, "in out in", ["", "left, entered over, dwelt over", "left over"]),
        (KEEP, "in edge in", ["", "", ""]),
    ],
)
def test_what_a_fence_tells_on_a_way(kind, way, expected):
    assert walk(way, fence(kind)) == expected


@pytest.mark.parametrize(
    ("accuracy_m", "expected"),
    [(None, ["left"]), (29.0, ["left"]), (31.0, []), (5_000.0, [])],
)
def test_a_terminal_has_left_once_its_whole_error_circle_is_outside(accuracy_m, expected):
    book = FenceBook([fence(KEEP)])
    _, standing = regard(None, fix("in"), standing=Standing(), book=book)
    now = fix("off", 60, accuracy_m=accuracy_m)
    found, _ = regard(fix("in"), now, standing=standing, book=book)
    assert [one for one in told(found) if "over" not in one] == expected


@pytest.mark.parametrize(
    ("kind", "minutes", "expected"),
    [
        (OUT, 9.99, []),
        (OUT, 10.0, ["dwelt"]),
        (WATCH, 29.99, []),
        (WATCH, 30.0, ["dwelt"]),
        (KEEP, 60.0, []),
    ],
)
def test_a_stay_that_lasts_too_long_is_told_once(kind, minutes, expected):
    book = FenceBook([fence(kind)])
    _, stays = crossings(fix("out"), fix("in", 60), None, stays=(), book=book)
    late = fix("in", 60 + minutes * 60)
    found, stays = crossings(fix("in", 60), late, None, stays=stays, book=book)
    assert told(found) == expected
    found, _ = crossings(late, fix("in", 61 + minutes * 60), None, stays=stays, book=book)
    assert "dwelt" not in told(found) or not expected


def test_the_reason_names_the_fence_and_how_long():
    book = FenceBook([fence()])
    found, standing = regard(fix("out"), fix("in", 60), standing=Standing(), book=book)
    assert [(one.text, one.fence, one.grade) for one in found] == [("库区", "F1", Grade.III)]
    found, _ = regard(fix("in", 60), fix("in", 780), standing=standing, book=book)
    assert [one.text for one in found] == ["库区 12 min"]


@pytest.mark.parametrize(
    "after",
    [(), (fence(removed=True),), (fence(watches=(UnitKind.FIRE,)),), (fence(KEEP),)],
    ids=["gone", "removed", "for others", "of another kind"],
)
def test_what_a_fence_told_is_over_when_the_fence_is(after):
    _, standing = regard(fix("out"), fix("in", 60), standing=Standing(), book=FenceBook([fence()]))
    found, standing = regard(
        fix("in", 60), fix("out", 120), standing=standing, book=FenceBook(after)
    )
    assert {"entered over", "dwelt over"} <= set(told(found))
    assert not any(stay.inside for stay in standing.stays)


def test_a_fence_drawn_about_a_terminal_has_not_been_entered_by_it():
    for kind, expected in ((WATCH, []), (OUT, ["entered held"])):
        found, standing = regard(fix("in"), fix("in", 60), book=FenceBook([fence(kind)]))
        assert told(found) == expected
        assert [stay.fence for stay in standing.stays] == ["F1"]


def test_two_fences_tell_each_their_own():
    inner = fence(WATCH, id="F2", name="坝顶")
    assert walk("out in", fence(), inner) == ["", "entered, entered"]


@pytest.mark.parametrize(
    ("watches", "kind", "expected"),
    [
        ((), None, "entered"),
        ((UnitKind.FIRE,), UnitKind.FIRE, "entered"),
        ((UnitKind.FIRE,), UnitKind.GRID, ""),
        ((UnitKind.FIRE,), None, ""),
    ],
)
def test_a_fence_is_for_the_kinds_it_watches(watches, kind, expected):
    assert walk("out in", fence(watches=watches), kind=kind)[1] == expected


def test_a_terminal_far_from_every_fence_keeps_nothing():
    standing = Standing()
    assert regard(None, fix("out"), standing=standing, book=FenceBook([fence()]))[1] is standing


def test_every_kind_of_fence_tells_something_and_only_these_stay_too_long():
    assert {kind for kind, _ in WORTH} == set(FenceKind)
    assert {kind for kind, alert in WORTH if alert.value == "dwelt"} == set(DWELL)


@given(st.floats(106.05, 106.25), st.floats(29.05, 29.25), st.sampled_from(["square", "star"]))
def test_a_book_answers_as_the_fence_itself(lon, lat, shape):
    rings = (SQUARE, HOLE) if shape == "square" else (STAR,)
    one = fence(rings=rings)
    assert outline_of(one).contains(lon, lat) == one.contains(lon, lat)
    assert bool(FenceBook([one]).at(lon, lat)) == one.contains(lon, lat)


@pytest.mark.parametrize("lat", [29.1, 29.14, 29.16, 29.2, 29.12])
@pytest.mark.parametrize("lon", [106.1, 106.14, 106.16, 106.2])
def test_on_a_corner_and_on_an_edge_too(lon, lat):
    one = fence(rings=(SQUARE, HOLE))
    assert outline_of(one).contains(lon, lat) == one.contains(lon, lat)


def test_a_fence_over_half_the_earth_is_asked_everywhere():
    wide = fence(rings=(((-170.0, -80.0), (170.0, -80.0), (170.0, 80.0), (-170.0, 80.0)),))
    book = FenceBook([wide, fence(id="F2")])
    assert [one.fence.id for one in book.at(106.15, 29.15)] == ["F2", "F1"]
    assert MOST_CELLS < 340 / 0.05


@pytest.mark.parametrize(
    ("place", "within_m", "near"),
    [("edge", 9.0, False), ("edge", 11.0, True), ("rim", 9.0, False), ("rim", 11.0, True),
     ("in", 4_800.0, False), ("in", 5_000.0, True), ("out", 9_000.0, False)],
)  # fmt: skip
def test_the_border_is_near_in_metres(place, within_m, near):
    assert outline_of(fence()).near_border(PLACES[place], 29.15, within_m) is near
