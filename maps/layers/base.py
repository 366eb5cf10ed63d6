"""Base maps of the officer's own as layers; a desk without any loads nothing of how they are drawn.

What is drawn and how is in base_drawing, base_strokes and base_names.
"""

from PySide6.QtGui import QPainter

from maps.base.classes import Class
from maps.labels import Room
from maps.layers import substations
from maps.layers.layer import Ground
from maps.lettering import Letters
from maps.placed import Placed
from maps.viewport import Viewport


def draw(painter: QPainter, ground: Ground) -> None:
    """Pictures and areas, under the divisions."""
    if ground.shelf is not None:
        from maps.layers import base_drawing

        base_drawing.draw(painter, ground)


def draw_lines(painter: QPainter, ground: Ground) -> None:
    """Waters, roads, rails, and what is of the officer's own file."""
    if ground.shelf is not None:
        from maps.layers import base_drawing

        base_drawing.draw_lines(painter, ground)


def draw_stations(painter: QPainter, ground: Ground) -> None:
    """Stations of trains and metros."""
    if ground.shelf is not None:
        from maps.layers import base_drawing

        base_drawing.draw_stations(painter, ground)


def draw_substations(painter: QPainter, ground: Ground) -> None:
    """Substations of the power grid: those of the catalogue, and of base maps."""
    substations.draw(painter, ground)
    if ground.shelf is not None:
        from maps.layers import base_drawing

        base_drawing.draw_substations(painter, ground)


def sign_names(ground: Ground, letters: Letters, room: Room) -> list[Placed]:
    """Names beside signs; other names keep off the signs where there is another place."""
    if ground.shelf is None and not substations.there(ground):
        return []
    from maps.layers import base_names

    base_names.clear_signs(ground, room)
    return base_names.sign_names(ground, letters, room)


def told(ground: Ground, view: Viewport) -> frozenset[Class]:
    """Which classes of features are drawn in the part in view: what a legend has rows for."""
    own = {Class.SUBSTATION} if substations.seen(ground, view) else set()
    if ground.shelf is None:
        return frozenset(own)
    from maps.layers import base_told

    return base_told.told(ground.shelf, ground, view) | own
