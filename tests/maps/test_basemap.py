"""Rivers and relief: what is shipped is what the sources say, and a broken file is named."""

import json
from pathlib import Path

import numpy as np
import pytest

from maps import basemap

SOURCES = Path(__file__).parents[3] / "shared" / "data" / "basemap"
WITH_SOURCES = pytest.mark.skipif(
    not SOURCES.exists(), reason="the source maps are not part of a clone"
)
FRAME = (104.0, 27.0, 112.0, 34.0)


def test_the_three_rivers_of_the_city_are_there_with_their_ranks():
    ranks = {river.name: river.rank for river in basemap.rivers()}
    assert (ranks["长江"], ranks["嘉陵江"], ranks["乌江"]) == (1, 2, 3)


def test_every_ring_is_a_line_of_points_inside_the_frame():
    west, south, east, north = FRAME
    for river in basemap.rivers():
        for ring in river.rings:
            assert ring.shape[1] == 2
            assert len(ring) >= 2
            assert ((ring >= (west, south)) & (ring <= (east, north))).all()


def test_areas_are_closed_rings_and_the_yangtze_is_one_of_them():
    areas = [river for river in basemap.rivers() if river.area]
    assert "长江" in {river.name for river in areas}
    assert all((ring[0] == ring[-1]).all() for river in areas for ring in river.rings)


def test_what_is_read_cannot_be_changed_by_a_layer():
    with pytest.raises(ValueError, match="read-only"):
        basemap.rivers()[0].rings[0][0] = 0
    with pytest.raises(ValueError, match="read-only"):
        basemap.relief().heights[0, 0] = 0


def test_the_mountains_of_the_north_east_stand_above_the_basin():
    relief = basemap.relief()
    west, _, _, north = relief.bounds
    daba, basin = (
        relief.heights[int((north - lat) * 30), int((lon - west) * 30)]
        for lon, lat in ((109.0, 31.9), (105.3, 30.3))
    )
    assert daba > basin + 0.2


def test_relief_is_float32_from_0_to_1_over_the_frame():
    relief = basemap.relief()
    assert relief.bounds == FRAME
    assert relief.heights.dtype == np.float32
    assert (relief.heights.min(), relief.heights.max()) == (0.0, 1.0)


def test_smoothing_keeps_a_plain_level_and_lowers_a_peak():
    plain = np.full((7, 9), 3, np.float32)
    assert np.allclose(basemap.smooth(plain), plain)
    peak = np.zeros((7, 9), np.float32)
    peak[3, 4] = 256
    smoothed = basemap.smooth(peak)
    assert smoothed[3, 4] == 36
    assert smoothed.sum() == pytest.approx(256)


@pytest.mark.parametrize("content", [b"", b"not xz", b"\xfd7zXZ\x00broken"])
def test_a_broken_river_file_is_named(tmp_path, content):
    path = tmp_path / "rivers.geojson.xz"
    path.write_bytes(content)
    with pytest.raises(basemap.BasemapError, match=r"rivers\.geojson\.xz"):
        list(basemap._read_rivers(path))


def test_a_river_of_another_shape_is_refused():
    with pytest.raises(basemap.BasemapError, match="Point"):
        basemap._river({"properties": {}, "geometry": {"type": "Point", "coordinates": []}})


@WITH_SOURCES
def test_the_shipped_lines_and_areas_hold_every_point_of_the_source():
    for source, area in (("rivers_ngcc4m", False), ("river_areas_ngcc4m", True)):
        features = json.loads((SOURCES / f"{source}.geojson").read_text("utf-8"))["features"]
        expected = {
            (round(lon, 5), round(lat, 5))
            for feature in features
            for lon, lat in _points(feature["geometry"]["coordinates"])
        }
        shipped = {
            (float(lon), float(lat))
            for river in basemap.rivers()
            if river.area is area
            for ring in river.rings
            for lon, lat in ring
        }
        assert shipped == expected


def _points(nested):
    if isinstance(nested[0], float):
        return [nested]
    return [point for part in nested for point in _points(part)]
