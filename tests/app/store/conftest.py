from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store import Store
from tests.app.store.builders import open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path)
    yield store
    store.close()
