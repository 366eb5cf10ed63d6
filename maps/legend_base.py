"""The legend of base maps: roads, rails, signs and areas, as they are drawn at the scale."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from maps.base.classes import WAYS, Class, Shape
from maps.base.look import Line, look_of
from maps.legend_parts import Draw, Item, Row
from maps.style import MapStyle
from maps.symbols import colour
from maps.texts import QT_TRANSLATE_NOOP

ROWS: tuple[tuple[str, tuple[tuple[str, tuple[Class, ...]], ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("map", "道路"),
        (
            (QT_TRANSLATE_NOOP("map", "高速、快速"), (Class.MOTORWAY, Class.TRUNK)),
            (QT_TRANSLATE_NOOP("map", "干道"), (Class.PRIMARY, Class.SECONDARY)),
            (QT_TRANSLATE_NOOP("map", "支路"), (Class.TERTIARY, Class.MINOR)),
            (QT_TRANSLATE_NOOP("map", "小路"), (Class.PATH,)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("map", "轨道"),
        (
            (QT_TRANSLATE_NOOP("map", "铁路"), (Class.RAIL,)),
            (QT_TRANSLATE_NOOP("map", "地铁、轻轨"), (Class.SUBWAY,)),
            (QT_TRANSLATE_NOOP("map", "车站"), (Class.STATION,)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("map", "地物"),
        (
            (QT_TRANSLATE_NOOP("map", "建筑"), (Class.BUILDING,)),
            (QT_TRANSLATE_NOOP("map", "绿地"), (Class.GREEN,)),
            (QT_TRANSLATE_NOOP("map", "建成区"), (Class.BUILT,)),
            (QT_TRANSLATE_NOOP("map", "机场"), (Class.AERODROME, Class.TAXIWAY)),
            (QT_TRANSLATE_NOOP("map", "变电站"), (Class.SUBSTATION,)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("map", "自有要素"),
        (
            (QT_TRANSLATE_NOOP("map", "点"), (Class.OWN_POINT,)),
            (QT_TRANSLATE_NOOP("map", "线"), (Class.OWN_LINE,)),
            (QT_TRANSLATE_NOOP("map", "面"), (Class.OWN_AREA,)),
        ),
    ),
)
"""Head, and words with the classes they stand for; the first that is there is the sample."""

_WIDE, _SIGN_WIDE, _MOST_PX = 24.0, 12.0, 7.0
_RIMMED_PX = 2.0


def rows(told: frozenset[Class], style: MapStyle, metres_per_px: float) -> Iterator[Row]:
    """A row for each head that has anything; waters look as the map's own and have none."""
    for head, parts in ROWS:
        there = [(word, [c for c in classes if c in told]) for word, classes in parts]
        items = tuple(
            _item(QCoreApplication.translate("map", word), some[0], style, metres_per_px)
            for word, some in there
            if some
        )
        if items:
            yield Row(QCoreApplication.translate("map", head), items)


def _item(word: str, which: Class, style: MapStyle, metres_per_px: float) -> Item:
    match WAYS[which].shape:
        case Shape.LINE:
            return Item(_line(look_of(style).lines[which], metres_per_px), word, _WIDE)
        case Shape.AREA:
            return Item(_area(style, which), word)
        case _:
            return Item(_sign(style, which), word, _SIGN_WIDE)


def _line(look: Line, metres_per_px: float) -> Draw:
    """As wide as on the map, with its rim where it has one there."""
    width = min(look.width(metres_per_px), _MOST_PX)
    rimmed = look.rim is not None and width >= _RIMMED_PX
    ink = look.thin if look.thin is not None and not rimmed else look.colour

    def draw(painter: QPainter, at: QPointF) -> None:
        line = QLineF(at, at + QPointF(_WIDE, 0))
        if rimmed and look.rim is not None:
            painter.setPen(_pen(look.rim, width + 2))
            painter.drawLine(line)
        painter.setPen(_pen(ink, width, look.dash))
        painter.drawLine(line)

    return draw


def _pen(ink: tuple[int, int, int], width: float, dash: tuple[float, ...] = ()) -> QPen:
    pen = QPen(colour(ink), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dash:
        pen.setDashPattern([part / width for part in dash])
    return pen


def _area(style: MapStyle, which: Class) -> Draw:
    look = look_of(style).areas[which]

    def draw(painter: QPainter, at: QPointF) -> None:
        box = QRectF(at.x(), at.y() - 6, 16, 12)
        painter.fillRect(box, colour(style.ground))
        painter.fillRect(box, colour(look.fill, look.alpha))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(style.panel_line), 1))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))

    return draw


def _sign(style: MapStyle, which: Class) -> Draw:
    look = look_of(style).signs[which]

    def draw(painter: QPainter, at: QPointF) -> None:
        half = look.size / 2
        box = QRectF(at.x() + _SIGN_WIDE / 2 - half, at.y() - half, look.size, look.size)
        painter.setPen(QPen(colour(look.edge), 1.4))
        painter.setBrush(colour(look.fill))
        (painter.drawRect if look.square else painter.drawEllipse)(box)

    return draw
