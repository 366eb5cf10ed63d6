"""The scenes of short messages: an order being written, and a board with all that there may be."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtWidgets import QApplication

from app.card import Card
from app.casework.acts import Act, Refusal
from app.ingest.hearing import Ear
from app.ingest.rdss.commands import sentence
from app.ingest.simulation.card import SOURCE
from app.model import CaseState, Task, TaskState
from app.settings import CARD
from app.shortmsg.kinds import Answer, Arrival, Receipt
from app.shortmsg.packing import pack
from app.shortmsg.parts import Number
from app.shorts import line
from app.store import queries
from widgets import choosing
from widgets.dialogs.short_order import ShortOrderDialog
from widgets.window import Window

_CARD = 1_300_000
_TEXT = "塌方，绕行老路；先报水位"


def order(window: Window) -> None:
    """The order of a unit that was sent and has a card, while another waits before it."""
    tasks = _begin(window)
    _do(window, "short.order", f"task:{tasks[-1].id}", text=_TEXT, carrier="global", answer_min=15)
    window.bridge.settle()
    window.actions_["task.short"].trigger()
    window.bridge.settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ShortOrderDialog)
    dialog.text.setPlainText(_TEXT)
    dialog.ask()
    window.bridge.settle()


def over(window: Window) -> None:
    """The same with more than a message holds."""
    order(window)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ShortOrderDialog)
    dialog.text.setPlainText("前方大面积塌方，一律绕行老路，重车禁止通行；到场先报水位和人员")
    dialog.ask()
    window.bridge.settle()


def board(window: Window) -> None:
    """Orders in every state, and what came in beside them."""
    tasks = _begin(window)
    texts = ("涵洞积水，先封路", "", "塌方，绕行老路", "断电，带发电机", "查明漏点")
    for task, text in zip(tasks, texts, strict=False):
        _do(window, "short.order", f"task:{task.id}", text=text, carrier="global", answer_min=1)
    now = window.clock()
    for number in range(3):
        _turn(window, now - timedelta(minutes=3 - number))
        _say(window, b"BDFKI,TXA,Y,Y,0,0000")
    window.bridge.settle()
    about = Number.of(tasks[1].id)
    time = now.replace(microsecond=0)
    _hear(window, tasks[1], pack(Receipt(task=about, turn=1, time=time, answer=Answer.SIGNED)))
    _hear(window, tasks[1], pack(Arrival(task=about, turn=1, time=time)))
    _say(window, b"BDTXR,1,0204999,0,," + "老路桥面开裂，小车可过".encode("gb18030"))
    _say(window, b"BDTXR,1,0204998,1,,E20012")
    window.arrangement.reveal("shorts")
    window.bridge.settle()
    window.panes.shorts.view.selectRow(0)
    window.panes.shorts.view.setFocus()


def _begin(window: Window) -> Sequence[Task]:
    """Units that were sent get cards; the first of their cases is chosen."""
    window.desk.keep(CARD, Card(source=SOURCE, simulated=True)).result()
    _say(window, b"BDICI,0204057,00000001,0000001,1,60,3,N,0")
    cases = {one.id: one for one in window.feed.data.cases if one.state is CaseState.HANDLING}
    tasks = [
        task
        for task in window.desk.ask(queries.tasks).result()
        if task.case in cases and task.state in (TaskState.SENT, TaskState.SIGNED)
    ]
    tasks.sort(key=lambda task: (cases[task.case].grade, task.state, task.id))
    for number, task in enumerate(tasks):
        _do(window, "unit.card", f"unit:{task.unit}", card=str(_CARD + number))
    choosing.choose_case(window, tasks[0].case)
    window.map.fit_place(window.centre)
    return tasks


def _turn(window: Window, at: datetime) -> None:
    """What the service would do at a time; the scene's clock stands."""
    window.desk.work(lambda store: line.turn(replace(store, now=at))).result()


def _hear(window: Window, task: Task, body: bytes) -> None:
    unit = window.desk.ask(queries.unit, task.unit).result()
    assert unit is not None
    _say(window, b"BDTXR,1,%07d,1,,%s" % (int(unit.card), body.hex().upper().encode()))


def _say(window: Window, body: bytes) -> None:
    window.desk.receive(SOURCE, Ear(SOURCE).feed(sentence(body))).result()


def _do(window: Window, act: str, subject: str, **fields: object) -> None:
    result = window.desk.do(Act(name=act, subject=subject, fields=fields)).result()
    assert not isinstance(result, Refusal) or result.code == "nothing_changed", result
