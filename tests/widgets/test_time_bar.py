"""The bar of time says what is wanted among all events, and plays it day by day."""

from datetime import timedelta

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.catalogue import items
from app.clock import frozen
from app.model import Grade
from maps.layers import DEFAULT
from maps.layers.events import Mode, Summary
from maps.points import Choice, Events, choose
from tests.conftest import NOW
from widgets.charts.days import DAY_S, day_of, second_of
from widgets.time_bar import TimeBar

ITEMS = (items()[0].key, items()[-1].key, "old:1")
TODAY_S = second_of(day_of(NOW.timestamp()))


def some(days: int = 90) -> Events:
    """One event at each noon, today's among them."""
    n = np.arange(days)
    return Events.of(
        ids=np.array([f"C-{k}" for k in n], "S"),
        lon=106.5 + n / 1000,
        lat=29.5 + n / 1000,
        opened_s=TODAY_S + DAY_S // 2 - n * DAY_S,
        grade=n % 4 + 1,
        state=n * 0,
        item=n % 3,
        items=ITEMS,
    )


@pytest.fixture
def bar(qtbot):
    made = TimeBar(frozen(NOW))
    qtbot.addWidget(made)
    made.put(some())
    made.follow(DEFAULT.showing("events", True))
    made.show()
    yield made
    made.play.stop()


def wanted(bar: TimeBar) -> list[Choice]:
    heard: list[Choice] = []
    bar.chosen.connect(heard.append)
    return heard


@pytest.mark.parametrize(("days", "count"), [(1, 1), (7, 7), (30, 30), (0, 90)])
def test_a_preset_lets_through_the_last_days(bar, days, count):
    heard = wanted(bar)
    bar.presets[7 if days != 7 else 1].click()
    bar.presets[days].click()
    assert len(choose(some(), heard[-1])) == count
    assert [d for d, button in bar.presets.items() if button.isChecked()] == [days]


def test_what_opens_later_today_is_still_among_the_last_days(bar):
    bar.preset(7)
    assert bar.choice.until_s is None
    assert bar.choice.since_s == TODAY_S - 6 * DAY_S


def test_the_last_days_go_on_at_midnight(bar):
    bar.preset(7)
    heard = wanted(bar)
    bar._clock = frozen(NOW + timedelta(days=1))
    bar.put(some())
    assert heard == [bar.choice]
    assert bar.choice.since_s == TODAY_S - 5 * DAY_S
    assert bar.presets[7].isChecked()


def test_grades_and_classes_are_switched_off_one_by_one(bar):
    heard = wanted(bar)
    bar.grades[Grade.I].click()
    assert heard[-1].grades == {Grade.II, Grade.III, Grade.IV}
    bar.grades[Grade.I].click()
    assert heard[-1].grades is None
    first = bar.classes.menu().actions()[0]
    first.trigger()
    assert heard[-1].items < frozenset(ITEMS)
    first.trigger()
    assert heard[-1] == Choice()


def test_a_class_that_was_switched_off_stays_so_when_new_items_come(bar):
    actions = {action.text(): action for action in bar.classes.menu().actions()}
    actions["其他"].trigger()
    bar.put(some().put(some(3)))
    assert "old:1" not in bar.classes.items
    assert {action.text() for action in bar.classes.menu().actions()} == set(actions)


def test_it_plays_day_by_day_to_the_last_and_stops(bar):
    heard = wanted(bar)
    bar.preset(30)
    bar.days.want_span(bar.days.last - 33, bar.days.last - 30)
    bar.play.click()
    for _ in range(29):
        bar.play.step()
    assert bar.play.isChecked()
    assert len({choice.since_s for choice in heard}) == 30
    bar.play.step()
    bar.play.step()
    assert not bar.play.isChecked()
    assert bar.days.until == bar.days.last


def test_playing_from_the_end_begins_at_the_first_day(bar):
    bar.preset(0)
    bar.play.click()
    assert (bar.days.since, bar.days.until) == (bar.days.first, bar.days.first + 7)
    bar.play.click()
    assert not bar.play._timer.isActive()


def test_escape_or_hiding_the_layers_stops_the_play(bar):
    bar.play.click()
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert not bar.play.isChecked()
    bar.play.click()
    bar.follow(DEFAULT)
    assert not bar.play.isChecked()
    assert bar.isHidden()


def test_the_radius_is_asked_for_while_the_heat_is_shown(bar):
    assert bar.radius.isHidden()
    bar.follow(DEFAULT.showing("heat", True))
    assert not bar.radius.isHidden()
    heard: list[float] = []
    bar.radius_chosen.connect(heard.append)
    bar.radius.setCurrentIndex(0)
    bar.radius.activated.emit(0)
    assert heard == [500.0]


def test_it_says_how_many_are_read_and_chosen(bar):
    bar.show_progress(20_000, 1_000_000)
    assert "20" in bar.count.text()
    bar.show_summary(Summary(12, Mode.CLUSTERS))
    assert bar.count.text() == "12 / 90 件"
    bar.show_summary(None)
    assert bar.count.text() == "12 / 90 件"


def test_what_has_no_room_gives_way_in_order_and_comes_back(bar):
    spare, gone = (bar.span, bar.count, bar.classes), []
    for width in (2000, *range(1200, 300, -20), 2000):
        bar.resize(width, 44)
        hidden = [part.isHidden() for part in spare]
        assert hidden == sorted(hidden, reverse=True)
        assert all(hidden) or bar.layout().minimumSize().width() <= width
        gone.append(sum(hidden))
    assert (gone[0], gone[-2], gone[-1]) == (0, 3, 0)
    assert set(gone) == {0, 1, 2, 3}
    assert bar.width() == 2000


def test_a_clock_that_is_behind_the_events_counts_them_all(qtbot):
    early = TimeBar(frozen(NOW - timedelta(days=200)))
    qtbot.addWidget(early)
    early.put(some())
    assert early.choice == Choice()
    early.put(Events.none())
    assert early.days.last - early.days.first >= 7
