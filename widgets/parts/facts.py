"""Facts as pairs: a dim name at the left, its value beside it, plain text and copyable."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from widgets.parts.labels import plain_label


class Facts(QWidget):
    """Known names keep their label; a fact without a value is not shown at all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[QLabel, QLabel]] = []

    def put(self, facts: Iterable[tuple[str, str]]) -> None:
        """(name, value) in order; empty values are left out."""
        wanted = [(name, value) for name, value in facts if value]
        while len(self._rows) < len(wanted):
            self._rows.append(self._row(len(self._rows)))
        for at, (name, value) in enumerate(self._rows):
            shown = at < len(wanted)
            name.setVisible(shown)
            value.setVisible(shown)
            if shown:
                name.setText(wanted[at][0])
                value.setText(wanted[at][1])

    def values(self) -> dict[str, str]:
        """What is shown, by name."""
        return {n.text(): v.text() for n, v in self._rows if not n.isHidden()}

    def _row(self, at: int) -> tuple[QLabel, QLabel]:
        name, value = plain_label(role="dim"), plain_label()
        name.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        value.setWordWrap(True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid.addWidget(name, at, 0)
        self._grid.addWidget(value, at, 1)
        return name, value
