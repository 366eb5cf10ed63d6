"""How a line of the palette is drawn: kind, name and whereabouts in columns, its code at right."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from widgets import theme

HIT = Qt.ItemDataRole.UserRole + 1
_MARGIN_PX, _GAP_PX = 8, 16
_NAME_PART = 0.4
"""Of what is left between kind and code; the rest says where it lies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One line of the list; `run` is what Enter does. `code`: a code, a key or a state."""

    kind: str
    text: str
    detail: str
    run: Callable[[], object]
    code: str = ""

    @property
    def said(self) -> str:
        """All of it, for who hears the list."""
        return "　".join(part for part in (self.kind, self.text, self.detail, self.code) if part)


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide the kinds and the codes of a list are, px."""

    kind_px: int = 0
    code_px: int = 0

    def of(self, rect: QRect) -> tuple[QRect, QRect, QRect, QRect]:
        """Where kind, name, detail and code of a line lie."""
        left, right = rect.left() + _MARGIN_PX, rect.right() + 1 - _MARGIN_PX
        name = left + self.kind_px + _GAP_PX
        code = right - self.code_px
        end = code - _GAP_PX if self.code_px else right
        detail = name + round(max(0, end - name) * _NAME_PART)
        spans = (
            (left, self.kind_px),
            (name, detail - _GAP_PX - name),
            (detail, end - detail),
            (code, self.code_px),
        )
        kind, text, where, last = (QRect(x, rect.y(), w, rect.height()) for x, w in spans)
        return kind, text, where, last


def columns(hits: Iterable[Hit], metrics: QFontMetrics) -> Columns:
    """As wide as the widest kind and code among the hits."""
    shown = list(hits)
    return Columns(
        max((_width(metrics, hit.kind) for hit in shown), default=0),
        max((_width(metrics, hit.code) for hit in shown), default=0),
    )


def _width(metrics: QFontMetrics, text: str) -> int:
    """Whole pixels that hold it: the advance is rounded to the nearest."""
    return metrics.horizontalAdvance(text) + 1 if text else 0


class HitDelegate(QStyledItemDelegate):
    """Set `columns` when the list changes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns = Columns()

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        hit = index.data(HIT)
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        plain.text = ""
        style = plain.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, plain.widget)
        if not isinstance(hit, Hit):
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        ink = option.palette.color(role)
        dim = ink if chosen else theme.current().colour("dim")
        said = ((hit.kind, dim), (hit.text, ink), (hit.detail, dim), (hit.code, dim))
        painter.setFont(option.font)
        for at, (box, (text, colour)) in enumerate(
            zip(self.columns.of(option.rect), said, strict=True)
        ):
            side = (
                Qt.AlignmentFlag.AlignRight if at == len(said) - 1 else Qt.AlignmentFlag.AlignLeft
            )
            painter.setPen(colour)
            cut = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, cut)
