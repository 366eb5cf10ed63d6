"""Joins short messages to the lines: the gateway's sources, or a demonstration's made-up card."""

from concurrent.futures import Future
from contextlib import ExitStack

from app.card import Card
from app.clock import Clock
from app.desk import Desk
from app.ingest.gateway import Gateway
from app.ingest.simulation.card import SOURCE, SimulatedCard
from app.ingest.simulation.crews import Crew
from app.model import Level
from app.settings import CARD
from app.short_service import ShortService
from app.shortmsg.dictionary import Dictionary
from app.shorts.codes import SharedCodes
from app.store import queries
from maps.hierarchy import Hierarchy

SEED = 20261124


def codes_of(hierarchy: Hierarchy) -> SharedCodes:
    """What goes into the dictionary of a desk of this division: the codes of all five levels."""

    def areas() -> list[str]:
        return [code for level in Level for code in hierarchy.codes(level)]

    return SharedCodes(hierarchy.edition, areas)


def begin(
    desk: Desk, gateway: Gateway, stack: ExitStack, *, clock: Clock, demo: bool
) -> ShortService:
    """The service at work until the stack closes; in a demonstration with a simulated card."""
    card = simulated(desk, clock) if demo else None

    def send(source: str, data: bytes) -> "Future[None]":
        return card.send(source, data) if card and source == SOURCE else gateway.send(source, data)

    service = ShortService(desk, send, clock=clock)
    if card is not None:
        service.tell(card)
        if desk.ask(queries.settings).result()[CARD] == Card():
            desk.keep(CARD, Card(source=SOURCE, simulated=True)).result()
    service.start()
    stack.callback(service.close)
    return service


def simulated(desk: Desk, clock: Clock) -> SimulatedCard:
    """A card whose other side are the units of the desk that have one themselves."""

    def shared() -> Dictionary:
        return desk.codes.dictionary(unit.id for unit in desk.ask(queries.units).result())

    numbers = [unit.card for unit in desk.ask(queries.units).result() if unit.card]
    crews = {number: Crew(SEED + at, shared) for at, number in enumerate(sorted(numbers))}
    return SimulatedCard(SEED, desk.receive, crews, clock)
