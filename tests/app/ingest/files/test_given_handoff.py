"""Recorded documents agree with gpxpy and takproto, as recorded and as they are here."""

import gpxpy
import pytest

from app.ingest.documents import Document, read_document, sniff
from app.ingest.gpsd import read_json
from tests.app.ingest.given import rows

ROWS = rows("given_handoff.jsonl")


def _of(kind: str) -> list:
    return [p for p in ROWS if p.values[0] and p.values[0]["kind"] == kind]


def _bytes(row) -> bytes:
    return (b"\xef\xbb\xbf" if row.get("had_bom") else b"") + row["content"].encode()


def _read(row) -> list:
    data = _bytes(row)
    kind = sniff(data)
    assert kind is Document(row["kind"])
    return list(read_document(kind, data))


@pytest.mark.parametrize("row", _of("gpx"))
def test_gpx_has_the_points_that_gpxpy_recorded(row) -> None:
    messages, said = _read(row), row["expect_gpxpy_1_6_2"]
    assert all(message.error is None for message in messages)
    counts = {kind: sum(m.type == kind for m in messages) for kind in ("trkpt", "wpt", "rtept")}
    assert counts == {
        "trkpt": said["track_points"],
        "wpt": said["waypoints"],
        "rtept": said["route_points"],
    }
    track = [message for message in messages if message.type == "trkpt"]
    ways = [message for message in messages if message.type == "wpt"]
    for message, point in (
        *zip(track[:1], [said["first"]], strict=False),
        *zip(track[-1:], [said["last"]], strict=False),
        *zip(ways[:1], [said["first_waypoint"]], strict=False),
    ):
        assert (message.lat, message.lon, message.alt_m) == (
            point["lat"],
            point["lon"],
            point["ele"],
        )
        told = message.fix_time and message.fix_time.isoformat()
        # Without a zone it is UTC: so says GPX, gpxpy leaves it bare.
        assert (told or "")[:19] == (point["time"] or "")[:19]


@pytest.mark.parametrize("row", _of("gpx"))
def test_gpx_agrees_with_gpxpy_point_for_point(row) -> None:
    theirs = gpxpy.parse(row["content"])
    points = [*theirs.waypoints, *(p for route in theirs.routes for p in route.points)]
    points += [p for track in theirs.tracks for part in track.segments for p in part.points]
    ours = [(m.lat, m.lon, m.alt_m) for m in _read(row)]
    assert ours == [(p.latitude, p.longitude, p.elevation) for p in points]


@pytest.mark.parametrize("row", _of("cot"))
def test_cot_agrees_with_takproto(row) -> None:
    (message,) = _read(row)
    said = row["expect_takproto_3"]
    assert (message.type, message.terminal, message.text) == (
        said["type"],
        said["uid"],
        said["callsign"],
    )
    assert (message.lat, message.lon, message.alt_m) == (said["lat"], said["lon"], said["hae"])
    assert message.accuracy_m is None  # 9999999: not known; takproto hands the number on
    assert message.fix_time.timestamp() * 1000 == said["sendTime_ms"]
    assert message.extra["stale"].timestamp() * 1000 == said["staleTime_ms"]
    assert message.valid


CAP = {
    "earthquake_signed.cap": ("Alert", 1, 1),
    "wcatwc-warning.cap": ("Update", 1, None),
    "australia.cap": ("Alert", 2, None),
}
"""Name -> kind, infos, and circles or polygons where they were counted by hand."""


@pytest.mark.parametrize("row", _of("cap"))
def test_cap_is_read_or_refused_as_the_peers_tests_ask(row) -> None:
    (message,) = _read(row)
    assert not message.valid
    if row["name"] == "invalid.cap":  # no scope
        assert message.error == "element is missing: scope"
        return
    assert message.error is None
    alert = message.extra["alert"]
    kind, infos, shapes = CAP.get(row["name"], (alert.kind, len(alert.infos), None))
    assert (alert.kind, len(alert.infos)) == (kind, infos)
    areas = [area for info in alert.infos for area in info.areas]
    assert areas
    if shapes is not None:
        assert sum(len(a.polygons) + len(a.circles) for a in areas) == shapes
    assert alert.key == (alert.sender, alert.identifier, alert.sent)


@pytest.mark.parametrize("row", _of("owntracks"))
def test_owntracks_agrees_with_traccars_mapping(row) -> None:
    (message,) = read_json(row["content"].encode())
    said = row["expect_from_peer_source"]
    assert (message.lat, message.lon) == (said["latitude"], said["longitude"])
    assert message.fix_time.timestamp() == said["fixTime_unix"]
    assert message.terminal == said["unique_id"]
    # Traccar says 0 for what was not said; we say that it is not known.
    assert (message.alt_m or 0) == said["altitude_m"]
    assert (message.accuracy_m or 0) == said["accuracy_m"]
    assert message.valid
