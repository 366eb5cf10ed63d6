"""The dialog of pictures and pages: choices at the left, the page as it will be at the right.

Nothing it does keeps the console waiting: work runs beside, tells how far it is, can be cancelled.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.clock import Clock
from app.desk import Desk
from maps.printing.papers import Words
from maps.printing.progress import Progress
from maps.printing.sheet import Sheet
from maps.printing.shown import Shown
from widgets.export import asking, making, printers
from widgets.export.form import ExportForm
from widgets.export.job import Work
from widgets.export.making_dialog import MakingDialog
from widgets.export.preview import Preview
from widgets.export.running import Running
from widgets.export.wish import Wish
from widgets.parts.labels import plain_label

_FILTERS = {"png": "PNG (*.png)", "pdf": "PDF (*.pdf)", "svg": "SVG (*.svg)"}


class ExportDialog(MakingDialog):
    """`made` tells the file that was written, or None for a page that was printed."""

    made = Signal(object)

    def __init__(
        self,
        shown: Shown,
        about: Words,
        desk: Desk,
        clock: Clock,
        *,
        output: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shown, self._about, self._desk, self._clock = shown, about, desk, clock
        self.setWindowTitle(self.tr("导出与打印"))
        self.form = ExportForm(shown, output=output, title=about.title, parent=self)
        self.preview = Preview(self)
        self.facts = plain_label(role="dim")
        self.trouble = plain_label(role="warning")
        self.running = Running(self)
        for label in (self.facts, self.trouble):
            label.setWordWrap(True)
        self._lay_out()
        self.form.changed.connect(self._follow)
        self.running.said.connect(self._say)
        self.running.ended.connect(self._follow_buttons)
        self._follow()

    def words(self) -> Words:
        """What stands on the page, but for its proof."""
        return Words(title=self.form.title.text().strip(), subtitle=self._about.subtitle)

    def sheet(self) -> Sheet:
        """What would be made now; its proof is filled in when it is made."""
        proof = self.tr("台账 #… · 制图时填入")
        words = Words(title=self.words().title, subtitle=self._about.subtitle, proof=proof)
        return self.form.wish().sheet(self._shown, words)

    def export(self) -> None:
        """Ask where to, and make it."""
        form = self.form.wish().output.form
        path = asking.path(self, self.tr("导出为"), form, _FILTERS[form])
        if path is not None:
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Make the file; a file that is there is replaced."""
        wish, words = self.form.wish(), self.words()
        work = partial(making.make, self._desk, self._clock, self._shown, wish, words, path)
        self._run(work)

    def print_page(self) -> None:
        """On a printer, where there is one."""
        why = printers.trouble()
        if why:
            self._say(why)
            return
        wish, sheet = self.form.wish(), self.sheet()
        printer = printers.choose(sheet, self)
        if printer is not None:
            self._run(partial(self._print, printer, wish))

    def _print(self, printer: object, wish: Wish, work: Progress) -> None:
        proof = making.proof(self._desk, self._clock)
        words = Words(title=self.words().title, subtitle=self._about.subtitle, proof=proof)
        sheet = wish.sheet(self._shown, words)
        making.note(self._desk, kind="page", form="print")
        printers.print_on(printer, sheet, wish.dpr, work)  # type: ignore[arg-type]

    def _run(self, work: Work) -> None:
        self.running.run(work, self._written)
        self._follow_buttons()

    def _written(self, made: object) -> None:
        self.made.emit(made)
        self.accept()

    def _follow(self) -> None:
        width, height = self.form.wish().size(self._shown)
        said = self.tr("%1 × %2 点").replace("%1", f"{width:,}").replace("%2", f"{height:,}")
        self.facts.setText(said)
        self._say(self._too_large())
        self._follow_buttons()
        self.preview.show_sheet(self.sheet)

    def _too_large(self) -> str:
        found = self.form.wish().too_large(self._shown)
        if found is None:
            return ""
        most = f"{found.most_dots / 1e6:.0f}"
        said = self.tr("%1 × %2 点太大：这种格式至多 %3 百万点、每边 32,000 点，请降低分辨率")
        said = said.replace("%1", f"{found.width:,}").replace("%2", f"{found.height:,}")
        return said.replace("%3", most)

    def _follow_buttons(self) -> None:
        free = not self.running.busy
        fits, paged = not self._too_large(), self.form.wish().output.paged
        self.form.setEnabled(free)
        self.close_button.setText(self.tr("关闭 Esc") if free else self.tr("取消 Esc"))
        self.export_button.setEnabled(free and fits)
        self.print_button.setEnabled(free and fits and paged)

    def _say(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(self)
        kind = QDialogButtonBox.ButtonRole
        self.export_button: QPushButton = buttons.addButton(self.tr("导出…"), kind.AcceptRole)
        self.print_button: QPushButton = buttons.addButton(self.tr("打印…"), kind.ActionRole)
        self.close_button: QPushButton = buttons.addButton(self.tr("关闭 Esc"), kind.RejectRole)
        self.export_button.setDefault(True)
        buttons.accepted.connect(self.export)
        buttons.rejected.connect(self.reject)
        self.print_button.clicked.connect(self.print_page)
        left = QVBoxLayout()
        for part in (self.form, self.facts, self.trouble):
            left.addWidget(part)
        left.addStretch(1)
        sides = QHBoxLayout()
        sides.setSpacing(16)
        sides.addLayout(left)
        sides.addWidget(self.preview, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 12)
        rows.setSpacing(12)
        rows.addLayout(sides, 1)
        rows.addWidget(self.running)
        rows.addWidget(buttons)
        self.resize(1080, 620)

    @override
    def done(self, result: int) -> None:
        self.preview.stop()
        super().done(result)
