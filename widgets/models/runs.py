"""Ascending places in a list as unbroken runs, which is how Qt wants to be told of them."""

from collections.abc import Iterable, Iterator


def runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Ascending numbers as (first, last) of each unbroken run."""
    start = before = None
    for at in places:
        if before is None or at != before + 1:
            if start is not None and before is not None:
                yield start, before
            start = at
        before = at
    if start is not None and before is not None:
        yield start, before
