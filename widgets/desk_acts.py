"""What the officer does to the desk itself: notes, boundaries, proof, sources."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from app.casework import notes
from app.casework.acts import Act
from app.settings import MOTION, Motion
from app.store import queries
from app.store.verify import verify as check
from widgets import formats
from widgets.dialogs.about import AboutDialog
from widgets.toasts import Tone
from widgets.window import Window


def note(window: Window, text: str) -> None:
    """Write a note of the shift into the ledger; a note about a case is one of its acts."""
    act = Act(name=notes.ACT, subject=notes.SUBJECT, reason=text)
    window.bridge.do(act, then=lambda _: window.panes.log.ask_again())


def write_note(window: Window) -> None:
    """Open the line for a note: F8."""
    window.arrangement.reveal("log")
    window.panes.log.write_note()


def bring_in(window: Window) -> None:
    """Import own boundaries."""
    from widgets.importing import import_boundaries  # here: geometry that few need

    said = import_boundaries(window, window.hierarchy, window.desk.folder)
    if said:
        window.status.show_message(said)


def verify(window: Window) -> None:
    """Prove the ledger while it is in use; readers do not wait for the writer."""
    report = check(window.desk.folder)
    if report.ok:
        said = QCoreApplication.translate("desk_acts", "台账完好：%1 条，一环未断").replace(
            "%1", str(report.entries)
        )
    else:
        first = report.problems[0]
        said = (
            QCoreApplication.translate("desk_acts", "台账有问题：%1 %2")
            .replace("%1", first.what)
            .replace("%2", first.where)
        )
    window.tell(said, Tone.DONE if report.ok else Tone.FAILED)


def about(window: Window) -> None:
    """Versions, division, head of the ledger, licences."""
    window.bridge.ask(queries.head, then=partial(_show_about, window), each=True)


def _show_about(window: Window, head: tuple[int, str]) -> None:
    seq, digest = head
    ledger = f"#{formats.count(seq)} {digest[:16]}"
    AboutDialog(edition=window.edition(), ledger=ledger, parent=window).open()


def toggle_motion(window: Window) -> None:
    """Zoom at once, or in a smooth way; kept by the desk."""
    the_map = window.map
    the_map.animated = not the_map.animated
    text = (
        QCoreApplication.translate("desk_acts", "缩放动画已开")
        if the_map.animated
        else QCoreApplication.translate("desk_acts", "缩放动画已关")
    )
    window.bridge.after(
        window.desk.keep(MOTION, Motion(zoom=the_map.animated)),
        lambda _: window.tell(text, Tone.DONE),
    )
