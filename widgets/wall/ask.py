"""Asks how the wall is read: from how far, on how large a screen, by night or by day."""

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from app.settings import Wall
from widgets.parts.labels import plain_label
from widgets.parts.numbers import in_line
from widgets.wall.sizes import letters, pitch_mm


class WallDialog(QDialog):
    """`wall` is what was chosen; the line below says what it comes to on the screen at hand."""

    def __init__(
        self,
        wall: Wall,
        size_px: tuple[int, int],
        told_mm: tuple[float, float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._wall, self._size_px, self._told_mm = wall, size_px, told_mm
        self.setWindowTitle(self.tr("大屏设置"))
        self.distance = self._number(0.5, 50.0, wall.distance_m, " m")
        self.diagonal = self._number(0.0, 1000.0, wall.diagonal_in, " ″")
        self.diagonal.setSpecialValueText(self.tr("按屏幕自报"))
        self.theme = QComboBox(self)
        self.theme.addItem(self.tr("夜间"), "night")
        self.theme.addItem(self.tr("日间"), "day")
        self.theme.setCurrentIndex(self.theme.findData(wall.theme))
        self.said = plain_label(role="dim", parent=self)
        self.said.setWordWrap(True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("确定 回车"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("取消 Esc"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        for field in (self.distance, self.diagonal):
            field.valueChanged.connect(lambda _: self._say())
        self._lay_out()
        self._say()

    @property
    def wall(self) -> Wall:
        """As chosen, with the view that was kept."""
        return Wall(
            distance_m=self.distance.value(),
            diagonal_in=self.diagonal.value(),
            theme=self.theme.currentData(),
            view=self._wall.view,
        )

    def _number(self, least: float, most: float, value: float, unit: str) -> QDoubleSpinBox:
        field = QDoubleSpinBox(self)
        field.setRange(least, most)
        field.setDecimals(1)
        field.setSingleStep(0.5)
        field.setSuffix(unit)
        field.setValue(value)
        in_line(field)
        return field

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        rows = (
            (self.tr("观看距离"), self.distance),
            (self.tr("屏幕对角线"), self.diagonal),
            (self.tr("配色"), self.theme),
        )
        for text, part in rows:
            form.addRow(plain_label(text, role="dim"), part)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.said)
        column.addWidget(self.buttons)
        self.resize(420, 240)

    def _say(self) -> None:
        pitch = pitch_mm(self._size_px, self.diagonal.value(), self._told_mm)
        found = letters(self.distance.value(), pitch, self._size_px[1])
        text = self.tr("像素 %1 mm，字 %2 px，视角 %3′")
        if not found.enough:
            text += self.tr("；屏幕放不下 20′ 的字，只够在 %4 m 内看清")
        for place, value in enumerate(
            (f"{pitch:.2f}", str(found.px), f"{found.angle_arcmin:.0f}", f"{found.reach_m:.1f}"), 1
        ):
            text = text.replace(f"%{place}", value)
        self.said.setText(text)
