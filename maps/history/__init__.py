"""Tracks on the map: their lines thinned for the zoom, what is shown of them, and how. No Qt."""

from maps.history.path import Path
from maps.history.shown import NO_HISTORY, History, Pointed, Replay, Shown
from maps.history.thinned import Drawn, Piece, drawn, nearest_row

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
