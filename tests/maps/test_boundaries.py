"""Own boundary files: what is accepted, what is refused and why, and the edition made of them."""

import json
from datetime import date

import numpy as np
import pyogrio
import pytest
import shapely
from pyogrio import raw

from app.model import Level
from maps.boundaries import BoundariesError, Reason, read_boundaries
from maps.hierarchy import open_hierarchy, own_editions
from maps.overlay import make_edition

TOWN, OTHER = "500118107", "500118104"


def box(lon, lat, size=0.02):
    return shapely.box(lon, lat, lon + size, lat + size)


def write(path, rows, *, crs="EPSG:4490", encoding=None, field="code"):
    """A file of (code, area) rows, in the form its suffix names."""
    shapes = np.array([shapely.to_wkb(area) if area else None for _, area in rows], dtype=object)
    codes = np.array([code for code, _ in rows], dtype=object)
    names = np.array(["松溉镇"] * len(rows), dtype=object)
    raw.write(
        path,
        shapes,
        [codes, names],
        [field, "名称"],
        geometry_type="Polygon" if path.suffix == ".shp" else "Unknown",
        crs=crs,
        encoding=encoding,
        layer=path.stem,
    )
    return path


def reasons(imported):
    return [refused.reason for refused in imported.refused]


@pytest.mark.parametrize("name", ["own.geojson", "own.gpkg", "own.shp"])
def test_each_form_is_read(of_2025, tmp_path, name):
    path = write(tmp_path / name, [(TOWN, box(105.88, 29.05)), (OTHER, box(105.95, 29.2))])
    imported = read_boundaries([path], of_2025)
    assert [(f.code, f.level) for f in imported.accepted] == [
        (TOWN, Level.TOWN),
        (OTHER, Level.TOWN),
    ]
    assert imported.refused == ()
    assert shapely.hausdorff_distance(imported.accepted[0].area, box(105.88, 29.05)) < 1e-9


@pytest.mark.parametrize("keep_cpg", [True, False])
def test_a_shapefile_in_gbk_is_read_with_its_chinese_columns(of_2025, tmp_path, keep_cpg):
    path = write(
        tmp_path / "乡镇.shp", [(TOWN, box(105.88, 29.05))], encoding="GBK", field="区划代码"
    )
    if not keep_cpg:
        path.with_suffix(".cpg").unlink()
        head = bytearray(path.with_suffix(".dbf").read_bytes())
        head[29] = 0  # no language driver either
        path.with_suffix(".dbf").write_bytes(head)
    imported = read_boundaries([path], of_2025)
    assert [feature.code for feature in imported.accepted] == [TOWN]


@pytest.mark.parametrize("epsg", [4543, 4545, 4524, 32648, 4326])
def test_any_coordinate_system_is_brought_to_degrees(of_2025, tmp_path, epsg):
    from pyproj import Transformer

    area = box(105.88, 29.05)
    there = Transformer.from_crs(4490, epsg, always_xy=True)
    moved = shapely.transform(area, lambda c: np.column_stack(there.transform(*c.T)))
    path = write(tmp_path / "own.shp", [(TOWN, moved)], crs=f"EPSG:{epsg}")
    imported = read_boundaries([path], of_2025)
    assert shapely.hausdorff_distance(imported.accepted[0].area, area) < 1e-7


BOWTIE = shapely.Polygon([(105.8, 29), (105.9, 29.1), (105.9, 29), (105.8, 29.1)])
REFUSED = [
    (Reason.NO_GEOMETRY, TOWN, None),
    (Reason.WRONG_TYPE, TOWN, shapely.Point(105.9, 29.1)),
    (Reason.WRONG_TYPE, TOWN, shapely.LineString([(105.9, 29.1), (106, 29.1)])),
    (Reason.INVALID, TOWN, BOWTIE),
    (Reason.NO_CODE, "", box(105.9, 29.1)),
    (Reason.NO_CODE, None, box(105.9, 29.1)),
    (Reason.UNKNOWN_CODE, "999999999", box(105.9, 29.1)),
    (Reason.WRONG_LEVEL, "500000", box(105.9, 29.1)),
    (Reason.OUTSIDE_CITY, TOWN, box(100, 20)),
]


@pytest.mark.parametrize(("reason", "code", "area"), REFUSED)
def test_a_bad_feature_is_refused_with_its_reason_and_the_good_one_stays(
    of_2025, tmp_path, reason, code, area
):
    path = write(tmp_path / "own.geojson", [(code, area), (OTHER, box(105.95, 29.2))])
    imported = read_boundaries([path], of_2025)
    assert reasons(imported) == [reason]
    assert imported.refused[0].source == "own.geojson/own 1"
    assert [feature.code for feature in imported.accepted] == [OTHER]


