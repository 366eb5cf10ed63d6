"""How the map looks, as values by theme: colours, widths, dashes, sizes. No drawing, no Qt.

Grey and quiet; saturated colour is left to the four event grades (突发事件应对法: 红橙黄蓝), which
are the same in both themes and always come with a shape of their own.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from app.model import Grade, Level

Rgb = tuple[int, int, int]


def oklch(lightness: float, chroma: float, hue: float) -> Rgb:
    """A colour by perceived lightness 0-1, chroma and hue in degrees (OKLab, B. Ottosson 2020)."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    return _gamma(linear[0]), _gamma(linear[1]), _gamma(linear[2])


def _gamma(linear: float) -> int:
    value = min(max(linear, 0.0), 1.0)
    encoded = 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
    return round(encoded * 255)


@dataclass(frozen=True, slots=True)
class Ramp:
    """Colours even in lightness, from little to much; zero is the ground and not among them."""

    lightness: tuple[float, float]
    chroma: tuple[float, float]
    hue: tuple[float, float]

    def colours(self, steps: int = 4) -> tuple[Rgb, ...]:
        return _steps(self, steps)


@lru_cache(maxsize=64)
def _steps(ramp: Ramp, steps: int) -> tuple[Rgb, ...]:
    last, ends = max(steps - 1, 1), (ramp.lightness, ramp.chroma, ramp.hue)
    return tuple(
        oklch(*(low + (high - low) * k / last for low, high in ends)) for k in range(steps)
    )


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line: width in pixels; `dash` in pixels, empty for a whole line."""

    colour: Rgb
    width: float
    dash: tuple[float, ...] = ()
    alpha: int = 255


@dataclass(frozen=True, slots=True)
class Lettering:
    """Text on the map: pixel size, and how far letters may be spread, in parts of the size."""

    size: int
    colour: Rgb
    spread: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MapStyle:
    """One theme; two styles are equal only where they are the same one."""

    outside: Rgb
    ground: Rgb
    relief: float  # how far light and shade depart from the ground, in parts of 255
    ramps: MappingProxyType[str, Ramp]
    ramp_alpha: int
    hatch: Rgb  # of the ramp's hue
    water: Rgb
    shore: Rgb
    river_name: Rgb
    boundaries: MappingProxyType[Level, Stroke]
    border_glow: Stroke
    names: MappingProxyType[Level, Lettering]
    halo: Rgb
    selection: Stroke
    fence: Rgb  # a hue of its own, as quiet as the rest
    ink: Rgb  # symbols without a grade, scale bar
    faint: Rgb
    panel: tuple[int, int, int, int]  # behind legend and scale bar, with alpha
    panel_line: Rgb

    @property
    def ramp(self) -> tuple[Rgb, ...]:
        """The four steps of the ramp that a desk begins with."""
        return self.ramps["tide"].colours()


OUTLINE: Rgb = (0x10, 0x12, 0x14)
GRADES: MappingProxyType[Grade, Rgb] = MappingProxyType(
    {
        Grade.I: (0xFA, 0x4F, 0x54),
        Grade.II: (0xFD, 0x9A, 0x03),
        Grade.III: (0xFF, 0xF6, 0x0F),
        Grade.IV: (0x32, 0x9B, 0xFF),
    }
)

NIGHT = MapStyle(
    outside=(0x14, 0x18, 0x1B),
    ground=(0x20, 0x25, 0x29),
    relief=40.0,
    ramps=MappingProxyType(
        {
            "tide": Ramp((0.335, 0.52), (0.030, 0.060), (205, 205)),
            "cividis": Ramp((0.33, 0.66), (0.070, 0.085), (262, 100)),
            "moss": Ramp((0.335, 0.56), (0.030, 0.065), (150, 120)),
        }
    ),
    ramp_alpha=180,
    hatch=oklch(0.63, 0.065, 205),
    water=oklch(0.34, 0.060, 248),
    shore=oklch(0.47, 0.070, 245),
    river_name=oklch(0.72, 0.065, 240),
    boundaries=MappingProxyType(
        {
            Level.CITY: Stroke((0x9A, 0xA8, 0xB2), 1.9),
            Level.DISTRICT: Stroke((0x6C, 0x7B, 0x86), 1.25),
            Level.TOWN: Stroke((0x66, 0x74, 0x7E), 0.8),
            Level.VILLAGE: Stroke((0x62, 0x70, 0x7A), 1.0, (5, 3), 200),
            Level.GRID: Stroke((0x58, 0x65, 0x6E), 1.0, (1.5, 2.5), 190),
        }
    ),
    border_glow=Stroke((0x8D, 0x9C, 0xA7), 3.6, (), 14),
    names=MappingProxyType(
        {
            Level.DISTRICT: Lettering(16, (0xE2, 0xE7, 0xEA), 0.7),
            Level.TOWN: Lettering(14, (0xCF, 0xD6, 0xDB), 0.4),
            Level.VILLAGE: Lettering(12, (0xA6, 0xB0, 0xB8), 0.15),
            Level.GRID: Lettering(12, (0x8A, 0x95, 0x9E)),
        }
    ),
    halo=(0x14, 0x18, 0x1B),
    selection=Stroke((0xC3, 0xD3, 0xE2), 2.4),
    fence=oklch(0.76, 0.065, 318),
    ink=(0xC9, 0xD1, 0xD7),
    faint=(0x86, 0x91, 0x99),
    panel=(0x17, 0x1B, 0x1F, 224),
    panel_line=(0x33, 0x3B, 0x42),
)

DAY = MapStyle(
    outside=(0xE6, 0xE2, 0xDA),
    ground=(0xF5, 0xF2, 0xEC),
    relief=28.0,
    ramps=MappingProxyType(
        {
            "tide": Ramp((0.895, 0.70), (0.026, 0.060), (215, 215)),
            "cividis": Ramp((0.90, 0.55), (0.070, 0.085), (100, 262)),
            "moss": Ramp((0.895, 0.66), (0.030, 0.065), (120, 150)),
        }
    ),
    ramp_alpha=180,
    hatch=oklch(0.58, 0.07, 215),
    water=oklch(0.80, 0.050, 240),
    shore=oklch(0.62, 0.075, 242),
    river_name=oklch(0.45, 0.080, 245),
    boundaries=MappingProxyType(
        {
            Level.CITY: Stroke((0x50, 0x5B, 0x63), 1.9),
            Level.DISTRICT: Stroke((0x79, 0x83, 0x8A), 1.25),
            Level.TOWN: Stroke((0x8B, 0x94, 0x99), 0.8),
            Level.VILLAGE: Stroke((0x8D, 0x95, 0x9A), 1.0, (5, 3), 210),
            Level.GRID: Stroke((0x9B, 0xA1, 0xA4), 1.0, (1.5, 2.5), 210),
        }
    ),
    border_glow=Stroke((0x62, 0x6D, 0x75), 3.6, (), 14),
    names=MappingProxyType(
        {
            Level.DISTRICT: Lettering(16, (0x20, 0x26, 0x2A), 0.7),
            Level.TOWN: Lettering(14, (0x2F, 0x36, 0x3B), 0.4),
            Level.VILLAGE: Lettering(12, (0x4E, 0x56, 0x5C), 0.15),
            Level.GRID: Lettering(12, (0x66, 0x6D, 0x72)),
        }
    ),
    halo=(0xF7, 0xF5, 0xF0),
    selection=Stroke((0x2C, 0x45, 0x5C), 2.4),
    fence=oklch(0.43, 0.085, 318),
    ink=(0x33, 0x3B, 0x41),
    faint=(0x71, 0x79, 0x7F),
    panel=(0xF7, 0xF5, 0xF0, 232),
    panel_line=(0xC9, 0xC5, 0xBC),
)

STYLES: MappingProxyType[str, MapStyle] = MappingProxyType({"night": NIGHT, "day": DAY})

_FINEST_AT: tuple[tuple[float, Level], ...] = (
    (200.0, Level.DISTRICT),
    (85.0, Level.TOWN),
    (14.0, Level.VILLAGE),
)


def level_at(metres_per_px: float) -> Level:
    """The level whose areas are told apart at a scale."""
    for coarser_than, level in _FINEST_AT:
        if metres_per_px > coarser_than:
            return level
    return Level.GRID


_LADDERS = ((1, 2, 3, 5), (1, 3, 6, 11), (1, 6, 16, 41), (1, 21, 61, 151), (1, 101, 301, 1001))
_TOP_CLASS_HOLDS = 3


def breaks(most: int) -> tuple[int, ...]:
    """Lower bounds of the four classes of counts; the largest lies in the last one or nearly so."""
    for ladder in _LADDERS:
        if most < ladder[-1] * _TOP_CLASS_HOLDS:
            return ladder
    return _LADDERS[-1]
