"""A process of its own that plays many terminals: `python -m app.ingest.simulate --help`.

Speaks real JT/T 808 over TCP to whoever listens. It ends when its standard input closes, when its
parent dies, and on SIGTERM, so that it never outlives the console that started it.
"""

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from random import Random

import click

from app.clock import Clock, utc_now
from app.ingest.simulation.motion import Beat, RosterError, read_roster
from app.ingest.simulation.plan import make_plan
from app.ingest.simulation.terminal import SimulatedTerminal

_SPREAD_S = 8.0
"""Over which the terminals come in, so that they do not all knock at once."""


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Where the listener is.")
@click.option("--port", type=click.IntRange(1, 65535), required=True)
@click.option("--roster", type=click.Path(path_type=Path), required=True, help="JSON of the units.")
@click.option("--seed", type=int, default=1, show_default=True, help="Same seed, same plan.")
@click.option(
    "--speed",
    type=click.FloatRange(0.1, 100),
    default=1.0,
    show_default=True,
    help="How much faster reports and events come; ground speeds stay.",
)
@click.option("--units", type=click.IntRange(1), help="Only so many terminals.")
def main(host: str, port: int, roster: Path, seed: int, speed: float, units: int | None) -> None:
    """Play the terminals of ROSTER until standard input closes."""
    try:
        beats = read_roster(roster)[:units]
    except RosterError as error:
        raise click.ClickException(str(error)) from error
    asyncio.run(_until_stopped(host, port, beats, seed, speed))


async def play(
    host: str, port: int, beats: Sequence[Beat], *, seed: int, speed: float, clock: Clock
) -> None:
    """All terminals, until cancelled. The plan depends on `beats` and `seed` alone."""
    loop = asyncio.get_running_loop()
    begun = loop.time()

    def elapsed() -> float:
        return (loop.time() - begun) * speed

    plan = make_plan(beats, seed)
    async with asyncio.TaskGroup() as group:
        for beat in beats:
            random = Random(f"{seed}:{beat.phone}")
            interval_s = random.uniform(5, 15) / speed
            terminal = SimulatedTerminal(
                beat,
                plan.get(beat.phone, ()),
                random=random,
                elapsed=elapsed,
                clock=clock,
                interval_s=interval_s,
            )
            group.create_task(_start(terminal, host, port, random.uniform(0, _SPREAD_S) / speed))


async def _start(terminal: SimulatedTerminal, host: str, port: int, delay_s: float) -> None:
    await asyncio.sleep(delay_s)
    await terminal.run(host, port)


async def _until_stopped(
    host: str, port: int, beats: Sequence[Beat], seed: int, speed: float
) -> None:
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):
            loop.add_signal_handler(number, stop.set)
    threading.Thread(target=_wait_for_end, args=(loop, stop), daemon=True).start()
    playing = asyncio.create_task(play(host, port, beats, seed=seed, speed=speed, clock=utc_now))
    watching = asyncio.create_task(_watch_parent(os.getppid(), stop))
    await stop.wait()
    await _cancel(playing, watching)


async def _cancel(*tasks: asyncio.Task[None]) -> None:
    """End tasks and those they wait for, again and again until they have ended."""
    pending = set(tasks)
    while pending:
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
        _, pending = await asyncio.wait(pending, timeout=1.0)


def _wait_for_end(loop: asyncio.AbstractEventLoop, stop: asyncio.Event) -> None:
    """Reads the descriptor itself: a buffered reader would be locked when the process ends."""
    with suppress(OSError):
        while os.read(sys.stdin.fileno(), 4096):
            pass
    with suppress(RuntimeError):  # the loop may be closed already
        loop.call_soon_threadsafe(stop.set)


async def _watch_parent(parent: int, stop: asyncio.Event) -> None:
    while os.getppid() == parent:
        await asyncio.sleep(1.0)
    stop.set()


if __name__ == "__main__":
    main()
