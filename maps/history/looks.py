"""How tracks beside each other look: a colour, a mark and a pattern each, alike to nobody's eyes.

Hues keep away from the four grades; lightness differs as well, so that the colours stay apart for
the colour-blind, and the letter and the mark along the line tell them apart without any colour.
"""

from maps.style import STYLES, MapStyle, Rgb, oklch

MARKS = ("filled", "open", "double", "barred")
"""The arrowheads along the line, by slot."""
DASHES: tuple[tuple[float, ...], ...] = ((), (7.0, 3.0), (2.0, 3.0), (7.0, 3.0, 2.0, 3.0))
"""The patterns of the lines in charts, by slot, in pixels; on the map a dash is a gap."""

_NIGHT = ((0.80, 0.12, 190.0), (0.69, 0.20, 325.0), (0.91, 0.13, 130.0), (0.83, 0.02, 80.0))
_DAY = ((0.50, 0.09, 200.0), (0.53, 0.22, 325.0), (0.42, 0.12, 138.0), (0.34, 0.03, 70.0))


def colour_of(style: MapStyle, slot: int) -> Rgb:
    """The colour of a track in a theme."""
    return colour_at(night=style is STYLES["night"], slot=slot)


def colour_at(*, night: bool, slot: int) -> Rgb:
    return oklch(*(_NIGHT if night else _DAY)[slot])
