"""What fills areas, strokes lines and lays colours: numpy first, compiled once that is loaded."""

import atexit
import logging
import threading

from maps.kernels.interface import Kernels
from maps.kernels.plain import Plain

_log = logging.getLogger(__name__)


class Choice:
    """The kernels in use. They begin as numpy's; `load` looks for better ones."""

    def __init__(self) -> None:
        self._now: Kernels = Plain()
        self._lock = threading.Lock()
        self._tried = False

    def now(self) -> Kernels:
        return self._now

    def load(self) -> Kernels:
        """The compiled kernels, where they can be had; why not is told once, in the log."""
        with self._lock:
            if not self._tried:
                self._tried = True
                try:
                    from maps.kernels.compiled import Fast

                    self._now = Fast()
                    atexit.register(self.unload)  # its library must not go before it
                except Exception:  # whatever is wrong with them, there is a map without them
                    _log.warning("the compiled kernels of the map cannot be used", exc_info=True)
        return self._now

    def unload(self) -> None:
        """Numpy's again."""
        self._now = Plain()


CHOICE = Choice()
