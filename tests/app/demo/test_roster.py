"""The roster: the same each time, over real districts, and open about being invented."""

import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.demo import Spot, roster, spots
from app.demo.roster import OUTSIDE, short_name
from app.ingest.simulation.motion import RosterError, read_roster, write_roster
from app.model import Level, Place, UnitKind

DISTRICTS = [(f"5001{n:02d}", f"第{n:02d}试验区") for n in range(1, 39)]


def places(towns=6):
    return [
        Spot(
            code=f"{code}{n:03d}",
            name=f"镇{n}",
            district=code,
            district_name=name,
            lon=105.5 + int(code[4:]) * 0.1,
            lat=29 + n * 0.05,
        )
        for code, name in DISTRICTS
        for n in range(towns)
    ]


def test_three_hundred_units_each_with_its_own_terminal_and_handler():
    made = roster(places())
    assert len(made.units) == 300
    for field in ("id", "terminal", "handler", "name"):
        assert len({getattr(unit, field) for unit in made.units}) == 300


def test_the_same_seed_gives_the_same_roster_and_another_seed_another():
    assert roster(places()) == roster(places())
    assert roster(places(), seed=1) != roster(places(), seed=2)


def test_every_district_has_every_kind_of_unit():
    kinds = Counter((unit.home[:6], unit.kind) for unit in roster(places()).units)
    assert all(kinds[code, kind] for code, _ in DISTRICTS for kind in UnitKind)


def test_everyone_says_that_they_are_invented():
    made = roster(places())
    assert all(unit.handler.startswith("演示") for unit in made.units)
    assert all(beat.plate.startswith("演示") for beat in made.beats)


def test_only_the_last_crew_is_beyond_the_border():
    made = roster(places())
    assert [beat.unit for beat in made.beats if beat.waypoints == OUTSIDE] == [made.outsider.id]


def test_beats_belong_to_the_units_and_begin_near_home():
    where = {spot.code: spot for spot in places()}
    made = roster(places())
    for unit, beat in list(zip(made.units, made.beats, strict=True))[:-1]:
        home = where[unit.home]
        assert (beat.unit, beat.phone) == (unit.id, unit.terminal)
        assert abs(beat.waypoints[0][0] - home.lon) < 0.006
        assert abs(beat.waypoints[0][1] - home.lat) < 0.006


@given(st.integers(0, 400), st.integers(1, 3))
def test_any_number_of_units_can_be_had(count, towns):
    made = roster(places(towns)[: max(1, count)], count=count)
    assert len(made.units) == len(made.beats) == count


def test_a_roster_without_places_is_refused():
    with pytest.raises(ValueError, match="places"):
        roster([])


@pytest.mark.parametrize(
    ("district", "short"),
    [
        ("永川区", "永川"),
        ("城口县", "城口"),
        ("江北区", "江北"),
        ("两江新区", "两江"),
        ("彭水苗族土家族自治县", "彭水"),
        ("石柱土家族自治县", "石柱"),
        ("秀山土家族苗族自治县", "秀山"),
        ("忠县", "忠县"),
    ],
)
def test_districts_have_short_names(district, short):
    assert short_name(district) == short


def test_spots_are_the_towns_of_a_hierarchy():
    tree = {
        "500000": [Place(code="500118", name="永川区", level=Level.DISTRICT, parent="500000")],
        "500118": [Place(code="500118001", name="中山路街道", level=Level.TOWN, parent="500118")],
    }
    (spot,) = spots(lambda code: tree[code], lambda code: (105.9, 29.3))
    assert (spot.code, spot.district, spot.district_name) == ("500118001", "500118", "永川区")
    assert (spot.lon, spot.lat) == (105.9, 29.3)


def test_a_roster_file_gives_back_the_beats_and_is_the_same_each_time(tmp_path):
    beats = roster(places()).beats
    for name in ("a", "b"):
        write_roster(tmp_path / name, beats)
    assert read_roster(tmp_path / "a") == beats
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("phone", "12a", "digits"),
        ("phone", "1" * 21, "more than"),
        ("version", 2011, "2011"),
        ("waypoints", [[106, 29]], "two waypoints"),
        ("waypoints", [[106, 29], [206, 29]], "waypoint is off"),
        ("speed_kmh", 0, "km/h"),
        ("extra", 1, "extra"),
    ],
)
def test_a_wrong_roster_file_says_what_is_wrong(tmp_path, field, value, said):
    row = {
        "phone": "1",
        "unit": "U",
        "kind": "grid",
        "version": 2019,
        "plate": "演示",
        "speed_kmh": 10,
        "waypoints": [[106, 29], [106, 29.1]],
    }
    path = tmp_path / "roster.json"
    path.write_text(json.dumps([row]), "utf-8")
    assert len(read_roster(path)) == 1
    path.write_text(json.dumps([row | {field: value}]), "utf-8")
    with pytest.raises(RosterError, match=said):
        read_roster(path)
    path.write_text(json.dumps([row, row]), "utf-8")
    with pytest.raises(RosterError, match="twice"):
        read_roster(path)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"{}", b"[1]"])
def test_a_file_that_is_no_roster_is_refused(tmp_path, content):
    path = tmp_path / "roster.json"
    path.write_bytes(content)
    with pytest.raises(RosterError, match="roster"):
        read_roster(path)
    with pytest.raises(RosterError):
        read_roster(tmp_path / "absent.json")
