"""A vector file made into flat arrays: `python -m maps.base.convert FILE KIND DATUM FOLDER`.

A process of its own, because GDAL holds the interpreter while it reads, may need much memory, and
may fail on a hostile file. It says one JSON object a line: progress, at last done or failed.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from app.basemaps import Datum, Kind
from maps.base.errors import BaseError, Reason

OSM_LAYERS = ("points", "lines", "multipolygons")
_MOST_LAYERS = 100
_NETWORK = "HTTP WFS OAPIF CSW CARTO Elasticsearch AMIGOCLOUD PLSCENES NGW EEDA OGR_VRT GDALG ADBC"
"""GDAL's drivers that a file could lead elsewhere by; none of them is wanted here."""
_CGCS2000 = 4490

Say = Callable[[float, str], None]


def convert(path: Path, kind: Kind, datum: Datum, folder: Path, say: Say) -> dict[str, int]:
    """Read a file, write `maps.base.flat` arrays into `folder`; counts of what was read.

    Raises BaseError: UNREADABLE, NO_CRS, NO_FEATURES.
    """
    from maps.base.features import Gathered
    from maps.base.flat import save

    gathered = Gathered()
    for layer, meta, wkb, columns in _layers(path, kind, say):
        part = Gathered()
        part.take(layer, meta, wkb, columns, own=kind is Kind.VECTOR)
        part.place(_change(meta["crs"], datum))
        gathered.shapes += part.shapes
        gathered.classes += part.classes
        gathered.names += part.names
        gathered.skipped += part.skipped
    say(0.8, "sort")
    flat = gathered.flat()
    if not len(flat):
        raise BaseError(Reason.NO_FEATURES, str(gathered.skipped))
    say(0.95, "write")
    save(flat, folder)
    return {"features": len(flat), "skipped": gathered.skipped}


def _layers(path: Path, kind: Kind, say: Say) -> Iterator[tuple[str, Any, Any, Any]]:
    """Name, metadata, geometry and columns of each layer that has geometry."""
    import pyogrio
    from pyogrio import raw

    try:
        if kind is Kind.OSM:
            names = list(OSM_LAYERS)
        else:
            listed = pyogrio.list_layers(path)[:_MOST_LAYERS]
            names = [name for name, geometry in listed.tolist() if geometry is not None]
        for k, name in enumerate(names):
            say(0.05 + 0.7 * k / len(names), name)
            meta, _, wkb, columns = raw.read(path, layer=name, force_2d=True)
            if wkb is not None:
                yield path.stem if kind is Kind.VECTOR else name, meta, wkb, columns
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, OSError) as error:
        raise BaseError(Reason.UNREADABLE, str(error)) from error
    except (pyogrio.errors.FeatureError, pyogrio.errors.GeometryError, ValueError) as error:
        raise BaseError(Reason.UNREADABLE, str(error)) from error


def _change(crs: str | None, datum: Datum) -> Callable[[Any, Any], Any]:
    """From the file's own system to metres of the map; the datum is what the person said."""
    from pyproj import CRS, Transformer
    from pyproj.exceptions import ProjError

    from maps.base.features import to_map

    if not crs:
        raise BaseError(Reason.NO_CRS)
    try:
        known = CRS.from_user_input(crs)
        if known.is_geographic and known.to_epsg() in (4326, _CGCS2000):
            return lambda x, y: to_map(x, y, datum)
        change = Transformer.from_crs(known, _CGCS2000, always_xy=True)
    except ProjError as error:
        raise BaseError(Reason.NO_CRS, str(error)) from error
    return lambda x, y: to_map(*change.transform(x, y), datum)


def main(words: list[str]) -> int:
    """The command; what it says is read by maps.base.conversion."""
    os.environ.setdefault("GDAL_SKIP", _NETWORK)
    os.environ.setdefault("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", "{none}")
    file, kind, datum, folder = words

    def say(share: float, doing: str) -> None:
        print(json.dumps({"share": share, "doing": doing}), flush=True)  # noqa: T201

    try:
        counts = convert(Path(file), Kind(kind), Datum(datum), Path(folder), say)
    except BaseError as error:
        said: dict[str, Any] = {"failed": error.reason.value, "detail": error.detail}
    except MemoryError:
        said = {"failed": Reason.TOO_LARGE.value, "detail": ""}
    else:
        said = {"done": counts}
    print(json.dumps(said), flush=True)  # noqa: T201
    return int("failed" in said)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
