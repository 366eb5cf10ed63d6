"""Frames and sentences of our own mean what the tables in tests/data say of them."""

from pathlib import Path

import pytest

from app.ingest import jt808, nmea
from app.ingest.decode import to_json

DATA = Path(__file__).parents[2] / "data"
JT808 = (
    *("type", "terminal", "valid", "lon", "lat", "alt_m", "speed_kmh", "course_deg"),
    *("fix_time", "alarms", "status", "error"),
)
NMEA = (
    *("type", "valid", "lon", "lat", "alt_m", "speed_kmh", "course_deg"),
    *("fix_time", "satellites", "status", "error"),
)


def vectors(name: str) -> list:
    """(input, expected words) with the comment above them as the id."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [
        pytest.param(given, expected.strip().split(" | "), id=title.removeprefix("# "))
        for title, given, expected in zip(lines, lines[1:], lines[2:], strict=False)
        if expected.startswith("    ")
    ]


def words_of(told: dict, keys: tuple[str, ...]) -> list[str]:
    return [word_of(told[key]) for key in keys]


def word_of(value) -> str:
    if value is None or value == []:
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return " ".join(value)
    return f"{value:.9g}" if isinstance(value, float) else str(value)


def test_the_tables_are_there() -> None:
    assert len(vectors("jt808_vectors.txt")) > 30
    assert len(vectors("nmea_vectors.txt")) > 40


@pytest.mark.parametrize(("given", "expected"), vectors("jt808_vectors.txt"))
def test_jt808_frames_mean_what_the_standard_says(given: str, expected: list[str]) -> None:
    told = words_of(to_json(jt808.decode(bytes.fromhex(given))), JT808)
    assert told == expected


@pytest.mark.parametrize(("given", "expected"), vectors("nmea_vectors.txt"))
def test_sentences_mean_what_the_standard_says(given: str, expected: list[str]) -> None:
    assert words_of(to_json(nmea.decode(given.encode())), NMEA) == expected
