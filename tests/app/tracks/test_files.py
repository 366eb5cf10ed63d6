"""Tracks that leave the desk come back the same, by our own readers and by gpxpy."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import gpxpy
import msgspec
import numpy as np
import pytest

from app.ingest.documents import Document, read_document, sniff
from app.tracks.about import SIMULATED, About
from app.tracks.files import WRITERS
from tests.app.tracks.builders import BEGIN_S, a_track, moving

ABOUT = About(
    title="轨迹 <A> & B",
    proof="台账 #12 3f9a",
    made=datetime(2026, 11, 23, tzinfo=UTC),
    names={"T1": "消防一队\x00"},
)
GPX = "{http://www.topografix.com/GPX/1/1}"


def a_journey():
    """Two parts heard live, one late, one doubted fix, one fix without speed and height."""
    rows = [*moving(5), *moving(4, begin_s=BEGIN_S + 1000.5), (BEGIN_S + 5000, 106.9, 29.9)]
    return a_track(rows, late=[7, 8], doubted=[2])


def written(tmp_path: Path, form: str, track=None, about: About = ABOUT) -> bytes:
    path = tmp_path / f"a.{form}"
    WRITERS[form](path, [a_journey() if track is None else track], about, lambda share: None)
    return path.read_bytes()


@pytest.mark.parametrize("form", ["gpx", "geojson"])
def test_our_own_reader_gives_every_fix_back(tmp_path: Path, form: str):
    data, track = written(tmp_path, form), a_journey()
    assert sniff(data) == Document(form)
    messages = sorted(read_document(Document(form), data), key=lambda one: one.fix_time)
    assert [one.error for one in messages] == [None] * len(track)
    assert {one.terminal for one in messages} == {"T1"} or form == "gpx"
    assert np.allclose([one.fix_time.timestamp() for one in messages], track.at_s, atol=1e-3)
    assert np.allclose([one.lon for one in messages], track.lon, atol=1e-7)
    heights = [np.nan if one.alt_m is None else one.alt_m for one in messages]
    assert np.allclose(heights, track.alt_m, equal_nan=True)


def test_gpxpy_reads_the_same_with_a_segment_for_each_part(tmp_path: Path):
    found = gpxpy.parse(written(tmp_path, "gpx").decode())
    assert [len(part.points) for part in found.tracks[0].segments] == [4, 2, 2, 1]
    assert (found.tracks[0].name, found.tracks[0].description) == ("T1", "消防一队")
    assert found.name == ABOUT.title
    assert found.waypoints[0].type == "doubted"
    first = found.tracks[0].segments[0].points[0]
    assert first.time.timestamp() == BEGIN_S
    assert first.elevation == 200
    speed = first.extensions[0][0]
    assert float(speed.text) == pytest.approx(30 / 3.6, abs=0.01)


def test_gpx_has_its_elements_in_the_order_of_its_schema(tmp_path: Path):
    root = ElementTree.fromstring(written(tmp_path, "gpx"))
    order = [child.tag.removeprefix(GPX) for child in root]
    assert order == ["metadata", "wpt", "trk"]
    point = root.find(f"{GPX}trk/{GPX}trkseg/{GPX}trkpt")
    assert point is not None
    assert [child.tag.removeprefix(GPX) for child in point] == ["ele", "time", "extensions"]
    wpt = root.find(f"{GPX}wpt")
    assert wpt is not None
    tags = [child.tag.removeprefix(GPX) for child in wpt]
    assert tags == ["ele", "time", "name", "type", "extensions"]


def test_geojson_has_a_line_for_each_part_and_points_for_what_stands_alone(tmp_path: Path):
    found = msgspec.json.decode(written(tmp_path, "geojson"))
    shapes = [
        (one["properties"]["kind"], one["geometry"]["type"], len(one["geometry"]["coordinates"]))
        for one in found["features"]
    ]
    assert shapes == [
        ("track", "LineString", 4),
        ("track", "LineString", 2),
        ("late", "LineString", 2),
        ("track", "Point", 2),
        ("doubted", "Point", 3),
    ]
    line = found["features"][0]["properties"]
    assert len(line["coordTimes"]) == len(line["speeds_kmh"]) == 4
    assert line["coordTimes"][0].endswith("Z")


@pytest.mark.parametrize("form", ["gpx", "geojson"])
@pytest.mark.parametrize("simulated", [True, False])
def test_what_is_simulated_says_so_and_nothing_else_does(tmp_path: Path, form, simulated):
    data = written(tmp_path, form, about=replace(ABOUT, simulated=simulated)).decode()
    if form == "gpx":
        assert ("<type>simulated</type>" in data) is simulated
        assert ("<keywords>simulated</keywords>" in data) is simulated
    else:
        said = [one["properties"][SIMULATED] for one in msgspec.json.decode(data)["features"]]
        assert set(said) == {simulated}


@pytest.mark.parametrize("form", ["gpx", "geojson"])
def test_the_datum_and_the_proof_stand_in_the_file(tmp_path: Path, form: str):
    data = written(tmp_path, form).decode()
    assert "EPSG:4490" in data
    assert "台账 #12 3f9a" in data


class StopError(Exception):
    """Nobody wants the rest."""


@pytest.mark.parametrize("form", ["gpx", "geojson"])
def test_writing_tells_how_far_it_is_and_ends_where_nobody_wants_it(tmp_path: Path, form: str):
    shares: list[float] = []
    WRITERS[form](tmp_path / "a", [a_journey(), a_journey()], ABOUT, shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1)

    def stop(share: float) -> None:
        raise StopError

    with pytest.raises(StopError):
        WRITERS[form](tmp_path / "b", [a_journey()], ABOUT, stop)
