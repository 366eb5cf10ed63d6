"""Real messages with what others make of them, read where they lie beside the project."""

import json
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[4] / "shared" / "data" / "beidou"
ABSENT = "the recorded messages (../shared/data/beidou) are not on this machine"


def rows(name: str) -> list[Any]:
    """Rows as test parameters with their ids; one skipped case where the file is absent."""
    path = FOLDER / name
    if not path.exists():
        return [pytest.param(None, marks=pytest.mark.skip(reason=ABSENT), id="absent")]
    with path.open(encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    return [
        pytest.param(row, id=str(row.get("id") or row.get("name")))
        for row in found
        if not row.get("_header")
    ]
