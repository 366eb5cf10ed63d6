"""What a map must say of itself, on the screen and on paper: what is generated or sketched."""

from app.model import Level
from maps.layers import LAYERS
from maps.layers.boundaries import WEIGHTS, strength
from maps.layers.layer import Ground
from maps.layers.stack import Stack
from maps.layers.water import nearness


def generated(ground: Ground) -> bool:
    """Whether borders below the district are drawn: those are generated."""
    return ground.division is not None and any(
        strength(weight, ground.viewport.metres_per_px) > 0
        for weight in WEIGHTS
        if weight.level > Level.DISTRICT
    )


def sketchy_water(ground: Ground, stack: Stack) -> bool:
    """Whether rivers are drawn much larger than their source was made for."""
    scale = ground.viewport.metres_per_px
    layer = next(layer for layer in LAYERS if layer.name == "water")
    return stack.shows(layer, scale) and nearness(scale) > 0
