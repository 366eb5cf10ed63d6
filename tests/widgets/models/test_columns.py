"""What the columns say of a row."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app import catalogue
from app.model import AlertKind, AlertState, Availability, Commissioning
from tests.widgets import rows as r
from widgets.models import alerts, cases, entries, moments, offers, place_words, plants, units
from widgets.models.column import Context

NAMES = {"500000": "重庆市", "500001": "彭水苗族土家族自治县", "500001001": "朱沱镇"}
CONTEXT = Context(now=r.NOW, place=lambda code: NAMES.get(code, code), unit=lambda key: key)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("永川区", "永川"),
        ("城口县", "城口"),
        ("朱沱镇", "朱沱"),
        ("仙桃街道", "仙桃"),
        ("彭水苗族土家族自治县", "彭水"),
        ("石柱土家族自治县", "石柱"),
        ("忠县", "忠县"),
        ("两江新区", "两江新区"),
        ("重庆市", "重庆市"),
    ],
)
def test_names_lose_their_kind_but_never_themselves(name, short):
    assert place_words.short(name) == short


def test_a_place_is_its_district_and_town():
    assert place_words.where(r.CHAIN, CONTEXT) == "彭水·朱沱"
    assert place_words.where(("500000",), CONTEXT) == "重庆市"
    assert place_words.where((), CONTEXT) == "域外或无定位"


def test_a_case_says_what_is_left_of_its_limit():
    case = r.case(1)
    assert cases.case_state(case, CONTEXT) == "处置中 剩 11:00"
    assert cases.case_state(replace(case, deadline=r.ago(2)), CONTEXT) == "处置中 超 02:00"
    assert cases.case_state(replace(case, deadline=None), CONTEXT) == "处置中 01:00"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0.2, "● 12 秒前"), (4, "◐ 4 分钟前"), (14, "○ 14 分钟前")],
)
def test_a_fix_hollows_with_its_age(minutes, said):
    line = units.UnitLine(r.unit_row(1), r.fix(1, minutes))
    assert units.fix_age(line, CONTEXT) == said


def test_a_unit_never_heard_says_so():
    assert units.fix_age(units.UnitLine(r.unit_row(1)), CONTEXT) == "○ 未收到定位"


def test_gangqiao_is_never_in_service():
    gangqiao = next(plant for plant in catalogue.plants() if "港桥" in plant.name)
    assert gangqiao.commissioning == Commissioning.COMMISSIONING
    assert plants.plant_stage(gangqiao) == "◐ 调试 · 首次并网"
    assert gangqiao.availability == Availability.UNKNOWN


def test_every_plant_fits_its_bar():
    bar = next(column.bar for column in plants.PLANTS if column.bar)
    assert all(share is None or 0 <= share <= 1 for share in map(bar, catalogue.plants()))


@pytest.mark.parametrize(
    ("columns", "row"),
    [
        (cases.CASES, r.case()),
        (alerts.ALERTS, r.alert()),
        (units.UNITS, units.UnitLine(r.unit_row())),
        (units.UNITS, units.UnitLine(r.unit_row(), r.fix())),
        (plants.PLANTS, catalogue.plants()[0]),
        (entries.ENTRIES, entries.LogLine(r.entry())),
        (moments.MOMENTS, moments.Moment("k", r.NOW, "期限将到", "x")),
        (offers.OFFERS, offers.Offer(r.recommendation().candidates[0], assists=True)),
    ],
    ids=["cases", "alerts", "units", "units with fix", "plants", "entries", "moments", "offers"],
)
def test_every_cell_has_text_a_tip_and_an_order(columns, row):
    for column in columns:
        assert isinstance(column.text(row, CONTEXT), str)
        assert column.tip is None or isinstance(column.tip(row, CONTEXT), str)
        assert column.sort is None or column.sort(row) == column.sort(row)
        assert bool(column.weight) != bool(column.sample), column.title


def test_an_alert_shows_its_repeats_and_its_source():
    alert = r.alert(4)
    assert alerts.repeats(alert) == "×4"
    assert alerts.repeats(replace(alert, count=1)) == ""
    assert alerts.alert_source(replace(alert, active=True)) == "● 持续"
    assert alerts.alert_source(replace(alert, active=False)) == "○ 已恢复"
    shelved = replace(alert, state=AlertState.SHELVED, shelved_until=r.NOW + timedelta(minutes=30))
    assert alerts.alert_source(shelved) == "搁置至 08:42:05"


GRID = {"500001001001": "希望村村民委员会", "500001001001001": "第04网格"}
CHAINED = replace(
    CONTEXT,
    place=lambda code: (NAMES | GRID).get(code, code),
    chain=lambda code: r.CHAIN,
)


def test_a_unit_stands_in_a_village_and_not_in_a_number():
    assert units.unit_place(units.UnitLine(r.unit_row(1), r.fix(1)), CHAINED) == "彭水·朱沱·希望村"
    outside = units.UnitLine(r.unit_row(1), replace(r.fix(1), place=""))
    assert units.unit_place(outside, CHAINED) == "域外"


def test_a_unit_without_a_fix_is_looked_for_at_its_station():
    row = r.unit_row(1)
    assert units.unit_place(units.UnitLine(row), CHAINED) == "—"
    stationed = replace(row, unit=replace(row.unit, home=r.CHAIN[3]))
    assert units.unit_place(units.UnitLine(stationed), CHAINED) == "驻地 彭水·朱沱·希望村"


@pytest.mark.parametrize(
    ("ident", "said"),
    [
        ("C-20261123-000347", "0347"),
        ("C-20261123-0001", "0001"),
        ("C-20261123-1234567", "1234567"),
        ("E-0117", "0117"),
        ("imported", "imported"),
        ("", ""),
    ],
)
def test_a_number_is_shown_by_the_part_that_differs(ident, said):
    assert cases.short_number(ident) == said


def test_an_alert_near_the_border_of_its_fence_says_so():
    alert = r.alert(4, kind=AlertKind.ENTERED, text="库区", doubts=("near_border",))
    tip = alerts.ALERTS[1].tip(alert, CONTEXT)
    assert "库区 · 误差圈触及围栏边界" in tip


def test_an_alert_is_told_in_words_and_its_wire_name_stands_in_the_tip():
    alert = r.alert(4, kind=AlertKind.SOS, text="sos")
    kind, who = alerts.ALERTS[1], alerts.ALERTS[3]
    assert kind.text(alert, CONTEXT) == "紧急求救"
    assert "sos" in kind.tip(alert, CONTEXT)
    named = replace(CONTEXT, unit={"U4": "永川网格-02"}.get)
    assert who.text(alert, named) == "永川网格-02"
    assert "U4" in who.tip(alert, named)
    assert alert.terminal in who.tip(alert, named)


def test_what_nobody_has_said_of_a_plant_is_not_running():
    for plant in catalogue.plants():
        assert plants.availability(plant) == "状态不明"
    gangqiao = next(plant for plant in catalogue.plants() if plant.id == "gangqiao")
    assert "2023-09-10 21:36" in plants.stage_tip(gangqiao, CONTEXT)
    assert gangqiao.source in plants.stage_tip(gangqiao, CONTEXT)


def test_a_plant_without_coordinates_says_that_it_is_not_on_the_map():
    off = [plant for plant in catalogue.plants() if plant.lon is None]
    assert off
    assert {plants.on_map(plant) for plant in off} == {"无坐标 · 未上图"}
