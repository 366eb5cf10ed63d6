"""The left side of the export dialog: every choice, read as a Wish."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from maps.printing.papers import (
    LEAST_DENOMINATOR,
    LEAST_DPI,
    LEAST_MARGIN_MM,
    MOST_DENOMINATOR,
    MOST_DPI,
    MOST_MARGIN_MM,
    PAPERS,
    PX_PER_INCH,
    Layout,
)
from maps.printing.shown import Shown
from widgets.export.wish import BY_ID, OUTPUTS, Wish
from widgets.parts.labels import plain_label
from widgets.parts.numbers import in_line
from widgets.words import QT_TRANSLATE_NOOP

PAGE_DPI, LONGEST_TITLE = 300, 120
_SCALES = (1_000, 2_000, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000)
_PARTS = (
    ("legend", QT_TRANSLATE_NOOP("ExportForm", "图例")),
    ("scale_bar", QT_TRANSLATE_NOOP("ExportForm", "比例尺条")),
    ("north", QT_TRANSLATE_NOOP("ExportForm", "指北针")),
    ("graticule", QT_TRANSLATE_NOOP("ExportForm", "经纬网")),
)


class ExportForm(QWidget):
    """`changed` after every choice; what does not concern an output is switched off."""

    changed = Signal()

    def __init__(self, shown: Shown, *, output: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._width_px = shown.viewport.width
        self.output = _combo(
            [(row.id, QCoreApplication.translate("export", row.title)) for row in OUTPUTS]
        )
        self.output.setCurrentIndex(list(BY_ID).index(output))
        self.dpi = _spin(LEAST_DPI, MOST_DPI, PAGE_DPI if BY_ID[output].paged else LEAST_DPI)
        least, most = (round(self._width_px * d / PX_PER_INCH) for d in (LEAST_DPI, MOST_DPI))
        self.width_px = _spin(least, most, round(self._width_px * self.dpi.value() / PX_PER_INCH))
        self.paper = _combo([(name, name) for name in PAPERS])
        ways = (("landscape", self.tr("横向")), ("portrait", self.tr("纵向")))
        self.way = _combo(list(ways))
        self.margin = _spin(int(LEAST_MARGIN_MM), int(MOST_MARGIN_MM), 10)
        self.margin.setSuffix(" mm")
        self.fitted = QCheckBox(self.tr("适合所见范围"))
        self.fitted.setChecked(True)
        self.scale = QComboBox()
        self.scale.setEditable(True)
        self.scale.addItems([f"1:{n}" for n in _SCALES])
        self.scale.setCurrentText("1:50000")
        self.title = QLineEdit(title)
        self.title.setMaxLength(LONGEST_TITLE)
        self.theme = _combo([("day", self.tr("日间")), ("night", self.tr("夜间"))])
        self.parts = {
            name: QCheckBox(QCoreApplication.translate("ExportForm", text)) for name, text in _PARTS
        }
        for name, box in self.parts.items():
            box.setChecked(name != "graticule")
        self._lay_out()
        self._connect()
        self._follow()

    def wish(self) -> Wish:
        """What is chosen now. A scale that cannot be read is that of what is in view."""
        output = BY_ID[self.output.currentData()]
        dpr = self.dpi.value() / PX_PER_INCH
        layout = Layout(
            paper=self.paper.currentData(),
            landscape=self.way.currentData() == "landscape",
            margin_mm=float(self.margin.value()),
            denominator=None if self.fitted.isChecked() else self.denominator(),
            theme=self.theme.currentData(),
            **{name: box.isChecked() for name, box in self.parts.items()},
        )
        exact = self.width_px.value() / self._width_px
        return Wish(output=output, dpr=dpr if output.paged else exact, layout=layout)

    def denominator(self) -> float | None:
        """The n of what stands in the scale's field; None where that is no scale."""
        text = self.scale.currentText().replace(" ", "").replace("：", ":").replace(",", "")
        number = text.removeprefix("1:")
        if not (number.isascii() and number.isdigit()):
            return None
        return float(min(max(int(number), LEAST_DENOMINATOR), MOST_DENOMINATOR))

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        dots = _row(self.dpi, plain_label("dpi", role="dim"), self.width_px)
        self.width_px.setSuffix(" px")
        for label, widget in (
            (self.tr("输出"), self.output),
            (self.tr("分辨率"), dots),
            (self.tr("标题"), self.title),
            (self.tr("纸张"), _row(self.paper, self.way, self.margin)),
            (self.tr("比例尺"), _row(self.fitted, self.scale)),
            (self.tr("配色"), self.theme),
            (self.tr("图面"), _row(*self.parts.values())),
        ):
            form.addRow(plain_label(label, role="dim"), widget)

    def _connect(self) -> None:
        for combo in (self.output, self.paper, self.way, self.theme):
            combo.currentIndexChanged.connect(self._changed)
        for box in (self.fitted, *self.parts.values()):
            box.toggled.connect(self._changed)
        self.margin.valueChanged.connect(self._changed)
        self.scale.currentTextChanged.connect(self._changed)
        self.title.textChanged.connect(self._changed)
        self.dpi.valueChanged.connect(self._dpi_changed)
        self.width_px.valueChanged.connect(self._width_changed)

    def _dpi_changed(self, dpi: int) -> None:
        with QSignalBlocker(self.width_px):
            self.width_px.setValue(round(self._width_px * dpi / PX_PER_INCH))
        self._changed()

    def _width_changed(self, width: int) -> None:
        with QSignalBlocker(self.dpi):
            self.dpi.setValue(round(width / self._width_px * PX_PER_INCH))
        self._changed()

    def _changed(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        paged = BY_ID[self.output.currentData()].paged
        for widget in (self.paper, self.way, self.margin, self.fitted, self.title, self.theme):
            widget.setEnabled(paged)
        for box in self.parts.values():
            box.setEnabled(paged)
        self.scale.setEnabled(paged and not self.fitted.isChecked())
        self.width_px.setEnabled(not paged)


def _combo(rows: list[tuple[str, str]]) -> QComboBox:
    combo = QComboBox()
    for data, text in rows:
        combo.addItem(text, data)
    return combo


def _spin(least: int, most: int, value: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(least, most)
    box.setValue(value)
    box.setKeyboardTracking(False)
    in_line(box)
    return box


def _row(*parts: QWidget) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return whole
