"""One editor for each kind of field of an act: made from its FieldSpec, read as a value."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QCompleter,
    QDateEdit,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QWidget,
)

from app.casework.fields import LONGEST_TEXT, MOST_MINUTES
from app.casework.table import FieldSpec
from app.clock import CHINA
from app.model import Condition
from widgets.dialogs import act_words
from widgets.parts.numbers import in_line

Pairs = Sequence[tuple[str, str]]
"""(value, as it is read)."""


@dataclass(frozen=True, slots=True)
class Options:
    """What there is to choose from, and what is already filled in (by field name)."""

    units: Pairs = ()
    cases: Pairs = ()
    people: Pairs = ()
    items: Pairs = ()
    conditions: Callable[[str], Sequence[Condition]] = field(default=lambda item: ())
    filled: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class Editor:
    """A widget, how to read it (None: nothing was given), and how to fill it."""

    spec: FieldSpec
    widget: QWidget
    read: Callable[[], Any]
    fill: Callable[[Any], object]


def make(spec: FieldSpec, options: Options) -> Editor:
    """The editor of a field. KeyError for a kind that has none."""
    editor = _MAKERS[spec.kind](spec, options)
    editor.widget.setObjectName(spec.name)
    editor.widget.setAccessibleName(act_words.field(spec.name))
    if spec.name in options.filled:
        editor.fill(options.filled[spec.name])
    return editor


def _text(spec: FieldSpec, options: Options) -> Editor:
    line = QLineEdit()
    line.setMaxLength(LONGEST_TEXT)
    return Editor(spec, line, lambda: line.text().strip() or None, lambda v: line.setText(str(v)))


def _number(spec: FieldSpec, options: Options) -> Editor:
    line = QLineEdit()

    def read() -> Any:
        text = line.text().strip()
        try:
            return float(text) if text else None
        except ValueError:
            return text  # the table of fields says what is wrong with it

    return Editor(spec, line, read, lambda v: line.setText(f"{v:.6f}".rstrip("0").rstrip(".")))


def _minutes(spec: FieldSpec, options: Options) -> Editor:
    box = QSpinBox()
    box.setRange(1, MOST_MINUTES)
    box.setSingleStep(5)
    box.setValue(30)
    box.setSuffix(QCoreApplication.translate("act", " 分钟"))
    in_line(box)
    return Editor(spec, box, box.value, lambda v: box.setValue(int(v)))


def _moment(spec: FieldSpec, options: Options) -> Editor:
    """A day is chosen; it is meant to its end, in Beijing time."""
    box = QDateEdit()
    box.setCalendarPopup(True)
    box.setDisplayFormat("yyyy-MM-dd")

    def read() -> str:
        chosen = box.date()
        day = datetime(chosen.year(), chosen.month(), chosen.day(), tzinfo=CHINA)
        return (day + timedelta(days=1)).isoformat()

    def fill(value: Any) -> None:
        last = datetime.fromisoformat(str(value)).astimezone(CHINA) - timedelta(microseconds=1)
        box.setDate(QDate(last.year, last.month, last.day))

    return Editor(spec, box, read, fill)


def _flag(spec: FieldSpec, options: Options) -> Editor:
    box = QCheckBox(act_words.field(spec.name))
    return Editor(spec, box, lambda: box.isChecked() or None, lambda v: box.setChecked(bool(v)))


def _choice(spec: FieldSpec, options: Options) -> Editor:
    return _combo(spec, [(value, act_words.choice(spec.name, value)) for value in spec.choices])


def _units(spec: FieldSpec, options: Options) -> Editor:
    view = QListWidget()
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setMaximumHeight(120)
    for value, said in options.units:
        item = QListWidgetItem(said, view)
        item.setData(Qt.ItemDataRole.UserRole, value)
        item.setCheckState(Qt.CheckState.Unchecked)

    def read() -> Any:
        every = [view.item(row) for row in range(view.count())]
        on = [i for i in every if i.checkState() == Qt.CheckState.Checked]
        return tuple(str(i.data(Qt.ItemDataRole.UserRole)) for i in on) or None

    def fill(values: Any) -> None:
        for row in range(view.count()):
            item = view.item(row)
            on = item.data(Qt.ItemDataRole.UserRole) in values
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    return Editor(spec, view, read, fill)


def _combo(spec: FieldSpec, pairs: Pairs, *, free: bool = False) -> Editor:
    """A list that narrows while one types; `free` takes a text that is not in it as well."""
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(24)
    for value, said in pairs:
        box.addItem(said, value)
    if free or len(pairs) > 9:
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(box.model(), box)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        box.setCompleter(completer)
    box.setCurrentIndex(-1)
    box.setPlaceholderText(QCoreApplication.translate("act", "未选"))

    def read() -> Any:
        at = box.findText(box.currentText()) if box.currentText() else -1
        if at >= 0:
            return box.itemData(at)
        return (box.currentText().strip() or None) if box.isEditable() else None

    def fill(value: Any) -> None:
        at = box.findData(value)
        box.setCurrentIndex(at)
        if at < 0 and box.isEditable():
            box.setEditText(str(value))

    return Editor(spec, box, read, fill)


_MAKERS: Mapping[str, Callable[[FieldSpec, Options], Editor]] = {
    "text": _text,
    "number": _number,
    "minutes": _minutes,
    "moment": _moment,
    "flag": _flag,
    "choice": _choice,
    "unit": lambda spec, options: _combo(spec, options.units),
    "units": _units,
    "item": lambda spec, options: _combo(spec, options.items),
    "condition": lambda spec, options: _combo(spec, ()),
    "person": lambda spec, options: _combo(spec, options.people, free=True),
    "case": lambda spec, options: _combo(spec, options.cases, free=True),
}
