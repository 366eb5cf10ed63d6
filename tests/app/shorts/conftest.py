"""Fields that are closed whatever a test finds."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.app.shorts.field import Field


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Callable[..., Field]]:
    """Makes fields over one folder; each is closed in the end."""
    fields: list[Field] = []

    def make(**more: object) -> Field:
        fields.append(Field(tmp_path, **more))
        return fields[-1]

    yield make
    for field in fields:
        field.close()