CLASHES = [
    (Reason.DUPLICATE, TOWN, box(105.95, 29.2)),
    (Reason.OVERLAP, OTHER, box(105.885, 29.055)),
    (Reason.WRONG_LEVEL, "500118107200", box(105.95, 29.2)),
]


@pytest.mark.parametrize(("reason", "code", "area"), CLASHES)
def test_of_two_that_clash_the_first_stays(of_2025, tmp_path, reason, code, area):
    path = write(tmp_path / "own.gpkg", [(TOWN, box(105.88, 29.05)), (code, area)])
    imported = read_boundaries([path], of_2025)
    assert [feature.code for feature in imported.accepted] == [TOWN]
    assert reasons(imported) == [reason]


def test_a_shapefile_without_prj_is_refused_feature_by_feature(of_2025, tmp_path):
    path = write(tmp_path / "own.shp", [(TOWN, box(105.88, 29.05))])
    path.with_suffix(".prj").unlink()
    assert reasons(read_boundaries([path], of_2025)) == [Reason.NO_CRS]


def test_a_file_without_a_column_of_codes_is_refused_feature_by_feature(of_2025, tmp_path):
    path = write(tmp_path / "own.gpkg", [(TOWN, box(105.88, 29.05))], field="who")
    assert reasons(read_boundaries([path], of_2025)) == [Reason.NO_CODE]


@pytest.mark.parametrize("data", [b"", b"{}", b"not geodata", json.dumps([1]).encode()])
def test_what_is_no_boundary_file_is_an_error_and_not_a_crash(of_2025, tmp_path, data):
    path = tmp_path / "own.geojson"
    path.write_bytes(data)
    with pytest.raises(BoundariesError, match=r"own\.geojson"):
        read_boundaries([path], of_2025)


def test_a_file_that_is_not_there_is_an_error(of_2025, tmp_path):
    with pytest.raises(BoundariesError):
        read_boundaries([tmp_path / "none.gpkg"], of_2025)


@pytest.fixture(scope="module")
def overlaid(of_2025, cache, tmp_path_factory):
    """松溉镇 moved east by a hundredth of a degree."""
    area = shapely.transform(of_2025.polygon(TOWN), lambda c: c + np.array([0.01, 0.0]))
    path = write(tmp_path_factory.mktemp("own") / "own.gpkg", [(TOWN, area)])
    edition = make_edition(of_2025, read_boundaries([path], of_2025).accepted, cache=cache)
    return open_hierarchy(edition, cache=cache, today=date(2026, 11, 23))


def test_own_boundaries_are_an_edition_of_their_own(overlaid, of_2025, cache):
    assert overlaid.edition in own_editions(cache)
    assert overlaid.edition.startswith("2025+")
    assert not overlaid.polygon(TOWN).equals(of_2025.polygon(TOWN))
    assert overlaid.polygon(OTHER).equals(of_2025.polygon(OTHER))


def test_every_point_of_the_own_outline_is_in_the_unit(overlaid, of_2025):
    area = overlaid.polygon(TOWN)
    west, south, east, north = area.bounds
    rng = np.random.default_rng(7)
    for lon, lat in rng.uniform((west, south), (east, north), (300, 2)).tolist():
        chain = overlaid.locate(lon, lat)
        assert (TOWN in chain.codes) == area.contains(shapely.Point(lon, lat))
        assert chain.edition == overlaid.edition
        assert [place.level for place in chain.places] == list(Level)[: len(chain.places)]


def test_ground_that_was_given_up_is_known_to_the_district_only(overlaid, of_2025):
    given_up = of_2025.polygon(TOWN).difference(overlaid.polygon(TOWN))
    at = given_up.representative_point()
    codes = overlaid.locate(at.x, at.y).codes
    assert TOWN not in codes
    assert codes[:2] == ("500000", "500118")
    assert overlaid.finest([at.x, 200.0], [at.y, 0.0]) == [codes[-1], ""]


def test_the_own_border_is_near_where_the_circle_touches_it(overlaid):
    outline = overlaid.polygon(TOWN).exterior
    at = outline.interpolate(0.3, normalized=True)
    beside = overlaid.locate(at.x, at.y, 30.0)
    assert TOWN in (*beside.codes, *(n.code for n in beside.near_border))


def test_nothing_or_an_own_edition_makes_no_edition(overlaid, of_2025, cache, tmp_path):
    with pytest.raises(ValueError, match="no boundaries"):
        make_edition(of_2025, [], cache=cache)
    path = write(tmp_path / "own.gpkg", [(TOWN, box(105.88, 29.05))])
    features = read_boundaries([path], overlaid).accepted
    with pytest.raises(ValueError, match="shipped"):
        make_edition(overlaid, features, cache=cache)


def test_pyogrio_is_the_one_that_was_pinned():
    assert pyogrio.__gdal_version__ >= (3, 8, 0)
