"""Finding places: each row is what is typed and the code that comes first."""

import pytest

FIRST = [
    ("永川区", "500118"),
    ("永川", "500118"),
    ("500118", "500118"),
    ("500118107", "500118107"),
    ("500118107200003", "500118107200003"),
    ("yongchuan", "500118"),
    ("yongchuanqu", "500118"),
    ("YongChuan", "500118"),
    ("yongcq", "500118"),
    ("ycq", "500118"),
    ("chongqing", "500000"),
    ("zhongqing", "500000"),
    ("changshou", "500115"),
    ("fl", "500102"),
    ("朝阳街到", "500109002"),
    ("北碚 朝阳", "500109002"),
    ("  永川 松溉  ", "500118107"),
]
BOTH_READINGS = [("cyjd", "500109002"), ("zyjd", "500109002")]
NOTHING = [
    "",
    "   ",
    "xxqzzw",
    "不存在的地方啊",
    "999",
    "'",
    "%",
    "*",
    "\x00",
    "永川 朝天门",
    "1" * 500,
]
FORMER = [
    ("江北区", "两江新区"),
    ("渝北区", "两江新区"),
    ("渝北区大湾镇", "大湾镇"),
    ("江北区鱼嘴镇", "鱼嘴镇"),
    ("北碚区水土街道", "水土街道"),
    ("500112", "两江新区"),
]


@pytest.mark.parametrize(("text", "code"), FIRST)
def test_the_first_found_is_the_one_meant(shipped, text, code):
    assert shipped.search(text)[0].code == code


@pytest.mark.parametrize(("text", "code"), BOTH_READINGS)
def test_a_character_is_found_by_any_of_its_readings(shipped, text, code):
    assert code in [place.code for place in shipped.search(text)]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_not_there_is_not_found(of_2025, text):
    assert of_2025.search(text) == []


@pytest.mark.parametrize(("text", "name"), FORMER)
def test_a_former_name_finds_what_took_its_place(of_2025, text, name):
    assert of_2025.search(text)[0].name == name


def test_before_the_reform_its_names_are_the_present_ones(of_2023):
    assert of_2023.search("江北区")[0].name == "江北区"
    assert of_2023.search("两江新区") == []


def test_a_name_that_repeats_is_found_everywhere(of_2025):
    found = of_2025.search("新华社区居民委员会", limit=50)
    assert len(found) > 5
    assert len({place.code for place in found}) == len(found)


def test_higher_levels_come_first_and_the_limit_holds(of_2025):
    found = of_2025.search("江北", limit=4)
    assert len(found) == 4
    assert found[0].level <= found[-1].level
    assert of_2025.search("江北", limit=0) == []
