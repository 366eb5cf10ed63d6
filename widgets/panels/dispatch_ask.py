"""The question of the recommended units, and its answer in words; it sends nothing."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.catalogue import find
from app.dispatch.rank import Reason, Recommendation, Shortfall, recommend
from app.model import Case, CaseState, Fix, UnitKind
from app.store import queries
from app.store.store import Reader
from widgets import formats, words
from widgets.words import QT_TRANSLATE_NOOP

LIMIT = 9
"""As many as there are digits to choose them with."""


def recommendation(
    reader: Reader, ident: str, fixes: Mapping[str, Fix], now: datetime
) -> tuple[Case, Recommendation] | None:
    """A case and who could go to it; None where there is no such case."""
    case = queries.case(reader, ident)
    if case is None:
        return None
    board = queries.unit_board(reader)
    units = [row.unit for row in board]
    busy = {row.unit.id: row.case for row in board if row.case}
    item = find(case.item) if case.item else None
    wanted = item.kinds if item else ()
    return case, recommend(case, units, fixes, busy, now, wanted, limit=LIMIT)


def _kind(value: float | str) -> str:
    return words.word(UnitKind(value)) if value in set(UnitKind) else str(value)


def _whole(value: float | str) -> str:
    return f"{value:g}" if isinstance(value, int | float) else value


def _age(value: float | str) -> str:
    return formats.age(float(value))


def _metres(value: float | str) -> str:
    return formats.distance(float(value))


Said = tuple[str, tuple[Callable[[float | str], str], ...]]

REASONS: Mapping[str, Said] = {
    "distance_m": (QT_TRANSLATE_NOOP("dispatch", "直线 %1"), (_metres,)),
    "no_distance": (QT_TRANSLATE_NOOP("dispatch", "距离不明"), ()),
    "no_fix": (QT_TRANSLATE_NOOP("dispatch", "没有定位"), ()),
    "fix_fresh": (QT_TRANSLATE_NOOP("dispatch", "定位新（%1前）"), (_age,)),
    "fix_stale": (QT_TRANSLATE_NOOP("dispatch", "定位偏旧（%1前）"), (_age,)),
    "fix_unknown": (QT_TRANSLATE_NOOP("dispatch", "定位过旧（%1前），位置不明"), (_age,)),
    "kind_best": (QT_TRANSLATE_NOOP("dispatch", "%1：本类事件首选"), (_kind,)),
    "kind_fits": (QT_TRANSLATE_NOOP("dispatch", "%1：本类事件可用"), (_kind,)),
    "kind_other": (QT_TRANSLATE_NOOP("dispatch", "%1：类型不符"), (_kind,)),
    "free": (QT_TRANSLATE_NOOP("dispatch", "待命"), ()),
    "busy": (QT_TRANSLATE_NOOP("dispatch", "正在办 %1"), (_whole,)),
}

SHORTFALLS: Mapping[str, Said] = {
    "no_units": (QT_TRANSLATE_NOOP("dispatch", "没有登记任何力量"), ()),
    "no_position": (QT_TRANSLATE_NOOP("dispatch", "事件没有定位，不能按距离排序"), ()),
    "no_fix": (QT_TRANSLATE_NOOP("dispatch", "%1 台没有定位"), (_whole,)),
    "fixes_old": (QT_TRANSLATE_NOOP("dispatch", "%1 台定位已超 %2 分钟"), (_whole, _whole)),
    "none_near": (QT_TRANSLATE_NOOP("dispatch", "%2 km 内没有%1"), (_kind, _whole)),
    "kind_missing": (QT_TRANSLATE_NOOP("dispatch", "没有%1力量"), (_kind,)),
    "kind_busy": (QT_TRANSLATE_NOOP("dispatch", "%1 %2 支全部在办"), (_kind, _whole)),
}


def said_reason(reason: Reason) -> str:
    """Why a unit stands where it stands."""
    return _said(REASONS, reason.code, (reason.value,))


def said_shortfall(shortfall: Shortfall) -> str:
    """What is lacking: 2 台定位已超 10 分钟."""
    return _said(SHORTFALLS, shortfall.code, shortfall.values)


_BEFORE = (CaseState.RECEIVED, CaseState.VERIFYING, CaseState.TO_FILE)


def said_nothing(case: Case | None) -> str:
    """Why no unit is recommended, and what makes one appear."""
    if case is None:
        return QCoreApplication.translate(
            "DispatchPanel", "选中一件待派遣事件后，能去的力量按次序列在这里"
        )
    if case.state == CaseState.TO_DISPATCH:
        return QCoreApplication.translate(
            "DispatchPanel", "没有可派的力量\n力量看板列出所有力量及其在办任务"
        )
    if case.state in _BEFORE:
        said = QCoreApplication.translate(
            "DispatchPanel", "%1，现在不能派单。立案（F9）之后在这里选力量"
        )
    else:
        said = QCoreApplication.translate("DispatchPanel", "%1。已派出的任务见事件详情")
    return said.replace("%1", words.word(case.state))


def _said(table: Mapping[str, Said], code: str, values: Iterable[float | str]) -> str:
    source, forms = table.get(code, (code, ()))
    text = QCoreApplication.translate("dispatch", source)
    for at, (form, value) in enumerate(zip(forms, values, strict=False), 1):
        text = text.replace(f"%{at}", form(value))
    return text
