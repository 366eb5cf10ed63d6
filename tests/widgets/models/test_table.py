"""The keyed table: what it says when rows come, go, change and move."""

import random
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView

from widgets.models.column import CLOCK, ELIDE, KEY, Column, Kind
from widgets.models.table import Table


@dataclass(frozen=True)
class Row:
    key: str
    order: int = 0
    text: str = ""


COLUMNS = (
    Column("名", lambda row, _: row.key, kind=Kind.CODE, sort=lambda row: row.key),
    Column("数", lambda row, _: row.text, kind=Kind.NUMBER, weight=1),
)


def table() -> Table[Row]:
    return Table(COLUMNS, key=lambda row: row.key, order=lambda row: (row.order, row.key))


def keys(model: Table[Row]) -> str:
    return "".join(row.key for row in model.rows())


def test_it_keeps_qts_rules_through_any_change(qtmodeltester):
    model = table()
    qtmodeltester.check(model)
    chance = random.Random(1)
    for _ in range(6):
        some = chance.sample(range(40), 16)
        model.put(Row(f"k{n}", chance.randrange(9), str(chance.randrange(3))) for n in some)
        wanted = sorted(model.rows(), key=lambda row: (row.order, row.key))
        assert list(model.rows()) == wanted
        assert model.rowCount() == 16
        for at in (0, 7, 15):
            assert model.index_of(model.rows()[at].key).row() == at


@pytest.mark.parametrize(
    ("before", "after", "signals"),
    [
        ("abc", "abc", []),
        ("abc", "abcd", ["insert 3-3"]),
        ("abc", "xabyc", ["insert 0-0", "insert 3-3"]),
        ("abcd", "ad", ["remove 1-2"]),
        ("abc", "cab", ["layout"]),
        ("abc", "cxb", ["remove 0-0", "layout", "insert 1-1"]),
        ("", "ab", ["insert 0-1"]),
        ("ab", "", ["remove 0-1"]),
    ],
)
def test_it_says_only_what_changed(before, after, signals):
    model = table()
    model.put(Row(key, at) for at, key in enumerate(before))
    said = []
    model.rowsInserted.connect(lambda _, first, last: said.append(f"insert {first}-{last}"))
    model.rowsRemoved.connect(lambda _, first, last: said.append(f"remove {first}-{last}"))
    model.layoutChanged.connect(lambda: said.append("layout"))
    model.put(Row(key, at) for at, key in enumerate(after))
    assert said == signals
    assert keys(model) == after


def test_only_changed_rows_are_drawn_again():
    model = table()
    model.put([Row("a", 1, "1"), Row("b", 2, "1"), Row("c", 3, "1"), Row("d", 4, "1")])
    said = []
    model.dataChanged.connect(lambda top, bottom: said.append((top.row(), bottom.row())))
    model.update([Row("a", 1, "1"), Row("b", 2, "2"), Row("c", 3, "2")])
    assert said == [(1, 2)]


def test_selection_stays_with_its_row_when_rows_move(qtbot):
    model = table()
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    model.put([Row("a", 1), Row("b", 2), Row("c", 3)])
    view.setCurrentIndex(model.index_of("b"))
    view.selectionModel().select(
        model.index_of("b"),
        QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
    )
    held = QPersistentModelIndex(model.index_of("c"))
    model.put([Row("x", 0), Row("b", 9), Row("c", 1)])
    assert keys(model) == "xcb"
    assert view.currentIndex().data(KEY) == "b"
    assert {index.data(KEY) for index in view.selectedIndexes()} == {"b"}
    assert held.data(KEY) == "c"


def test_a_filter_hides_and_brings_back():
    model = table()
    model.put([Row("a", 1), Row("b", 2), Row("c", 3)])
    model.keep(lambda row: row.key != "b")
    assert keys(model) == "ac"
    assert model.total == 3
    model.update([Row("d", 0)], gone=["a"])
    assert keys(model) == "dc"
    model.keep(None)
    assert keys(model) == "dbc"


def test_a_head_sorts_and_gives_the_first_order_back():
    model = table()
    model.put([Row("a", 3), Row("b", 1), Row("c", 2)])
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert keys(model) == "cba"
    model.sort(1)  # a column without a sort key of its own
    assert keys(model) == "bca"
    model.sort(-1)
    assert keys(model) == "bca"


def test_a_cell_says_how_it_is_set():
    model = table()
    model.put([Row("a", 1, "<b>9</b>")])
    code, number = model.index(0, 0), model.index(0, 1)
    assert code.data(ELIDE) == Qt.TextElideMode.ElideMiddle
    assert number.data(ELIDE) == Qt.TextElideMode.ElideRight
    assert number.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert number.data() == "<b>9</b>"
    assert number.data(Qt.ItemDataRole.ToolTipRole) == "<span>&lt;b>9&lt;/b></span>"
    assert code.data(CLOCK) is None


def test_a_thousand_rows_change_where_they_changed():
    model = table()
    model.put(Row(f"k{n}", n, "1") for n in range(1000))
    said = []
    model.dataChanged.connect(lambda top, bottom: said.append((top.row(), bottom.row())))
    model.put(Row(f"k{n}", n, "2" if n in (3, 4, 900) else "1") for n in range(1000))
    assert said == [(3, 4), (900, 900)]
