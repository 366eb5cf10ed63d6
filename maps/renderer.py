"""Prepares pictures of the ground off the GUI thread; the latest request wins."""

import sys
import threading

from PySide6.QtCore import QObject, Signal

from maps.frame import Frame, Request
from maps.kernels import CHOICE
from maps.studio import Studio

__all__ = ["Frame", "Renderer", "Request", "Studio"]

_SWITCH_S = 0.0005  # the GUI thread waits no longer for the interpreter than this (default 5 ms)


class Renderer(QObject):
    """Runs the studio in a thread that lives only while something is asked for."""

    ready = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_SWITCH_S)
        self._studio = Studio()
        self._lock = threading.Lock()
        self._wanted: Request | None = None
        self._thread: threading.Thread | None = None
        self._open = True

    def ask(self, request: Request) -> None:
        """Prepare this one next; whatever waited before it is forgotten."""
        with self._lock:
            if not self._open:
                return
            self._wanted = request
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="map-renderer")
                self._thread.start()

    def now(self, request: Request) -> Frame:
        """Prepared in the calling thread; a request that still waits is dropped."""
        with self._lock:
            self._wanted = None
        return self._studio.frame(request)

    def close(self) -> None:
        """Forget what waits and what was kept, and end the thread."""
        with self._lock:
            self._open, self._wanted, thread = False, None, self._thread
        if thread is not None:
            thread.join()
        self._studio = Studio()

    def _work(self) -> None:
        while True:
            with self._lock:
                request, self._wanted = self._wanted, None
                if request is None:
                    self._thread = None
                    return
            frame = self._studio.frame(request)
            if not self._open:
                return
            try:
                self.ready.emit(frame)
            except RuntimeError:  # the widget went while its picture was being made
                return
            CHOICE.load()  # the first picture does not wait for it
