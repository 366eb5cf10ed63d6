"""Makes a file of tracks off the GUI thread; what leaves is noted before it stands there."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.clock import Clock
from app.desk import Desk
from app.tracks.about import About
from app.tracks.files import WRITERS
from maps.history import Shown
from maps.printing.files import beside, digest, publish
from maps.printing.progress import Progress
from widgets.export.job import FailedError
from widgets.export.making import Made, note, proof


@dataclass(frozen=True, slots=True, kw_only=True)
class TracksWish:
    """What to write; `simulated`: on a desk whose terminals are invented. `gap_s` cuts lines."""

    shown: Sequence[Shown]
    form: str
    title: str
    gap_s: float
    simulated: bool = False


def make_tracks(desk: Desk, clock: Clock, wish: TracksWish, target: Path, work: Progress) -> Made:
    """The file of a wish. OSError, FailedError, CancelledError: nothing was written."""
    tracks = [one.track for one in wish.shown if len(one.track)]
    if not tracks:
        raise FailedError(QCoreApplication.translate("export", "没有可导出的轨迹"))
    about = About(
        title=wish.title,
        proof=proof(desk, clock),
        made=clock(),
        simulated=wish.simulated,
        gap_s=wish.gap_s,
        names={one.track.terminal: one.name for one in wish.shown},
    )
    with beside(target) as made:
        WRITERS[wish.form](made, tracks, about, work.at)
        work.check()
        hashed = digest(made)
        counts = {"tracks": len(tracks), "fixes": sum(len(track) for track in tracks)}
        entry = note(
            desk, kind="tracks", form=wish.form, file=target.name, sha256=hashed, counts=counts
        )
        publish(made, target)
    return Made(target, hashed, entry)
