"""Long work beside the GUI thread: told how far it is, cancelled at any time, answered here."""

import logging
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from maps.printing.progress import CancelledError, Progress

logger = logging.getLogger(__name__)

Work = Callable[[Progress], Any]


class FailedError(Exception):
    """The work could not be done; its text is for the person who wanted it."""


class Job(QObject):
    """One piece of work in a thread of its own. Exactly one of the three ends is told."""

    progressed = Signal(float)
    done = Signal(object)
    failed = Signal(str)
    cancelled = Signal()
    _ended = Signal(object, object)

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._progress = Progress(self.progressed.emit)
        self._thread = threading.Thread(target=self._run, name="export")
        self._dropped = False
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        self._thread.start()

    def cancel(self) -> None:
        """Stop as soon as it can be stopped; `cancelled` follows."""
        self._progress.cancel()

    def drop(self) -> None:
        """Stop it and wait; nothing is told any more."""
        self._dropped = True
        self._progress.cancel()
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        try:
            self._ended.emit(self._work(self._progress), None)
        except CancelledError:
            self._ended.emit(None, CancelledError())
        except (OSError, FailedError) as error:
            self._ended.emit(None, error)
        except Exception as error:  # the one place where this work runs in the background
            logger.exception("an export failed")
            self._ended.emit(None, error)

    def _tell(self, result: object, error: Exception | None) -> None:
        if self._dropped:
            return
        if error is None:
            self.done.emit(result)
        elif isinstance(error, CancelledError):
            self.cancelled.emit()
        else:
            self.failed.emit(str(error) or type(error).__name__)
