"""How base maps look in each theme: quiet, below everything that has to be acted on.

Values only. Colours keep to the greys of the divisions and the blue of the rivers; what is of the
officer's own file and of no known class has the one ink of the map.
"""

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from maps.base.classes import Class
from maps.style import DAY, MapStyle, Rgb, oklch


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Metres across, held between two widths in pixels; a rim on both sides, dashes in pixels."""

    colour: Rgb
    metres: float
    least: float
    most: float
    rim: Rgb | None = None
    dash: tuple[float, ...] = ()
    thin: Rgb | None = None  # where it is too narrow for a rim

    def width(self, metres_per_px: float) -> float:
        return min(max(self.metres / metres_per_px, self.least), self.most)


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A fill; an edge where `edge` is given."""

    fill: Rgb
    alpha: int = 255
    edge: Rgb | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A point: a square or a disc of `size` pixels, named below a number of metres per pixel."""

    fill: Rgb
    edge: Rgb
    size: float
    square: bool
    named_below: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BaseLook:
    """`light`: how much of a picture's light is left, so that none glares at night."""

    light: float
    areas: MappingProxyType[Class, Area]
    lines: MappingProxyType[Class, Line]
    signs: MappingProxyType[Class, Sign]


_Road = tuple[Class, float, float, float, float]
_ROADS: tuple[_Road, ...] = (
    # class, lightness of the night, metres, least and most pixels
    (Class.MINOR, 0.36, 7.0, 0.6, 9.0),
    (Class.TERTIARY, 0.40, 10.0, 0.7, 11.0),
    (Class.SECONDARY, 0.43, 13.0, 0.8, 13.0),
    (Class.PRIMARY, 0.46, 17.0, 0.9, 15.0),
    (Class.TRUNK, 0.48, 22.0, 1.0, 17.0),
    (Class.MOTORWAY, 0.50, 26.0, 1.2, 19.0),
)


def _look(style: MapStyle, *, night: bool) -> BaseLook:
    """All from one lightness scale: `at(l)` is the grey of a road in this theme."""
    rim = oklch(0.21, 0.008, 240) if night else oklch(0.70, 0.012, 80)

    def grey(lightness: float) -> Rgb:
        warm = oklch(lightness, 0.012, 235)
        return warm if night else oklch(1.30 - 0.66 * lightness, 0.008, 85)

    def thin(lightness: float) -> Rgb:
        """By day a road that is white between its rims is grey without them."""
        return grey(lightness) if night else oklch(1.34 - 1.4 * lightness, 0.010, 85)

    roads = {
        which: Line(
            colour=grey(light), metres=metres, least=least, most=most, rim=rim, thin=thin(light)
        )
        for which, light, metres, least, most in _ROADS
    }
    rail = oklch(0.56, 0.020, 300) if night else oklch(0.50, 0.020, 300)
    lines = {
        Class.STREAM: Line(colour=style.shore, metres=3.0, least=0.6, most=2.0),
        Class.RIVER: Line(colour=style.shore, metres=20.0, least=0.8, most=4.0),
        Class.TAXIWAY: Line(colour=grey(0.40), metres=30.0, least=0.8, most=14.0),
        Class.PATH: Line(
            colour=grey(0.36), metres=2.0, least=0.6, most=1.0, dash=(3.0, 2.0), thin=thin(0.42)
        ),
        **roads,
        Class.SUBWAY: Line(colour=rail, metres=5.0, least=0.8, most=2.0, dash=(6.0, 2.0)),
        Class.RAIL: Line(colour=rail, metres=6.0, least=0.9, most=2.4, dash=(9.0, 2.5)),
        Class.OWN_LINE: Line(colour=style.ink, metres=4.0, least=1.0, most=1.6),
    }
    green = oklch(0.285, 0.022, 150) if night else oklch(0.925, 0.026, 140)
    built = oklch(0.275, 0.006, 240) if night else oklch(0.925, 0.006, 80)
    house = oklch(0.33, 0.008, 240) if night else oklch(0.865, 0.010, 75)
    areas = {
        Class.GREEN: Area(fill=green),
        Class.BUILT: Area(fill=built),
        Class.WATER: Area(fill=style.water),
        Class.OWN_AREA: Area(fill=style.faint, alpha=34, edge=style.faint),
        Class.BUILDING: Area(fill=house, edge=grey(0.40)),
        Class.AERODROME: Area(fill=built, edge=grey(0.34)),
    }
    sign = {"fill": style.ground, "edge": style.ink}
    signs = {
        Class.OWN_POINT: Sign(size=5.0, square=False, named_below=10.0, **sign),
        Class.SUBSTATION: Sign(size=7.0, square=True, named_below=20.0, **sign),
        Class.STATION: Sign(size=7.0, square=False, named_below=20.0, **sign),
    }
    return BaseLook(
        light=0.32 if night else 1.0,
        areas=MappingProxyType(areas),
        lines=MappingProxyType(lines),
        signs=MappingProxyType(signs),
    )


@cache
def look_of(style: MapStyle) -> BaseLook:
    """The look that goes with a theme; any but the daylight has the look of the night."""
    return _look(style, night=style is not DAY)
