"""How large letters must be on a wall: by viewing distance and pixel pitch. No Qt.

NUREG-0700 1.3.1-4 (ISO 9241-3 says the same): a character is at least 16 minutes of arc high, 20 to
22 are preferred. Here 20 is the least for Chinese characters; figures, which are lower, then still
have 17.
"""

import math
from dataclasses import dataclass

LEAST_ARCMIN = 20.0
INK = 0.875
"""Height of a Chinese character (国) in parts of the font's size, measured in Noto Sans SC."""

ROWS = 24
"""So many lines the wall needs below each other: letters are never larger than that leaves."""

_MM_PER_INCH = 25.4
_USUAL_PITCH_MM = 0.3
_SANE_PITCH_MM = (0.05, 20.0)


def arcmin(height_mm: float, distance_m: float) -> float:
    """The visual angle of a height."""
    return math.degrees(2 * math.atan(height_mm / (2000 * distance_m))) * 60


def least_mm(distance_m: float, angle_arcmin: float = LEAST_ARCMIN) -> float:
    """How high a character must be to be read from a distance."""
    return 2000 * distance_m * math.tan(math.radians(angle_arcmin / 60) / 2)


def pitch_mm(size_px: tuple[int, int], diagonal_in: float, told_mm: tuple[float, float]) -> float:
    """Size of a pixel: of a diagonal that was set, else as the screen tells, else the usual one."""
    across = math.hypot(*size_px)
    if diagonal_in > 0:
        return diagonal_in * _MM_PER_INCH / across
    told = math.hypot(*told_mm) / across
    least, most = _SANE_PITCH_MM
    return told if least <= told <= most else _USUAL_PITCH_MM


@dataclass(frozen=True, slots=True)
class Letters:
    """`px`: size of the font; `angle_arcmin`: what it comes to; `reach_m`: readable from so far."""

    px: int
    angle_arcmin: float
    reach_m: float

    @property
    def enough(self) -> bool:
        """Whether they can be read from where they were asked to be."""
        return self.angle_arcmin >= LEAST_ARCMIN - 0.05


def letters(distance_m: float, pitch: float, height_px: int) -> Letters:
    """The smallest letters of a wall; where its screen is too small for them, what it holds."""
    wanted = math.ceil(least_mm(distance_m) / pitch / INK)
    px = max(min(wanted, height_px // ROWS), 12)
    height_mm = px * INK * pitch
    reach_m = height_mm / least_mm(1.0)
    return Letters(px, arcmin(height_mm, distance_m), reach_m)
