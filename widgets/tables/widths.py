"""How wide columns are: those with a sample as wide as it, the others share what is left."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtGui import QFontMetrics

from widgets.models.column import Column

PADDING_PX = 16
"""Of the cell and around its text: less, and the last letter becomes …"""
ICON_PX = 14
NARROW_PX = 600
"""Below this a table leaves out the columns that are `extra`."""
_STEP_PX = 4


def row_px(metrics: QFontMetrics) -> int:
    """Height of a row: the text with a little air, on the grid of four pixels."""
    return -(-(metrics.height() + 3) // _STEP_PX) * _STEP_PX


def widths(
    columns: Sequence[Column[Any]], heads: Sequence[str], metrics: QFontMetrics, whole_px: int
) -> list[int]:
    """Width of each column in px, 0 for one left out; a head is never narrower than its text."""
    shown = [not (column.extra and whole_px < NARROW_PX) for column in columns]
    fixed = [
        0 if column.weight or not here else _sampled(column, head, metrics)
        for column, head, here in zip(columns, heads, shown, strict=True)
    ]
    weights = sum(column.weight for column, here in zip(columns, shown, strict=True) if here)
    left = max(0, whole_px - sum(fixed))
    return [
        left * column.weight // weights if column.weight and here else width
        for column, width, here in zip(columns, fixed, shown, strict=True)
    ]


def _sampled(column: Column[Any], head: str, metrics: QFontMetrics) -> int:
    widest = max(metrics.horizontalAdvance(text) for text in (*column.samples(), head))
    return widest + PADDING_PX + (0 if column.icon is None else 2)
