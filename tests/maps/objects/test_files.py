"""Objects in files: what goes in comes out again, and only what was meant goes in."""

import csv
import json
from dataclasses import replace

import numpy as np
import pyogrio
import pytest
import shapely

from app.model import Availability, Commissioning, Level, Plant, Unit, UnitKind
from maps.drawing import Drawing, How, Rings, Selection
from maps.measures import circle
from maps.objects.columns import COLUMNS, WHEREABOUTS
from maps.objects.files import WRITERS, write_csv, write_geojson, write_gpkg
from maps.objects.layers import counts, layers
from maps.objects.scope import Scope, Source, TooManyError, scopes
from maps.projection import project_point
from maps.scene import MapData
from maps.viewport import Viewport
from tests.maps.division import MadeDivision
from tests.maps.printing.conftest import HOSTILE, LAT, LON, some_data

EVERY = frozenset(COLUMNS)
TEXTS = {"title": "永川区", "proof": "#7 ab"}
FORMULA = '=HYPERLINK("x")'


def polygon_of(division: MadeDivision):
    def polygon(code: str):
        place = division.place(code)
        mine = division.up(place.level) == division.index(code)
        return shapely.union_all(division.cells[mine])

    return polygon


@pytest.fixture(scope="module")
def division() -> MadeDivision:
    return MadeDivision()


def data_of(**changes) -> MapData:
    unit = Unit(id="U-1", name="消防一队", kind=UnitKind.FIRE, terminal="T-1", people=4)
    plant = Plant(
        id="P-1",
        name=HOSTILE,
        name_en=FORMULA,
        fuel="coal",
        capacity_mw=None,
        year="",
        lon=LON + 0.01,
        lat=LAT,
        commissioning=Commissioning.IN_SERVICE,
        availability=Availability.UNKNOWN,
        note="",
        source="WRI",
        licence="CC BY 4.0",
    )
    area = Selection(how=How.CIRCLE, rings=(circle(LON, LAT, 3_000.0),), label="圈")
    drawing = Drawing(selection=area, rings=Rings(at=(LON, LAT)), pin=(LON, LAT))
    return replace(some_data(), units=(unit,), plants=(plant,), drawing=drawing, **changes)


def source_of(division, data=None, metres_per_px=60.0) -> Source:
    x, y = project_point(LON, LAT)
    return Source(
        data=data or data_of(),
        view=Viewport(x, y, metres_per_px, 640, 480),
        level=Level.VILLAGE,
        division=division,
        polygon=polygon_of(division),
    )


def found(source, scope=Scope.VIEW, wanted=EVERY):
    return {layer.name: layer for layer in layers(source, scope, wanted)}


def read_back(path, name):
    """(rows, geometries, names) as the file has them."""
    meta, _, shapes, fields = pyogrio.raw.read(path, layer=name)
    assert meta["crs"] == "EPSG:4490"
    rows = [tuple(field[k] for field in fields) for k in range(len(fields[0]))]
    return rows, shapely.from_wkb(shapes), list(meta["fields"])


def same(one, other) -> bool:
    missing = one is None and (other is None or other != other or other is False)
    return missing or bool(one == other)


def test_what_goes_into_a_geopackage_comes_out_again(division, tmp_path):
    made, path = found(source_of(division)), tmp_path / "a.gpkg"
    write_gpkg(path, list(made.values()), TEXTS)
    assert set(pyogrio.list_layers(path)[:, 0]) == set(made) == EVERY - {"alerts"}
    for name, layer in made.items():
        rows, shapes, keys = read_back(path, name)
        assert keys == [column.key for column in COLUMNS[name]]
        assert len(rows) == len(layer.rows)
        for mine, theirs in zip(layer.rows, rows, strict=True):
            clean = [v if not isinstance(v, str) else read_clean(v) for v in mine]
            assert all(map(same, clean, theirs)), (name, clean, theirs)
        assert shapely.equals(shapes, np.array(layer.shapes)).all()


def read_clean(text: str) -> str:
    return "".join(c for c in text if c >= " " and not 0xD800 <= ord(c) < 0xE000)


def test_a_geopackage_names_its_fields_in_chinese_and_itself(division, tmp_path):
    path = tmp_path / "a.gpkg"
    write_gpkg(path, list(found(source_of(division), wanted=frozenset({"cases"})).values()), TEXTS)
    info = pyogrio.read_info(path, layer="cases")
    assert info["layer_metadata"]["field.deadline"] == "本阶段时限"
    assert {k: info["dataset_metadata"][k] for k in TEXTS} == TEXTS


