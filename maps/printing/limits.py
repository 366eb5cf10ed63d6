"""How large an output may be: what a picture needs of memory and of its reader. Qt-free."""

from collections.abc import Mapping
from dataclasses import dataclass

MOST_SIDE = 32_000  # dots; Qt's painter ends at 32,767
MOST_DOTS: Mapping[str, int] = {
    "png": 300_000_000,
    "pdf": 300_000_000,
    "print": 300_000_000,
    "svg": 24_000_000,
}
"""Of the whole. Most are made in bands; a drawing is kept whole by Qt, and by whoever opens it."""


@dataclass(frozen=True, slots=True)
class TooLarge:
    """What was wanted, and what would still go."""

    width: int
    height: int
    most_dots: int


def too_large(width: int, height: int, form: str) -> TooLarge | None:
    """None where a picture of so many dots can be made in a format of MOST_DOTS."""
    most = MOST_DOTS[form]
    if max(width, height) <= MOST_SIDE and width * height <= most:
        return None
    return TooLarge(width, height, most)
