"""Moments as officers write them, and those that are one key away; in Beijing time."""

from datetime import UTC, datetime

import pytest

from widgets.look_back import PRESETS, shown, written

NOW = datetime(2026, 11, 23, 0, 12, 5, tzinfo=UTC)  # 08:12:05 in Chongqing


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("08:00", "2026-11-23 08:00"),
        ("8：00", "2026-11-23 08:00"),
        (" 07:30:15 ", "2026-11-23 07:30"),
        ("08:13", "2026-11-22 08:13"),
        ("11-20 08:00", "2026-11-20 08:00"),
        ("12/31 23:59", "2025-12-31 23:59"),
        ("2024-02-29 00:00", "2024-02-29 00:00"),
        ("2026.11.23 08:12", "2026-11-23 08:12"),
    ],
)
def test_what_is_written_is_the_last_such_moment(text, expected):
    assert shown(written(text, NOW)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "8",
        "25:00",
        "08:60",
        "2026-11-23 08:13",
        "2027-01-01 00:00",
        "02-30 08:00",
        "昨天",
        "x" * 500,
    ],
)
def test_what_is_no_past_moment_is_none(text):
    assert written(text, NOW) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("hour", "2026-11-23 07:12"),
        ("hours", "2026-11-23 04:12"),
        ("shift", "2026-11-23 08:00"),
        ("yesterday", "2026-11-22 08:12"),
    ],
)
def test_a_preset_is_counted_from_now(name, expected):
    assert shown(PRESETS[name](NOW)) == expected


def test_before_eight_the_day_shift_is_yesterdays():
    before = datetime(2026, 11, 22, 23, 59, tzinfo=UTC)  # 07:59 on the 23rd
    assert shown(PRESETS["shift"](before)) == "2026-11-22 08:00"
