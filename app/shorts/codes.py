"""The dictionary of the desk: the areas of its division, the classes and the units it knows now."""

from collections.abc import Callable, Iterable

from app.catalogue import items
from app.shortmsg.dictionary import Dictionary, build, fit


class SharedCodes:
    """Built when it is first asked for, and again where the units are others than before."""

    def __init__(self, edition: str, areas: Callable[[], Iterable[str]] = tuple) -> None:
        self._edition = edition.replace("+", ":")  # as those with own borders have it
        self._areas = areas
        self._made: tuple[tuple[str, ...], Dictionary] | None = None

    def dictionary(self, units: Iterable[str]) -> Dictionary:
        """The dictionary with these units; ids that no message could hold are left out."""
        wanted = tuple(sorted(filter(fit, units)))
        made = self._made
        if made is None or made[0] != wanted:
            made = (
                wanted,
                build(
                    edition=self._edition,
                    areas=self._areas() if made is None else made[1].codes["area"],
                    items=(item.key for item in items() if fit(item.key)),
                    units=wanted,
                ),
            )
            self._made = made
        return made[1]


NO_CODES = SharedCodes("none")
"""A desk that was given no areas: orders name none."""
