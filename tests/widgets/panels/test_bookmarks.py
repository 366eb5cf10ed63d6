"""The bookmarks by keyboard: named, gone to, renamed, moved, and deleted only when asked twice."""

import pytest
from PySide6.QtCore import Qt

from app.settings import BOOKMARKS, NAME_MOST, Bookmark, Bookmarks, View
from app.store import queries
from widgets import formats
from widgets.panels.bookmarks import BookmarksPanel

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
VIEW = View(lon=106.5, lat=29.5, metres_per_px=12.5)


def rows(*names):
    return tuple(Bookmark(name=name, view=VIEW) for name in names)


@pytest.fixture
def panel(bridge, qtbot):
    bridge.desk.keep(BOOKMARKS, Bookmarks(rows=rows("甲", "乙", "丙"))).result()
    made = BookmarksPanel(bridge)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    bridge.settle()
    made.view.setFocus()
    return made


def kept(panel):
    panel.bridge.settle()
    found = panel.bridge.desk.ask(queries.settings).result()[BOOKMARKS].rows
    assert found == panel.rows
    return [row.name for row in found]


def listed(panel):
    view = panel.view
    return [view.topLevelItem(at).text(0) for at in range(view.topLevelItemCount())]


def test_what_the_desk_has_is_listed_with_its_scale(panel):
    assert listed(panel) == ["甲", "乙", "丙"]
    assert panel.view.topLevelItem(0).text(1) == formats.scale(47244)


def test_a_new_one_is_named_in_place_and_comes_last(panel, qtbot):
    panel.add(VIEW, "渝中 1:47 000")
    assert panel.field.selectedText() == "渝中 1:47 000"
    qtbot.keyClicks(panel.field, "D")
    qtbot.keyClick(panel.field, KEY.Key_Return)
    assert kept(panel) == listed(panel) == ["甲", "乙", "丙", "D"]
    assert panel.view.at() == 3
    assert not panel.field.isVisible()


@pytest.mark.parametrize("typed", ["", "   "])
def test_without_a_name_nothing_is_kept(panel, qtbot, typed):
    panel.add(VIEW, "x")
    panel.field.setText(typed)
    qtbot.keyClick(panel.field, KEY.Key_Return)
    assert panel.field.isVisible()
    qtbot.keyClick(panel.field, KEY.Key_Escape)
    assert not panel.field.isVisible()
    assert kept(panel) == ["甲", "乙", "丙"]


def test_a_long_name_is_cut_to_what_is_kept(panel, qtbot):
    panel.add(VIEW, "长" * 200)
    qtbot.keyClick(panel.field, KEY.Key_Return)
    assert kept(panel)[-1] == "长" * NAME_MOST


def test_enter_and_a_double_click_go_there(panel, qtbot):
    with qtbot.waitSignal(panel.opened) as told:
        qtbot.keyClick(panel.view, KEY.Key_Return)
    assert told.args == [VIEW]
    middle = panel.view.visualItemRect(panel.view.topLevelItem(1)).center()
    with qtbot.waitSignal(panel.opened):
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        qtbot.mouseDClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def test_f2_renames(panel, qtbot):
    qtbot.keyClick(panel.view, KEY.Key_J)
    qtbot.keyClick(panel.view, KEY.Key_F2)
    assert panel.field.text() == "乙"
    panel.field.setText("二")
    qtbot.keyClick(panel.field, KEY.Key_Return)
    assert kept(panel) == ["甲", "二", "丙"]
    assert panel.view.at() == 1


def test_alt_and_arrows_move_a_row_to_the_ends_and_no_farther(panel, qtbot):
    for key, wanted in [
        (KEY.Key_Down, ["乙", "甲", "丙"]),
        (KEY.Key_Down, ["乙", "丙", "甲"]),
        (KEY.Key_Down, ["乙", "丙", "甲"]),
        (KEY.Key_Up, ["乙", "甲", "丙"]),
    ]:
        qtbot.keyClick(panel.view, key, ALT)
        assert listed(panel) == wanted
    assert kept(panel) == ["乙", "甲", "丙"]


def test_deleting_asks_once_more_in_place(panel, qtbot):
    qtbot.keyClick(panel.view, KEY.Key_Delete)
    assert "甲" in panel.hint.text()
    qtbot.keyClick(panel.view, KEY.Key_Escape)
    qtbot.keyClick(panel.view, KEY.Key_Delete)
    qtbot.keyClick(panel.view, KEY.Key_Down)
    qtbot.keyClick(panel.view, KEY.Key_Delete)
    assert kept(panel) == ["甲", "乙", "丙"]
    qtbot.keyClick(panel.view, KEY.Key_Delete)
    assert kept(panel) == ["甲", "丙"]


def test_what_could_not_be_kept_is_not_shown_as_if_it_were(panel, qtbot, monkeypatch):
    def fail(*_):
        raise OSError("full")

    monkeypatch.setattr("app.store.settings.keep", fail)
    qtbot.keyClick(panel.view, KEY.Key_Down, ALT)
    panel.bridge.settle()
    monkeypatch.undo()
    assert kept(panel) == listed(panel) == ["甲", "乙", "丙"]


def test_an_empty_list_says_which_key_makes_one(qtbot):
    made = BookmarksPanel()
    qtbot.addWidget(made)
    made.show()
    assert "Ctrl+B" in made._empty.text()
    assert made._empty.isVisible()
    for key in (KEY.Key_Return, KEY.Key_Delete, KEY.Key_F2):
        qtbot.keyClick(made.view, key)
    assert made.rows == ()
