"""The dialog of a text to a terminal: bytes counted, what cannot be shown named, Enter sends."""

import pytest
from PySide6.QtCore import Qt

from app.casework.acts import Refusal
from widgets.dialogs.terminal_text import TerminalTextDialog

Key = Qt.Key
TO = [("138", "消防一队  138"), ("139", "消防二队  139")]


@pytest.fixture
def dialog(qtbot):
    made = TerminalTextDialog(TO, case="C-1", online=lambda phone: phone == "138")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # the test looks at it after
    qtbot.addWidget(made)
    made.show()
    return made


COUNTED = (
    ("", "0 / 1024 字节", False),
    ("到位 A1", "7 / 1024 字节", True),
    ("到" * 512, "1024 / 1024 字节", True),
    ("到" * 512 + "a", "1025 / 1024 字节", False),
    ("㭎口", "3 / 1024 字节 · 终端不能显示：㭎", False),
    ("a\u200bb", "3 / 1024 字节 · 终端不能显示：U+200B", False),
)


@pytest.mark.parametrize(("text", "said", "fits"), COUNTED)
def test_the_bytes_are_counted_and_what_does_not_fit_cannot_be_sent(dialog, text, said, fits):
    dialog.text.setPlainText(text)
    assert dialog.counter.text() == said
    assert dialog.yes.isEnabled() == fits


def test_enter_sends_what_is_shown_and_shift_enter_breaks_the_line(qtbot, dialog):
    told = []
    dialog.ready.connect(told.append)
    qtbot.keyClicks(dialog.text, "A1")
    qtbot.keyClick(dialog.text, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(dialog.text, "B2")
    dialog.to.setCurrentIndex(1)
    dialog.urgent.setChecked(True)
    dialog.wait.setValue(15)
    qtbot.keyClick(dialog.text, Key.Key_Return)
    (act,) = told
    assert (act.name, act.subject) == ("terminal.text", "terminal:139")
    assert act.fields == {"text": "A1\nB2", "urgent": True, "wait_minutes": 15, "case": "C-1"}


def test_whether_the_terminal_is_there_is_said_before_anything_is_sent(dialog):
    assert dialog.line.text().startswith("●")
    dialog.to.setCurrentIndex(1)
    assert dialog.line.text().startswith("○")


def test_a_refusal_stays_on_the_screen_with_its_particulars(dialog):
    dialog.told(Refusal(code="text_too_long", detail="1026 / 1024"))
    assert dialog.isVisible()
    assert "1026 / 1024" in dialog.trouble.text()
    dialog.told(object())
    assert not dialog.isVisible()
