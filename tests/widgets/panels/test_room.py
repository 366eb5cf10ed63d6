"""Who gets the room: titles before codes, never a cut clock, one line for what has no say."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStyle, QStyleOptionViewItem, QWidget

from app.catalogue import plants
from app.model import CaseState
from tests.widgets import rows as r
from widgets import theme
from widgets.panels.alerts import AlertsPanel
from widgets.panels.case import CasePanel
from widgets.panels.dispatch import DispatchPanel
from widgets.panels.log import LogPanel
from widgets.panels.plants import PlantsPanel
from widgets.panels.queue import QueuePanel
from widgets.panels.units import UnitsPanel
from widgets.panes import BOARD_PX
from widgets.shapes import WORK_PARTS, right_px

TITLE, PLACE, CLOCK = 2, 3, 4


@pytest.fixture(params=[(14, right_px(1920), 11), (13, right_px(1366), 9)], ids=["desk", "laptop"])
def sized(request, qapp):
    base_px, width_px, letters = request.param
    theme.apply(qapp, "night", size_px=base_px)
    yield base_px, width_px, letters
    theme.apply(qapp, "night")


def text_px(view, column):
    """Width that is left for the text of a cell, as the style draws it."""
    index = view.table.index(0, column)
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.rect = view.visualRect(index)
    view.itemDelegate().initStyleOption(option, index)
    box = view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, view)
    margin = view.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, view) + 1
    return box.width() - 2 * margin


@pytest.fixture
def queue(qtbot, small_hierarchy, sized):
    panel = QueuePanel(None, small_hierarchy)
    qtbot.addWidget(panel)
    panel.resize(sized[1], 400)
    panel.tick(r.NOW)
    panel.put([r.case(n) for n in range(1, 60)])
    panel.show()
    return panel


def test_a_title_has_room_for_its_words(queue, sized):
    base_px, _, letters = sized
    assert text_px(queue.view, TITLE) >= letters * base_px


@pytest.mark.parametrize("place", ["永川·朱沱", "两江新区·古路"])
def test_a_place_is_whole(queue, place):
    assert text_px(queue.view, PLACE) >= queue.view.fontMetrics().horizontalAdvance(place)


@pytest.mark.parametrize(("demo", "said"), [(True, "爆管"), (False, "爆管（演示）")])
def test_the_queue_of_a_demonstration_leaves_the_mark_to_the_screen(queue, demo, said):
    queue.demo = demo
    queue.put([r.case(1, title="爆管（演示）")])
    cell = queue.table.index(0, TITLE)
    assert cell.data() == said
    assert "爆管（演示）" in cell.data(Qt.ItemDataRole.ToolTipRole)


def test_what_was_chosen_stays_seen_when_the_table_becomes_lower(queue):
    queue.view.choose(queue.table.rows()[9].id)
    queue.resize(queue.width(), 200)
    row = queue.view.visualRect(queue.view.currentIndex())
    assert queue.view.viewport().rect().contains(row)


def some_plants():
    panel = PlantsPanel()
    panel.put(plants())
    return panel


def some_alerts():
    panel = AlertsPanel()
    panel.put([r.alert(n) for n in range(1, 20)])
    return panel


@pytest.mark.parametrize(
    ("made", "narrow", "wide"),
    [(some_plants, 4, 9), (some_alerts, 6, 9), (LogPanel, 2, 3), (UnitsPanel, 5, 8)],
)
def test_a_narrow_table_leaves_out_what_is_extra(qtbot, made, narrow, wide):
    panel = made()
    qtbot.addWidget(panel)
    panel.show()
    heads = panel.view.horizontalHeader()
    for width_px, shown in ((BOARD_PX, narrow), (900, wide)):
        panel.resize(width_px, 400)
        assert heads.count() - heads.hiddenSectionCount() == shown


def test_the_acts_on_an_alert_have_a_line_of_their_own_where_it_is_narrow(qtbot):
    panel = some_alerts()
    qtbot.addWidget(panel)
    panel.show()
    for width_px, below in ((BOARD_PX, True), (900, False), (BOARD_PX, True)):
        panel.resize(width_px, 400)
        panel.column.activate()
        acts = [*panel.buttons.values(), panel.shelved]
        assert all((act.y() >= panel.search.geometry().bottom()) is below for act in acts)
        assert all(act.geometry().right() <= width_px for act in acts)


@pytest.mark.parametrize("said", ["待派遣 超 36:00:00", "处置中 剩 23:47:30", "待结案 11:00"])
def test_a_clock_is_never_cut(queue, said):
    assert text_px(queue.view, CLOCK) >= queue.view.fontMetrics().horizontalAdvance(said)


@pytest.fixture
def column(qtbot, small_hierarchy):
    """The recommended units below another panel, as in the wide window."""
    splitter = QSplitter(Qt.Orientation.Vertical)
    qtbot.addWidget(splitter)
    splitter.setChildrenCollapsible(False)
    above, dispatch = QWidget(), DispatchPanel(None, small_hierarchy)
    splitter.addWidget(above)
    splitter.addWidget(dispatch)
    splitter.resize(480, 700)
    splitter.show()
    dispatch.tick(r.NOW)
    return splitter, above, dispatch


def test_with_nothing_to_recommend_one_line_is_left(column):
    _, above, dispatch = column  # the splitter holds them, so it is held
    dispatch.put(r.case(1, state=CaseState.HANDLING), r.recommendation())
    assert dispatch.folded
    assert dispatch.height() < 40
    assert above.height() > 640
    assert "处置中" in dispatch.head.text()
    assert not dispatch.view.isVisible()


def test_a_case_that_awaits_dispatch_unfolds_the_units_and_folds_them_again(column):
    _, above, dispatch = column  # the splitter holds them, so it is held
    dispatch.put(r.case(4, state=CaseState.TO_DISPATCH), r.recommendation())
    assert not dispatch.folded
    assert dispatch.height() >= 200
    assert dispatch.view.selectionModel().isRowSelected(0)
    dispatch.put(r.case(4, state=CaseState.HANDLING), None)
    assert dispatch.height() < 40
    assert above.height() > 640


def test_what_is_not_needed_goes_to_all_above_by_their_share_and_comes_back(qtbot, small_hierarchy):
    splitter = QSplitter(Qt.Orientation.Vertical)
    qtbot.addWidget(splitter)
    dispatch = DispatchPanel(None, small_hierarchy)
    for part in (QWidget(), QWidget(), dispatch):
        splitter.addWidget(part)
    splitter.resize(480, 980)
    splitter.setSizes([300, 420, 260])
    splitter.show()
    dispatch.tick(r.NOW)
    dispatch.put(r.case(1, state=CaseState.HANDLING), None)
    queue_px, case_px, _ = splitter.sizes()
    assert queue_px > 380
    assert case_px > 530
    dispatch.put(r.case(4, state=CaseState.TO_DISPATCH), r.recommendation())
    assert splitter.sizes()[0] < 320


@pytest.mark.parametrize(("state", "rows"), [(CaseState.HANDLING, 16), (CaseState.TO_DISPATCH, 12)])
def test_so_many_rows_of_the_queue_are_seen_at_a_desk(qtbot, small_hierarchy, qapp, state, rows):
    theme.apply(qapp, "night")
    splitter = QSplitter(Qt.Orientation.Vertical)
    qtbot.addWidget(splitter)
    splitter.setHandleWidth(1)
    queue, dispatch = QueuePanel(None, small_hierarchy), DispatchPanel(None, small_hierarchy)
    for part in (queue, CasePanel(None, small_hierarchy), dispatch):
        splitter.addWidget(part)
    splitter.resize(right_px(1920), 982)
    splitter.setSizes(list(WORK_PARTS))
    splitter.show()
    queue.put([r.case(n) for n in range(1, 60)])
    dispatch.put(r.case(4, state=state), r.recommendation())
    assert queue.view.viewport().height() // queue.view.rowHeight(0) >= rows


def test_on_a_tab_of_its_own_it_keeps_its_size_and_says_why_it_is_empty(qtbot, small_hierarchy):
    dispatch = DispatchPanel(None, small_hierarchy)
    qtbot.addWidget(dispatch)
    dispatch.resize(440, 300)
    dispatch.show()
    dispatch.put(r.case(1, state=CaseState.HANDLING), None)
    assert not dispatch.folded
    assert dispatch.height() == 300
    assert dispatch.view._empty.isVisible()
