"""A desk, its service and a simulated card with crews, played by a clock that is set by hand."""

from collections.abc import Iterable
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.card import Card
from app.casework.acts import Act, Refusal
from app.catalogue import items
from app.desk import Desk
from app.ingest.simulation.card import SOURCE, SimulatedCard
from app.ingest.simulation.crews import Crew, Manner
from app.ingest.simulation.lossy_card import Sky
from app.model import SYSTEM, Entry, Officer
from app.settings import CARD
from app.short_service import ShortService
from app.shortmsg.kept import KeptOrder, Letter
from app.shorts.codes import SharedCodes
from app.store import queries
from tests.app.test_desk import DUTY, done
from tests.small import EDITION, SmallHierarchy

START = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
AREAS = tuple(SmallHierarchy()._places)
CARDS = {"U-1": "1001", "U-2": "1002", "U-3": "1003"}
CLEAR = Sky(loss=0.0, twice=0.0, least_s=1.0, most_s=2.0)
QUICK = Manner(sign_s=(5, 10), arrive_s=(120, 180), feedback_s=(300, 400), returns=0.0)


class Hand:
    """A clock that is set by hand."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


def open_desk(folder: Path, clock: Hand) -> Desk:
    return Desk(
        folder,
        SmallHierarchy().locate,
        clock=clock,
        officer=DUTY,
        edition=EDITION,
        codes=SharedCodes(EDITION, lambda: AREAS),
    )


def taken() -> "Future[None]":
    """What a line gives that has taken all."""
    done: Future[None] = Future()
    done.set_result(None)
    return done


class Field:
    """`sky` is that of every way; the service is looked at by `pass_time` and no thread.

    `mute`: the card takes what it is given and says nothing.
    """

    def __init__(
        self,
        folder: Path,
        *,
        seed: int = 1,
        sky: Sky = CLEAR,
        manner: Manner = QUICK,
        carrier: str = "global",
    ) -> None:
        self.folder, self.clock = folder, Hand()
        self.given: list[tuple[datetime, str, bytes]] = []
        self.seed, self.sky, self.manner = seed, sky, manner
        self.mute = False
        self.open()
        for unit, card in CARDS.items():
            self.enrol(unit, card)
        self.desk.keep(CARD, Card(source=SOURCE, carrier=carrier, simulated=True)).result(10)
        self.crews_by_card()

    def open(self) -> None:
        self.desk = open_desk(self.folder, self.clock)
        self.card = SimulatedCard(
            self.seed, self._receive, {}, self.clock, sky=self.sky, period_s=60.0
        )
        self.service = ShortService(self.desk, self._send, clock=self.clock)
        self.service.tell(self.card)
        self.service.begin()

    def crews_by_card(self) -> None:
        crews = {
            card: Crew(self.seed * 10 + n, self.dictionary, self.manner)
            for n, card in enumerate(CARDS.values())
        }
        self.card.crews.update(crews)
        self.card.__post_init__()

    def close(self) -> None:
        self.service.close()
        self.desk.close()

    def enrol(self, unit: str, card: str) -> None:
        fields = {"name": f"队{unit[-1]}", "kind": "fire", "handler": f"h-{unit[-1]}", "card": card}
        act = Act(name="unit.enrol", subject=f"unit:{unit}", fields=fields)
        result = self.desk.do(act, SYSTEM).result(10)
        assert isinstance(result, Entry) or result.code == "unchanged"

    def dispatch(self, unit: str, *, by: Officer = DUTY) -> str:
        """A case whose unit is sent; the id of its task."""
        given = {"title": "塌方", "grade": "2", "source": "hotline", "lon": 106.15, "lat": 29.15}
        case = done(self.desk, "case.report", "case:", by, **given).subject
        item, condition = next(
            (i, c) for i in items() for c in i.conditions if c.unit == "urgent_hour"
        )
        done(self.desk, "case.file", case, item=item.key, condition=condition.code)
        sent = done(self.desk, "case.dispatch", case, lead=unit, offered=[unit])
        return next(key[5:] for key in sent.after if key.startswith("task:"))

    def order(self, task: str, *, text: str = "塌方，绕行", minutes: int = 15, **more) -> Entry:
        fields = {"text": text, "carrier": "global", "answer_min": minutes} | more
        return done(self.desk, "short.order", f"task:{task}", **fields)

    def try_do(self, name: str, subject: str, *, reason: str = "", **fields) -> Entry | Refusal:
        act = Act(name=name, subject=subject, fields=fields, reason=reason)
        return self.desk.do(act).result(10)

    def pass_time(self, seconds: int, *, step: int = 5) -> None:
        for _ in range(0, seconds, step):
            self.clock.now += timedelta(seconds=step)
            self.service.tick()

    def orders(self) -> dict[str, KeptOrder]:
        return {one.id: one for one in self.desk.ask(queries.short_orders).result(10)}

    def letters(self) -> list[Letter]:
        return self.desk.ask(queries.short_letters).result(10)

    def entries(self, act: str) -> list[Entry]:
        found: Iterable[Entry] = self.desk.ask(queries.entries, limit=100_000).result(10)
        return [entry for entry in found if entry.act == act]

    def task(self, ident: str):
        return self.desk.ask(queries.task, ident).result(10)

    def dictionary(self):
        return self.desk.codes.dictionary(CARDS)

    def _send(self, source: str, data: bytes):
        self.given.append((self.clock.now, source, data))
        if self.mute:
            return taken()
        return self.card.send(source, data)

    def _receive(self, source, messages) -> None:
        self.desk.receive(source, messages).result(10)
