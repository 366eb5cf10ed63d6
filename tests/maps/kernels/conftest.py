"""Both kinds of kernels, and views to compare them in."""

import numpy as np
import pytest

from maps.kernels.plain import Plain
from maps.viewport import Viewport

W, H = 333, 207


@pytest.fixture(scope="session")
def plain():
    return Plain()


@pytest.fixture(scope="session")
def fast():
    from maps.kernels.compiled import Fast

    return Fast()


@pytest.fixture(scope="session")
def views(division):
    """Near and far, turned and not, in the city and beside it."""
    rng = np.random.default_rng(23)
    x, y = division.topology.origin
    found = []
    for scale in (900.0, 300.0, 90.0, 20.0, 5.0, 0.4, 0.05):
        for turn in (0.0, 0.0, 0.7, -2.0):
            dx, dy = rng.uniform(-20_000, 20_000, 2)
            found.append(Viewport(x + dx, y + dy, scale, W, H, turn))
    return found
