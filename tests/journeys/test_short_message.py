"""A unit that only a short message reaches, by keyboard: sent, ordered, answered, on the board."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.card import Card
from app.casework.acts import Act
from app.ingest.simulation.card import SOURCE, SimulatedCard
from app.ingest.simulation.crews import Crew, Manner
from app.ingest.simulation.lossy_card import Sky
from app.model import TaskState
from app.settings import CARD
from app.short_service import ShortService
from app.shortmsg.track import Progress
from app.store import queries
from tests.journeys.test_again import file, sent
from tests.journeys.test_sos_by_keyboard import press
from widgets.dialogs.short_order import ShortOrderDialog

KEY = Qt.Key
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
NUMBER = "204060"


def joined(window) -> ShortService:
    """A simulated card, with a crew for one number."""
    desk, clock = window.desk, window.clock
    units = [unit.id for unit in desk.ask(queries.units).result()]
    manner = Manner(sign_s=(5, 6), arrive_s=(60, 61), feedback_s=(9000, 9001), returns=0.0)
    crew = Crew(1, lambda: desk.codes.dictionary(units), manner)
    sky = Sky(loss=0.0, twice=0.0, least_s=1.0, most_s=2.0)
    card = SimulatedCard(1, desk.receive, {NUMBER: crew}, clock, sky=sky)
    service = ShortService(desk, card.send, clock=clock)
    service.tell(card)
    desk.keep(CARD, Card(source=SOURCE, simulated=True)).result()
    service.begin()
    return service


def pass_time(window, service, seconds: int) -> None:
    for _ in range(0, seconds, 5):
        window.clock.now += timedelta(seconds=5)
        service.tick()
        window.desk.work(lambda store: None).result()  # what the card said is written
    window.bridge.settle()


def carry_card(window, unit: str) -> None:
    act = Act(name="unit.card", subject=f"unit:{unit}", fields={"card": NUMBER})
    window.desk.do(act).result()


def dialog() -> ShortOrderDialog | None:
    shown = QApplication.activeModalWidget()
    return shown if isinstance(shown, ShortOrderDialog) else None


def test_an_order_goes_and_its_answers_act_on_the_task(window, qtbot):
    service = joined(window)
    sent(window, qtbot, rank=1)
    assert dialog() is None  # it is heard by its terminal
    (task,) = file(window).tasks
    carry_card(window, task.unit)
    press(window, qtbot, KEY.Key_N, CTRL_SHIFT)
    asked = dialog()
    assert asked is not None
    asked.text.setPlainText("水位上涨")
    press(window, qtbot, KEY.Key_Return)
    assert dialog() is None
    pass_time(window, service, 120)
    (order,) = window.desk.ask(queries.short_orders).result()
    assert (order.progress, order.order.text) == (Progress.ARRIVED, "水位上涨")
    assert file(window).tasks[0].state is TaskState.ON_SITE
    window.actions_["go.shorts"].trigger()
    window.bridge.settle()
    assert window.panes.shorts.isVisible()
    assert window.panes.shorts.said() == "待发 0 · 已发 0 · 未确认 0 · 待看 0"


def test_an_order_is_offered_where_a_unit_with_a_card_is_not_heard(window, qtbot):
    joined(window)
    sent(window, qtbot, rank=1)
    (task,) = file(window).tasks
    carry_card(window, task.unit)
    press(window, qtbot, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    for letter in "OK":
        qtbot.keyClick(QApplication.activeModalWidget().focusWidget(), letter)
    press(window, qtbot, KEY.Key_Return)
    window.clock.now += timedelta(hours=2)
    window.bridge.done.emit(Act(name="case.dispatch", subject="case:x"), _entry(window))
    window.bridge.settle()
    assert dialog() is not None
    dialog().reject()


def _entry(window):
    entries = window.desk.ask(queries.entries).result()
    return next(entry for entry in entries if entry.act == "case.dispatch")
