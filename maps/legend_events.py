"""The legend of all events: how they are told at this scale, with the numbers of each colour."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from app.model import Grade
from maps.furniture import length_text
from maps.layers.event_marks import SYMBOL_PX, plate, plate_width, symbol
from maps.layers.events import Mode, Summary
from maps.layers.heat import ROOT, shares
from maps.legend_parts import Item, Row, picture, veil
from maps.points.density import CELL_PX
from maps.points.looks import DENSITY_ALPHA, STOPS, colour_of, heat_alpha, heat_colour
from maps.style import MapStyle

_NUMERALS = {Grade.I: "Ⅰ", Grade.II: "Ⅱ", Grade.III: "Ⅲ", Grade.IV: "Ⅳ"}
_SAMPLE = 24


def rows(
    summary: Summary, style: MapStyle, metres_per_px: float, *, dpr: float, hidden: frozenset[str]
) -> Iterator[Row]:
    """A row or two for what is drawn; nothing where no event is chosen."""
    if not summary.count:
        return
    if "events" not in hidden:
        if summary.mode is Mode.DENSITY:
            yield _density(style, metres_per_px)
        elif summary.mode is Mode.CLUSTERS:
            yield _counts(style, dpr)
        else:
            yield _symbols(style, dpr)
    if "heat" not in hidden and summary.peak_per_km2:
        yield _heat(style, float(summary.look[2]))


def _density(style: MapStyle, metres_per_px: float) -> Row:
    texts = [*(f"{stop}" for stop in STOPS[:-1]), f"≥{STOPS[-1]}"]
    swatches = (veil(style, colour_of(style, stop), DENSITY_ALPHA) for stop in STOPS)
    side = length_text(float(f"{CELL_PX * metres_per_px:.2g}"))
    head = QCoreApplication.translate("map", "事件数 每 %1 见方").replace("%1", side)
    return Row(head, tuple(Item(d, t) for d, t in zip(swatches, texts, strict=True)))


def _counts(style: MapStyle, dpr: float) -> Row:
    closed, opened = _look(Grade.IV, is_open=False), _look(Grade.II, is_open=True)
    words = (
        (closed, QCoreApplication.translate("map", "件数")),
        (opened, QCoreApplication.translate("map", "含未结，最重一级")),
    )
    items = [
        Item(picture(plate(style, _SAMPLE, look, dpr)), word, plate_width(_SAMPLE, look))
        for look, word in words
    ]
    return Row(_head(), tuple(items))


def _symbols(style: MapStyle, dpr: float) -> Row:
    items = [
        Item(picture(symbol(style, _look(grade, is_open=True), dpr)), _NUMERALS[grade], SYMBOL_PX)
        for grade in Grade
    ]
    closed = picture(symbol(style, _look(Grade.IV, is_open=False), dpr))
    items.append(Item(closed, QCoreApplication.translate("map", "已结"), SYMBOL_PX))
    return Row(_head(), tuple(items))


def _heat(style: MapStyle, most: float) -> Row:
    head = QCoreApplication.translate("map", "热力 件/km²")
    items = []
    for density in shares(most):
        share = (density / most) ** ROOT
        draw = veil(style, heat_colour(style, share), heat_alpha(share))
        items.append(Item(draw, f"{density:.2g}" if density < 10 else f"{density:.0f}"))
    return Row(head, tuple(items))


def _head() -> str:
    return QCoreApplication.translate("map", "全部事件")


def _look(grade: Grade, *, is_open: bool) -> int:
    return (grade - 1) * 2 + is_open
