"""The made-up division of the drawing tests, and both shipped divisions, unpacked once a run."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from maps.areas import all_areas
from maps.hierarchy import Hierarchy, open_hierarchy
from tests.maps.division import MadeDivision


@pytest.fixture(scope="session")
def division() -> MadeDivision:
    return MadeDivision()


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("divisions")


@pytest.fixture(scope="session")
def of_2023(cache: Path) -> Hierarchy:
    return open_hierarchy("2023", cache=cache, today=date(2026, 11, 23))


@pytest.fixture(scope="session")
def of_2025(cache: Path) -> Hierarchy:
    return open_hierarchy("2025", cache=cache, today=date(2026, 11, 23))


@pytest.fixture(scope="session", params=["2023", "2025"])
def shipped(request: pytest.FixtureRequest) -> Hierarchy:
    """Each shipped edition in turn."""
    return request.getfixturevalue(f"of_{request.param}")


@pytest.fixture(scope="session")
def grid_areas(shipped: Hierarchy) -> Any:
    """The polygons of all grids of that edition."""
    return all_areas(shipped)
