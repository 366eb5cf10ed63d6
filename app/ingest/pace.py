"""How fast a source may go: a bucket of tokens that fills with time. Knows nothing of messages."""

import asyncio


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