def test_a_geojson_is_one_collection_that_says_layer_and_datum(division, tmp_path):
    made, path = found(source_of(division)), tmp_path / "a.geojson"
    write_geojson(path, list(made.values()), TEXTS)
    whole = json.loads(path.read_bytes())
    assert whole["about"] == TEXTS
    by_layer = {name: [] for name in made}
    for feature in whole["features"]:
        by_layer[feature["properties"]["layer"]].append(feature)
    assert {name: len(rows) for name, rows in by_layer.items()} == {
        name: len(layer.rows) for name, layer in made.items()
    }
    case = by_layer["cases"][0]
    assert case["geometry"] == {"type": "Point", "coordinates": [LON, LAT]}
    assert case["properties"]["opened"] == "2026-11-23T00:12:05Z"
    assert pyogrio.read_info(path)["crs"] == "EPSG:4490"
    assert pyogrio.read_info(path)["features"] == len(whole["features"])


def test_a_csv_opens_in_a_spreadsheet_and_reckons_nothing(division, tmp_path):
    path = tmp_path / "a.csv"
    write_csv(path, list(found(source_of(division)).values()), TEXTS)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    plant = next(row for row in rows if row["layer"] == "plants")
    assert plant["name_en"] == f"'{FORMULA}"
    assert (float(plant["lon"]), float(plant["lat"])) == (LON + 0.01, LAT)
    fence = next(row for row in rows if row["layer"] == "fences")
    assert shapely.from_wkt(fence["wkt"]).is_valid


@pytest.mark.parametrize("form", WRITERS)
def test_whereabouts_are_in_a_file_only_where_they_are_wanted(division, tmp_path, form):
    made = found(source_of(division), wanted=EVERY - WHEREABOUTS)
    path = tmp_path / f"a.{form}"
    WRITERS[form](path, list(made.values()), TEXTS)
    raw = path.read_bytes()
    for secret in (b"T-1", b"T-2", b"U-1", "消防一队".encode()):
        assert secret not in raw
    assert b"E-1" in raw


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Scope.AREA, {"cases": 1, "terminals": 1, "units": 1, "plants": 1, "fences": 1}),
        (Scope.VIEW, {"cases": 1, "terminals": 2, "units": 1, "plants": 1, "fences": 1}),
        (Scope.CHOSEN, {"cases": 1, "terminals": 0, "units": 0, "plants": 0, "fences": 0}),
    ],
)
def test_what_is_meant_is_counted_as_it_is_written(division, scope, expected):
    source = source_of(division)
    told = counts(source, scope)
    assert {name: told[name] for name in expected} == expected
    made = found(source, scope, EVERY - {"places"})
    assert {n: len(layer.rows) for n, layer in made.items()} == {
        n: k for n, k in told.items() if k and n != "places"
    }


def test_nothing_out_of_view_is_in_the_file(division):
    x, y = project_point(LON + 1.0, LAT)
    away = replace(source_of(division), view=Viewport(x, y, 20.0, 640, 480))
    assert set(found(away)) == {"drawings"}


def test_places_are_those_that_touch_what_is_meant(division):
    source = source_of(division)
    made = found(source, Scope.AREA, frozenset({"places"}))["places"]
    area = source.data.drawing.selection.area
    codes = {row[0] for row in made.rows}
    polygon = polygon_of(division)
    every = division.codes(Level.VILLAGE)
    assert codes == {code for code in every if shapely.intersects(polygon(code), area)}
    assert 0 < len(codes) < len(every)
    assert all(row[5] is True for row in made.rows)  # villages are schematic


def test_too_many_places_are_refused_with_their_number(division, monkeypatch):
    monkeypatch.setattr("maps.objects.layers.MOST_PLACES", 3)
    with pytest.raises(TooManyError) as caught:
        found(source_of(division), wanted=frozenset({"places"}))
    assert caught.value.args[0] > 3


def test_the_most_particular_meaning_comes_first():
    assert scopes(data_of()) == (Scope.AREA, Scope.CHOSEN, Scope.VIEW)
    assert scopes(MapData()) == (Scope.VIEW,)


@pytest.mark.parametrize("form", WRITERS)
def test_a_file_that_cannot_be_written_is_an_os_error(division, tmp_path, form):
    made = list(found(source_of(division)).values())
    with pytest.raises(OSError, match=r"\w"):
        WRITERS[form](tmp_path / "nowhere" / f"a.{form}", made, TEXTS)
