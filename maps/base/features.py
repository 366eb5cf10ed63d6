"""Features as GDAL reads them, made into flat arrays: of a whole file or of one tile."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely

from app.basemaps import Datum
from maps.base import gcj02, mercator
from maps.base.classes import Class, Shape, own_class
from maps.base.flat import Flat, make
from maps.base.tags import FIELDS, KINDS, TAGS, class_of
from maps.boundary_files import text_of
from maps.projection import project

Floats = npt.NDArray[np.float64]

_SHAPES = {0: Shape.POINT, 1: Shape.LINE, 2: Shape.AREA}
_NAME_FIELDS = ("name:zh", "name", "名称")
_HSTORE = re.compile(r'"((?:[^"\\]|\\.)*)"=>"((?:[^"\\]|\\.)*)"')
_MOST_NAME = 60
_TOLD = frozenset((*KINDS, *TAGS))


@dataclass
class Gathered:
    """What has been read so far, layer by layer."""

    shapes: list[npt.NDArray[np.object_]] = field(default_factory=list)
    classes: list[Class] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    skipped: int = 0

    def take(
        self,
        layer: str,
        meta: Mapping[str, Any],
        wkb: Any,
        columns: Sequence[npt.NDArray[Any]],
        *,
        own: bool,
    ) -> None:
        """Features of one layer, WKB and columns as pyogrio gives them, points as they stand.

        `own`: what is of no known class is kept and drawn plainly, else it is passed over.
        """
        whole = shapely.from_wkb(np.asarray(wkb, object), on_invalid="ignore")
        shapes, of = shapely.get_parts(whole, return_index=True)
        shape = shapely.get_dimensions(shapes)
        fit = (shape >= 0) & ~shapely.is_empty(shapes)
        fields = [text_of(name, meta["encoding"]) for name in meta["fields"]]
        keep = []
        for k, number in enumerate(of.tolist()):
            said = None
            if fit[k]:
                tags = _tags(fields, columns, number, meta["encoding"])
                said = _class(layer, tuple(sorted(_told(tags))), _SHAPES[int(shape[k])], own)
            if said is None:
                self.skipped += 1
                continue
            keep.append(k)
            self.classes.append(said)
            self.names.append(_name(tags))
        self.shapes.append(shapes[keep])

    def flat(self, *, weighed: bool = True) -> Flat:
        """All of it as arrays; the shapes must be in map metres by now."""
        shapes = np.concatenate([np.zeros(0, object), *self.shapes])
        sound = np.isfinite(shapely.bounds(shapes)).all(axis=1) if len(shapes) else []
        at = np.flatnonzero(sound).tolist()
        self.skipped += len(shapes) - len(at)
        classes, names = [self.classes[k] for k in at], [self.names[k] for k in at]
        return make(shapes[at], classes, names, weighed=weighed)

    def place(self, change: Any) -> None:
        """Move the points of all shapes: `change(x, y)` gives x, y in map metres."""
        self.shapes = [
            shapely.transform(part, lambda c: np.column_stack(change(c[:, 0], c[:, 1])))
            for part in self.shapes
        ]


def to_map(lon: Floats, lat: Floats, datum: Datum) -> tuple[Floats, Floats]:
    """Degrees of that datum -> metres of the map."""
    if datum is Datum.GCJ02:
        lon, lat = gcj02.unshifted(lon, lat)
    return project(lon, lat)


def mercator_to_map(x_m: Floats, y_m: Floats, datum: Datum) -> tuple[Floats, Floats]:
    """Metres of EPSG:3857 -> metres of the map."""
    return to_map(*mercator.degrees(x_m, y_m), datum)


def _told(tags: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(key, value) for key, value in tags.items() if key in _TOLD]


@lru_cache(maxsize=20_000)
def _class(layer: str, told: tuple[tuple[str, str], ...], shape: Shape, own: bool) -> Class | None:
    found = class_of(layer, dict(told), shape)
    return own_class(shape) if found is None and own else found


def _tags(
    fields: Sequence[str], columns: Sequence[npt.NDArray[Any]], k: int, encoding: str
) -> dict[str, str]:
    """The fields that matter of one feature; those of OpenStreetMap's `other_tags` among them."""
    tags = {}
    for name, column in zip(fields, columns, strict=True):
        if name in FIELDS:
            value = text_of(column[k], encoding)
            if value:
                tags[name] = value
    for key, value in _HSTORE.findall(tags.pop("other_tags", "")):
        if key in FIELDS:
            tags.setdefault(key, value)
    return tags


def _name(tags: Mapping[str, str]) -> str:
    return next((tags[key] for key in _NAME_FIELDS if tags.get(key)), "")[:_MOST_NAME]
