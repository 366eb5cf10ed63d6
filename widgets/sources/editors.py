"""One editor for each field of a source: what it looks like, what it holds, and when it changed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from app.ingest.transports.serial_line import devices
from app.sources.source import BAUDS, FASTEST, NAME_MOST, TEXT_MOST
from widgets.words.said import QT_TRANSLATE_NOOP

_LINES = 4


@dataclass(frozen=True, slots=True)
class Editor:
    """`take` is what stands in it as a value of the row; `watch` has a slot called on changes."""

    widget: QWidget
    take: Callable[[], Any]
    watch: Callable[[Callable[..., object]], object]


def _text(value: Any, most: int = TEXT_MOST) -> Editor:
    line = QLineEdit(str(value))
    line.setMaxLength(most)
    return Editor(line, lambda: line.text().strip(), line.textChanged.connect)


def _check(text: str) -> Callable[[Any], Editor]:
    def make(value: Any) -> Editor:
        box = QCheckBox(QCoreApplication.translate("sources", text))
        box.setChecked(bool(value))
        return Editor(box, box.isChecked, box.toggled.connect)

    return make


def _port(value: Any) -> Editor:
    box = QSpinBox()
    box.setRange(0, 65535)
    box.setValue(int(value))
    return Editor(box, box.value, box.valueChanged.connect)


def _speed(value: Any) -> Editor:
    box = QDoubleSpinBox()
    box.setRange(0.0, FASTEST)
    box.setDecimals(1)
    box.setValue(float(value))
    return Editor(box, box.value, box.valueChanged.connect)


def _allow(value: Any) -> Editor:
    text = QPlainTextEdit("\n".join(value))
    text.setTabChangesFocus(True)
    text.setFixedHeight(_LINES * text.fontMetrics().lineSpacing() + 14)

    def rows() -> list[str]:
        typed = text.toPlainText().replace("，", "\n").replace(",", "\n").splitlines()
        return [row.strip() for row in typed if row.strip()]

    return Editor(text, rows, text.textChanged.connect)


def _choice(rows: Sequence[tuple[Any, str]]) -> Callable[[Any], Editor]:
    def make(value: Any) -> Editor:
        box = QComboBox()
        for data, text in rows:
            box.addItem(QCoreApplication.translate("sources", text), data)
        at = box.findData(value)
        if at < 0:
            box.addItem(str(value), value)
            at = box.count() - 1
        box.setCurrentIndex(at)
        return Editor(box, box.currentData, box.currentIndexChanged.connect)

    return make


def _device(value: Any) -> Editor:
    box = QComboBox()
    box.setEditable(True)
    box.addItems(list(devices()))
    box.setCurrentText(str(value))
    return Editor(box, lambda: box.currentText().strip(), box.currentTextChanged.connect)


def _path(value: Any) -> Editor:
    frame = QWidget()
    row = QHBoxLayout(frame)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    line = QLineEdit(str(value), frame)
    button = QPushButton(QCoreApplication.translate("sources", "选…"), frame)
    row.addWidget(line, 1)
    row.addWidget(button)
    frame.setFocusProxy(line)

    def choose() -> None:
        title = QCoreApplication.translate("sources", "录下的报文")
        chosen, _ = QFileDialog.getOpenFileName(frame, title, line.text())
        if chosen:
            line.setText(chosen)

    button.clicked.connect(choose)
    return Editor(frame, lambda: line.text().strip(), line.textChanged.connect)


EDITORS: Mapping[str, Callable[[Any], Editor]] = {
    "name": lambda value: _text(value, NAME_MOST),
    "opened": _check(QT_TRANSLATE_NOOP("sources", "本机以外、名单以内的也能连；记入台账")),
    "host": _text,
    "port": _port,
    "allow": _allow,
    "greeting": _choice(
        (
            ("", QT_TRANSLATE_NOOP("sources", "什么也不说")),
            ("gpsd", QT_TRANSLATE_NOOP("sources", "gpsd 的 ?WATCH")),
        )
    ),
    "device": _device,
    "baud": _choice(tuple((baud, str(baud)) for baud in BAUDS)),
    "path": _path,
    "speed": _speed,
    "looped": _check(QT_TRANSLATE_NOOP("sources", "放完从头再来")),
}
"""By field of `Source`."""
