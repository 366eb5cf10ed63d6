"""Passing notices over the map: what was saved, refused or failed; they never take the focus."""

from datetime import datetime, timedelta
from enum import Enum

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from widgets.parts.labels import plain_label

MOST = 3
WIDTH_PX, MARGIN_PX, GAP_PX = 360, 16, 8
CREDITS_PX = 48
"""At the lower edge: the lines that say whose data is on the map stay in sight."""


class Tone(Enum):
    """What a notice tells: its mark, and how long it stays."""

    DONE = ("✓", timedelta(seconds=5))
    REFUSED = ("×", timedelta(seconds=12))
    FAILED = ("⚠", timedelta(seconds=30))

    @property
    def mark(self) -> str:
        return self.value[0]

    @property
    def stays(self) -> timedelta:
        return self.value[1]


class Toast(QFrame):
    """One notice; a click takes it away."""

    def __init__(self, text: str, tone: Tone, until: datetime, parent: QWidget) -> None:
        super().__init__(parent)
        self.tone, self.until = tone, until
        self.setProperty("role", "toast")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.said = plain_label(text)
        self.said.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(QLabel(tone.mark), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.said, 1)
        self.setFixedWidth(WIDTH_PX)
        self.setFixedHeight(row.heightForWidth(WIDTH_PX))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hide()


class Toasts(QObject):
    """At most three, the newest lowest, in the lower right corner of `over`."""

    def __init__(self, window: QWidget, over: QWidget) -> None:
        super().__init__(window)
        self._window, self._over = window, over
        self._toasts: list[Toast] = []
        self._quiet = False

    def texts(self) -> list[str]:
        return [toast.said.text() for toast in self._toasts if not toast.isHidden()]

    def set_quiet(self, quiet: bool) -> None:
        """Say nothing, and take away what is said, while the console is locked."""
        self._quiet = quiet
        for toast in self._toasts if quiet else ():
            toast.hide()

    def say(self, text: str, tone: Tone, now: datetime) -> None:
        """Show a notice; the oldest goes where there would be four."""
        if self._quiet:
            return
        toast = Toast(text, tone, now + tone.stays, self._window)
        self._toasts.append(toast)
        toast.show()
        self.show_time(now)

    def show_time(self, now: datetime) -> None:
        """Take away what has stood long enough."""
        alive = [t for t in self._toasts if now < t.until and not t.isHidden()][-MOST:]
        for toast in self._toasts:
            if toast not in alive:
                toast.hide()
                toast.deleteLater()
        self._toasts = alive
        self.place()

    def place(self) -> None:
        """Stand in the corner, wherever that is now; before it is laid out, there is none."""
        if not self._window.isAncestorOf(self._over):
            return
        corner = self._over.mapTo(self._window, QPoint(self._over.width(), self._over.height()))
        bottom = corner.y() - CREDITS_PX
        for toast in reversed(self._toasts):
            toast.move(corner.x() - MARGIN_PX - toast.width(), bottom - toast.height())
            toast.raise_()
            bottom -= toast.height() + GAP_PX
