"""What `main.py locate` prints: where a point lies, as JSON values."""

from typing import Any

from app.model import Level, Neighbour
from maps.gazetteer import Hierarchy


def locate_json(hierarchy: Hierarchy, lon: float, lat: float, accuracy_m: float) -> dict[str, Any]:
    """The chain by level, null where there is none, and the places the error circle touches.

    `generated_borders`: the borders below the district are generated, so a town, village or grid
    is where the division puts it, not where an authority does.
    """
    chain = hierarchy.locate(lon, lat, accuracy_m)
    found = {place.level: {"code": place.code, "name": place.name} for place in chain.places}
    return {
        "edition": chain.edition,
        **{level.name.lower(): found.get(level) for level in Level},
        "near_border": [_neighbour(neighbour) for neighbour in chain.near_border],
        "outside": chain.outside,
        "generated_borders": True,
    }


def _neighbour(neighbour: Neighbour) -> dict[str, Any]:
    return {
        "level": neighbour.level.name.lower(),
        "code": neighbour.code or None,
        "name": neighbour.name,
        "distance_m": neighbour.distance_m,
    }
