"""Memory for pictures, used again once nobody looks at them: new pages cost as much as painting."""

import threading
import weakref

import numpy as np

from maps.kernels.values import Pixels

_SPARE = 3


class Buffers:
    """Gives out arrays; when an array and all views of it are gone, its memory is given again."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._spare: list[Pixels] = []

    def take(self, height: int, width: int) -> Pixels:
        """(height, width), holding anything."""
        size = height * width
        with self._lock:
            fit = next((k for k, one in enumerate(self._spare) if one.size == size), None)
            memory = np.empty(size, np.uint32) if fit is None else self._spare.pop(fit)
        # Views of an array over a buffer refer to that array, so it lives as long as any of them.
        given = np.frombuffer(memory.data, np.uint32)
        weakref.finalize(given, self._back, memory).atexit = False
        return given.reshape(height, width)

    def _back(self, memory: Pixels) -> None:
        with self._lock:
            self._spare = [*self._spare, memory][-_SPARE:]
