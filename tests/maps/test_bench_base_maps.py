"""The base maps of the bench cover every view that is measured; how long it takes is not tested."""

from importlib.util import find_spec
from itertools import islice

import numpy as np
import pytest

from app.basemaps import BaseSource, BaseSources, Datum, Kind
from maps.base.opening import Room
from maps.base.pictures import decoded
from maps.base.shelf import Shelf
from maps.benches import base_maps
from maps.benches.scenes import SIZE, STYLE, moved
from maps.kernels.blending import opaque
from maps.projection import project_point
from maps.viewport import Viewport

# rasterio 1.4 multiplies transforms in a way that affine 3 means to give up
pytestmark = pytest.mark.filterwarnings("ignore::PendingDeprecationWarning")
RASTERIO = pytest.mark.skipif(
    find_spec("rasterio") is None, reason="the extra raster is not installed"
)


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (base_maps.tiles, Kind.PMTILES),
        pytest.param(base_maps.picture, Kind.RASTER, marks=RASTERIO),
    ],
    ids=["tiles", "picture"],
)
def test_every_pixel_of_every_view_is_of_the_base_map(qapp, tmp_path, make, kind):
    path = make(tmp_path / "made")
    source = BaseSource(id="a", path=str(path), kind=kind, datum=Datum.CGCS2000, title="a")
    shelf = Shelf(Room(cache=tmp_path, decode=decoded))
    shelf.put(BaseSources(rows=(source,)))
    shelf.settle()
    for scale in base_maps._SCALES:
        view = Viewport(*project_point(*base_maps._MIDDLE), scale, *SIZE).snapped()
        for each in islice(moved(view), 2):
            pixels = np.asarray(base_maps.frame(shelf, each))
            assert (pixels[:, : SIZE[0]] != opaque(STYLE.ground)).mean() > 0.999
    assert not shelf.status()["a"].broken
    shelf.close()
