"""The dialog of the sources: what is chosen is told whole, and acts reach the desk."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.ingest.sources import SourceStatus
from app.settings import SOURCES
from app.sources.kept import KeptSources, read_all
from app.sources.source import DEFAULT, row_of
from app.store import queries
from tests.conftest import NOW
from widgets.sources.dialog import SourcesDialog
from widgets.sources.form import SourceForm

HEARD = SourceStatus(
    id="tcp",
    name="tcp",
    kind="tcp",
    where="127.0.0.1:6808",
    state="waiting",
    connections=12,
    refused={"too fast": 3},
    error="address in use: [Errno 98] x",
)
PASSING = SourceStatus(id="replay", name="a.log", kind="log", where="/a.log", state="running")


@pytest.fixture
def dialog(bridge, qtbot):
    dialog = SourcesDialog(bridge, lambda: (HEARD,))
    qtbot.addWidget(dialog)
    return dialog


def opened(dialog, bridge) -> SourcesDialog:
    dialog.open_sources()
    bridge.settle()
    return dialog


def kept(bridge):
    return bridge.desk.ask(queries.settings).result()[SOURCES]


def test_the_first_source_is_chosen_and_told_whole(dialog, bridge):
    opened(dialog, bridge)
    assert dialog.view.chosen_key() == "tcp"
    assert dialog.detail.about.text() == "TCP 监听 · 127.0.0.1:6808 · 只有本机能连"
    assert dialog.detail.trouble.text() == "端口已被别的程序占用 ([Errno 98] x)"
    assert [row.reason for row in dialog.detail.table.rows()] == ["too fast"]


def test_refusals_that_the_desk_has_kept_stand_beside_those_of_this_run(dialog, bridge):
    bridge.desk.refuse("tcp", "jump").result()
    bridge.desk.refuse("another", "jump").result()
    opened(dialog, bridge)
    assert {(row.reason, row.now, row.ever) for row in dialog.detail.table.rows()} == {
        ("too fast", 3, 0),
        ("jump", 0, 1),
    }


def test_what_is_refused_meanwhile_is_there_a_second_later(dialog, bridge):
    opened(dialog, bridge)
    bridge.desk.refuse("tcp", "jump").result()
    bridge.settle()
    bridge.second.emit(NOW)
    bridge.settle()
    assert ("jump", 1) in {(row.reason, row.ever) for row in dialog.detail.table.rows()}


def test_a_source_is_switched_off_and_on(dialog, bridge, qtbot):
    opened(dialog, bridge)
    for enabled, text in ((False, "启用 空格"), (True, "停用 空格")):
        qtbot.keyClick(dialog.view, Qt.Key.Key_Space)
        bridge.settle()
        assert read_all(kept(bridge)).sources == (replace(DEFAULT, enabled=enabled),)
        assert dialog.buttons.by_name["switch"].text() == text


def test_removing_asks_once_more_and_says_what_stops(dialog, bridge, qtbot):
    opened(dialog, bridge)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Delete)
    assert "断开 12 个连接" in dialog.hint.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "再按" not in dialog.hint.text()
    qtbot.keyClick(dialog.view, Qt.Key.Key_Delete)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Delete)
    bridge.settle()
    assert read_all(kept(bridge)).sources == ()


def test_escape_closes_it(dialog, bridge, qtbot):
    opened(dialog, bridge)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_N, Qt.Key.Key_Return])
def test_the_form_opens_for_a_new_one_and_for_the_chosen(dialog, bridge, qtbot, key):
    opened(dialog, bridge)
    qtbot.keyClick(dialog.view, key)
    form = QApplication.activeModalWidget()
    assert isinstance(form, SourceForm)
    assert form.kind.isEnabled() is (key == Qt.Key.Key_N)
    form.reject()


def test_what_only_the_command_line_named_cannot_be_changed(dialog, bridge):
    dialog.statuses = lambda: (PASSING,)
    bridge.desk.keep(SOURCES, KeptSources(rows=())).result()
    opened(dialog, bridge)
    assert dialog.view.chosen_key() == "replay"
    assert not dialog.buttons.by_name["edit"].isEnabled()
    assert "命令行" in dialog.hint.text()


def test_rows_that_cannot_be_read_are_shown_and_cleared_when_told_twice(dialog, bridge):
    bridge.desk.keep(SOURCES, KeptSources(rows=(5, row_of(DEFAULT)))).result()
    opened(dialog, bridge)
    assert dialog.buttons.by_name["clean"].isVisible()
    assert len(dialog.table.rows()) == 2
    dialog.do("clean")
    assert "1 行" in dialog.hint.text()
    dialog.do("clean")
    bridge.settle()
    assert kept(bridge).rows == (row_of(DEFAULT),)
    assert not dialog.buttons.by_name["clean"].isVisible()


def test_what_the_desk_refuses_is_said(dialog, bridge):
    opened(dialog, bridge)
    bridge.desk.lock("1234").result()
    dialog.do("switch")
    bridge.settle()
    bridge.second.emit(NOW)
    assert "锁" in dialog.hint.text()
    dialog.do("edit")
    QApplication.activeModalWidget().reject()
    assert "锁" not in dialog.hint.text()


def test_without_sources_it_says_what_to_do(dialog, bridge):
    dialog.statuses = tuple
    bridge.desk.keep(SOURCES, KeptSources(rows=())).result()
    opened(dialog, bridge)
    assert dialog.table.rows() == ()
    assert "按 N 添加" in dialog.view._empty.text()
