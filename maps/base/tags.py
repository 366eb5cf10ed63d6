"""The class of a feature, told from its layer and its tags.

Known are the tags of OpenStreetMap as GDAL and Geofabrik give them, and the layers of the tile
schemas OpenMapTiles, Protomaps and Shortbread.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

from maps.base.classes import WAYS, Class, Shape

T = TypeVar("T")


def _table(rows: Iterable[tuple[T, str]]) -> Mapping[str, T]:
    """Words with what each of them means."""
    return MappingProxyType({word: meant for meant, words in rows for word in words.split()})


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


_ROADS = _table(
    (
        (Class.MOTORWAY, "motorway highway"),
        (Class.TRUNK, "trunk"),
        (Class.PRIMARY, "primary major_road"),
        (Class.SECONDARY, "secondary medium_road"),
        (Class.TERTIARY, "tertiary"),
        (Class.MINOR, "minor minor_road unclassified residential living_street service road"),
        (Class.PATH, "pedestrian footway path cycleway steps track"),
        (Class.RAIL, "rail"),
        (Class.SUBWAY, "light_rail subway monorail tram transit"),
        (Class.TAXIWAY, "taxiway runway"),
    )
)
_LAND = _table(
    (
        (Class.GREEN, "wood forest grass meadow park garden scrub orchard farmland wetland"),
        (Class.GREEN, "nature_reserve cemetery grassland recreation_ground golf_course"),
        (Class.BUILT, "residential industrial commercial retail suburb neighbourhood"),
        (Class.WATER, "water reservoir basin river riverbank lake"),
    )
)
_STREAMS = _table(((Class.RIVER, "river canal"), (Class.STREAM, "stream ditch drain")))
_HALTS = _words("station halt")
_STOPS = _words(
    "station halt train subway monorail light_rail",
    "railway_station railway_halt subway_station",
)
_LAYERS = _table(
    (
        ("road", "transportation roads streets streets_low transit aeroway"),
        ("road", "gis_osm_roads_free_1 gis_osm_railways_free_1"),
        ("water", "water water_polygons gis_osm_water_a_free_1"),
        ("stream", "waterway water_lines gis_osm_waterways_free_1"),
        ("land", "landcover landuse land gis_osm_landuse_a_free_1"),
        ("green", "park"),
        ("building", "building buildings gis_osm_buildings_a_free_1"),
        ("stop", "poi pois public_transport gis_osm_transport_free_1 gis_osm_transport_a_free_1"),
    )
)
"""What a layer holds, by its name in lower case."""

KNOWN_LAYERS = frozenset(_LAYERS)
KINDS = ("kind_detail", "pmap:kind_detail", "subclass", "fclass", "kind", "pmap:kind", "class")
"""Fields that say which of its layer a feature is, the more exact first."""
TAGS = _words(
    "highway railway waterway natural landuse leisure building aeroway power",
    "public_transport station",
)
FIELDS = frozenset((*KINDS, *TAGS, "name", "name:zh", "名称", "other_tags"))


def class_of(layer: str, tags: Mapping[str, str], shape: Shape) -> Class | None:
    """The class of a feature; None where this map knows none for it."""
    said = _by_tags(tags, shape)
    if said is None:
        said = _by_layer(_LAYERS.get(layer.lower(), ""), tags, shape)
    return said if said is not None and _fits(said, shape) else None


def _fits(said: Class, shape: Shape) -> bool:
    """A station or a substation may be an outline, closed or not: its middle is shown."""
    return WAYS[said].shape in (shape, Shape.POINT)


def _by_tags(tags: Mapping[str, str], shape: Shape) -> Class | None:
    """By the tags of OpenStreetMap."""
    if tags.get("power") == "substation":
        return Class.SUBSTATION
    if tags.get("railway") in _HALTS or tags.get("public_transport") == "station":
        return Class.STATION
    if shape is Shape.POINT:
        return Class.STATION if tags.get("station") in _STOPS else None
    road = tags.get("highway") or tags.get("railway")
    if shape is Shape.LINE and road:
        return _ROADS.get(road.removesuffix("_link"))
    if tags.get("aeroway"):
        return Class.TAXIWAY if shape is Shape.LINE else Class.AERODROME
    if shape is Shape.LINE:
        return _STREAMS.get(tags.get("waterway", ""))
    if tags.get("building") and tags["building"] != "no":
        return Class.BUILDING
    for key in ("natural", "landuse", "leisure", "waterway"):
        if tags.get(key) in _LAND:
            return _LAND[tags[key]]
    return None


def _by_layer(holds: str, tags: Mapping[str, str], shape: Shape) -> Class | None:
    """By what a layer of tiles holds, and the kind that the feature says it is."""
    kinds = [tags[key].lower().removesuffix("_link") for key in KINDS if tags.get(key)]
    match holds:
        case "road":
            return next((_ROADS[kind] for kind in kinds if kind in _ROADS), None)
        case "water" if shape is Shape.AREA:
            return Class.WATER
        case "water" | "stream":
            return next((_STREAMS[kind] for kind in kinds if kind in _STREAMS), Class.STREAM)
        case "land":
            return next((_LAND[kind] for kind in kinds if kind in _LAND), None)
        case "green":
            return Class.GREEN
        case "building":
            return Class.BUILDING
        case "stop":
            return Class.STATION if any(kind in _STOPS for kind in kinds) else None
    return None
