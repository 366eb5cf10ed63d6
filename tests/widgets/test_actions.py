"""The table of actions: one key, one action, all of it readable."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QMainWindow

from widgets import actions


def test_no_key_means_two_things():
    keys = Counter(key for row in actions.ACTIONS for key in row.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_ids_are_unique_and_groups_exist():
    ids = [row.id for row in actions.ACTIONS]
    assert len(ids) == len(set(ids))
    assert {row.group for row in actions.ACTIONS} == set(actions.GROUPS)


@pytest.mark.parametrize("key", [key for row in actions.ACTIONS for key in row.keys])
def test_every_key_is_one_that_qt_knows(key):
    assert QKeySequence(key).count() == 1
    assert QKeySequence(key)[0].key() != Qt.Key.Key_unknown


@pytest.fixture
def window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QLineEdit(window))
    window.made = actions.Actions(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_a_letter_is_a_command_outside_a_text_field_and_a_letter_inside(window, qtbot):
    fired = []
    window.made.bind({"alarm.next": lambda: fired.append(1)})
    field = window.centralWidget()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_N)
    assert (field.text(), fired) == ("n", [])
    field.clearFocus()
    qtbot.keyClick(window, Qt.Key.Key_N)
    assert fired == [1]


def test_an_id_without_a_row_is_refused(window):
    with pytest.raises(KeyError):
        window.made.bind({"moon.land": lambda: None})
