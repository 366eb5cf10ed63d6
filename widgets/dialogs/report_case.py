"""A new case by hand 登记新事件: the act's dialog with one line for the place in any usual form."""

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget
from typing_extensions import override

from app.casework.acts import Act, Refusal
from widgets import formats
from widgets.bridge import Bridge
from widgets.coordinates import parse
from widgets.dialogs.act import ActDialog
from widgets.dialogs.editors import Options
from widgets.parts.labels import plain_label

_READ = ("lon", "lat")


class ReportCaseDialog(ActDialog):
    """Longitude and latitude are read from the line; empty means 无定位 and has to be said so."""

    def __init__(
        self,
        options: Options | None = None,
        *,
        at: tuple[float, float] | None = None,
        about: str = "",
        bridge: Bridge | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("case.report", "case:", options, about=about, bridge=bridge, parent=parent)
        self.place = QLineEdit()
        self.place.setPlaceholderText(self.tr("十进制、度分秒或 CGCS2000 3° 带坐标"))
        self.heard = plain_label(role="dim")
        form = self.findChild(QFormLayout)
        assert form is not None
        for name in _READ:
            form.setRowVisible(self.editors[name].widget, False)
        form.addRow(plain_label(self.tr("位置"), role="dim"), self.place)
        form.addRow(plain_label(""), self.heard)
        self.place.textChanged.connect(lambda _: self._read())
        if at is not None:
            self.place.setText(formats.decimal(*at))

    @override
    def send(self) -> None:
        if self.place.text().strip() and parse(self.place.text()) is None:
            self.refuse(Refusal(code="field_bad", detail=self.tr("位置")))
            self.place.setFocus()
        else:
            super().send()

    @override
    def act(self) -> Act:
        act = super().act()
        found = parse(self.place.text())
        fields = {name: value for name, value in act.fields.items() if name not in _READ}
        if found is not None:
            fields |= dict(zip(_READ, found, strict=True))
        return Act(name=act.name, subject=act.subject, fields=fields, reason=act.reason)

    def _read(self) -> None:
        """Say back what was understood, before it counts."""
        text = self.place.text().strip()
        found = parse(text)
        said = formats.dms(*found) if found else self.tr("读不懂这个坐标") if text else ""
        self.heard.setText(said)
