"""How far a long piece of work is, and whether it is still wanted. Any thread."""

import threading
from collections.abc import Callable


class CancelledError(Exception):
    """Nobody wants the rest any more."""


class Progress:
    """`told` hears shares from 0 to 1; `cancel` may be called from anywhere, at any time."""

    def __init__(self, told: Callable[[float], object] = lambda share: None) -> None:
        self._told = told
        self._stop = threading.Event()

    def cancel(self) -> None:
        self._stop.set()

    def check(self) -> None:
        """CancelledError where the work is no longer wanted."""
        if self._stop.is_set():
            raise CancelledError

    def at(self, share: float) -> None:
        """Tell how much is done; CancelledError where the rest is not wanted."""
        self.check()
        self._told(min(max(share, 0.0), 1.0))
