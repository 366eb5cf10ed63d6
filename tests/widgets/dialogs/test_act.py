"""The dialog of an act: built from its row, worked by keys, honest about refusals."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from app.casework.acts import Refusal
from app.casework.transitions import TRANSITIONS
from app.catalogue import items
from app.model import Entry
from maps.boundaries import Reason, Refused
from tests.widgets import rows as r
from widgets.dialogs import act_words
from widgets.dialogs.about import AboutDialog
from widgets.dialogs.act import ActDialog
from widgets.dialogs.editors import Options
from widgets.dialogs.import_result import ImportResultDialog, refused_rows
from widgets.dialogs.report_case import ReportCaseDialog

Key = Qt.Key
CATALOGUE = {item.key: item for item in items()}
OPTIONS = Options(
    units=[("U1", "港桥消防站"), ("U2", "电力抢修")],
    cases=[("C-2", "C-2 山火烟点")],
    people=[("zhang", "张三")],
    items=[(key, item.name) for key, item in CATALOGUE.items()],
    conditions=lambda item: CATALOGUE[item].conditions if item in CATALOGUE else (),
)


def dialog(qtbot, act, subject="case:C-1", options=OPTIONS, **more):
    made = ActDialog(act, subject, options, **more)
    qtbot.addWidget(made)
    made.show()
    told = []
    made.ready.connect(told.append)
    return made, told


@pytest.mark.parametrize("row", TRANSITIONS, ids=lambda row: row.act)
def test_every_act_has_an_editor_for_each_field_it_asks(qtbot, row):
    made, _ = dialog(qtbot, row.act)
    asked = {spec.name for spec in row.fields if spec.asked} | ({"reason"} if row.reason else set())
    assert set(made.editors) == asked


@pytest.mark.parametrize("row", TRANSITIONS, ids=lambda row: row.act)
def test_every_field_and_choice_has_a_word(row):
    for spec in (spec for spec in row.fields if spec.asked):
        assert act_words.field(spec.name) != spec.name, spec.name
        for choice in spec.choices:
            assert act_words.choice(spec.name, choice) != choice, choice


def test_enter_hands_the_act_on_with_what_was_filled(qtbot):
    made, told = dialog(qtbot, "alert.dismiss", "alert:A-1")
    made.editors["cause"].fill("drill")
    qtbot.keyClick(made.editors["cause"].widget, Key.Key_Return)
    assert [(act.name, act.subject, dict(act.fields)) for act in told] == [
        ("alert.dismiss", "alert:A-1", {"cause": "drill"})
    ]


def test_what_is_missing_is_named_and_gets_the_focus(qtbot):
    made, told = dialog(qtbot, "alert.dismiss", "alert:A-1")
    made.send()
    assert told == []
    assert "原因" in made.trouble.text()


def test_a_reason_is_asked_where_the_row_wants_one(qtbot):
    made, told = dialog(qtbot, "case.void")
    made.send()
    assert "理由" in made.trouble.text()
    made.editors["reason"].fill("重复登记")
    made.send()
    assert told[0].reason == "重复登记"
    assert told[0].fields == {}


def test_the_conditions_are_those_of_the_class(qtbot):
    made, told = dialog(qtbot, "case.file")
    key, item = next((k, i) for k, i in CATALOGUE.items() if len(i.conditions) > 1)
    made.editors["item"].fill(key)
    box = made.editors["condition"].widget
    assert isinstance(box, QComboBox)
    assert [box.itemData(n) for n in range(box.count())] == [c.code for c in item.conditions]
    made.editors["condition"].fill(item.conditions[1].code)
    made.send()
    assert told[0].fields == {"item": key, "condition": item.conditions[1].code}


def test_units_are_chosen_by_ticking(qtbot):
    made, _ = dialog(qtbot, "case.dispatch")
    made.editors["lead"].fill("U1")
    made.editors["assists"].fill(("U2",))
    fields = made.act().fields
    assert fields["lead"] == "U1"
    assert fields["assists"] == ("U2",)


def test_a_refusal_keeps_it_open_and_says_what_would_be_allowed(qtbot):
    made, _ = dialog(qtbot, "case.supervise")
    made.told(Refusal(code="already_supervised", allowed=("case.close",)))
    assert made.isVisible()
    assert "督办" in made.trouble.text()
    assert "现在可以" in made.trouble.text()
    made.told(Entry(**{f: getattr(r.entry(), f) for f in r.entry().__slots__}))
    assert not made.isVisible()


def test_escape_leaves_without_an_act(qtbot):
    made, told = dialog(qtbot, "case.void")
    qtbot.keyClick(made, Key.Key_Escape)
    assert not made.isVisible()
    assert told == []


def test_what_is_shown_of_the_case_is_plain_text(qtbot):
    made, _ = dialog(qtbot, "case.void", about="<b>x</b>")
    labels = [
        label for label in made.findChildren(type(made.trouble)) if label.text() == "<b>x</b>"
    ]
    assert labels[0].textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ("29.02, 105.87", {"lon": 105.87, "lat": 29.02}),
        ("", {"unplaced": True}),
    ],
)
def test_a_case_is_reported_with_a_place_or_with_none(qtbot, typed, fields):
    made = ReportCaseDialog(OPTIONS)
    qtbot.addWidget(made)
    told = []
    made.ready.connect(told.append)
    for name, value in (("title", "井盖缺失"), ("grade", "4"), ("source", "hotline")):
        made.editors[name].fill(value)
    made.place.setText(typed)
    made.editors["unplaced"].fill(not typed)
    made.send()
    given = dict(told[0].fields)
    assert {name: given[name] for name in fields} == pytest.approx(fields)
    assert ("lon" in given) is bool(typed)


def test_a_place_that_cannot_be_read_is_refused(qtbot):
    made = ReportCaseDialog(OPTIONS)
    qtbot.addWidget(made)
    told = []
    made.ready.connect(told.append)
    made.place.setText("某处")
    assert "读不懂" in made.heard.text()
    made.send()
    assert told == []
    assert "位置" in made.trouble.text()


def test_an_import_lists_every_refusal_with_its_reason(qtbot):
    refused = [
        Refused(source="a.shp:3", code="500118", reason=Reason.OVERLAP, detail="500119"),
        Refused(source="a.shp:9", code="", reason=Reason.NO_CODE),
    ]
    made = ImportResultDialog(36, refused_rows(refused), source="a.shp")
    qtbot.addWidget(made)
    assert made.summary.text() == "a.shp  接受 36，拒绝 2"
    assert made.table.rowCount() == 2
    assert "重叠" in made.table.index(0, 3).data()


def test_about_names_versions_and_licences(qtbot):
    made = AboutDialog(edition="2025", ledger="#12")
    qtbot.addWidget(made)
    facts = made.facts.values()
    assert facts["区划"] == "2025"
    assert facts["渝图"][0].isdigit()
    assert "SIL Open Font License" in made.notice.toPlainText()


def test_what_a_dialog_is_about_is_never_cut(qtbot):
    made, _ = dialog(qtbot, "task.suspend", "task:T-1", about="挂账\n" * 9 + "待材料" * 40)
    head = next(x for x in made.findChildren(type(made.trouble)) if "待材料" in x.text())
    assert head.height() >= head.heightForWidth(head.width())


def test_a_suspension_is_asked_to_the_end_of_a_day_in_beijing(qtbot):
    filled = {"until": "2026-11-30T03:00:00+00:00"}
    made, told = dialog(qtbot, "task.ask_suspend", "task:T-1", Options(filled=filled))
    made.editors["measure"].fill("围挡")
    made.editors["reason"].fill("待材料")
    made.send()
    assert told[0].fields == {"until": "2026-12-01T00:00:00+08:00", "measure": "围挡"}
    made.editors["until"].fill(told[0].fields["until"])
    assert made.editors["until"].read() == "2026-12-01T00:00:00+08:00"
