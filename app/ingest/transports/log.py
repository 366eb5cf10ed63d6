"""A recorded log as a source: played at its speed, once or again and again."""

import asyncio
from contextlib import suppress
from pathlib import Path

from typing_extensions import override

from app.ingest.replay import Replay
from app.ingest.transports.running import Running

AGAIN_S = 1.0
"""Between the end of a log and its next beginning, so that an empty one costs nothing."""


class Log(Running):
    _playing = False

    @property
    @override
    def connections(self) -> int:
        return int(self._playing)

    @override
    async def work(self) -> None:
        await self._play()
        while self.source.looped:
            await asyncio.sleep(AGAIN_S)
            await self._play()

    async def _play(self) -> None:
        loop = asyncio.get_running_loop()
        ended = asyncio.Event()

        def tell() -> None:
            with suppress(RuntimeError):  # the loop is closed, nobody waits any more
                loop.call_soon_threadsafe(ended.set)

        replay = Replay(
            Path(self.source.path),
            self._around.receive,
            speed=self.source.speed,
            clock=self._around.clock,
            source=self.source.id,
            tally=self.tally,
            ended=tell,
        )
        try:
            await loop.run_in_executor(None, replay.start)
            self._playing = True
            self.works("running")
            await ended.wait()
        finally:
            self._playing = False
            await asyncio.shield(loop.run_in_executor(None, replay.stop))
        if replay.error:
            raise OSError(replay.error)
