"""A row that has just changed fades for a second, and never where motion is unwanted."""

import pytest
from PySide6.QtWidgets import QApplication

from app.model import CaseState
from tests.widgets import rows as r
from widgets.panels.queue import QueuePanel
from widgets.tables.fade import Fade


@pytest.fixture
def moving(qapp):
    before = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(1000)
    yield
    QApplication.setCursorFlashTime(before)


@pytest.fixture
def queue(qtbot, moving):
    panel = QueuePanel()
    qtbot.addWidget(panel)
    panel.resize(480, 300)
    panel.tick(r.NOW)
    panel.show()
    panel.put([r.case(n) for n in range(1, 6)])
    return panel


def lit(panel):
    return {case.id[-1] for case in panel.table.rows() if panel.view.fade.share(case.id) > 0}


def test_a_change_that_is_seen_fades_and_then_rests(qtbot, moving):
    fade = Fade()
    fade.start(["a"])
    assert fade.share("a") > 0.5
    assert fade.share("b") == 0
    qtbot.waitUntil(lambda: fade.share("a") == 0, timeout=5000)


def test_the_first_rows_are_no_news_but_what_changes_or_comes_is(queue):
    assert lit(queue) == set()
    queue.put_changed({"C-20261123-0002": r.case(2, state=CaseState.TO_CLOSE)})
    queue.put_changed({"C-20261123-0007": r.case(7)})
    assert lit(queue) == {"2", "7"}


def test_a_row_that_says_the_same_as_before_stays_calm(queue):
    queue.put_changed({"C-20261123-0002": r.case(2, text="ergänzt")})
    assert lit(queue) == set()


def test_nothing_fades_where_motion_is_unwanted(queue):
    QApplication.setCursorFlashTime(0)
    queue.put_changed({"C-20261123-0002": r.case(2, state=CaseState.TO_CLOSE)})
    assert lit(queue) == set()


def test_the_order_an_officer_chose_stays_when_rows_change(queue):
    queue.table.sort(1)
    before = [case.id for case in queue.table.rows()]
    queue.put_changed({before[3]: r.case(int(before[3][-1]), state=CaseState.TO_CLOSE)})
    queue.put([r.case(n) for n in range(1, 6)])
    assert [case.id for case in queue.table.rows()] == before == sorted(before)
