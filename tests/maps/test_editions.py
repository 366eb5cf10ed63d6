"""Which division is in force, and what became of the codes of 2023."""

from datetime import date

import pytest

from app.model import Level
from maps.editions import edition_on, successions
from maps.hierarchy import open_hierarchy


@pytest.mark.parametrize(
    ("day", "edition"),
    [
        (date(2019, 1, 1), "2023"),
        (date(2025, 11, 5), "2023"),
        (date(2025, 11, 6), "2025"),
        (date(2026, 11, 23), "2025"),
    ],
)
def test_the_day_decides_the_division(day, edition):
    assert edition_on(day) == edition


def test_without_an_edition_the_one_in_force_is_opened(cache, of_2023):
    assert open_hierarchy(cache=cache, today=date(2024, 5, 1)).edition == of_2023.edition


def test_an_edition_that_is_none_is_refused(cache):
    with pytest.raises(ValueError, match="1997"):
        open_hierarchy("1997", cache=cache, today=date(2026, 1, 1))


def test_every_code_that_changed_its_meaning_or_district_has_its_row(of_2023, of_2025):
    rows = {row.old_code for row in successions()}
    changed = set()
    for level in (Level.DISTRICT, Level.TOWN):
        for code in of_2023.codes(level):
            before, now = of_2023.place(code), of_2025.place(code)
            if now is None or (before.name, before.parent) != (now.name, now.parent):
                changed.add(code)
    towns_of_jiangbei = {place.code for place in of_2023.children("500105")}
    assert rows == changed | towns_of_jiangbei


def test_every_row_leads_from_a_place_of_then_to_a_place_of_now(of_2023, of_2025):
    for row in successions():
        chain = of_2023.chain_of(row.old_code)
        assert row.former in (chain[-1].name, "".join(place.name for place in chain[1:3]))
        assert of_2025.place(row.new_code) is not None
        assert row.on == date(2025, 11, 6)


def test_the_new_area_has_the_towns_that_were_announced(of_2025):
    assert of_2025.place("500105").name == "两江新区"
    assert len(of_2025.children("500105")) == 42
    assert len(of_2025.children("500109")) == 17
    assert of_2025.place("500112") is None
