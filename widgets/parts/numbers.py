"""Fields of numbers, in line with the other fields of a form."""

from PySide6.QtWidgets import QAbstractSpinBox

_LEFT_PX = 7


def in_line(box: QAbstractSpinBox) -> None:
    """Begin its text where other fields begin theirs: Qt has no padding of style sheets there."""
    box.lineEdit().setTextMargins(_LEFT_PX, 0, 0, 0)
    box.setMinimumWidth(box.sizeHint().width() + _LEFT_PX)
