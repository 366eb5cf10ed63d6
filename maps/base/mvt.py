"""Vector tiles (MVT 2.1), decoded by GDAL's driver through pyogrio; a tile's features as arrays."""

import numpy as np
import pyogrio
from pyogrio import raw

from app.basemaps import Datum
from maps.base.errors import BaseError, Reason
from maps.base.features import Gathered, mercator_to_map
from maps.base.flat import Flat
from maps.base.mercator import Tile
from maps.base.tags import KNOWN_LAYERS

_MOST_BYTES = 4 << 20
_MOST_FEATURES = 50_000
_ERRORS = (
    pyogrio.errors.DataSourceError,
    pyogrio.errors.DataLayerError,
    pyogrio.errors.FeatureError,
    pyogrio.errors.FieldError,
    pyogrio.errors.GeometryError,
    ValueError,
)


def features_of(data: bytes, tile: Tile, datum: Datum) -> Flat:
    """The features of known layers in map metres, cut at the tile's edge.

    Raises BaseError: TOO_LARGE, or BROKEN_TILE where the bytes are no vector tile.
    """
    if len(data) > _MOST_BYTES:
        raise BaseError(Reason.TOO_LARGE, str(len(data)))
    place = {"X": str(tile.x), "Y": str(tile.y), "Z": str(tile.z)}
    gathered = Gathered()
    try:
        for layer in pyogrio.list_layers(data)[:, 0].tolist():
            if layer.lower() not in KNOWN_LAYERS:
                continue
            meta, _, wkb, columns = raw.read(
                data, layer=layer, force_2d=True, max_features=_MOST_FEATURES, **place
            )
            shapes = np.zeros(0, object) if wkb is None else wkb
            gathered.take(layer, meta, shapes, columns, own=False)
    except _ERRORS as error:
        raise BaseError(Reason.BROKEN_TILE, str(error)) from error
    gathered.place(lambda x, y: mercator_to_map(x, y, datum))
    return gathered.flat(weighed=False)
