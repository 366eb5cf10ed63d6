"""The dialog of an order: bits while one writes, when it would go, and nothing that will not do."""

import pytest
from PySide6.QtCore import Qt

from app.card import Card
from app.shortmsg import plain
from app.shortmsg.dictionary import loads
from app.store import queries
from tests.app.shorts.field import Field
from widgets.bridge import Bridge
from widgets.dialogs.short_card import ShortCardDialog
from widgets.dialogs.short_order import ShortOrderDialog
from widgets.dialogs.short_show import ShortShowDialog
from widgets.dialogs.unit_card import UnitCardDialog
from widgets.short_book import write


@pytest.fixture
def field(tmp_path):
    field = Field(tmp_path)
    field.card.crews.clear()
    yield field
    field.close()


@pytest.fixture
def bridge(field, qtbot):
    bridge = Bridge(field.desk, clock=field.clock)
    yield bridge
    bridge.close()


def opened(field, bridge, qtbot, unit="U-1", card=None):
    dialog = ShortOrderDialog(bridge, field.dispatch(unit), card or Card(source="s"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    bridge.settle()
    return dialog


def type_in(dialog, bridge, text) -> None:
    dialog.text.setPlainText(text)
    dialog.ask()
    bridge.settle()


def test_the_counter_follows_what_is_written(field, bridge, qtbot):
    dialog = opened(field, bridge, qtbot)
    assert dialog.head.text() == "→ 队1 · 卡 1001 · 第 1 次（模拟卡）"
    assert dialog.counter.text().startswith("320/560 bit · 附言汉字 0 个 · 还可写 15 个汉字")
    type_in(dialog, bridge, "塌方，绕行")
    assert dialog.counter.text().startswith("400/560 bit · 附言汉字 5 个 · 还可写 10 个汉字")
    assert dialog.yes.isEnabled()
    assert dialog.goes.text() == "第 1 位 · 立即可发"
    assert plain.read(dialog.plain.toPlainText(), field.dictionary()).text == "塌方，绕行"


def test_what_does_not_fit_is_shown_and_cannot_be_ordered(field, bridge, qtbot):
    dialog = opened(field, bridge, qtbot)
    type_in(dialog, bridge, "一二三四五六七八九十一二三四五六七")
    assert dialog.trouble.text() == "超出 32 bit，装不下：“六七”"
    assert not dialog.yes.isEnabled()
    dialog.carrier.setCurrentIndex(dialog.carrier.findData("regional"))
    bridge.settle()
    assert (dialog.trouble.text(), dialog.yes.isEnabled()) == ("", True)


def test_the_time_at_which_it_would_go_runs(field, bridge, qtbot):
    for unit in ("U-2", "U-3"):
        field.order(field.dispatch(unit))
    dialog = opened(field, bridge, qtbot)
    assert dialog.goes.text() == "第 3 位 · 02:00 后（11:02:00）"
    field.clock.now = field.clock.now.replace(second=30)
    bridge.second.emit(field.clock.now)
    assert dialog.goes.text() == "第 3 位 · 01:30 后（11:02:00）"


def test_enter_puts_it_into_the_queue_and_closes(field, bridge, qtbot):
    dialog = opened(field, bridge, qtbot)
    type_in(dialog, bridge, "先封路")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return)
    bridge.settle()
    (order,) = field.orders().values()
    assert (order.order.text, order.order.answer_min, dialog.result()) == ("先封路", 15, 1)


def test_a_unit_without_a_card_gets_none_and_a_refusal_stays(field, bridge, qtbot):
    field.enrol("U-4", "")
    dialog = opened(field, bridge, qtbot, "U-4")
    assert dialog.head.text() == "→ 队4 · 没有登记北斗卡号（模拟卡）"
    assert not dialog.yes.isEnabled()
    bridge.do(dialog.act(), then=dialog._told)
    bridge.settle()
    assert dialog.trouble.text() == "该力量没有登记北斗卡号（队4）"


def test_the_set_up_of_the_card_gives_what_was_chosen(qtbot):
    dialog = ShortCardDialog(Card(source="gone"), (("com", "北斗盒 · COM3 115200"),))
    qtbot.addWidget(dialog)
    assert dialog.source.currentText() == "gone（现在没有这个来源）"
    dialog.source.setCurrentIndex(dialog.source.findData("com"))
    dialog.dialect.setCurrentIndex(dialog.dialect.findData("bd3"))
    dialog.carrier.setCurrentIndex(dialog.carrier.findData("civil"))
    dialog.minutes.setValue(30)
    with qtbot.waitSignal(dialog.given) as given:
        dialog.send()
    assert given.args == [Card(source="com", dialect="bd3", carrier="civil", answer_min=30)]


def test_a_cards_number_is_entered_or_refused_with_the_reason(field, bridge, qtbot):
    units = field.desk.ask(queries.units).result()
    dialog = UnitCardDialog(bridge, units, "U-2")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    assert dialog.card.text() == "1002"
    dialog.card.setText("1001")
    dialog.send()
    bridge.settle()
    assert dialog.trouble.text().startswith("这张卡已属另一支力量")
    dialog.card.setText("0020002")
    dialog.send()
    bridge.settle()
    assert field.desk.ask(queries.unit, "U-2").result().card == "20002"


def test_the_dictionary_is_written_whole_and_read_again(field, tmp_path):
    shared = field.dictionary()
    path = tmp_path / "book.txt"
    write(shared, path)
    assert loads(path.read_text("utf-8")) == shared
    assert [one.name for one in path.parent.iterdir() if "book" in one.name] == ["book.txt"]


def test_what_is_sent_again_is_shown_before(qtbot):
    dialog = ShortShowDialog("重发", "渝令1 …", "第 1 次：首发", yes="第 2 次发出 ⏎")
    qtbot.addWidget(dialog)
    assert dialog.plain.toPlainText() == "渝令1 …"
    with qtbot.waitSignal(dialog.agreed):
        dialog._agree()
