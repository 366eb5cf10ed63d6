"""The page as it will be, small: drawn beside the GUI thread, again after every choice."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from maps.printing.pictures import picture
from maps.printing.progress import Progress
from maps.printing.sheet import Sheet
from widgets import theme
from widgets.export.job import Job

_WAIT_MS = 200
_LEAST = 360


class Preview(QWidget):
    """`show_sheet` asks for a picture; what was asked before is dropped."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumSize(_LEAST, _LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.image: QImage | None = None
        self.trouble = ""
        self._sheet: Callable[[], Sheet] | None = None
        self._job: Job | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self._begin)

    @property
    def busy(self) -> bool:
        """Whether a newer picture is still to come."""
        return self._wait.isActive() or self._job is not None

    def show_sheet(self, sheet: Callable[[], Sheet]) -> None:
        """Draw what this gives, soon."""
        self._sheet = sheet
        self._wait.start()

    def stop(self) -> None:
        """Draw nothing more."""
        self._wait.stop()
        self._drop()

    def _drop(self) -> None:
        if self._job is not None:
            self._job.drop()
            self._job.deleteLater()
            self._job = None

    def _begin(self) -> None:
        self._drop()
        if self._sheet is None:
            return
        sheet = self._sheet()
        dots = self.size() * self.devicePixelRatioF()
        dpr = min(dots.width() / sheet.width, dots.height() / sheet.height)
        self._job = Job(partial(_draw, sheet, dpr), self)
        self._job.done.connect(self._put)
        self._job.failed.connect(self._fail)
        self._job.start()

    def _put(self, image: QImage) -> None:
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self.image, self.trouble = image, ""
        self._drop()
        self.update()

    def _fail(self, why: str) -> None:
        self.image, self.trouble = None, why
        self._drop()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.image is not None:
            size = self.image.deviceIndependentSize()
            box = QRectF(0, 0, size.width(), size.height())
            box.moveCenter(QRectF(self.rect()).center())
            painter.drawImage(box, self.image)
            painter.setPen(theme.current().colour("line"))
            painter.drawRect(box)
        else:
            said = self.trouble or self.tr("正在绘制预览…")
            painter.setPen(theme.current().colour("dim"))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), said)
        painter.end()


def _draw(sheet: Sheet, dpr: float, progress: Progress) -> QImage:
    return picture(sheet, dpr, progress)
