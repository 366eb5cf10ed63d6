"""The catalogue of substations: what ships is sound, and what is not is refused with its line."""

import pytest

from app import catalogue
from app.catalogue.substation_file import COLUMNS

ROW = "220-106.0-29.5,某站,220,106.0,29.5,OSM-106.0-29.5,ODbL 1.0"
BAD = {
    "a column is missing": ("id,name", "columns"),
    "a field is missing": (f"{COLUMNS}\na,b,220", "number of fields"),
    "no source": (f"{COLUMNS}\n{ROW.replace('OSM-106.0-29.5', '')}", "source is empty"),
    "no voltage": (f"{COLUMNS}\n{ROW.replace(',220,', ',,')}", "line 2"),
    "a voltage of watts": (f"{COLUMNS}\n{ROW.replace(',220,', ',220000,')}", "voltage_kv"),
    "no place": (f"{COLUMNS}\n{ROW.replace(',29.5,', ',129.5,')}", "no place"),
    "there twice": (f"{COLUMNS}\n{ROW}\n{ROW}", "twice"),
}


def test_what_ships_lies_in_the_city_and_has_a_source(of_2025):
    rows = catalogue.substations()
    assert len(rows) == 32
    for one in rows:
        assert one.voltage_kv in (110, 220, 500)
        assert one.source.startswith("OSM-")
        assert one.licence == "ODbL 1.0"
        assert not of_2025.locate(one.lon, one.lat).outside


@pytest.mark.parametrize(("text", "said"), BAD.values(), ids=list(BAD))
def test_what_is_not_sound_is_refused_with_its_line(text, said):
    with pytest.raises(catalogue.CatalogueError, match=said):
        catalogue.read_substations(text + "\n")


def test_a_row_is_read_as_it_stands():
    (one,) = catalogue.read_substations(f"{COLUMNS}\n{ROW}\n")
    assert (one.name, one.voltage_kv, one.lon, one.lat) == ("某站", 220, 106.0, 29.5)
