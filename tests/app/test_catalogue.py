"""The catalogues: complete, consistent, honest about their sources; a wrong one says where."""

import csv
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import catalogue
from app.catalogue.plant_file import COLUMNS
from app.model import Availability, Commissioning, Grade, UnitKind

SOURCE = Path(__file__).parents[3] / "shared" / "data" / "power" / "plants_chongqing.csv"
PRESS = {
    "SEED-GANGQIAO": "PRESS-2023-09-10",
    "SEED-LIANGJIANG": "PRESS-2025-06",
    "SEED-YUBEI": "PRESS-2023-07-04",
}
HEAD = COLUMNS
ROW = "a,名,Name,coal,1.5,2000,106,29,in_service,,,S1,facts"
PACK = """
version = "1"
default = { code = "0", text = "t", limit = 4, unit = "work_hour", closing = "c" }
[[majors]]
scheme = "S"
code = "01"
name = "大类"
name_en = "Major"
grade = 4
kinds = ["city"]
minors = [["01", "小类", "Minor"], ["02", "小类二", "Minor two"]]
[overrides]
"S:0101" = { grade = 2 }
[conditions]
"S:0101" = [{ code = "1", text = "t", limit = 1, unit = "urgent_hour", closing = "c" }]
"""


def plant(named):
    return next(one for one in catalogue.plants() if one.id == named)


def test_the_pack_has_all_five_majors_and_the_local_emergencies():
    sizes = {}
    for item in catalogue.items():
        sizes[item.major] = sizes.get(item.major, 0) + 1
    assert sizes == {
        "市容环境": 19,
        "宣传广告": 6,
        "施工管理": 6,
        "突发事件": 10,
        "街面秩序": 14,
        "应急扩展": 7,
    }


@pytest.mark.parametrize(
    ("code", "limit", "unit"),
    [
        ("0403", 1, "urgent_hour"),
        ("0401", 2, "urgent_hour"),
        ("0406", 2, "urgent_hour"),
        ("0408", 2, "hour"),
        ("0102", 4, "work_hour"),
        ("0110", 5, "work_day"),
    ],
)
def test_limits_are_those_of_the_rules(code, limit, unit):
    first = catalogue.item("GBT30428.2", code).conditions[0]
    assert (first.limit, first.unit) == (limit, unit)


def test_one_class_has_several_conditions_each_with_its_own_limit():
    limits = [(c.limit, c.unit) for c in catalogue.item("GBT30428.2", "0101").conditions]
    assert limits == [(2, "urgent_day"), (15, "day")]


def test_what_no_source_gives_is_marked_as_a_local_default():
    for item in catalogue.items():
        if item.scheme == "LOCAL" or item.conditions[0].code == "0":
            assert all("本地默认" in condition.text for condition in item.conditions)


def test_a_class_is_found_by_scheme_and_code_together():
    assert catalogue.item("LOCAL", "0403") is None
    assert catalogue.find("LOCAL:2105").kinds[0] is UnitKind.POWER
    assert catalogue.item("GBT30428.2", "0403").grade is Grade.II


def test_a_pack_gives_defaults_overrides_and_own_conditions():
    pack = catalogue.read_rules(PACK)
    first, second = pack.items.values()
    assert (first.grade, first.conditions[0].code) == (Grade.II, "1")
    assert (second.grade, second.conditions[0].code) == (Grade.IV, "0")


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ('"urgent_hour"', '"fortnight"', "fortnight"),
        ("limit = 1,", "limit = 0,", "limit of 0"),
        ("limit = 1,", "limit = nan,", "limit of nan"),
        ('"S:0101" = [', '"S:0909" = [', "S:0909"),
        ('["02", "小类二"', '["01", "小类二"', "there twice"),
        ("grade = 4", "grade = 5", "grade"),
        ('["city"]', '["navy"]', "navy"),
        ('"小类"', '""', "name is empty"),
        ("kinds = [", "knids = [", "knids"),
        ("[[majors]]", "[[majors", "rule pack"),
        ('version = "1"', 'version = ""', "version"),
    ],
)
def test_a_wrong_pack_says_what_is_wrong(wrong, right, said):
    assert wrong in PACK
    with pytest.raises(catalogue.CatalogueError, match=said):
        catalogue.read_rules(PACK.replace(wrong, right))


