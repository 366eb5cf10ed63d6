"""Tracks on the map: their lines thinned for the zoom, what is shown of them, and how. No Qt."""

from maps.history.path import Drawn, Path, Piece, drawn, nearest_row
from maps.history.shown import NO_HISTORY, History, Pointed, Replay, Shown

__all__ = [
    "NO_HISTORY",
    "Drawn",
    "History",
    "Path",
    "Piece",
    "Pointed",
    "Replay",
    "Shown",
    "drawn",
    "nearest_row",
]
