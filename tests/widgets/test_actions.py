"""The table of actions: one key, one action, all of it readable."""

import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QMainWindow, QWidget

from widgets import actions, application, theme
from widgets.key_names import key_name
from widgets.keys_help import COLUMNS, KeysHelp


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


def readme_keys() -> set[str]:
    """The keys of README's table, parted: "F3 / F4" is two."""
    found = set()
    for line in README.read_text("utf-8").partition("## 键盘")[2].partition("##")[0].splitlines():
        for cell in line.strip("| ").split("|")[::2]:
            found |= set(re.split(r" / |，|、", cell.strip()))
    return {key for key in found if key and key not in NO_ACTION and not key.startswith("-")}


README = Path(__file__).parents[2] / "README.md"
NO_ACTION = {"键", "1–9", "Enter"}
"""The heading, and the keys of the list of recommended units."""


def test_every_key_of_the_readme_is_an_action():
    keys = {key for row in actions.ACTIONS for key in row.keys}
    assert len(readme_keys()) > 20
    assert readme_keys() <= keys


def test_the_help_lists_exactly_the_actions_that_have_keys(window):
    shown = {label.text() for label in KeysHelp(window).findChildren(QLabel)}
    rows = [row for row in actions.ACTIONS if row.keys]
    assert {actions.text(row) for row in rows} <= shown
    keys = {"  ".join(key_name(key) for key in row.keys) for row in rows}
    groups = {actions.group(name) for name in actions.GROUPS}
    titles = shown - {actions.text(row) for row in rows} - keys - groups
    assert len(titles) == 1


def test_the_columns_of_the_help_hold_every_group_once():
    assert sorted(name for names in COLUMNS for name in names) == sorted(actions.GROUPS)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_help_stands_whole_on_a_laptop_and_below_the_alarms(window, qapp, language):
    application.speak(qapp, language)
    under = QWidget(window)
    under.setGeometry(0, 34, 1366, 30)
    window.resize(1366, 768)
    window.setStyleSheet("QWidget { font-size: 13px; }")
    shown = KeysHelp(window, under=under)
    shown.open()
    application.speak(qapp, "zh")
    assert window.rect().contains(shown.geometry())
    assert shown.geometry().top() > under.geometry().bottom()


def test_every_menu_fits_the_height_of_a_laptop(window, qapp):
    theme.apply(qapp, theme.current().name, size_px=13)
    heights = {
        part.text(): part.menu().sizeHint().height() for part in window.made.menu(window).actions()
    }
    theme.apply(qapp, theme.current().name)
    assert max(heights.values()) <= 768, heights
