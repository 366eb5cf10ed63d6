"""How wide columns are: those with a sample as wide as it, the others share what is left."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtGui import QFontMetrics

from widgets.models.column import Column

PADDING_PX = 16
"""Of the cell and around its text: less, and the last letter becomes …"""
ICON_PX = 14


def widths(
    columns: Sequence[Column[Any]], heads: Sequence[str], metrics: QFontMetrics, whole_px: int
) -> list[int]:
    """Width of each column in px; a head is never narrower than its own text."""
    fixed = [
        0 if column.weight else _sampled(column, head, metrics)
        for column, head in zip(columns, heads, strict=True)
    ]
    weights = sum(column.weight for column in columns)
    left = max(0, whole_px - sum(fixed))
    return [
        left * column.weight // weights if column.weight else width
        for column, width in zip(columns, fixed, strict=True)
    ]


def _sampled(column: Column[Any], head: str, metrics: QFontMetrics) -> int:
    widest = max(metrics.horizontalAdvance(text) for text in (column.widest(), head))
    return widest + PADDING_PX + (0 if column.icon is None else 2)
