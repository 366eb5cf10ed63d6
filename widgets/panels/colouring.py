"""What the areas are coloured by: the measure, its classes and its ramp. Draws nothing."""

import re
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from app.settings import BY_OPEN_CASES, Colouring
from widgets import words

_APART = re.compile(r"[\s,，、;；]+")


class ColouringForm(QWidget):
    """Shows a colouring and says which other one is wanted."""

    wanted = Signal(object)  # Colouring

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colouring = BY_OPEN_CASES
        self.measure = _choices(self, words.MEASURES)
        self.classing = _choices(self, words.CLASSINGS)
        self.ramp = _choices(self, words.RAMPS)
        self.classes = QComboBox(self)
        for count in range(2, 8):
            self.classes.addItem(str(count), count)
        self.own = QLineEdit(self)
        self.own.setPlaceholderText(self.tr("各级下限，如 1 5 20"))
        form = self._form = QFormLayout(self)
        form.setContentsMargins(12, 4, 12, 8)
        form.addRow(self.tr("辖区按"), self.measure)
        form.addRow(self.tr("分级"), self.classing)
        form.addRow(self.tr("级数"), self.classes)
        form.addRow(self.tr("下限"), self.own)
        form.addRow(self.tr("色带"), self.ramp)
        for box in (self.measure, self.classing, self.classes, self.ramp):
            box.activated.connect(self._want)
        self.own.editingFinished.connect(self._want)
        self.put(BY_OPEN_CASES)

    def put(self, colouring: Colouring) -> None:
        """The colouring as the map has it now."""
        self._colouring = colouring
        self.measure.setCurrentIndex(self.measure.findData(colouring.measure))
        self.classing.setCurrentIndex(self.classing.findData(colouring.classing))
        self.ramp.setCurrentIndex(self.ramp.findData(colouring.ramp))
        self.classes.setCurrentIndex(self.classes.findData(colouring.classes))
        self.own.setText(" ".join(f"{bound:g}" for bound in colouring.own))
        stepped = colouring.classing in ("quantile", "equal")
        self._form.setRowVisible(self.classes, stepped)
        self._form.setRowVisible(self.own, colouring.classing == "own")

    def _want(self) -> None:
        own = bounds_of(self.own.text())
        if own is None:
            self.own.setText(" ".join(f"{bound:g}" for bound in self._colouring.own))
            return
        wanted = replace(
            self._colouring,
            measure=self.measure.currentData(),
            classing=self.classing.currentData(),
            ramp=self.ramp.currentData(),
            classes=self.classes.currentData(),
            own=own,
        )
        if wanted != self._colouring:
            self.put(wanted)
            self.wanted.emit(wanted)


def bounds_of(text: str) -> tuple[float, ...] | None:
    """Ascending lower bounds from text: numbers above 0, at most 7; None where it holds others."""
    try:
        found = sorted({float(word) for word in _APART.split(text.strip()) if word})
    except ValueError:
        return None
    fit = len(found) <= 7 and all(0 < bound <= 1e9 for bound in found)
    return tuple(found) if fit else None


def _choices(parent: QWidget, texts: words.Table) -> QComboBox:
    box = QComboBox(parent)
    for key, text in texts.items():
        box.addItem(words.said(text), key)
    return box
