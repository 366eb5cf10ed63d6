"""The question for the geofences."""

from app.model import Fence
from app.store.queries.rows import all_of, one
from app.store.store import Reader


def fences(reader: Reader) -> list[Fence]:
    """Those in use, by name."""
    return all_of(reader, Fence, "SELECT body FROM fences WHERE removed = 0 ORDER BY name, id")


def fence(reader: Reader, ident: str) -> Fence | None:
    """One of them, a removed one too."""
    return one(reader, "fences", ident, Fence)