def test_gangqiao_is_commissioning_and_never_in_service():
    gangqiao = plant("gangqiao")
    assert gangqiao.commissioning is Commissioning.COMMISSIONING
    assert gangqiao.availability is Availability.UNKNOWN
    assert gangqiao.capacity_mw == 501
    assert "2023-09-10 21:36" in gangqiao.note
    assert "336" in gangqiao.note
    assert "165" in gangqiao.note


def test_the_captive_plant_on_its_place_is_closed_and_yubei_has_no_place():
    assert plant("songgai").commissioning is Commissioning.CLOSED
    assert (plant("songgai").lon, plant("songgai").lat) == (plant("gangqiao").lon, 29.055477)
    assert (plant("yubei").lon, plant("yubei").lat) == (None, None)


def test_names_are_chinese_or_flagged():
    for one in catalogue.plants():
        latin = one.name.isascii()
        assert latin == one.note.startswith("中文名未核实"), one.id


def test_nobody_claims_to_know_whether_a_plant_runs():
    assert {one.availability for one in catalogue.plants()} == {Availability.UNKNOWN}


def test_every_licence_follows_from_the_sources():
    names = {"WRI": "CC BY 4.0", "OSM": "ODbL 1.0", "PRESS": "facts"}
    for one in catalogue.plants():
        for source in one.source.split():
            assert names[source.split("-")[0][:5].rstrip("0123456789")] in one.licence


@pytest.mark.skipif(not SOURCE.exists(), reason="the source rows are not part of a clone")
def test_every_source_row_is_in_one_plant_exactly_once():
    with SOURCE.open(encoding="utf-8") as stream:
        rows = {PRESS.get(row["id"], row["id"]): row for row in csv.DictReader(stream)}
    used = [source for one in catalogue.plants() for source in one.source.split()]
    assert sorted(used) == sorted(rows)
    for one in catalogue.plants():
        for source in one.source.split():
            if one.lon is not None:
                row = rows[source]
                assert _km(one.lon, one.lat, float(row["lon"]), float(row["lat"])) <= 1.0


def _km(lon, lat, other_lon, other_lat):
    east = (lon - other_lon) * 111.3 * math.cos(math.radians(lat))
    return math.hypot(east, (lat - other_lat) * 110.9)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (ROW.replace("coal", "wood"), "fuel 'wood'"),
        (ROW.replace(",29,", ",,"), "one coordinate"),
        (ROW.replace(",29,", ",129,"), "lat 129"),
        (ROW.replace("1.5", "nan"), "capacity_mw nan"),
        (ROW.replace("1.5", "many"), "many"),
        (ROW.replace("in_service", "running"), "running"),
        (ROW.replace(",,,S1", ",XX,,S1"), "XX"),
        (ROW.replace("S1", " "), "source is empty"),
        (ROW + ",more", "number of fields"),
        (ROW[:-6], "number of fields"),
        (ROW + "\n" + ROW, "line 3: a is there twice"),
    ],
)
def test_a_wrong_plant_says_which_line(rows, said):
    with pytest.raises(catalogue.CatalogueError, match=said):
        catalogue.read_plants(f"{HEAD}\n{rows}\n")


def test_other_columns_are_refused():
    with pytest.raises(catalogue.CatalogueError, match="columns"):
        catalogue.read_plants("id,name\na,b\n")


@given(
    st.floats(-180, 180).map(lambda degrees: round(degrees, 6)),
    st.floats(-90, 90).map(lambda degrees: round(degrees, 6)),
    st.one_of(st.none(), st.floats(0, 50_000).map(lambda mw: round(mw, 1))),
)
def test_what_a_row_says_is_what_is_read(lon, lat, mw):
    text = "" if mw is None else repr(mw)
    row = f"a,名,Name,hydro,{text},,{lon!r},{lat!r},building,UO,,S1,facts"
    (one,) = catalogue.read_plants(f"{HEAD}\n{row}\n")
    assert (one.lon, one.lat, one.capacity_mw) == (lon, lat, mw)
    assert one.availability is Availability.UNPLANNED


@given(st.text())
def test_any_text_is_read_or_refused_with_a_catalogue_error(text):
    for read in (catalogue.read_rules, catalogue.read_plants):
        try:
            read(text)
        except catalogue.CatalogueError:
            continue
