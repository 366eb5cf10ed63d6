"""When alarms come faster than a person can answer them."""

from datetime import timedelta

import pytest

from app.model import Alert, AlertKind, Grade
from tests.conftest import NOW
from widgets import flood


def alerts(count, *, ago_s=60, kind=AlertKind.POWER_LOST, district="500001"):
    at = NOW - timedelta(seconds=ago_s)
    return [
        Alert(
            id=f"{kind}{district}{n}",
            kind=kind,
            grade=Grade.III,
            raised=at,
            last=at,
            chain=("500000", district),
        )
        for n in range(count)
    ]


@pytest.mark.parametrize(
    ("count", "before", "on"),
    [(10, False, False), (11, False, True), (5, True, True), (4, True, False)],
)
def test_a_flood_begins_above_ten_and_ends_below_five(count, before, on):
    assert flood.watch(alerts(count), NOW, flood.Flood(on=before)).on is on


def test_older_than_ten_minutes_does_not_count():
    assert flood.watch(alerts(30, ago_s=601), NOW, flood.Flood()).rate == 0


def test_groups_are_by_cause_and_district_the_largest_first():
    mixed = alerts(3, kind=AlertKind.SOS) + alerts(9) + alerts(2, district="500002")
    found = flood.watch(mixed, NOW, flood.Flood())
    assert [(g.kind, g.district, g.number) for g in found.groups] == [
        (AlertKind.POWER_LOST, "500001", 9),
        (AlertKind.SOS, "500001", 3),
        (AlertKind.POWER_LOST, "500002", 2),
    ]
