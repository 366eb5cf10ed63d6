"""What of all events lies in a selection: counted aside, told when it lasts, given up by Esc."""

from concurrent.futures import Future

import numpy as np
import pytest
import shapely

from maps.layers import DEFAULT
from maps.points import Choice, Events
from maps.scene import MapData
from tests.widgets.rows import case
from widgets.bridge import Bridge
from widgets.counting import MOST, Counted, Counting, Row, count
from widgets.models.found import What, counted
from widgets.models.found_words import events_said

SQUARE = ((106.0, 29.0), (106.2, 29.0), (106.2, 29.2), (106.0, 29.2))
OTHER = ((106.0, 29.0), (106.1, 29.0), (106.1, 29.2), (106.0, 29.2))
AREA = shapely.Polygon(SQUARE)
SHOWN = DEFAULT.showing("events", visible=True).hidden


def events(many=300) -> Events:
    rng = np.random.default_rng(5)
    return Events.of(
        ids=np.array([f"E-{k}" for k in range(many)], "S"),
        lon=106.1 + rng.normal(0, 0.06, many),
        lat=29.1 + rng.normal(0, 0.06, many),
        opened_s=np.arange(many),
        grade=np.arange(many) % 4 + 1,
        state=np.zeros(many),
        item=np.zeros(many),
        items=("a",),
    )


class Asked:
    """A bridge that answers when it is told to."""

    def __init__(self) -> None:
        self.asked: list[tuple] = []

    def ask(self, question, *args, then) -> None:
        self.asked.append((question, args, then))

    def answer(self, reader=None) -> None:
        question, args, then = self.asked.pop(0)
        then(question(reader, *args))


@pytest.fixture
def bridge() -> Asked:
    return Asked()


@pytest.fixture
def counting(qapp, bridge):
    made = Counting(bridge, None)
    yield made
    made.stop()


@pytest.fixture(autouse=True)
def no_cases(monkeypatch):
    monkeypatch.setattr("app.store.queries.cases_by_id", lambda reader, ids: [])


def test_all_are_counted_and_the_nearest_listed(counting, bridge):
    data = MapData(events=events())
    counting.follow((SQUARE,), AREA, data, SHOWN)
    assert (counting.counted, counting.busy) == (None, True)
    bridge.answer()
    found = counting.counted
    lon, lat = unplaced(data.events)
    assert found.count == shapely.intersects_xy(AREA, lon, lat).sum()
    rows = counted(found, data)
    assert {row.what for row in rows} == {What.EVENT}
    assert len(rows) == min(found.count, MOST)
    away = [row.distance_m for row in rows]
    assert away == sorted(away)
    assert f"全部事件 {found.count}（▲" in events_said(counting)
    assert f"列出距中心最近 {MOST} 件" in events_said(counting)


def unplaced(found: Events):
    from maps.points.frame import SOUTH_M, WEST_M
    from maps.projection import unproject

    return unproject(found.x.astype(float) + WEST_M, found.y.astype(float) + SOUTH_M)


def test_open_cases_are_not_listed_twice():
    rows = tuple(Row(id=i, look=1, distance_m=1.0, case=None) for i in (case(1).id, "E-2"))
    found = Counted(looks=np.array([0, 2, 0, 0, 0, 0, 0, 0]), rows=rows)
    assert [row.id for row in counted(found, MapData(cases=(case(1),)))] == ["E-2"]


@pytest.mark.parametrize("hidden", [DEFAULT.hidden])
def test_nothing_is_asked_while_no_layer_shows_them(counting, bridge, hidden):
    counting.follow((SQUARE,), AREA, MapData(events=events()), hidden)
    counting.follow((), None, MapData(events=events()), SHOWN)
    assert not bridge.asked
    assert events_said(counting) == ""


def test_the_same_is_counted_once_and_what_is_new_anew(counting, bridge):
    data = MapData(events=events())
    for _ in range(3):
        counting.follow((SQUARE,), AREA, data, SHOWN)
    assert len(bridge.asked) == 1
    bridge.answer()
    before = counting.counted
    counting.follow((SQUARE,), AREA, MapData(events=data.events, choice=Choice(since_s=100)), SHOWN)
    assert counting.counted is before  # stands until the new count is there
    bridge.answer()
    assert counting.counted.count < before.count
    counting.follow((OTHER,), shapely.Polygon(OTHER), data, SHOWN)
    assert counting.counted is None


def test_what_lasts_says_how_far_it_is_and_can_be_given_up(counting, bridge):
    assert not counting.give_up()
    counting.follow((SQUARE,), AREA, MapData(events=events()), SHOWN)
    assert not counting.give_up()  # nobody has seen yet that it lasts
    _, (_, _, reading), _ = bridge.asked[0]
    reading.told(45, 100)
    counting._tell()
    assert "清点中 45%" in events_said(counting)
    assert counting.give_up()
    assert not reading.wanted
    bridge.answer()
    assert counting.counted is None
    assert events_said(counting) == "全部事件 未清点"
    counting.follow((SQUARE,), AREA, MapData(), SHOWN)
    assert counting.busy


def test_the_answer_of_a_real_bridge_comes_to_it(qapp, qtbot):
    class Desk:
        def subscribe(self, _):
            pass

        def ask(self, question, *args):
            done = Future()
            done.set_result(question(None, *args))
            return done

    bridge = Bridge(Desk())
    counting = Counting(bridge, None)
    with qtbot.waitSignal(counting.told):
        counting.follow((SQUARE,), AREA, MapData(events=events()), SHOWN)
    assert counting.counted.count > 0
    assert isinstance(count(None, *counting_args()), Counted)
    bridge.close()


def counting_args():
    from maps.points import choose
    from widgets.events_feed import Reading

    return choose(events(), Choice()), AREA, Reading()
