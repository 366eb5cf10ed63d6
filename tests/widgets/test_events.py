"""All events in the window: switched on, chosen among, and picked from where many lie together."""

from datetime import UTC, datetime

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from app.clock import frozen
from app.model import Case, CaseState, Grade
from maps import legend_events
from maps.layers.events import FEW, Mode, Summary, mode_at, summary
from maps.layers.events_here import here
from maps.points import Choice, Events
from maps.points.looks import STOPS, colour_of, density_lut
from maps.projection import project_point
from maps.scene import MapData
from maps.style import DAY, NIGHT
from tests.maps.division import MadeDivision
from widgets.events import menu_of
from widgets.map_view import MapView

NOW = datetime(2026, 11, 23, 0, 12, 5, tzinfo=UTC)
LON, LAT = 106.30, 29.25


def at_places(*places: tuple[float, float, int]) -> Events:
    """So many events at each place, the newest last."""
    lon, lat, many = (np.array(column) for column in zip(*places, strict=True))
    n = int(many.sum())
    return Events.of(
        ids=np.array([f"C-{k}" for k in range(n)], "S"),
        lon=np.repeat(lon, many),
        lat=np.repeat(lat, many),
        opened_s=np.arange(n),
        grade=np.arange(n) % 4 + 1,
        state=np.zeros(n),
        item=np.zeros(n),
        items=("a",),
    )


@pytest.fixture
def view(qtbot):
    made = MapView()
    qtbot.addWidget(made)
    made.animated = False
    made.resize(640, 480)
    made.set_clock(frozen(NOW))
    made.set_hierarchy(MadeDivision())
    made.set_layer_visible("events", True)
    yield made
    made.shut()


def show(view: MapView, events: Events, metres_per_px: float, **data) -> bytes:
    view.set_data(MapData(events=events, **data))
    centre = view.viewport.centred(*project_point(LON, LAT))
    view.show_view(centre.scaled_to(metres_per_px))
    image = view.render_sync()
    return bytes(image.constBits())


def point(view: MapView, lon: float, lat: float) -> QPointF:
    x, y = view.viewport.to_screen(*project_point(lon, lat))
    return QPointF(float(x), float(y))


@pytest.mark.parametrize(
    ("count", "metres_per_px", "mode"),
    [
        (1_000_000, 430, Mode.DENSITY),
        (1_000_000, 30, Mode.CLUSTERS),
        (1_000_000, 2, Mode.SYMBOLS),
        (FEW, 430, Mode.CLUSTERS),
        (1, 2, Mode.SYMBOLS),
    ],
)
def test_how_events_are_told_follows_from_scale_and_number(count, metres_per_px, mode):
    assert mode_at(count, metres_per_px) is mode


@pytest.mark.parametrize("metres_per_px", [2.0, 30.0, 100.0])
def test_what_is_chosen_is_what_is_drawn(view, metres_per_px):
    events = at_places((LON, LAT, 3))
    shown = show(view, events, metres_per_px)
    none = show(view, events, metres_per_px, choice=Choice(grades=frozenset()))
    assert shown != none
    assert none == show(view, Events.none(), metres_per_px)
    view.set_layer_visible("events", False)
    assert show(view, events, metres_per_px) != shown


def test_a_density_is_drawn_and_its_legend_tells_it(view):
    rng = np.random.default_rng(1)
    many = at_places(*((LON + d / 90, LAT + d / 90, FEW) for d in rng.normal(0, 1, 4)))
    assert show(view, many, 120.0) != show(view, Events.none(), 120.0)
    view.set_data(MapData(events=many))
    view.render_sync()
    assert view.events is not None
    assert (view.events.count, view.events.mode) == (4 * FEW, Mode.DENSITY)
    assert len(view.furnishing.legend) >= 1


