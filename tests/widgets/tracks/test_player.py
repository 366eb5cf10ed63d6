"""Playback: so many times faster than time, within its span, by mouse and by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from widgets.tracks.bar import STEPS, ReplayBar
from widgets.tracks.player import SPEEDS, Player

KEY = Qt.Key
BEGIN, END = 1_795_000_000.0, 1_795_000_000.0 + 3_600


class Steady:
    """Time that passes when it is told to."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def steady():
    return Steady()


@pytest.fixture
def player(qapp, steady):
    made = Player(steady=steady)
    made.begin(BEGIN, END)
    yield made
    made.close()


@pytest.fixture
def bar(qtbot, player):
    made = ReplayBar(player)
    qtbot.addWidget(made)
    made.resize(1000, 32)
    made.show()
    made.setFocus()
    return made


@pytest.mark.parametrize("speed", SPEEDS)
def test_a_second_is_as_many_seconds_as_the_speed_says(player, steady, speed):
    player.set_speed(speed)
    player.toggle()
    steady.now += 1.0
    player.tick()
    assert player.at_s == BEGIN + speed
    steady.now += 0.5
    player.tick()
    assert player.at_s == BEGIN + 1.5 * speed


def test_what_passed_while_it_stood_is_not_made_up_for(player, steady):
    player.toggle()
    player.toggle()
    steady.now += 50
    player.toggle()
    player.tick()
    assert player.at_s == BEGIN


def test_it_stands_at_the_end_and_begins_anew(player, steady):
    player.toggle()
    steady.now += 10_000
    player.tick()
    assert (player.at_s, player.playing) == (END, False)
    player.toggle()
    assert (player.at_s, player.playing) == (BEGIN, True)


@pytest.mark.parametrize(("to", "at"), [(BEGIN - 9, BEGIN), (END + 9, END), (BEGIN + 7, BEGIN + 7)])
def test_a_moment_outside_the_span_is_its_end(player, to, at):
    player.seek(to)
    assert player.at_s == at


def test_closing_tells_that_nothing_is_played(player, qtbot):
    with qtbot.waitSignal(player.moved, check_params_cb=lambda at: at is None):
        player.close()
    assert not player.open


@pytest.mark.parametrize(
    ("key", "at_s"),
    [
        (KEY.Key_Right, BEGIN + 1_800 + 36),
        (KEY.Key_Left, BEGIN + 1_800 - 36),
        (KEY.Key_Home, BEGIN),
        (KEY.Key_End, END),
    ],
)
def test_keys_move_the_moment(bar, player, key, at_s):
    player.seek(BEGIN + 1_800)
    QTest.keyClick(bar, key)
    assert player.at_s == at_s


def test_space_plays_and_stands_arrows_change_the_speed_and_escape_goes_back(bar, player, qtbot):
    QTest.keyClick(bar, KEY.Key_Space)
    assert player.playing
    QTest.keyClick(bar, KEY.Key_Space)
    assert not player.playing
    QTest.keyClick(bar, KEY.Key_Up)
    assert player.speed == 120
    assert bar.speed.currentData() == 120
    for _ in SPEEDS:
        QTest.keyClick(bar, KEY.Key_Down)
    assert player.speed == 1
    with qtbot.waitSignal(bar.closed):
        QTest.keyClick(bar, KEY.Key_Escape)


def test_the_slider_stands_where_the_moment_is_and_moves_it(bar, player):
    player.seek(BEGIN + 900)
    assert bar.slider.value() == STEPS // 4
    bar.slider.sliderMoved.emit(STEPS // 2)
    assert player.at_s == BEGIN + 1_800
    assert bar.time.text().endswith(":36:40")


def test_what_lies_under_something_else_is_given_up_and_what_is_said_twice_first(bar, qtbot):
    assert bar.span.isVisible()
    bar.set_covered(400)
    assert not bar.span.isVisible()
    qtbot.waitUntil(lambda: bar.slider.geometry().left() > 400)
    bar.set_covered(0)
    assert bar.span.isVisible()
