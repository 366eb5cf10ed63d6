"""The room of panels that share a column: one gives what it does not need to those above it."""

from PySide6.QtWidgets import QSplitter, QWidget

ANY_PX = 16_777_215
"""Qt's own for no limit."""


def give_room(panel: QWidget, height_px: int) -> None:
    """Make a panel of a splitter so high; the ones above get or lose the rest, each its share."""
    splitter = panel.parentWidget()
    if isinstance(splitter, QSplitter) and splitter.indexOf(panel) > 0:
        sizes, at = splitter.sizes(), splitter.indexOf(panel)
        above = sum(sizes[:at])
        free = above + sizes[at] - height_px
        for other in range(at):
            sizes[other] = round(sizes[other] * free / max(1, above))
        sizes[at] = height_px
        splitter.setSizes(sizes)
