"""TCP and UDP listeners: who may connect, and their peers."""

import asyncio
from collections import OrderedDict
from typing import Any, cast

from typing_extensions import override

from app.ingest.sources import Tally
from app.ingest.transports.peer import Line, Peer
from app.ingest.transports.running import Running, Surroundings
from app.ingest.transports.stream import StreamLine
from app.machine import more_files
from app.sources.networks import AllowList, plain_address
from app.sources.source import Source

BACKLOG = 512
"""Connections that may wait, and that are taken at one go: peers who are there wait so long."""


class _Listening(Running):
    """Whoever comes from an address that is allowed is a peer."""

    def __init__(self, source: Source, around: Surroundings, tally: Tally) -> None:
        super().__init__(source, around, tally)
        self._allowed = AllowList(source.allow if source.opened else ("127.0.0.0/8", "::1"))
        self._port = source.port

    @property
    @override
    def where(self) -> str:
        host = self.source.host
        return f"[{host}]:{self._port}" if ":" in host else f"{host}:{self._port}"

    @property
    @override
    def port(self) -> int:
        return self._port if self.state == "listening" else 0

    def welcome(self, line: Line, host: str) -> Peer | None:
        """A peer, or None where the host is not let in, which is counted."""
        host = str(plain_address(host) or host)
        why = self.reception.enter(host) if self._allowed.allows(host) else "host not allowed"
        if why:
            self.reception.refuse(why)
            return None
        return Peer(self.reception, line, host=host, name=f"{self.source.id}@{host}")


class TcpListener(_Listening):
    """JT/T 808 terminals, receivers, gpsd that calls us: anything, told apart by what it says."""

    @override
    async def work(self) -> None:
        more_files()
        loop = asyncio.get_running_loop()
        server = await loop.create_server(
            lambda: StreamLine(self.welcome, self.reception.buffer),
            self.source.host,
            self._port,
            backlog=BACKLOG,
        )
        try:
            self._port = server.sockets[0].getsockname()[1]
            self.works("listening")
            await asyncio.Event().wait()
        finally:
            server.close()
            self.reception.drop_all()


class UdpListener(_Listening):
    """Each address that sends is a peer, until it is silent; replies go back to it."""

    def __init__(self, source: Source, around: Surroundings, tally: Tally) -> None:
        super().__init__(source, around, tally)
        self.senders: OrderedDict[Any, Peer] = OrderedDict()

    @override
    async def work(self) -> None:
        loop = asyncio.get_running_loop()
        transport, protocol = await loop.create_datagram_endpoint(
            lambda: _Datagrams(self), local_addr=(self.source.host, self._port)
        )
        try:
            self._port = transport.get_extra_info("sockname")[1]
            self.works("listening")
            await protocol.over
        finally:
            transport.abort()
            self.reception.drop_all()

    def peer_at(self, address: Any, transport: asyncio.DatagramTransport) -> Peer | None:
        peer = self.senders.get(address)
        if peer is None:
            line = _Sender(self, address, transport)
            peer = self.welcome(line, address[0])
            if peer is not None:
                line.peer = peer
                self.senders[address] = peer
        return peer


class _Sender:
    """The line to one address; there is nothing to hang up, so it is forgotten."""

    def __init__(
        self, listener: UdpListener, address: Any, transport: asyncio.DatagramTransport
    ) -> None:
        self.peer: Peer | None = None
        self._listener, self._address, self._transport = listener, address, transport

    def write(self, data: bytes) -> None:
        if not self._transport.is_closing():
            self._transport.sendto(data, self._address)

    def pause(self) -> None:
        """Its datagrams are refused instead."""

    def resume(self) -> None:
        """They are taken again."""

    def drop(self) -> None:
        self._listener.senders.pop(self._address, None)
        if self.peer is not None:
            self.peer.ended()


class _Datagrams(asyncio.DatagramProtocol):
    """Hands each datagram to the peer of its address."""

    def __init__(self, listener: UdpListener) -> None:
        self.over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._listener = listener
        self._transport: asyncio.DatagramTransport | None = None

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.DatagramTransport", transport)

    @override
    def datagram_received(self, data: bytes, addr: Any) -> None:
        assert self._transport is not None
        peer = self._listener.peer_at(addr, self._transport)
        if peer is not None and not peer.hear_whole(data):
            self._listener.reception.refuse("too fast")

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        if self.over.done():
            return
        if isinstance(exc, OSError):
            self.over.set_exception(exc)
        else:
            self.over.set_result(None)
