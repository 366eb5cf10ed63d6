"""The list of what was selected: rows of each sort, told in a line, opened by Enter."""

import pytest
from PySide6.QtCore import Qt

from app.model import Fence, FenceKind, Grade, UnitKind
from maps.drawing import How, Rings, Selection
from maps.scene import MapData
from tests.widgets.rows import alert, case, fix, unit
from widgets.models.fences import watched
from widgets.models.found import Found, What, reached, selected
from widgets.models.found_words import counts, rings_title, title
from widgets.panels.fences import FencesPanel
from widgets.panels.found import FoundPanel

SQUARE = ((106.0, 29.0), (106.2, 29.0), (106.2, 29.2), (106.0, 29.2))


@pytest.fixture
def data() -> MapData:
    fixes = {f"1390000{n:04d}": fix(n) for n in (1, 2, 3)}
    return MapData(
        cases=(case(1), case(2)), alerts=(alert(4, position=case(1).position),),
        units=(unit(1), unit(2)), fixes=fixes,
    )  # fmt: skip


@pytest.fixture
def selection(data) -> Selection:
    return Selection(how=How.FENCE, rings=(SQUARE,), label="化工园").of(data)


@pytest.fixture
def panel(qtbot):
    panel = FoundPanel()
    qtbot.addWidget(panel)
    panel.resize(900, 300)
    panel.show()
    return panel


def test_rows_are_cases_alerts_units_and_terminals_nobody_carries(data, selection):
    rows = selected(selection, data)
    assert [row.what for row in rows] == [
        What.CASE, What.CASE, What.ALERT, What.UNIT, What.UNIT, What.TERMINAL,
    ]  # fmt: skip
    assert rows[-1].id == "13900000003"
    assert len({row.key for row in rows}) == len(rows)


def test_what_is_gone_from_the_data_makes_no_row(data, selection):
    assert selected(selection, MapData()) == [
        row for row in selected(selection, MapData()) if row.what is What.TERMINAL
    ]


def test_counts_tell_grades_states_and_kinds(qapp):
    rows = [
        Found(what=What.CASE, id="1", name="a", state="处置中", grade=Grade.I),
        Found(what=What.CASE, id="2", name="b", state="处置中", grade=Grade.III),
        Found(what=What.UNIT, id="U", name="c", state="消防"),
    ]
    assert counts(rows) == "事件 2（▲1 ■1；处置中 2） · 力量 1（消防 1）"
    assert counts([]) == ""


def test_a_title_says_how_and_how_large_and_how_sure(qapp, selection):
    assert title(selection).startswith("围栏 化工园 4")
    assert "km²" in title(selection)
    buffered = Selection(how=How.BUFFER, rings=(SQUARE,), label="500 m", error_m=0.27)
    assert "误差不超过 0.3 m" in title(buffered)
    assert rings_title(Rings(at=(106.0, 29.0))) == "半径圈 1/3/5 km，按 30 km/h 直线估算"


def test_units_within_rings_come_nearest_first_with_their_distance(data, panel):
    rows = reached(Rings(at=(106.06, 29.05), radii_m=(500.0, 3000.0)), data)
    panel.show_found("圈", rows)
    assert [row.id for row in panel.table.rows()] == ["U1", "U2"]
    said = [panel.table.index(row, 3).data() for row in range(2)]
    assert said[0].startswith("0 m · 0.5 km")
    assert "3 km" in said[1]


def test_enter_tells_the_row_and_an_empty_selection_says_so(data, selection, panel, qtbot):
    panel.show_found("围栏", selected(selection, data))
    panel.view.step(1)
    with qtbot.waitSignal(panel.wanted) as caught:
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert caught.args[0].what is What.CASE
    panel.show_found("框选 1 m²", ())
    assert "其中没有" in panel.view._said
    panel.show_found("", ())
    assert "Alt+B" in panel.view._said


def fence(**changes) -> Fence:
    known = {"id": "F-1", "name": "园", "kind": FenceKind.KEEP_IN, "rings": (SQUARE,)}
    return Fence(**(known | changes))


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        (Qt.Key.Key_Return, "go"),
        (Qt.Key.Key_E, "edit"),
        (Qt.Key.Key_F2, "rename"),
        (Qt.Key.Key_Delete, "remove"),
        (Qt.Key.Key_L, "within"),
    ],
)
def test_a_fence_is_handled_by_keys(qtbot, key, wanted):
    panel = FencesPanel()
    qtbot.addWidget(panel)
    panel.put_fences([fence(), fence(id="F-2", name="站", watches=(UnitKind.FIRE,))])
    panel.view.step(1)
    panel.view.step(1)
    assert panel.hint.text().startswith("消防")
    with qtbot.waitSignal(panel.wanted) as caught:
        qtbot.keyClick(panel.view, key)
    assert caught.args == [wanted, "F-2"]


def test_whom_a_fence_watches_is_said(qapp):
    assert watched(fence()) == "全部终端"
    assert watched(fence(watches=(UnitKind.FIRE, UnitKind.MEDICAL))) == "消防、医疗急救"
