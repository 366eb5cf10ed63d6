"""Ctrl+K: found by what is typed, done by Enter."""

from functools import partial

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMainWindow, QWidget

from widgets import actions, finders
from widgets.palette import Hit, Palette
from widgets.palette_line import columns


@pytest.fixture
def went():
    return []


@pytest.fixture
def palette(qtbot, small_hierarchy, went):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    made = actions.Actions(window)
    made.bind({"view.theme": lambda: went.append("theme")})
    palette = Palette(window)
    palette.look_in(
        (
            partial(finders.find_coordinate, lambda lon, lat: went.append((lon, lat))),
            partial(finders.find_places, small_hierarchy, went.append),
            partial(finders.find_commands, made),
        ),
        (),
    )
    window.show()
    palette.window_ = window
    return palette


@pytest.mark.parametrize(
    ("typed", "place"),
    [("朱沱", "500001001"), ("500002001", "500002001"), ("29.05 106.05", (106.05, 29.05))],
)
def test_enter_goes_to_what_was_typed(palette, qtbot, went, typed, place):
    palette.open()
    palette.field.setText(typed)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert went == [place]
    assert not palette.isVisible()


def test_a_command_is_found_by_a_part_of_its_name(palette, qtbot, went):
    palette.open()
    palette.field.setText("夜间")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert went == ["theme"]


def test_arrows_choose_and_stop_at_the_ends(palette, qtbot):
    palette.open("镇")
    for _ in range(50):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentRow() == len(palette.hits()) - 1
    for _ in range(50):
        qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentRow() == 0


def test_nothing_found_says_what_could_be_typed(palette):
    palette.open("这里没有这个地方")
    assert palette.hits() == ()
    assert "29.02 105.87" in palette._hint.text()


def test_escape_closes_and_does_nothing(palette, qtbot, went):
    palette.open("朱沱")
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert went == []


def test_late_hits_of_an_older_text_are_dropped(palette):
    palette.open("朱")
    before = palette.hits()
    palette._arrived("旧", before)
    assert palette.hits() == before


@pytest.mark.parametrize(
    ("typed", "former"), [("渝北区", "渝北区"), ("江北区", "江北区"), ("500112", "渝北区")]
)
def test_an_old_district_is_found_with_what_became_of_it(qapp, hierarchy, typed, former):
    hit, *_ = finders.find_places(hierarchy, lambda code: None, typed)
    assert hit.text == "两江新区"
    assert hit.detail.endswith(f"原{former}，2025-11-06 前")


@pytest.mark.parametrize("typed", ["两江新区", "500105", "朱沱", "yongchuan", "永川 朱沱"])
def test_what_is_called_so_today_has_no_note(qapp, hierarchy, typed):
    hit, *_ = finders.find_places(hierarchy, lambda code: None, typed)
    assert "前" not in hit.detail


def test_the_columns_of_the_list_lie_apart_and_hold_every_kind_and_code(qapp):
    metrics, line = QFontMetrics(qapp.font()), QRect(0, 0, 700, 24)
    hits = [
        Hit(kind=kind, text="鱼池村村民委员会", detail="石柱", run=list, code=code)
        for kind, code in (("区县", "500118"), ("Command", "500240111201"), ("事件", ""))
    ]
    kind, name, detail, code = columns(hits, metrics).of(line)
    assert kind.left() >= 0
    assert code.right() < line.right()
    assert kind.right() < name.left() < name.right() < detail.left() < detail.right() < code.left()
    for hit in hits:
        uncut = Qt.TextElideMode.ElideRight
        assert metrics.elidedText(hit.kind, uncut, kind.width()) == hit.kind
        assert metrics.elidedText(hit.code, uncut, code.width()) == hit.code


def test_a_list_without_codes_leaves_the_room_to_where_things_lie(qapp):
    hit = Hit(kind="区划", text="以后", detail="未提交的填写会丢失", run=list)
    _, _, detail, code = columns([hit], QFontMetrics(qapp.font())).of(QRect(0, 0, 700, 24))
    assert code.width() == 0
    assert detail.right() + 1 == 692


def test_it_opens_below_the_alarms(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    strip = QWidget(window)
    strip.setGeometry(0, 34, 1366, 30)
    palette = Palette(window, under=strip)
    palette.open()
    assert palette.geometry().top() > strip.geometry().bottom()
    assert window.rect().contains(palette.geometry())
