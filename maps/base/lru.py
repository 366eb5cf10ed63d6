"""What was made last, up to so many bytes; the longest unused goes first. For any thread."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """Values by key with their sizes; what is larger than all the room is not kept."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._lock = Lock()
        self._values: OrderedDict[Hashable, tuple[T, int]] = OrderedDict()
        self.bytes = 0

    def get(self, key: Hashable) -> T | None:
        with self._lock:
            found = self._values.get(key)
            if found is None:
                return None
            self._values.move_to_end(key)
            return found[0]

    def put(self, key: Hashable, value: T, size: int) -> None:
        with self._lock:
            self._drop(key)
            if size > self._most:
                return
            self._values[key] = (value, size)
            self.bytes += size
            while self.bytes > self._most:
                self._drop(next(iter(self._values)))

    def forget(self, owner: Hashable) -> None:
        """Drop all whose key is a tuple that begins with `owner`."""
        with self._lock:
            gone = [key for key in self._values if isinstance(key, tuple) and key[0] == owner]
            for key in gone:
                self._drop(key)

    def __len__(self) -> int:
        return len(self._values)

    def _drop(self, key: Hashable) -> None:
        _, size = self._values.pop(key, (None, 0))
        self.bytes -= size
