"""Terminals on their beats: waypoints in, positions with speed, course and height out.

Knows no protocol and no clock: the caller says how many seconds pass.
"""

import json
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, cos, degrees, hypot, pi, radians, sin
from pathlib import Path
from random import Random

import msgspec

_EAST_M = 111_320.0
_NORTH_M = 110_950.0
"""Metres in a degree, of longitude at the equator and of latitude at 30 N: enough for a demo."""

_SWAY_M = 40.0
_SWAY_EVERY_M = 900.0
_NOISE_M = 2.0


class RosterError(ValueError):
    """A roster file that cannot be used, and why."""


class Beat(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One terminal of the roster: who carries it and where it goes.

    `waypoints`: lon, lat in degrees CGCS2000, walked there and back; `version` of JT/T 808: 2013
    or 2019; `speed_kmh` is its usual speed.
    """

    phone: str
    unit: str
    kind: str
    version: int
    plate: str
    speed_kmh: float
    waypoints: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    lon: float
    lat: float
    alt_m: float
    speed_kmh: float
    course_deg: float


class Walker:
    """Moves one terminal along its beat, with stops, a swaying line and a little noise.

    It starts `start_m` metres along, or anywhere.
    """

    def __init__(self, beat: Beat, random: Random, *, start_m: float | None = None) -> None:
        self._random = random
        self._beat = beat
        self._east_m = _EAST_M * cos(radians(beat.waypoints[0][1]))
        self._legs = _legs(beat.waypoints, self._east_m)
        self._length_m = sum(leg.length_m for leg in self._legs)
        self._along_m = random.uniform(0, 2 * self._length_m) if start_m is None else start_m
        self._phase_m = random.uniform(0, _SWAY_EVERY_M)
        self._base_m = random.uniform(180, 420)
        self._rest_s = 0.0
        self._drive_s = random.uniform(60, 600)

    def advance(self, seconds: float, *, factor: float = 1.0) -> Sample:
        """Where it is after so many seconds more; `factor` multiplies its usual speed."""
        speed_kmh = self._pace(seconds) * factor
        self._along_m += speed_kmh / 3.6 * seconds
        lon, lat, course = self._at(self._along_m)
        noise = self._random.gauss
        return Sample(
            lon=lon + noise(0, _NOISE_M) / self._east_m,
            lat=lat + noise(0, _NOISE_M) / _NORTH_M,
            alt_m=self._base_m + 25 * sin(self._along_m / 1_500),
            speed_kmh=speed_kmh,
            course_deg=course,
        )

    def _pace(self, seconds: float) -> float:
        if self._rest_s > 0:
            self._rest_s -= seconds
            return 0.0
        self._drive_s -= seconds
        if self._drive_s <= 0:
            self._rest_s = self._random.uniform(20, 120)
            self._drive_s = self._random.uniform(120, 900)
        return self._beat.speed_kmh * self._random.uniform(0.75, 1.15)

    def _at(self, along_m: float) -> tuple[float, float, float]:
        """Lon, lat, course at a distance of the endless way there and back."""
        folded = along_m % (2 * self._length_m)
        back = folded > self._length_m
        rest = 2 * self._length_m - folded if back else folded
        leg = self._legs[-1]
        for leg in self._legs:
            if rest <= leg.length_m:
                break
            rest -= leg.length_m
        share = min(rest / leg.length_m, 1.0)
        sway = _SWAY_M * sin(2 * pi * (self._phase_m + rest) / _SWAY_EVERY_M) * sin(pi * share)
        east = leg.east_m * share - leg.north_m / leg.length_m * sway
        north = leg.north_m * share + leg.east_m / leg.length_m * sway
        turn = 180 if back else 0
        course = (degrees(atan2(leg.east_m, leg.north_m)) + turn) % 360
        return leg.lon + east / self._east_m, leg.lat + north / _NORTH_M, course


@dataclass(frozen=True, slots=True)
class _Leg:
    lon: float
    lat: float
    east_m: float
    north_m: float
    length_m: float


def _legs(points: tuple[tuple[float, float], ...], east_m: float) -> tuple[_Leg, ...]:
    legs = []
    for (lon, lat), (to_lon, to_lat) in pairwise(points):
        east, north = (to_lon - lon) * east_m, (to_lat - lat) * _NORTH_M
        legs.append(_Leg(lon, lat, east, north, max(hypot(east, north), 1.0)))
    return tuple(legs)


def write_roster(path: Path, beats: tuple[Beat, ...]) -> None:
    """The roster as JSON, in an order and form that depend on nothing but its content."""
    rows = msgspec.to_builtins(beats)
    path.write_text("\n".join(["[", ",\n".join(map(_line, rows)), "]", ""]), "utf-8")


def _line(row: dict[str, object]) -> str:
    return json.dumps(row, ensure_ascii=False, sort_keys=True)


def read_roster(path: Path) -> tuple[Beat, ...]:
    """The beats of a roster file. Raises RosterError with the reason."""
    try:
        beats = msgspec.json.decode(path.read_bytes(), type=tuple[Beat, ...])
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RosterError(f"{path}: {error}") from error
    for beat in beats:
        if reason := _unfit(beat):
            raise RosterError(f"{path}: terminal {beat.phone!r}: {reason}")
    if len({beat.phone for beat in beats}) != len(beats):
        raise RosterError(f"{path}: a terminal is there twice")
    return beats


def _unfit(beat: Beat) -> str:
    digits = 20 if beat.version == 2019 else 12
    checks = (
        (beat.phone.isdecimal() and beat.phone.isascii(), "a number of digits is needed"),
        (len(beat.phone) <= digits, f"more than {digits} digits"),
        (beat.version in (2013, 2019), f"version {beat.version} is neither 2013 nor 2019"),
        (len(beat.waypoints) >= 2, "fewer than two waypoints"),
        (0 < beat.speed_kmh < 200, f"{beat.speed_kmh} km/h"),
        (all(-180 <= x <= 180 and -85 <= y <= 85 for x, y in beat.waypoints), "a waypoint is off"),
    )
    return next((reason for fits, reason in checks if not fits), "")
