"""The bar of a dialog whose work runs beside the GUI thread: how far it is, and its three ends."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from widgets.export.job import Job, Work

_PER_CENT = 100


class Running(QProgressBar):
    """Hidden while nothing runs. `said`: what went wrong, "" when something begins."""

    said = Signal(str)
    ended = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setRange(0, _PER_CENT)
        self.hide()
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        return self._job is not None

    def run(self, work: Work, then: Callable[[object], object]) -> None:
        """Begin; `then` gets what the work gives. Nothing where something runs already."""
        if self._job is not None:
            return
        self.said.emit("")
        self.setValue(0)
        self.show()
        job = self._job = Job(work, self)
        job.progressed.connect(lambda share: self.setValue(round(share * _PER_CENT)))
        job.done.connect(lambda result: self._done(result, then))
        job.failed.connect(lambda why: self._end(self.tr("没有导出：%1").replace("%1", why)))
        job.cancelled.connect(lambda: self._end(self.tr("已取消，没有写入文件")))
        job.start()

    def cancel(self) -> bool:
        """Give up what runs; False where nothing does."""
        if self._job is None:
            return False
        self._job.cancel()
        return True

    def drop(self) -> None:
        """Stop and wait; nothing more is told."""
        job, self._job = self._job, None
        self.hide()
        if job is not None:
            job.drop()
            job.deleteLater()

    def _done(self, result: object, then: Callable[[object], object]) -> None:
        self.drop()
        self.ended.emit()
        then(result)

    def _end(self, why: str) -> None:
        self.drop()
        self.said.emit(why)
        self.ended.emit()
