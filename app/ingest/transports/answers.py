"""What the desk answers on its own thread, told on the thread of the connections."""

from asyncio import AbstractEventLoop
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from typing import Any


def tell(loop: AbstractEventLoop, future: Future[Any], then: Callable[[Future[Any]], None]) -> None:
    """Have `then` called with the future, on the loop, when it is done."""

    def done(answered: Future[Any]) -> None:
        with suppress(RuntimeError):  # the loop is closed, nobody waits any more
            loop.call_soon_threadsafe(then, answered)

    future.add_done_callback(done)


def error_of(future: Future[Any]) -> BaseException | None:
    """What went wrong with a future that is done; being cancelled is an error too."""
    try:
        return future.exception()
    except CancelledError as cancelled:
        return cancelled
