"""The columns that what lies in a selection is shown in."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon

from widgets import formats
from widgets.models.cases import DEMO_MARK
from widgets.models.column import Column, Context
from widgets.models.found import Found, What, what_word
from widgets.models.place_words import where, whole_chain
from widgets.parts.marks import grade_icon
from widgets.words import QT_TRANSLATE_NOOP


def _where(row: Found, context: Context) -> str:
    """How far off and within which ring, where rings were drawn; then the place."""
    place = where(_chain(row, context), context)
    if row.distance_m is None:
        return place
    if row.ring_m is None:
        middle = QCoreApplication.translate("found", "距选区中心 %1")
        far = middle.replace("%1", formats.distance(row.distance_m))
        return f"{place} · {far}" if row.chain else far
    ring = QCoreApplication.translate("found", "%1 km 圈")
    ring = ring.replace("%1", f"{row.ring_m / 1000:g}")
    return f"{formats.distance(row.distance_m)} · {ring} · {place}"


FOUND: tuple[Column[Found], ...] = (
    Column(
        QT_TRANSLATE_NOOP("columns", "对象"),
        lambda row, _: what_word(row.what),
        sample=lambda: max((what_word(what) for what in What), key=len) + "◆ ",
        icon=lambda row: grade_icon(row.grade) if row.grade else QIcon(),
        sort=lambda row: (row.what, row.grade or 9, row.id),
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "名称"),
        lambda row, context: row.name.removesuffix(DEMO_MARK) if context.demo else row.name,
        weight=8,
        sort=lambda row: row.name,
        tip=lambda row, _: f"{row.name} · {row.id}",
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "状态、类型"),
        lambda row, _: row.state,
        sample="医疗急救中",
        sort=lambda row: row.state,
    ),
    Column(
        QT_TRANSLATE_NOOP("columns", "距离、地点"),
        _where,
        weight=10,
        sort=lambda row: (row.distance_m or 0.0, row.chain),
        tip=lambda row, context: whole_chain(_chain(row, context), context),
    ),
)


def _chain(row: Found, context: Context) -> tuple[str, ...]:
    """A case's own chain; of a fix the one above its grid."""
    return context.chain(row.chain[0]) if len(row.chain) == 1 else row.chain
