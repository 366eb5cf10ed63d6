"""Tracks as they are drawn: lines where heard, dots where told late, and no line over gaps."""

from datetime import UTC, datetime

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from app.model import Level
from app.tracks import Mark, joined
from maps.history import History, Pointed, Replay, Shown
from maps.history.looks import colour_of
from maps.layers import history, history_marks, replay, tracks
from maps.layers.layer import Ground, Live
from maps.legend_tracks import rows
from maps.projection import project_point
from maps.scene import MapData
from maps.style import STYLES
from maps.symbols import Symbols
from maps.viewport import Viewport

pytestmark = pytest.mark.usefixtures("qapp")

LON, LAT, STEP_DEG = 106.5, 29.5, 0.002
STYLE = STYLES["night"]
X, Y = project_point(LON, LAT)
VIEW = Viewport(X, Y, 40.0, 1200, 200)
BLACK = 0xFF000000


def shown(*, silent=(), late=(), doubted=(), many=100):
    """East across the view, a fix every 30 s; without some of them."""
    at = [k for k in range(many) if k not in silent]
    made = joined("T1", [(30.0 * k, LON + (k - many / 2) * STEP_DEG, LAT, 30.0) for k in at])
    for name, mark in ((late, Mark.LATE), (doubted, Mark.DOUBTED)):
        made.marks[[at.index(k) for k in name]] |= np.uint8(mark)
    return Shown.of(made)


def painted(draw, dpr=1.0):
    image = QImage(
        round(VIEW.width * dpr), round(VIEW.height * dpr), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.fill(BLACK)
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return image


def ground(one, dpr=1.0):
    view = Viewport(X, Y, 40.0 / dpr, round(1200 * dpr), round(200 * dpr))
    return Ground(
        viewport=view,
        level=Level.TOWN,
        division=None,
        data=MapData(history=History((one,))),
        style=STYLE,
        dpr=dpr,
    )


def live(**data):
    return Live(
        viewport=VIEW,
        data=MapData(**data),
        style=STYLE,
        symbols=Symbols(STYLE, 1.0),
        now=None,
    )


def inked(image, first, last, rgb):
    """The share of columns between two fixes, along the line, that show a colour."""
    ends = [VIEW.to_screen(*project_point(LON + (k - 50) * STEP_DEG, LAT)) for k in (first, last)]
    left, right = (round(float(end[0])) for end in ends)
    row = round(float(ends[0][1]))
    near = [
        any(alike(image.pixelColor(x, row + dy), rgb) for dy in (-1, 0, 1))
        for x in range(left + 8, right - 8)
    ]
    return sum(near) / len(near)


def alike(colour, rgb):
    other = QColor(*rgb)
    return max(abs(colour.red() - other.red()), abs(colour.blue() - other.blue())) < 60


def test_a_line_is_whole_where_it_was_heard_dotted_where_late_and_dashed_over_a_gap():
    one = shown(late=range(40, 60), silent=range(70, 90))
    image = painted(lambda painter: history.draw(painter, ground(one)))
    rgb = colour_of(STYLE, 0)
    assert inked(image, 2, 38, rgb) > 0.9
    assert 0.2 < inked(image, 42, 58, rgb) < 0.9
    assert 0.2 < inked(image, 72, 88, rgb) < 0.8
    assert inked(image, 92, 98, rgb) > 0.9


def test_a_doubted_fix_is_a_cross_of_its_own():
    one = shown(doubted=(50,))
    track = one.track
    track.lat[50] = LAT + 0.02
    one = Shown.of(track)
    image = painted(lambda painter: history.draw(painter, ground(one)))
    x, y = VIEW.to_screen(*project_point(LON, LAT + 0.02))
    rgb = colour_of(STYLE, 0)
    spots = [image.pixelColor(round(float(x)) + d, round(float(y)) + d) for d in (-3, 0, 3)]
    assert sum(alike(spot, rgb) for spot in spots) >= 2
    between = image.pixelColor(round(float(x)), round(float(y)) + 20)
    assert not alike(between, rgb)


@pytest.mark.parametrize("dpr", [1.0, 2.0])
def test_on_a_fine_screen_it_lies_at_the_same_place(dpr):
    one = shown()
    image = painted(lambda painter: history.draw(painter, ground(one, dpr)), dpr)
    middle = image.pixelColor(round(600 * dpr) + 20, round(100 * dpr))
    assert alike(middle, colour_of(STYLE, 0))


@pytest.mark.parametrize(
    ("moment_s", "known"), [(600, True), (30 * 75, False)], ids=["heard", "in a gap"]
)
def test_the_moment_played_stands_where_it_was_and_is_hollow_where_nobody_knows(moment_s, known):
    one = shown(silent=range(70, 90))
    moment = Replay(datetime.fromtimestamp(moment_s, UTC))
    image = painted(
        lambda painter: replay.draw(painter, live(history=History((one,)), replay=moment))
    )
    at = moment_s / 30 if known else 69
    x, y = VIEW.to_screen(*project_point(LON + (at - 50) * STEP_DEG, LAT))
    rgb = colour_of(STYLE, 0)
    turns = np.linspace(0, 2 * np.pi, 60, endpoint=False)
    ring = [
        alike(
            image.pixelColor(
                round(float(x) + replay.RING_PX * np.cos(t)),
                round(float(y) + replay.RING_PX * np.sin(t)),
            ),
            rgb,
        )
        for t in turns
    ]
    assert bool(np.mean(ring) > 0.85) is known
    assert np.mean(ring) > 0.25


def test_what_is_pointed_at_says_its_time_and_speed():
    one = shown()
    assert replay.said(one, 20) == "08:10:00 30 km/h"
    drawn = painted(
        lambda painter: replay.draw(painter, live(history=History((one,)), pointed=Pointed(0, 20)))
    )
    without = painted(lambda painter: replay.draw(painter, live(history=History((one,)))))
    assert drawn != without


def test_the_way_that_a_terminal_has_just_come_is_in_ink():
    one = shown(late=range(40, 60))
    image = painted(lambda painter: tracks.draw(painter, live(tracks={"T1": one})))
    assert inked(image, 2, 38, STYLE.ink) > 0.9
    assert inked(image, 42, 58, STYLE.ink) < 0.9


def test_the_arrowheads_of_tracks_differ_from_each_other():
    def head(slot):
        ink = QColor(*STYLE.ink)  # the same for all: what differs is the shape
        return painted(
            lambda painter: history_marks.draw_mark(painter, QPointF(50, 50), 0.3, slot, STYLE, ink)
        )

    heads = [head(slot) for slot in range(4)]
    assert all(one != other for k, one in enumerate(heads) for other in heads[k + 1 :])


def test_the_legend_tells_whose_they_are_and_only_the_signs_that_are_there(qapp):
    plain = rows(History((shown(),)), STYLE, hidden=frozenset())
    assert [[item.text for item in row.items] for row in plain] == [["T1"]]
    all_of = shown(silent=range(70, 90), late=range(40, 60), doubted=(30,))
    told = rows(History((all_of,)), STYLE, hidden=frozenset())
    assert [item.text for item in told[-1].items] == ["断开", "补报", "存疑"]
    assert rows(History((all_of,)), STYLE, hidden=frozenset({"history"})) == []
