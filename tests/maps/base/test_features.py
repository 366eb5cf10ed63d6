"""Vector files and extracts: converted once, classed, placed; hostile ones refused."""

import os
import sqlite3
from collections import Counter
from pathlib import Path
from threading import Event

import numpy as np
import pytest
import shapely
from pyogrio import raw

from app.basemaps import Datum, Kind
from maps.base import conversion, gcj02
from maps.base.classes import WAYS, Class, Shape, own_class
from maps.base.conversion import converted, kept, place
from maps.base.convert import convert
from maps.base.errors import BaseError, Reason
from maps.base.flat import load, make, save
from maps.base.sniff import kind_of
from maps.base.tags import class_of
from maps.projection import project, project_point
from tests.maps.base.made import LAT, LON, geojson
from tests.maps.base.made_osm import town

SHARED = Path(__file__).parents[4] / "shared" / "data"
WITH_SHARED = pytest.mark.skipif(not SHARED.exists(), reason="these maps are not part of a clone")
POINT = {"type": "Point", "coordinates": [LON, LAT]}
EVERYWHERE = (-1e9, -1e9, 1e9, 1e9)


def counts(flat):
    return Counter(Class(int(each)) for each in flat.cls)


@pytest.fixture
def here(monkeypatch):
    """Converts in this process: what is read is the same, and a process less is started."""

    def run(path, kind, datum, work, progress, _cancelled):
        convert(path, kind, datum, work, progress)

    monkeypatch.setattr(conversion, "_run", run)


def write(path, shapes, crs="EPSG:4490", encoding=None, **columns):
    raw.write(
        path,
        np.array([shapely.to_wkb(shape) for shape in shapes], dtype=object),
        [np.array(values, dtype=object) for values in columns.values()],
        list(columns),
        geometry_type=shapes[0].geom_type,
        crs=crs,
        encoding=encoding,
        layer=path.stem,
    )
    return path


def test_an_extract_becomes_roads_rails_stations_waters_and_houses(tmp_path):
    path = town().write(tmp_path / "town.osm.pbf")
    assert kind_of(path) is Kind.OSM
    said = []
    flat = converted(
        path, Kind.OSM, Datum.WGS84, cache=tmp_path, progress=lambda s, d: said.append((s, d))
    )
    found = counts(flat)
    assert {road: found[road] for road in (Class.MOTORWAY, Class.PRIMARY, Class.MINOR)} == {
        Class.MOTORWAY: 2,
        Class.PRIMARY: 2,
        Class.MINOR: 2,
    }
    assert (found[Class.RAIL], found[Class.SUBWAY], found[Class.RIVER]) == (1, 1, 1)
    assert (found[Class.WATER], found[Class.GREEN], found[Class.BUILT]) == (1, 1, 1)
    assert (found[Class.STATION], found[Class.SUBSTATION], found[Class.BUILDING]) == (2, 2, 40)
    assert {"小什字", "七星岗", "朝天门变"} <= set(flat.names)
    assert [share for share, _ in said] == sorted(share for share, _ in said)
    at = flat.first[flat.parts(Class.STATION, EVERYWHERE)]
    x, y = project_point(LON, LAT + 0.002)
    assert np.hypot(flat.x[at] - x, flat.y[at] - y).min() < 0.05


def test_a_file_is_converted_once_and_again_when_it_has_changed(tmp_path):
    path = geojson(tmp_path / "a.geojson", (POINT, {"name": "一"}))
    first = converted(path, Kind.VECTOR, Datum.CGCS2000, cache=tmp_path)
    folder = place(path, Kind.VECTOR, Datum.CGCS2000, tmp_path)
    stamp = (folder / "x.npy").stat().st_mtime_ns
    converted(path, Kind.VECTOR, Datum.CGCS2000, cache=tmp_path)
    assert (folder / "x.npy").stat().st_mtime_ns == stamp
    assert first.names == ("一",)
    geojson(path, (POINT, {"name": "一"}), (POINT, {"name": "二二"}))
    assert len(converted(path, Kind.VECTOR, Datum.CGCS2000, cache=tmp_path)) == 2
    assert not list((tmp_path / "base").glob(".making-*"))


