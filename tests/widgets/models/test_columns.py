"""What the columns say of a row."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.catalogue import plants
from app.model import Availability, Commissioning
from tests.widgets import rows as r
from widgets.models import columns as c
from widgets.models.table import Context

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
    assert c.short(name) == short


def test_a_place_is_its_district_and_town():
    assert c.where(r.CHAIN, CONTEXT) == "彭水·朱沱"
    assert c.where(("500000",), CONTEXT) == "重庆市"
    assert c.where((), CONTEXT) == "域外或无定位"


def test_a_case_says_what_is_left_of_its_limit():
    case = r.case(1)
    assert c.case_state(case, CONTEXT) == "处置中 剩 11:00"
    assert c.case_state(replace(case, deadline=r.ago(2)), CONTEXT) == "处置中 超 02:00"
    assert c.case_state(replace(case, deadline=None), CONTEXT) == "处置中 01:00"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0.2, "● 12 秒前"), (4, "◐ 4 分钟前"), (14, "○ 14 分钟前")],
)
def test_a_fix_hollows_with_its_age(minutes, said):
    line = c.UnitLine(r.unit_row(1), r.fix(1, minutes))
    assert c.fix_age(line, CONTEXT) == said


def test_a_unit_never_heard_says_so():
    assert c.fix_age(c.UnitLine(r.unit_row(1)), CONTEXT) == "○ 未收到定位"


def test_gangqiao_is_never_in_service():
    gangqiao = next(plant for plant in plants() if "港桥" in plant.name)
    assert gangqiao.commissioning == Commissioning.COMMISSIONING
    assert c.plant_stage(gangqiao) == "◐ 调试 · 首次并网"
    assert gangqiao.availability == Availability.UNKNOWN


def test_every_plant_fits_its_bar():
    bar = next(column.bar for column in c.PLANTS if column.bar)
    assert all(share is None or 0 <= share <= 1 for share in map(bar, plants()))


@pytest.mark.parametrize(
    ("columns", "row"),
    [
        (c.CASES, r.case()),
        (c.ALERTS, r.alert()),
        (c.UNITS, c.UnitLine(r.unit_row())),
        (c.UNITS, c.UnitLine(r.unit_row(), r.fix())),
        (c.PLANTS, plants()[0]),
        (c.ENTRIES, r.entry()),
        (c.MOMENTS, c.Moment("k", r.NOW, "期限将到", "x")),
        (c.OFFERS, c.Offer(r.recommendation().candidates[0], assists=True)),
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
    assert c.repeats(alert) == "×4"
    assert c.repeats(replace(alert, count=1)) == ""
    assert c.alert_source(replace(alert, active=True)) == "● 持续"
    assert c.alert_source(replace(alert, active=False)) == "○ 已恢复"
    shelved = replace(
        alert, state=c.AlertState.SHELVED, shelved_until=r.NOW + timedelta(minutes=30)
    )
    assert c.alert_source(shelved) == "搁置至 08:42:05"


def test_a_unit_stands_in_a_town_and_a_grid():
    chained = replace(CONTEXT, chain=lambda code: r.CHAIN)
    assert c.fix_place(r.fix(1), chained) == "彭水·朱沱 500001001001001"
    assert c.fix_place(replace(r.fix(1), place=""), chained) == "域外"
    assert c.fix_place(None, chained) == "—"
