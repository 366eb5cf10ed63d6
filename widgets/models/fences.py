"""The columns of the list of fences: which, what for, for whom, how large."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.model import Fence, FenceKind
from maps.measures import areas_m2
from widgets import words
from widgets.map_tools.measure import area_words
from widgets.models.column import Column, Context, Kind
from widgets.words import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class FenceLine:
    """A fence and how large it is, which is not reckoned for every paint."""

    fence: Fence
    area_m2: float


def fence_line(fence: Fence) -> FenceLine:
    return FenceLine(fence, areas_m2(fence.rings))


def watched(fence: Fence) -> str:
    """Whom it is for: 消防、医疗急救, or all."""
    if not fence.watches:
        return QCoreApplication.translate("fences", "全部终端")
    stop = QCoreApplication.translate("words", "、")
    return stop.join(words.word(kind) for kind in fence.watches)


def _tip(line: FenceLine, context: Context) -> str:
    fence = line.fence
    taken = QCoreApplication.translate("fences", "取自 %1")
    place = taken.replace("%1", context.place(fence.place)) if fence.place else ""
    parts = (fence.name, words.word(fence.kind), watched(fence), place, fence.id)
    return " · ".join(part for part in parts if part)


FENCES: tuple[Column[FenceLine], ...] = (
    Column(
        QT_TRANSLATE_NOOP("columns", "围栏"),
        lambda line, _: line.fence.name,
        weight=6,
        sort=lambda line: line.fence.name,
        tip=_tip,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "类别"),
        lambda line, _: words.word(line.fence.kind),
        sample=lambda: max((words.word(kind) for kind in FenceKind), key=len),
        sort=lambda line: line.fence.kind,
        tip=_tip,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "面积"),
        lambda line, _: area_words(line.area_m2),
        kind=Kind.NUMBER,
        sample="12345.67 km²",
        sort=lambda line: line.area_m2,
    ),
)
