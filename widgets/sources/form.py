"""A source to add or to change: a line for each field of its kind, with what is wrong below it."""

from collections.abc import Collection, Mapping
from typing import Any

import msgspec
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from app.casework.acts import Act, Refusal
from app.casework.sources import ADD, CHANGE, SUBJECT
from app.ingest.transports.serial_line import is_installed
from app.sources.source import (
    LISTENERS,
    PARTICULARS,
    Kind,
    Source,
    new_id,
    problems,
    row_of,
)
from widgets import words
from widgets.bridge import Bridge
from widgets.parts.labels import plain_label
from widgets.sources.editors import EDITORS, Editor
from widgets.words import sources as said


def notices(source: Source) -> Mapping[str, str]:
    """What a person should know of a field though nothing is wrong with it."""
    found = {}
    if source.kind in LISTENERS and source.port == 0:
        found["port"] = "any"
    if source.kind in LISTENERS and source.opened and not source.allow:
        found["allow"] = "nobody"
    if source.kind is Kind.SERIAL and not is_installed():
        found["device"] = "library"
    return found


_FIXED_ROWS = 2
"""The kind and what is said of it."""


class SourceForm(QDialog):
    """With a source it changes that one; its kind was chosen when it was added."""

    def __init__(
        self,
        bridge: Bridge,
        *,
        taken: Collection[str] = (),
        source: Source | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge, self._source, self._taken = bridge, source, taken
        self.setWindowTitle(words.act(CHANGE if source else ADD))
        self.setMinimumWidth(560)
        self.kind = QComboBox()
        for kind in Kind:
            self.kind.addItem(said.kind(kind), kind.value)
        self.kind.setEnabled(source is None)
        self.kind.setAccessibleName(_way())
        if source is not None:
            self.kind.setCurrentIndex(self.kind.findData(source.kind.value))
        self.about = plain_label(role="dim")
        self.about.setWordWrap(True)
        self.trouble = plain_label(role="warning")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.editors: dict[str, Editor] = {}
        self.wrongs: dict[str, QLabel] = {}
        self.hints: dict[str, QLabel] = {}
        self._rows = QFormLayout()
        self._lay_out()
        self.kind.currentIndexChanged.connect(lambda _: self._choose_kind())
        self._choose_kind()

    def act(self) -> Act:
        """The act as it stands: all fields of the kind, which the desk compares."""
        ident = self._ident()
        fields = {name: value for name, value in self._row().items() if name != "id"}
        name = CHANGE if self._source else ADD
        return Act(name=name, subject=f"{SUBJECT}{ident}", fields=fields)

    def send(self) -> None:
        if self.check():
            self._bridge.do(self.act(), then=self._told)

    def check(self) -> bool:
        """Say at each field what is wrong with it; whether nothing is."""
        try:
            source: Source = msgspec.convert(self._row(), Source, strict=True)
        except msgspec.ValidationError as error:
            self._say(str(error))
            return False
        wrong, worth = problems(source), notices(source)
        for name in self.editors:
            self._below(self.wrongs[name], said.PROBLEMS.get(wrong.get(name, ""), ""))
            self._below(self.hints[name], said.NOTICES.get(worth.get(name, ""), ""))
        self.adjustSize()
        self.trouble.hide()
        return not wrong

    def _below(self, label: QLabel, text: str) -> None:
        """What is said below a field; nothing takes no room."""
        label.setText(words.said(text) if text else "")
        self._rows.setRowVisible(label, bool(text))

    def _ident(self) -> str:
        return self._source.id if self._source else new_id(self._kind(), self._taken)

    def _kind(self) -> Kind:
        return Kind(self.kind.currentData())

    def _row(self) -> dict[str, Any]:
        enabled = self._source.enabled if self._source else True
        typed = {name: editor.take() for name, editor in self.editors.items()}
        return {"id": self._ident(), "kind": self._kind().value, "enabled": enabled, **typed}

    def _choose_kind(self) -> None:
        """Fields of this kind, with what the source has or a new one begins with."""
        kind = self._kind()
        begun = self._source or Source(
            id="new", kind=kind, host="" if kind is Kind.TCP_CLIENT else "127.0.0.1"
        )
        row = row_of(begun)
        self.about.setText(words.said(said.ABOUT[kind]))
        for _ in range(self._rows.rowCount() - _FIXED_ROWS):
            self._rows.removeRow(_FIXED_ROWS)
        self.editors, self.wrongs, self.hints = {}, {}, {}
        for name in ("name", *PARTICULARS[kind]):
            self._add(name, row[name])
        self.check()
        self.editors["name"].widget.setFocus()

    def _add(self, name: str, value: Any) -> None:
        editor = EDITORS[name](value)
        text = words.said(said.FIELDS[name])
        editor.widget.setAccessibleName(text)
        label = plain_label(text, role="dim")
        label.setBuddy(editor.widget)
        self._rows.addRow(label, editor.widget)
        for labels, role in ((self.wrongs, "warning"), (self.hints, "hint")):
            labels[name] = plain_label(role=role)
            labels[name].setWordWrap(True)
            self._rows.addRow(plain_label(), labels[name])
        editor.watch(lambda *_: self.check())
        self.editors[name] = editor

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        self._rows.setHorizontalSpacing(12)
        self._rows.setVerticalSpacing(6)
        self._rows.addRow(plain_label(_way(), role="dim"), self.kind)
        self._rows.addRow(plain_label(), self.about)
        column.addLayout(self._rows)
        column.addStretch(1)
        column.addWidget(self.trouble)
        box = QDialogButtonBox(self)
        yes = box.addButton(
            self.tr("%1 ⏎").replace("%1", self.windowTitle()),
            QDialogButtonBox.ButtonRole.AcceptRole,
        )
        box.addButton(self.tr("放弃 Esc"), QDialogButtonBox.ButtonRole.RejectRole)
        yes.setDefault(True)
        box.accepted.connect(self.send)
        box.rejected.connect(self.reject)
        column.addWidget(box)

    def _told(self, result: object) -> None:
        if isinstance(result, Refusal):
            self._say(words.refusal(result))
        else:
            self.accept()

    def _say(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.show()


def _way() -> str:
    return QCoreApplication.translate("columns", "方式")
