"""Where a terminal was, over any time: columns of fixes, cut into parts, told in figures and files.

No Qt and no SQL: who reads them is `app.store.queries.whereabouts`.
"""

from app.tracks.figures import Figures, figures_of
from app.tracks.parts import GAP_S, Parts, parts_of
from app.tracks.stops import Stop, stops_of
from app.tracks.track import Mark, Track, joined

__all__ = [
    "GAP_S",
    "Figures",
    "Mark",
    "Parts",
    "Stop",
    "Track",
    "figures_of",
    "joined",
    "parts_of",
    "stops_of",
]
