"""What a feature of a base map is to this map: a few classes, and how each of them is shown.

What a file says of a feature is read in maps.base.tags. What is of no class is left out, or drawn
plainly where the file is the officer's own.
"""

from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType
from typing import NamedTuple


class Shape(IntEnum):
    """Of what a feature consists."""

    POINT = 0
    LINE = 1
    AREA = 2


class Class(IntEnum):
    """In the order of drawing, the lowest first."""

    GREEN = 0
    BUILT = 1
    WATER = 2
    OWN_AREA = 3
    STREAM = 4
    RIVER = 5
    BUILDING = 6
    AERODROME = 7
    TAXIWAY = 8
    PATH = 9
    MINOR = 10
    TERTIARY = 11
    SECONDARY = 12
    PRIMARY = 13
    TRUNK = 14
    MOTORWAY = 15
    SUBWAY = 16
    RAIL = 17
    OWN_LINE = 18
    OWN_POINT = 19
    SUBSTATION = 20
    STATION = 21


class Way(NamedTuple):
    """How a class is shown: as what, and from which scale (metres per pixel) on."""

    shape: Shape
    finer_than: float


WAYS: Mapping[Class, Way] = MappingProxyType(
    {
        Class.GREEN: Way(Shape.AREA, 150.0),
        Class.BUILT: Way(Shape.AREA, 60.0),
        Class.WATER: Way(Shape.AREA, 2000.0),
        Class.OWN_AREA: Way(Shape.AREA, 2000.0),
        Class.STREAM: Way(Shape.LINE, 25.0),
        Class.RIVER: Way(Shape.LINE, 400.0),
        Class.BUILDING: Way(Shape.AREA, 6.0),
        Class.AERODROME: Way(Shape.AREA, 60.0),
        Class.TAXIWAY: Way(Shape.LINE, 30.0),
        Class.PATH: Way(Shape.LINE, 3.0),
        Class.MINOR: Way(Shape.LINE, 14.0),
        Class.TERTIARY: Way(Shape.LINE, 40.0),
        Class.SECONDARY: Way(Shape.LINE, 90.0),
        Class.PRIMARY: Way(Shape.LINE, 250.0),
        Class.TRUNK: Way(Shape.LINE, 500.0),
        Class.MOTORWAY: Way(Shape.LINE, 2000.0),
        Class.SUBWAY: Way(Shape.LINE, 60.0),
        Class.RAIL: Way(Shape.LINE, 600.0),
        Class.OWN_LINE: Way(Shape.LINE, 2000.0),
        Class.OWN_POINT: Way(Shape.POINT, 300.0),
        Class.SUBSTATION: Way(Shape.POINT, 120.0),
        Class.STATION: Way(Shape.POINT, 60.0),
    }
)


SIGN_LAYERS: Mapping[Class, str] = MappingProxyType(
    {
        Class.STATION: "stations",
        Class.SUBSTATION: "substations",
        Class.OWN_POINT: "base_lines",
    }
)
"""The layer of the map that a sign is drawn in, the more important first."""


def layer_of(which: Class) -> str:
    """The layer of the map that a class is drawn in."""
    return SIGN_LAYERS.get(which) or ("base" if WAYS[which].shape is Shape.AREA else "base_lines")


def own_class(shape: Shape) -> Class:
    """How a feature of the officer's own file is shown that is of no known class."""
    return (Class.OWN_POINT, Class.OWN_LINE, Class.OWN_AREA)[shape]
