"""Where the map has been: previous and next, like the pages of a book. Qt-free."""

from maps.viewport import Viewport

_KEPT = 50


class Extents:
    """Views in the order they were rested on, with a place in that order."""

    def __init__(self) -> None:
        self._views: list[Viewport] = []
        self._at = -1

    def rest(self, view: Viewport) -> None:
        """Remember a view; what lay ahead of it is forgotten."""
        if self._at >= 0 and self._views[self._at] == view:
            return
        self._views = [*self._views[: self._at + 1], view][-_KEPT:]
        self._at = len(self._views) - 1

    def previous(self) -> Viewport | None:
        """The view before this one, None at the first."""
        return self._step(-1)

    def next(self) -> Viewport | None:
        """The view after this one, None at the last."""
        return self._step(1)

    def _step(self, by: int) -> Viewport | None:
        if not 0 <= self._at + by < len(self._views):
            return None
        self._at += by
        return self._views[self._at]
