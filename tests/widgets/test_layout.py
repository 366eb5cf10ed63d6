"""Where the panels stand follows from the size of the window alone."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel

from widgets.layout import Layout, Panes
from widgets.rail import SLIDE_PX, Pane
from widgets.shapes import Shape, right_px, shape_of


@pytest.mark.parametrize(
    ("size", "shape"),
    [
        ((1920, 1080), Shape.WIDE),
        ((3840, 2160), Shape.WIDE),
        ((1366, 768), Shape.LAPTOP),
        ((1279, 1080), Shape.LAPTOP),
        ((1920, 899), Shape.LAPTOP),
        ((1099, 768), Shape.NARROW),
    ],
)
def test_the_shape_follows_the_size(size, shape):
    assert shape_of(QSize(*size)) is shape


@pytest.mark.parametrize(
    ("width", "wanted"), [(1100, 400), (1280, 480), (1366, 480), (1920, 520), (3840, 640)]
)
def test_the_dock_of_the_cases_grows_with_the_window_within_limits(width, wanted):
    assert right_px(width) == wanted


def pane(name):
    return Pane(id=name, title=name, mark=name[0], widget=QLabel(name))


@pytest.fixture
def layout(qtbot):
    panes = Panes(
        map=QLabel("map"),
        left=(pane("places"), pane("layers")),
        queue=pane("queue"),
        case=pane("case"),
        dispatch=pane("dispatch"),
        boards=tuple(pane(n) for n in ("units", "timeline", "plants", "log", "alerts")),
    )
    layout = Layout(panes)
    qtbot.addWidget(layout)
    layout.panes = panes
    layout.resize(1920, 980)
    layout.show()
    return layout


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1000, 700)])
def test_every_panel_can_be_brought_to_the_front_at_every_size(layout, size):
    layout.arrange(QSize(*size))
    panes = layout.panes
    for one in (*panes.left, *panes.boards, panes.queue, panes.case, panes.dispatch):
        layout.reveal(one.id)
        assert one.widget.isVisible(), one.id


def test_panels_survive_every_change_of_shape(layout):
    for size in ((1920, 1080), (1366, 768), (1000, 700), (1920, 1080)):
        assert layout.arrange(QSize(*size))
        assert layout.panes.map.isVisibleTo(layout)


def test_the_same_shape_is_not_arranged_twice(layout):
    assert layout.arrange(QSize(1920, 1080))
    assert not layout.arrange(QSize(1900, 1000))


def test_a_count_stays_when_the_shape_changes(layout):
    layout.arrange(QSize(1920, 1080))
    layout.set_count("units", 61)
    layout.arrange(QSize(1366, 768))
    tabs, index = layout._tabs["units"]
    assert tabs.tabText(index) == "units 61"


def test_escape_takes_the_slide_over_away(layout):
    layout.arrange(QSize(1366, 768))
    layout.reveal("places")
    assert layout.fold()
    assert not layout.fold()


def test_a_slide_over_says_how_much_of_the_map_it_covers(layout):
    told = []
    layout.arrange(QSize(1366, 768))
    layout.covering.connect(told.append)
    layout.reveal("places")
    assert told[-1] == SLIDE_PX
    layout.fold()
    assert told[-1] == 0
