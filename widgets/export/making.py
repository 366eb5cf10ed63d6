"""Makes what was wished for, off the GUI thread: written beside, noted in the ledger, published.

Nothing stands in its place that the ledger does not tell of: where the note is refused, the file
is deleted again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.casework import exports
from app.casework.acts import Act, Refusal
from app.clock import Clock
from app.desk import Desk
from app.store import StoreUnavailable, queries
from maps.printing import vectors
from maps.printing.files import beside, digest, publish
from maps.printing.papers import Words
from maps.printing.pictures import write_png
from maps.printing.progress import Progress
from maps.printing.sheet import Sheet
from maps.printing.shown import Shown
from widgets import formats, words
from widgets.export.job import FailedError
from widgets.export.wish import Wish

SHORT_HASH = 16


@dataclass(frozen=True, slots=True)
class Made:
    """A file that stands in its place, with the SHA-256 that the ledger has of it."""

    path: Path
    sha256: str
    entry: int


def proof(desk: Desk, clock: Clock) -> str:
    """台账 #12 3f9a8b7c6d5e4f30 · 2026-11-23 08:12:05: the head of the ledger at that moment."""
    seq, hashed = desk.ask(queries.head).result()
    said = QCoreApplication.translate("export", "台账 #%1 %2 · 制图 %3")
    said = said.replace("%1", str(seq)).replace("%2", hashed[:SHORT_HASH])
    return said.replace("%3", formats.absolute(clock()))


def make(
    desk: Desk, clock: Clock, shown: Shown, wish: Wish, about: Words, target: Path, work: Progress
) -> Made:
    """The file of a wish. OSError, FailedError, CancelledError: nothing was written."""
    sheet = wish.sheet(shown, replace(about, proof=proof(desk, clock)))
    with beside(target) as made:
        _write(sheet, wish, made, work, about=proof(desk, clock))
        work.check()
        hashed = digest(made)
        kind = "page" if wish.output.paged else "map"
        entry = note(desk, kind=kind, form=wish.output.form, file=target.name, sha256=hashed)
        publish(made, target)
    return Made(target, hashed, entry)


def _write(sheet: Sheet, wish: Wish, path: Path, work: Progress, *, about: str) -> None:
    if wish.output.form == "png":
        write_png(sheet, path, wish.dpr, work, texts={"Description": about})
    else:
        vectors.WRITERS[wish.output.form](sheet, path, wish.dpr, work)


def note(
    desk: Desk,
    *,
    kind: str,
    form: str,
    file: str = "",
    sha256: str = "",
    counts: Mapping[str, int] | None = None,
) -> int:
    """The number of the ledger's entry. FailedError where the desk does not take it."""
    fields = {"kind": kind, "format": form, "file": file, "sha256": sha256, "counts": counts or {}}
    act = Act(name=exports.ACT, subject=exports.SUBJECT, fields=fields)
    try:
        result = desk.do(act).result()
    except StoreUnavailable as error:
        raise FailedError(words.word(error.reason)) from error
    if isinstance(result, Refusal):
        raise FailedError(words.refusal(result))
    return result.seq
