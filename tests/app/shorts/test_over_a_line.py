"""A box with a card behind a TCP connection: asked, given an order, and heard, by the gateway."""

import socket
from contextlib import closing
from threading import Event

from app.card import Card
from app.ingest.gateway import Gateway
from app.ingest.rdss.commands import sentence
from app.model import TaskState
from app.settings import CARD, CARD_STATE
from app.short_service import ShortService
from app.shortmsg.hearing import told
from app.shortmsg.kinds import Answer, Order, Receipt
from app.shortmsg.packing import pack
from app.sources.source import Kind, Source
from app.store import queries
from tests.app.ingest.rdss.test_commands import heard
from tests.app.shorts.field import START, Field

PATIENCE_S = 10.0


def line_of(box: socket.socket) -> bytes:
    """The next command that the box is given."""
    data = b""
    while not data.endswith(b"\r\n"):
        data += box.recv(4096)
    return data


def until(stirred: Event, holds) -> None:
    """Wait until what the gateway hears is written."""
    while not holds():
        assert stirred.wait(PATIENCE_S), "it was not heard"
        stirred.clear()


def known(field: Field):
    return field.desk.ask(queries.settings).result(10)[CARD_STATE]


def test_an_order_and_its_receipt_pass_a_real_line(tmp_path):
    field = Field(tmp_path)
    stirred = Event()
    field.desk.subscribe(lambda changes: stirred.set())
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(PATIENCE_S)
    gateway = Gateway(field.desk.receive, field.desk.register, clock=field.clock)
    service = ShortService(field.desk, gateway.send, clock=field.clock)
    port = server.getsockname()[1]
    try:
        gateway.start((Source(id="box", kind=Kind.TCP_CLIENT, port=port),))
        with closing(server.accept()[0]) as box:
            box.settimeout(PATIENCE_S)
            field.desk.keep(CARD, Card(source="box")).result(10)
            service.begin()
            assert line_of(box) == b"$CCICA,0,00*7B\r\n"
            box.sendall(sentence(b"BDICI,0204057,00000001,0000001,1,30,3,N,0"))
            until(stirred, lambda: known(field).number == "204057")
            assert known(field).period_s == 30.0

            task = field.dispatch("U-1")
            field.order(task)
            service.tick()
            order = told(heard(line_of(box)), field.dictionary()).message
            assert isinstance(order, Order)
            receipt = Receipt(task=order.task, turn=1, time=START, answer=Answer.SIGNED)
            box.sendall(sentence(b"BDFKI,TXA,Y,Y,0,0000"))
            body = pack(receipt).hex().upper().encode()
            box.sendall(sentence(b"BDTXR,1,0001001,1,," + body))
            until(stirred, lambda: field.task(task).state is TaskState.SIGNED)
    finally:
        service.close()
        gateway.stop()
        server.close()
        field.close()
