"""The dialog of an act, built from its row of the table; Enter does it, Esc leaves it.

It decides nothing: a refusal comes back with its reason and what would be allowed.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.casework.acts import Act, Refusal
from app.casework.fields import refuse_fields
from app.casework.table import FieldSpec
from app.casework.transitions import BY_ACT
from widgets import words
from widgets.bridge import Bridge
from widgets.dialogs import act_words, editors
from widgets.dialogs.editors import Options
from widgets.parts.labels import plain_label

_WIDTH_PX, _MARGIN_PX = 440, 16
_REASON = FieldSpec("reason", "text")


class ActDialog(QDialog):
    """`ready` carries the finished Act; with a bridge it is done, and the dialog waits for the
    answer: it closes on an entry and stays open on a refusal."""

    ready = Signal(object)

    def __init__(
        self,
        act: str,
        subject: str,
        options: Options | None = None,
        *,
        about: str = "",
        bridge: Bridge | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._row = BY_ACT[act]
        self._subject = subject
        self._options = options or Options()
        self._bridge = bridge
        self.setWindowTitle(words.act(act))
        self.setMinimumWidth(_WIDTH_PX)
        specs = [spec for spec in self._row.fields if spec.asked]
        specs += [_REASON] if self._row.reason else []
        self.editors = {spec.name: editors.make(spec, self._options) for spec in specs}
        self.trouble = plain_label(role="warning")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self._lay_out(about)
        self._follow_item()
        self._focus_first()

    def act(self) -> Act:
        """The act as it stands."""
        given = {name: editor.read() for name, editor in self.editors.items()}
        reason = str(given.pop("reason", None) or "")
        known = {name: value for name, value in given.items() if value is not None}
        hidden = {spec.name for spec in self._row.fields if not spec.asked}
        filled = {n: v for n, v in self._options.filled.items() if n in hidden}
        return Act(
            name=self._row.act, subject=self._subject, fields={**filled, **known}, reason=reason
        )

    def send(self) -> None:
        """Hand the act on, unless a field already says that it will not do."""
        act = self.act()
        wrong = refuse_fields(self._row.fields, act.fields)
        if wrong is not None:
            self.refuse(Refusal(code=wrong[0], detail=wrong[1]))
        elif self._row.reason and not act.reason:
            self.refuse(Refusal(code="reason_missing", detail="reason"))
        else:
            self.ready.emit(act)
            if self._bridge is None:
                self.accept()
            else:
                self._bridge.do(act, then=self.told)

    def told(self, result: object) -> None:
        """The desk's answer."""
        if isinstance(result, Refusal):
            self.refuse(result)
        else:
            self.accept()

    def refuse(self, refusal: Refusal) -> None:
        """Say why not, and go to the field that is meant."""
        editor = self.editors.get(refusal.detail)
        if editor is not None:
            name = act_words.field(refusal.detail)
            refusal = Refusal(code=refusal.code, detail=name, allowed=refusal.allowed)
            editor.widget.setFocus()
        self.trouble.setText(words.refusal(refusal))
        self.trouble.show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.send()
        else:
            super().keyPressEvent(event)

    def _lay_out(self, about: str) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(_MARGIN_PX, 16, _MARGIN_PX, 12)
        rows.setSpacing(12)
        if about:
            head = plain_label(about)
            head.setWordWrap(True)
            rows.addWidget(head)
            head.ensurePolished()  # a dialog takes its first height from labels that do not wrap
            head.setMinimumHeight(head.heightForWidth(_WIDTH_PX - 2 * _MARGIN_PX))
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        for name, editor in self.editors.items():
            flag = editor.spec.kind == "flag"
            mark = " *" if editor.spec.required and not flag else ""
            label = plain_label("" if flag else act_words.field(name) + mark, role="dim")
            label.setBuddy(editor.widget)
            form.addRow(label, editor.widget)
        rows.addLayout(form)
        if not self.editors:
            rows.addWidget(plain_label(self.tr("回车 确认，Esc 放弃"), role="dim"))
        rows.addWidget(self.trouble)
        rows.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        yes = box.addButton(
            self.tr("%1 ⏎").replace("%1", words.act(self._row.act)),
            QDialogButtonBox.ButtonRole.AcceptRole,
        )
        box.addButton(self.tr("放弃 Esc"), QDialogButtonBox.ButtonRole.RejectRole)
        yes.setDefault(True)
        box.accepted.connect(self.send)
        box.rejected.connect(self.reject)
        return box

    def _focus_first(self) -> None:
        """The first field that is still empty, so that a filled one is not in the way."""
        empty = [e for e in self.editors.values() if e.read() is None]
        for editor in (empty or list(self.editors.values()))[:1]:
            editor.widget.setFocus()

    def _follow_item(self) -> None:
        """The filing conditions are those of the class that is chosen."""
        item, condition = self.editors.get("item"), self.editors.get("condition")
        if item is None or condition is None:
            return
        boxes = item.widget, condition.widget
        if isinstance(boxes[0], QComboBox) and isinstance(boxes[1], QComboBox):
            boxes[0].currentIndexChanged.connect(lambda _: self._offer_conditions())
            self._offer_conditions()
            if "condition" in self._options.filled:
                condition.fill(self._options.filled["condition"])

    def _offer_conditions(self) -> None:
        box = self.editors["condition"].widget
        assert isinstance(box, QComboBox)
        box.clear()
        for condition in self._options.conditions(str(self.editors["item"].read() or "")):
            box.addItem(condition.text, condition.code)
        box.setCurrentIndex(0 if box.count() else -1)
