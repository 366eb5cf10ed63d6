"""A small window while a division is unpacked for the first time; quick starts never show it."""

import time
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QVBoxLayout, QWidget

_PATIENCE_S = 0.15


class Unpacking:
    """Called with (share done, what is being done); use it as a context."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._began = time.monotonic()
        self._window: QWidget | None = None

    def __enter__(self) -> "Unpacking":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._window is not None:
            self._window.close()

    def __call__(self, share: float, doing: str) -> None:
        if self._window is None and time.monotonic() - self._began > _PATIENCE_S:
            self._window = self._make()
        if self._window is not None:
            self._bar.setValue(int(share * 100))
            self._doing.setText(doing)
            self._app.processEvents()

    def _make(self) -> QWidget:
        window = QWidget()
        window.setWindowTitle(QApplication.translate("unpacking", "渝图"))
        window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        window.resize(420, 110)
        column = QVBoxLayout(window)
        column.setContentsMargins(24, 16, 24, 16)
        title = QLabel(QApplication.translate("unpacking", "首次启动：正在展开行政区划"), window)
        title.setProperty("role", "title")
        self._bar = QProgressBar(window)
        self._doing = QLabel(window)
        self._doing.setProperty("role", "dim")
        for widget in (title, self._bar, self._doing):
            column.addWidget(widget)
        window.move(window.screen().availableGeometry().center() - window.rect().center())
        window.show()
        return window
