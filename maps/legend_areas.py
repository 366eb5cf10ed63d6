"""The legend of the areas: what each colour and each hatch means, on the map and on the wall."""

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from maps.colouring import MEASURES
from maps.layers.areas import HATCH_PX, HATCH_WIDE, NO_DATA_WIDE, Told, ramp
from maps.legend_parts import Draw, Item, Row
from maps.style import MapStyle, Rgb
from maps.symbols import colour
from maps.texts import level_word, measure_word


def row(style: MapStyle, areas: Told) -> Row:
    """The level and the measure, and what each colour means."""
    head = QCoreApplication.translate("map", "%1%2").replace("%1", level_word(areas.level))
    return Row(head.replace("%2", measure_word(areas.colouring.measure)), items(style, areas))


def items(style: MapStyle, areas: Told) -> tuple[Item, ...]:
    """Zero is the ground; the others as they are drawn over it; hatches, where there are any."""
    measure, bounds = areas.colouring.measure, areas.lower
    fills = [style.ground, *ramp(style, areas.colouring, len(bounds))]
    texts = class_texts(bounds, whole=MEASURES[measure].ladder)
    found = [Item(_swatch(style, rgb), text) for rgb, text in zip(fills, texts, strict=True)]
    if areas.hatched:
        late = QCoreApplication.translate("map", "有超时")
        found.append(Item(_swatch(style, fills[1], hatch=style.hatch), late))
    if areas.unknown:
        nothing = QCoreApplication.translate("map", "无数据")
        found.append(Item(_swatch(style, style.ground, hatch=style.faint, thin=True), nothing))
    return tuple(found)


def class_texts(bounds: tuple[float, ...], *, whole: bool) -> list[str]:
    """What each class holds, nothing first: 0, 1, 2–4, ≥5; or 0, <10, 10–25, ≥25 of shares."""
    ends = [f"{low:g}–{high:g}" for low, high in pairwise(bounds)]
    if whole:
        ends = [
            f"{low:g}" if low + 1 == high else f"{low:g}–{high - 1:g}"
            for low, high in pairwise(bounds)
        ]
    low = "0" if bounds[0] <= 1 else f"<{bounds[0]:g}"
    return [low, *ends, f"≥{bounds[-1]:g}"]


def _swatch(style: MapStyle, rgb: Rgb, *, hatch: Rgb | None = None, thin: bool = False) -> Draw:
    def draw(painter: QPainter, at: QPointF) -> None:
        box = QRectF(at.x(), at.y() - 6, 16, 12)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.fillRect(box, colour(rgb))
        if hatch is not None:
            painter.save()
            painter.setClipRect(box)
            painter.setPen(QPen(colour(hatch), NO_DATA_WIDE if thin else HATCH_WIDE))
            for x in range(-12, 17, HATCH_PX):
                foot = QPointF(at.x() + x, at.y() + (-6 if thin else 6))
                painter.drawLine(foot, foot + QPointF(12, 12 if thin else -12))
            painter.restore()
        painter.setPen(QPen(colour(style.panel_line), 1))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))

    return draw
