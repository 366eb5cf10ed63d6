"""The made-up division, built once."""

import pytest

from tests.maps.division import MadeDivision


@pytest.fixture(scope="session")
def division() -> MadeDivision:
    return MadeDivision()