@pytest.mark.parametrize(
    ("told", "hidden", "expected"),
    [
        (
            Summary(9, Mode.DENSITY),
            {"heat"},
            [("事件数 每 200 m 见方", ["1", "4", "16", "64", "≥256"])],
        ),
        (Summary(9, Mode.CLUSTERS), {"heat"}, [("全部事件", ["件数", "含未结，最重一级"])]),
        (Summary(9, Mode.SYMBOLS), {"heat"}, [("全部事件", ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "已结"])]),
        (Summary(9, Mode.SYMBOLS, 32.0), {"events"}, [("热力 件/km²", ["2", "8", "18", "32"])]),
        (Summary(9, Mode.DENSITY, 1.6), set(), [5, 4]),
        (Summary(0, Mode.DENSITY), set(), []),
    ],
)
def test_the_legend_says_what_is_drawn_with_its_numbers(qapp, told, hidden, expected):
    rows = list(legend_events.rows(told, NIGHT, 100.0, dpr=1.0, hidden=frozenset(hidden)))
    said = [(row.head, [item.text for item in row.items]) for row in rows]
    counted = expected and isinstance(expected[0], int)
    assert ([len(texts) for _, texts in said] if counted else said) == expected


@pytest.mark.parametrize("style", [NIGHT, DAY])
def test_the_colours_of_counts_are_even_and_apart_from_the_ground(style):
    lut = density_lut(style)
    assert lut[0] == 0
    greys = [sum(colour_of(style, stop)) for stop in STOPS]
    steps = np.diff(greys)
    assert (np.sign(steps) == np.sign(steps[0])).all()
    assert abs(steps).max() < 2 * abs(steps).min()
    assert abs(greys[0] - sum(style.ground)) > 90


def test_heat_is_drawn_by_itself_and_tells_its_peak(view):
    view.set_layer_visible("events", False)
    view.set_layer_visible("heat", True)
    events = at_places((LON, LAT, 50))
    near = show(view, events, 30.0)
    assert near != show(view, Events.none(), 30.0)
    assert near != show(view, events, 30.0, heat_m=500.0)
    assert view.events is not None
    assert view.events.peak_per_km2 == pytest.approx(50 / (2 * np.pi * 0.25), rel=0.25)


def test_a_symbol_picks_its_case_and_a_count_the_list_newest_first(view, qtbot):
    events = at_places((LON, LAT, 1), (LON + 0.02, LAT, 4))
    show(view, events, 20.0)
    with qtbot.waitSignal(view.case_picked) as case:
        view._tool.clicked(point(view, LON, LAT))
    assert case.args == ["C-0"]
    with qtbot.waitSignal(view.events_picked) as several:
        view._tool.clicked(point(view, LON + 0.02, LAT))
    assert several.args == [("C-4", "C-3", "C-2", "C-1"), True]
    with qtbot.waitSignal(view.place_picked):
        view._tool.clicked(point(view, LON + 0.05, LAT + 0.02))


def test_a_density_picks_all_that_lie_there_and_the_place(view):
    show(view, at_places((LON, LAT, FEW + 1)), 100.0)
    heard: list[object] = []
    view.events_picked.connect(lambda ids, together: heard.append((len(ids), together)))
    view.place_picked.connect(lambda code: heard.append(bool(code)))
    view._tool.clicked(point(view, LON, LAT))
    assert heard == [(FEW + 1, False), True]


@pytest.mark.parametrize("metres_per_px", [3.0, 30.0])
def test_every_event_of_the_view_can_be_picked(view, metres_per_px):
    rng = np.random.default_rng(3)
    span = metres_per_px * 180 / 111_000
    places = [(LON + dx, LAT + dy, 1) for dx, dy in rng.uniform(-span, span, (60, 2))]
    data = MapData(events=at_places(*places))
    view.show_view(view.viewport.centred(*project_point(LON, LAT)).scaled_to(metres_per_px))
    found: set[str] = set()
    for x in range(0, 640, 6):
        for y in range(0, 480, 6):
            found |= set(here(data, view.viewport, x, y).ids)
    assert found == {f"C-{k}" for k in range(60)}


def test_nothing_is_told_while_the_layers_are_off(view):
    view.set_layer_visible("events", False)
    show(view, at_places((LON, LAT, 3)), 30.0)
    assert view.events is None
    assert not view.pick_events(point(view, LON, LAT))
    assert summary(view._ground(), frozenset({"events", "heat"})) is None


def test_a_list_names_each_case_and_says_how_many_more(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    case = Case(
        id="C-1",
        title="爆管 & 积水",
        grade=Grade.II,
        state=CaseState.HANDLING,
        opened=NOW,
        changed=NOW,
    )
    heard: list[str] = []
    menu = menu_of(parent, heard.append, 7, [case])
    row, more = menu.actions()
    row.trigger()
    assert heard == ["C-1"]
    assert "爆管 && 积水" in row.text()
    assert ("6" in more.text(), more.isEnabled()) == (True, False)
