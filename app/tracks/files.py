"""The files that tracks leave the desk in, by format."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from app.tracks.about import About, Told
from app.tracks.geojson import write_geojson
from app.tracks.gpx import write_gpx
from app.tracks.track import Track

Writer = Callable[[Path, Sequence[Track], About, Told], None]
WRITERS: Mapping[str, Writer] = MappingProxyType({"gpx": write_gpx, "geojson": write_geojson})
