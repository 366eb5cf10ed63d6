"""The shared dictionary: the same codes give the same one, and nothing else does."""

import random

import pytest

from app import catalogue
from app.shortmsg.dictionary import SECTION_BITS, DictionaryError, build, dumps, loads
from app.shortmsg.flaws import Flaw, ShortMessageError
from maps.editions import pack_bytes
from maps.packs import loads as read_pack
from tests.app.shortmsg.made import AREAS, ITEMS, SHARED, UNITS


def made(**changes):
    given = {"edition": "2025", "areas": AREAS, "items": ITEMS, "units": UNITS}
    return build(**{**given, **changes})


def test_the_order_of_the_codes_does_not_matter():
    for seed in range(5):
        shuffled = random.Random(seed).sample(AREAS, len(AREAS))
        assert made(areas=iter(shuffled)).id == SHARED.id


def test_its_id_has_not_changed_unnoticed():
    assert SHARED.id == "EDBBAB6B"


@pytest.mark.parametrize(
    "change",
    [
        {"edition": "2023"},
        {"areas": AREAS[1:]},
        {"items": (*ITEMS, "YUTU:0902")},
        {"units": (UNITS[0], "U-500118-GRID-13")},
        {"areas": (*AREAS, UNITS[0]), "units": UNITS[1:]},
    ],
)
def test_any_change_gives_another_id(change):
    assert made(**change).id != SHARED.id


def test_numbers_and_codes_lead_to_each_other():
    for section, codes in SHARED.codes.items():
        assert [SHARED.code(section, SHARED.number(section, code)) for code in codes] == list(codes)
    for ask in (lambda: SHARED.number("area", "1"), lambda: SHARED.code("unit", 2)):
        with pytest.raises(ShortMessageError) as caught:
            ask()
        assert caught.value.code == Flaw.NOT_SHARED


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"areas": ("1", "1")}, "area 1 is there twice"),
        ({"units": ("渝消1",)}, "other characters"),
        ({"units": ("u-1",)}, "other characters"),
        ({"units": ("",)}, "other characters"),
        ({"edition": "20 25"}, "edition"),
        ({"edition": "2025\n"}, "edition"),
        ({"units": map(str, range(8193))}, "8193 of unit: 8192 at most"),
    ],
)
def test_codes_that_no_message_could_hold_are_refused(change, said):
    with pytest.raises(DictionaryError, match=said):
        made(**change)


def test_the_file_gives_the_same_dictionary():
    assert loads(dumps(SHARED)) == SHARED
    assert loads(dumps(SHARED)).id == SHARED.id


LINES = dumps(SHARED).splitlines()


@pytest.mark.parametrize("at", range(len(LINES)))
@pytest.mark.parametrize(
    "line", ["", "x", "ID", "area 9999999", "area 999999", "area 0", "area -1"]
)
def test_a_damaged_file_is_refused(at, line):
    with pytest.raises(DictionaryError):
        loads("\n".join([*LINES[:at], line, *LINES[at + 1 :]]))
    with pytest.raises(DictionaryError):
        loads("\n".join(LINES[:at]))


@pytest.mark.parametrize("edition", ["2023", "2025"])
def test_the_whole_city_and_the_shipped_catalogue_fit(edition):
    pack = read_pack(pack_bytes(edition))
    above = [code for rows in (pack.header.districts, pack.header.towns) for code, _ in rows]
    villages = [code for code, _ in pack.header.villages]
    counts: dict[int, int] = {}
    grids = []
    for parent in pack.grid_parent.tolist():
        counts[parent] = counts.get(parent, 0) + 1
        grids.append(f"{villages[parent]}{counts[parent]:03d}")
    whole = build(
        edition=edition,
        areas=["500000", *above, *villages, *grids],
        items=[item.key for item in catalogue.items()],
        units=UNITS,
    )
    assert len(whole.codes["area"]) == 1 + len(above) + len(villages) + 60_000
    assert len(whole.codes["area"]) < 1 << SECTION_BITS["area"]
