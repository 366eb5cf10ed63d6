"""Events are read when a layer wants them, followed while it does, and left when it does not."""

import pytest

from app.casework.acts import Act
from maps.layers import DEFAULT
from maps.points import Events
from widgets.events_feed import EventsFeed, Reading, read

SEEN, UNSEEN = DEFAULT.showing("events", True), DEFAULT.showing("heat", False)


def report(desk, lon: float) -> str:
    act = Act(
        name="case.report",
        subject="case:",
        fields={"title": "爆管", "grade": "2", "lon": lon, "lat": 29.05, "source": "hotline"},
    )
    return desk.do(act).result(10).subject.partition(":")[2]


@pytest.fixture
def feed(desk, bridge):
    report(desk, 106.05)
    made = EventsFeed(bridge, bridge)
    made._later.setInterval(1)
    yield made
    made.close()


def fed(feed: EventsFeed) -> list[Events]:
    heard: list[Events] = []
    feed.fed.connect(heard.append)
    return heard


def test_nothing_is_read_until_a_layer_needs_it(feed, bridge):
    heard = fed(feed)
    feed.follow(DEFAULT)
    bridge.settle()
    assert heard == []
    feed.follow(SEEN)
    bridge.settle()
    assert [len(events) for events in heard] == [1]


def test_a_new_case_is_added_without_reading_all_again(feed, bridge, desk, qtbot, monkeypatch):
    heard = fed(feed)
    feed.follow(SEEN)
    bridge.settle()
    monkeypatch.setattr("widgets.events_feed.read", None)
    ident = report(desk, 106.15)
    qtbot.waitUntil(lambda: (bridge.settle(), len(heard) == 2)[1])
    assert len(heard[-1]) == 2
    assert ident.encode() in heard[-1].ids.tolist()


def test_what_happened_while_nobody_looked_is_there_when_somebody_looks_again(feed, bridge, desk):
    heard = fed(feed)
    feed.follow(SEEN)
    bridge.settle()
    feed.follow(UNSEEN)
    report(desk, 106.25)
    bridge.settle()
    assert len(heard) == 1
    feed.follow(SEEN)
    bridge.settle()
    assert len(heard[-1]) == 2


def test_a_closed_feed_stops_its_reading(desk):
    reading = Reading()
    reading.wanted = False
    assert desk.ask(read, reading).result(10) is None