def test_only_the_latest_conversions_are_kept(here, tmp_path, monkeypatch):
    monkeypatch.setattr(conversion, "_MOST_KEPT", 2)
    (tmp_path / "base" / ".making-left").mkdir(parents=True)
    os.utime(tmp_path / "base" / ".making-left", (1, 1))
    for k in range(4):
        path = geojson(tmp_path / f"{k}.geojson", (POINT, {"name": str(k)}))
        converted(path, Kind.VECTOR, Datum.CGCS2000, cache=tmp_path)
    folders = {folder.name for folder in (tmp_path / "base").iterdir()}
    assert len(folders) == 2
    assert place(path, Kind.VECTOR, Datum.CGCS2000, tmp_path).name in folders


def test_a_cache_that_is_damaged_is_made_anew(here, tmp_path):
    path = geojson(tmp_path / "a.geojson", (POINT, {}))
    converted(path, Kind.VECTOR, Datum.CGCS2000, cache=tmp_path)
    folder = place(path, Kind.VECTOR, Datum.CGCS2000, tmp_path)
    (folder / "x.npy").write_bytes(b"no array")
    assert kept(folder) is None
    assert len(converted(path, Kind.VECTOR, Datum.CGCS2000, cache=tmp_path)) == 1


@pytest.mark.parametrize("name", ["own.gpkg", "own.geojson", "own.shp"])
def test_each_form_of_vector_file_is_read_with_its_own_classes(here, tmp_path, name):
    lines = [shapely.LineString([(LON, LAT), (LON + 0.01, LAT)])] * 2
    path = write(tmp_path / name, lines, name=["路", "别的"], highway=["primary", "no such"])
    assert kind_of(path) is Kind.VECTOR
    flat = converted(path, Kind.VECTOR, Datum.CGCS2000, cache=tmp_path)
    assert counts(flat) == {Class.PRIMARY: 1, Class.OWN_LINE: 1}
    assert set(flat.names) == {"路", "别的"}


def test_a_shapefile_in_gbk_keeps_its_names(here, tmp_path):
    path = write(tmp_path / "点.shp", [shapely.Point(LON, LAT)], encoding="GBK", 名称=["松溉站"])
    path.with_suffix(".cpg").unlink()
    head = bytearray(path.with_suffix(".dbf").read_bytes())
    head[29] = 0  # no language driver either
    path.with_suffix(".dbf").write_bytes(head)
    assert converted(path, Kind.VECTOR, Datum.CGCS2000, cache=tmp_path).names == ("松溉站",)


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:4545", "EPSG:4523", "EPSG:3857", "EPSG:32648"])
def test_a_file_in_any_system_lands_on_the_same_spot(here, tmp_path, crs):
    from pyproj import Transformer

    change = Transformer.from_crs(4490, crs, always_xy=True)
    path = write(tmp_path / "a.gpkg", [shapely.Point(change.transform(LON, LAT))], crs=crs)
    flat = converted(path, Kind.VECTOR, Datum.WGS84, cache=tmp_path)
    assert (flat.x[0], flat.y[0]) == pytest.approx(project_point(LON, LAT), abs=0.01)


def test_features_in_gcj02_are_shown_where_they_are(here, tmp_path):
    lon, lat = (float(part) for part in gcj02.shifted(LON, LAT))
    path = geojson(tmp_path / "a.geojson", ({"type": "Point", "coordinates": [lon, lat]}, {}))
    flat = converted(path, Kind.VECTOR, Datum.GCJ02, cache=tmp_path)
    assert (flat.x[0], flat.y[0]) == pytest.approx(project_point(LON, LAT), abs=0.01)
    as_is = converted(path, Kind.VECTOR, Datum.WGS84, cache=tmp_path)
    assert 400 < np.hypot(as_is.x[0] - flat.x[0], as_is.y[0] - flat.y[0]) < 600


def test_a_shapefile_without_prj_is_refused_for_its_system(here, tmp_path):
    path = write(tmp_path / "a.shp", [shapely.Point(LON, LAT)], name=["一"])
    path.with_suffix(".prj").unlink()
    with pytest.raises(BaseError) as caught:
        converted(path, Kind.VECTOR, Datum.CGCS2000, cache=tmp_path)
    assert caught.value.reason is Reason.NO_CRS


