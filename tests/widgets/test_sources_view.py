"""Every refusal can be read: from the sources themselves and from the desk."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow

from app.ingest.sources import SourceStatus
from app.store.queries import Refused
from tests.conftest import NOW
from widgets.sources_view import MOST, SourcesView, refusal_rows, source_rows

HEARD = SourceStatus(
    name="jt808", kind="jt808", state="listening", connections=3, heard=1200,
    refused={"checksum mismatch": 4}, last_heard=NOW - timedelta(seconds=20), rate=12.34,
)  # fmt: skip
KEPT = Refused(source="jt808", reason="jump", n=9, first=NOW, last=NOW - timedelta(minutes=3))


def test_a_source_says_its_rate_and_when_it_was_heard(qapp):
    ((name, state, rate, last, heard, refused),) = source_rows([HEARD], NOW)
    assert (name, state, rate, refused) == ("jt808", "监听中", "12.3", "4")
    assert last.startswith("20 秒前")
    assert heard.replace("\u2009", "").replace(" ", "").replace(",", "") == "1200"


def test_a_source_that_was_never_heard_does_not_invent_a_time(qapp):
    ((*_, last, heard, _refused),) = source_rows(
        [SourceStatus(name="a", kind="x", state="idle")], NOW
    )
    assert (last, heard) == ("—", "0")


def test_refusals_of_both_sides_are_listed_the_most_frequent_first(qapp):
    rows = refusal_rows([HEARD], [KEPT], NOW)
    assert [row[:3] for row in rows] == [("jt808", "位置跳变", "9"), ("jt808", "校验不符", "4")]


@pytest.fixture
def view(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    view = SourcesView(window)
    view.window_ = window
    return view


def texts(view):
    return [label.text() for label in view._body.findChildren(QLabel)]


def test_what_does_not_fit_is_counted(view):
    many = [Refused(source="s", reason=f"r{n}", n=n, first=NOW, last=NOW) for n in range(MOST + 3)]
    view.put([], many, NOW)
    view.open()
    assert "另有 3 种" in texts(view)
    assert view.window_.rect().contains(view.geometry())


def test_an_empty_list_says_so_and_any_key_closes_it(view, qtbot):
    view.put([], [], NOW)
    view.open()
    assert {"没有来源", "没有拒收过"} <= set(texts(view))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.isVisible()
