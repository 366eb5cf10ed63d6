"""How fast a source may go, and how much of something it may have. Knows nothing of messages."""

import asyncio
from collections import OrderedDict


class Pace:
    """`spend` sleeps as long as a peer has used more than its share."""

    def __init__(self, a_second: float, burst: float) -> None:
        self._a_second = a_second
        self._burst = burst
        self._left = burst
        self._at: float | None = None

    def owe(self, count: int, *, now_s: float) -> float:
        """Take `count` tokens at steady time `now_s`; seconds to wait before the next."""
        if self._at is not None:
            self._left = min(self._burst, self._left + (now_s - self._at) * self._a_second)
        self._at = now_s
        self._left -= count
        return max(0.0, -self._left / self._a_second)

    async def spend(self, count: int) -> None:
        wait_s = self.owe(count, now_s=asyncio.get_running_loop().time())
        if wait_s:
            await asyncio.sleep(wait_s)


class Quota:
    """So many of something for each holder in a while; remembers a bounded number of holders."""

    def __init__(self, most: int, *, window_s: float = 3600.0, holders: int = 4096) -> None:
        self._most, self._window_s, self._holders = most, window_s, holders
        self._used: OrderedDict[str, tuple[float, int]] = OrderedDict()

    def take(self, holder: str, *, now_s: float) -> bool:
        """Take one at steady time `now_s`; False where none is left until the while is over."""
        begun, used = self._used.get(holder, (now_s, 0))
        if now_s - begun >= self._window_s:
            begun, used = now_s, 0
        if used >= self._most:
            return False
        self._used[holder] = begun, used + 1
        self._used.move_to_end(holder)
        if len(self._used) > self._holders:
            self._used.popitem(last=False)
        return True

    def give_back(self, holder: str) -> None:
        """One that was taken was not needed."""
        if holder in self._used:
            begun, used = self._used[holder]
            self._used[holder] = begun, max(0, used - 1)