def test_reading_can_be_given_up(tmp_path):
    path = geojson(tmp_path / "a.geojson", (POINT, {}))
    stop = Event()
    stop.set()
    with pytest.raises(BaseError) as caught:
        converted(path, Kind.VECTOR, Datum.CGCS2000, cache=tmp_path, cancelled=stop)
    assert caught.value.reason is Reason.CANCELLED
    assert not list((tmp_path / "base").iterdir())


HOSTILE = {
    "empty.geojson": (b'{"type":"FeatureCollection","features":[]}', Reason.NO_FEATURES),
    "list.geojson": (b'{"type": [1, 2]}', Reason.UNREADABLE),
    "cut.geojson": (b'{"type":"FeatureCollection","features":[{"type":"Fea', Reason.UNREADABLE),
    "far.geojson": (
        b'{"type":"Feature","geometry":{"type":"Point","coordinates":[1e300,-1e300]}}',
        Reason.NO_FEATURES,
    ),
    "cut.osm.pbf": (b"\x00\x00\x00\x0d\x0a\x09OSMHeader\x18\x7f", Reason.UNREADABLE),
    "a.gpkg": (b"SQLite format 3\x00" + bytes(200), Reason.UNREADABLE),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_a_reason(tmp_path, name):
    data, reason = HOSTILE[name]
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(BaseError) as caught:
        converted(path, kind_of(path), Datum.CGCS2000, cache=tmp_path)
    assert caught.value.reason is reason


def test_a_geopackage_whose_view_never_ends_can_be_given_up(tmp_path):
    path = write(tmp_path / "a.gpkg", [shapely.Point(LON, LAT)], name=["一"])
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA writable_schema = ON")
        db.execute("DROP TRIGGER IF EXISTS trigger_insert_feature_count_a")
        db.execute("ALTER TABLE a RENAME TO b")
        db.execute(
            "CREATE VIEW a AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
            "SELECT n.i AS fid, b.geom, b.name FROM n, b"
        )
    db.close()
    stop = Event()
    with pytest.raises(BaseError) as caught:
        converted(
            path,
            Kind.VECTOR,
            Datum.CGCS2000,
            cache=tmp_path,
            progress=lambda *_: stop.set(),
            cancelled=stop,
        )
    assert caught.value.reason in (Reason.CANCELLED, Reason.UNREADABLE)


def test_a_reader_that_dies_is_a_reason_and_not_a_crash(tmp_path, monkeypatch):
    monkeypatch.setattr(conversion.sys, "executable", "/bin/false")
    path = geojson(tmp_path / "a.geojson", (POINT, {}))
    with pytest.raises(BaseError) as caught:
        converted(path, Kind.VECTOR, Datum.CGCS2000, cache=tmp_path)
    assert caught.value.reason is Reason.UNREADABLE


@pytest.mark.parametrize(
    ("data", "name"),
    [(b"", "a.geojson"), (b"\x00" * 50, "a.mbtiles"), (b"<kml/>", "a.kml"), (b"[1]", "a.json")],
)
def test_what_is_no_base_map_is_told_by_its_content(tmp_path, data, name):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(BaseError) as caught:
        kind_of(tmp_path / name)
    assert caught.value.reason is Reason.UNKNOWN_FORM
    with pytest.raises(BaseError) as caught:
        kind_of(tmp_path / "none")
    assert caught.value.reason is Reason.GONE


TAGGED = [
    ("lines", {"highway": "motorway_link"}, Shape.LINE, Class.MOTORWAY),
    ("lines", {"highway": "proposed"}, Shape.LINE, None),
    ("lines", {"railway": "monorail"}, Shape.LINE, Class.SUBWAY),
    ("lines", {"railway": "abandoned"}, Shape.LINE, None),
    ("multipolygons", {"building": "no"}, Shape.AREA, None),
    ("multipolygons", {"natural": "water"}, Shape.AREA, Class.WATER),
    ("multipolygons", {"power": "substation"}, Shape.AREA, Class.SUBSTATION),
    ("points", {"railway": "halt"}, Shape.POINT, Class.STATION),
    ("points", {"place": "city"}, Shape.POINT, None),
    ("transportation", {"class": "primary"}, Shape.LINE, Class.PRIMARY),
    ("roads", {"kind": "major_road", "kind_detail": "trunk"}, Shape.LINE, Class.TRUNK),
    ("streets", {"kind": "motorway"}, Shape.LINE, Class.MOTORWAY),
    ("water", {"class": "river"}, Shape.AREA, Class.WATER),
    ("waterway", {"class": "stream"}, Shape.LINE, Class.STREAM),
    ("landcover", {"class": "wood"}, Shape.AREA, Class.GREEN),
    ("landuse", {"class": "residential"}, Shape.AREA, Class.BUILT),
    ("building", {}, Shape.AREA, Class.BUILDING),
    ("building", {}, Shape.LINE, None),
    ("place", {"class": "town", "name": "X"}, Shape.POINT, None),
    ("poi", {"class": "railway", "subclass": "station"}, Shape.POINT, Class.STATION),
    ("gis_osm_roads_free_1", {"fclass": "secondary"}, Shape.LINE, Class.SECONDARY),
]


@pytest.mark.parametrize(("layer", "tags", "shape", "expected"), TAGGED)
def test_features_are_classed_by_tags_and_layers(layer, tags, shape, expected):
    assert class_of(layer, tags, shape) is expected


def test_every_class_has_a_way_to_be_shown():
    assert set(WAYS) == set(Class)
    assert {WAYS[own_class(shape)].shape for shape in Shape} == set(Shape)


def squares():
    x, y = project([LON, LON + 0.1], [LAT, LAT])
    outer = shapely.box(x[0], y[0], x[0] + 100, y[0] + 100)
    holed = shapely.Polygon(outer.exterior, [shapely.box(*(outer.buffer(-30).bounds)).exterior])
    return [holed, shapely.box(x[1], y[1], x[1] + 5, y[1] + 5)], (x, y)


def test_what_is_in_view_is_found_and_what_is_too_small_is_not():
    shapes, (x, y) = squares()
    flat = make(shapes, [Class.WATER, Class.WATER], ["湖", ""])
    extent = (x[0] - 10, y[0] - 10, x[0] + 10, y[0] + 10)
    assert len(flat.parts(Class.WATER, extent)) == 1
    assert len(flat.parts(Class.WATER, EVERYWHERE)) == 2
    assert len(flat.parts(Class.WATER, EVERYWHERE, least_m=50)) == 1
    assert len(flat.parts(Class.GREEN, EVERYWHERE)) == 0
    (px, _, begins) = next(flat.pieces(flat.parts(Class.WATER, extent), 0.0))
    assert (len(px), int(begins.sum())) == (10, 2)


def test_points_that_do_not_matter_at_a_scale_are_left_out_but_never_an_end():
    x = np.linspace(0, 1000, 400)
    line = shapely.LineString(np.column_stack([x, np.sin(x / 9)]))
    flat = make([line], [Class.RAIL], [""])
    sizes = [
        sum(len(piece[0]) for piece in flat.pieces(flat.parts(Class.RAIL, EVERYWHERE), tolerance))
        for tolerance in (0.0, 0.5, 3.0)
    ]
    assert sizes[0] == 400
    assert sizes[0] > sizes[1] > sizes[2] == 2


def test_arrays_read_back_as_they_were_written(tmp_path):
    shapes, _ = squares()
    flat = make(shapes, [Class.WATER, Class.GREEN], ["湖", "林"])
    save(flat, tmp_path)
    back = load(tmp_path)
    assert back.names == flat.names
    assert (back.x == flat.x).all()
    assert (back.first == flat.first).all()
    (tmp_path / "first.npy").unlink()
    with pytest.raises(OSError, match="first"):
        load(tmp_path)


@WITH_SHARED
def test_the_stations_and_substations_of_an_extract_are_all_there(tmp_path):
    stations = SHARED / "basemap" / "osm_railway_stations.geojson"
    flat = converted(stations, Kind.VECTOR, Datum.WGS84, cache=tmp_path)
    assert counts(flat) == {Class.STATION: 1009}
    power = SHARED / "power" / "osm_power_polygons.geojson"
    found = counts(converted(power, Kind.VECTOR, Datum.WGS84, cache=tmp_path))
    assert found[Class.SUBSTATION] > 200
