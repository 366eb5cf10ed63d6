"""For how many days positions are kept: changed with a reason, told to the ledger, done at once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.casework.acts import Act, Refusal
from app.casework.retention import ACT, LONGEST, SUBJECT
from app.settings import LEAST_DAYS, MOST_DAYS
from widgets import words
from widgets.bridge import Bridge
from widgets.parts.labels import plain_label
from widgets.parts.numbers import in_line


class RetentionDialog(QDialog):
    """Says what a shorter term deletes before anybody agrees to it."""

    def __init__(self, bridge: Bridge, now_days: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bridge, self._now_days = bridge, now_days
        self.setWindowTitle(words.act(ACT))
        self.setMinimumWidth(440)
        self.days = QSpinBox()
        self.days.setRange(LEAST_DAYS, MOST_DAYS)
        self.days.setValue(now_days)
        self.days.setSuffix(self.tr(" 天"))
        self.days.setAccessibleName(self.tr("保留天数"))
        in_line(self.days)
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST)
        self.reason.setAccessibleName(self.tr("理由（必填）"))
        self.warning = plain_label(role="warning")
        self.trouble = plain_label(role="warning")
        for label in (self.warning, self.trouble):
            label.setWordWrap(True)
        self.trouble.hide()
        self._lay_out()
        self.days.valueChanged.connect(self._warn)
        self._warn(now_days)

    def act(self) -> Act:
        """The act as it stands."""
        fields = {"days": self.days.value()}
        return Act(name=ACT, subject=SUBJECT, fields=fields, reason=self.reason.text())

    def send(self) -> None:
        self._bridge.do(self.act(), then=self._told)

    def _told(self, result: object) -> None:
        if not isinstance(result, Refusal):
            self.accept()
            return
        self.trouble.setText(words.refusal(result))
        self.trouble.show()
        self.reason.setFocus()

    def _warn(self, days: int) -> None:
        text = self.tr("收到超过 %1 天的定位立即删除，不能恢复；台账里已有的位置不受影响")
        self.warning.setText(text.replace("%1", str(days)))
        self.warning.setVisible(days < self._now_days)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.addRow(plain_label(self.tr("保留天数"), role="dim"), self.days)
        form.addRow(plain_label(self.tr("理由（必填）"), role="dim"), self.reason)
        about = self.tr(
            "行踪是敏感个人信息，只留必要的时间。自收到起算，%1–%2 天；"
            "到期逐分钟删除并抹去，改动记入台账"
        )
        said = plain_label(
            about.replace("%1", str(LEAST_DAYS)).replace("%2", str(MOST_DAYS)), role="dim"
        )
        said.setWordWrap(True)
        box = QDialogButtonBox(self)
        yes = box.addButton(self.tr("更改 ⏎"), QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("放弃 Esc"), QDialogButtonBox.ButtonRole.RejectRole)
        yes.setDefault(True)
        box.accepted.connect(self.send)
        box.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 12)
        rows.setSpacing(12)
        rows.addLayout(form)
        for part in (said, self.warning, self.trouble, box):
            rows.addWidget(part)
        self.days.setFocus()
