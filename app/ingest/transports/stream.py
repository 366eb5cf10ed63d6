"""A TCP connection as the line of a peer."""

import asyncio
from collections.abc import Callable
from typing import cast

from typing_extensions import override

from app.ingest.transports.peer import Line, Peer

Welcome = Callable[[Line, str], Peer | None]
"""(line, host) -> the peer, or None where it is not let in and the line is to be dropped."""


class StreamLine(asyncio.BufferedProtocol):
    """`gone` is called once the connection is. `buffer` is shared by all lines of one loop.

    What is read is copied out of it at once: a buffer made for each read costs more than to read.
    """

    def __init__(
        self, welcome: Welcome, buffer: memoryview, *, gone: Callable[[], None] | None = None
    ) -> None:
        self._welcome = welcome
        self._buffer = buffer
        self._gone = gone
        self._peer: Peer | None = None
        self._transport: asyncio.Transport | None = None

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._peer = self._welcome(self, (transport.get_extra_info("peername") or ("",))[0])
        if self._peer is None:
            self._transport.abort()

    @override
    def get_buffer(self, sizehint: int) -> memoryview:
        return self._buffer

    @override
    def buffer_updated(self, nbytes: int) -> None:
        if self._peer is not None:
            self._peer.hear(bytes(self._buffer[:nbytes]))

    @override
    def pause_writing(self) -> None:
        if self._peer is not None:
            self._peer.unread(True)

    @override
    def resume_writing(self) -> None:
        if self._peer is not None:
            self._peer.unread(False)

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        if self._peer is not None:
            self._peer.ended()
        if self._gone is not None:
            self._gone()

    @property
    def unsent(self) -> int:
        """Bytes written that are not with the system yet."""
        return self._transport.get_write_buffer_size() if self._transport is not None else 0

    @property
    def open(self) -> bool:
        return self._transport is not None and not self._transport.is_closing()

    def write(self, data: bytes) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(data)

    def pause(self) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.pause_reading()

    def resume(self) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.resume_reading()

    def drop(self) -> None:
        if self._transport is not None:
            self._transport.abort()
