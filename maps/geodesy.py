"""Metres on the ground near a latitude, on the GRS80 ellipsoid of CGCS2000."""

import math

_A_M = 6_378_137.0
_E2 = 0.006_694_380_022_90
"""Semi-major axis and first eccentricity squared of GRS80 (GB/T 33177-2016)."""


def metres_per_degree(lat: float) -> tuple[float, float]:
    """(along the parallel, along the meridian) at a latitude in degrees."""
    phi = math.radians(lat)
    w = 1.0 - _E2 * math.sin(phi) ** 2
    normal, meridian = _A_M / math.sqrt(w), _A_M * (1.0 - _E2) / w**1.5
    return math.radians(normal * math.cos(phi)), math.radians(meridian)
