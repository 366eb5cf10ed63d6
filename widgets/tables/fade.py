"""What has just changed, for a second: a share that falls from 1 to 0, and rests when none is left.

Where motion is unwanted (the cursor does not flash: pictures, or the officer's own setting)
nothing fades at all.
"""

from collections.abc import Hashable, Iterable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

LASTS_MS = 1000
_STEP_MS = 50


class Fade(QObject):
    """Remembers keys for LASTS_MS; `moved` while any is left, so that they are drawn again."""

    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watch = QElapsedTimer()
        self._watch.start()
        self._since: dict[Hashable, int] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._step)

    def start(self, keys: Iterable[Hashable]) -> None:
        """Let these fade from now on."""
        if QApplication.cursorFlashTime() <= 0:
            return
        now = self._watch.elapsed()
        self._since.update(dict.fromkeys(keys, now))
        if self._since:
            self._timer.start()
            self.moved.emit()

    def share(self, key: Hashable) -> float:
        """1 for what changes now, 0 for what rests."""
        since = self._since.get(key)
        return 0.0 if since is None else max(0.0, 1 - (self._watch.elapsed() - since) / LASTS_MS)

    def stop(self) -> None:
        """Forget all: nobody is looking."""
        self._since.clear()
        self._timer.stop()

    def _step(self) -> None:
        now = self._watch.elapsed()
        self._since = {key: at for key, at in self._since.items() if now - at < LASTS_MS}
        if not self._since:
            self._timer.stop()
        self.moved.emit()
