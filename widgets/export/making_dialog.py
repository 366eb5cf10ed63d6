"""A dialog in which something is made: it closes only once nothing runs on."""

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog
from typing_extensions import override

from widgets.export.running import Running


class MakingDialog(QDialog):
    """Whatever is made shows in `running`, which the dialog that is made of this sets."""

    running: Running

    @override
    def reject(self) -> None:
        """While something is made, Esc cancels that; else it closes the dialog."""
        if not self.running.cancel():
            super().reject()

    def shut(self) -> None:
        """Close whatever runs: the console is locked, or goes."""
        self.done(QDialog.DialogCode.Rejected)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.shut()
        event.accept()

    @override
    def done(self, result: int) -> None:
        """Whichever way it closes, nothing runs on."""
        self.running.drop()
        super().done(result)
