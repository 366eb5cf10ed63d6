"""A TCP client of gpsd, serial servers, AIS and NMEA servers; hung up on, it connects again."""

import asyncio
import socket

from typing_extensions import override

from app.ingest.transports.peer import Line, Peer
from app.ingest.transports.running import Running
from app.ingest.transports.stream import StreamLine

GREETINGS = {"": b"", "gpsd": b'?WATCH={"enable":true,"json":true};\r\n'}
"""What is said first; gpsd says nothing until it is asked to."""

CONNECT_S = 10.0
SENDING_S = 10.0
_LOOK_S = 0.02

_ALIVE = (("TCP_KEEPIDLE", 60), ("TCP_KEEPINTVL", 15), ("TCP_KEEPCNT", 4))
"""A server that vanished without a word is found out within two minutes."""


class TcpClient(Running):
    _line: StreamLine | None = None

    @override
    async def work(self) -> None:
        loop = asyncio.get_running_loop()
        over = asyncio.Event()
        async with asyncio.timeout(CONNECT_S):
            transport, line = await loop.create_connection(
                lambda: StreamLine(self._welcome, self.reception.buffer, gone=over.set),
                self.source.host,
                self.source.port,
            )
        try:
            _keep_alive(transport.get_extra_info("socket"))
            line.write(GREETINGS[self.source.greeting])
            self._line = line
            self.works("running")
            await over.wait()
            raise ConnectionError("the other side hung up")
        finally:
            self._line = None
            transport.abort()

    @override
    async def send(self, data: bytes) -> None:
        line = self._line
        if line is None or not line.open:
            raise ConnectionError(f"{self.source.title} is not connected")
        line.write(data)
        async with asyncio.timeout(SENDING_S):
            while line.unsent:
                await asyncio.sleep(_LOOK_S)
        if not line.open:
            raise ConnectionError(f"{self.source.title} hung up")

    def _welcome(self, line: Line, host: str) -> Peer | None:
        self.reception.enter(host)
        return Peer(self.reception, line, host=host, name=self.source.id, own=True)


def _keep_alive(sock: socket.socket) -> None:
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in _ALIVE:
        option = getattr(socket, name, None)
        if option is not None:
            sock.setsockopt(socket.IPPROTO_TCP, option, value)
