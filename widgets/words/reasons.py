"""Why a unit is recommended where it is, and what a recommendation lacks."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.model import UnitKind
from widgets import formats
from widgets.words.codes import word
from widgets.words.said import QT_TRANSLATE_NOOP, said

REASONS: Mapping[str, str] = {
    "distance_m": QT_TRANSLATE_NOOP("words", "直线 %1"),
    "no_distance": QT_TRANSLATE_NOOP("words", "距离不明"),
    "no_fix": QT_TRANSLATE_NOOP("words", "没有定位"),
    "fix_fresh": QT_TRANSLATE_NOOP("words", "定位 %1前"),
    "fix_stale": QT_TRANSLATE_NOOP("words", "定位已旧，%1前"),
    "fix_unknown": QT_TRANSLATE_NOOP("words", "位置不明，最后定位 %1前"),
    "kind_best": QT_TRANSLATE_NOOP("words", "专业对口：%1"),
    "kind_fits": QT_TRANSLATE_NOOP("words", "专业可用：%1"),
    "kind_other": QT_TRANSLATE_NOOP("words", "专业不对口：%1"),
    "free": QT_TRANSLATE_NOOP("words", "待命"),
    "busy": QT_TRANSLATE_NOOP("words", "正在处置 %1"),
}

SHORTFALLS: Mapping[str, str] = {
    "no_units": QT_TRANSLATE_NOOP("words", "没有可派的力量"),
    "no_position": QT_TRANSLATE_NOOP("words", "事件没有位置，不能按距离排序"),
    "no_fix": QT_TRANSLATE_NOOP("words", "%1 支力量没有定位"),
    "fixes_old": QT_TRANSLATE_NOOP("words", "%1 台定位已超 %2 分钟"),
    "none_near": QT_TRANSLATE_NOOP("words", "%2 km 内没有%1"),
    "kind_missing": QT_TRANSLATE_NOOP("words", "没有%1"),
    "kind_busy": QT_TRANSLATE_NOOP("words", "%1 %2 支全部在处置中"),
}


def reason(code: str, value: Any = "") -> str:
    """Why a unit stands where it does in a recommendation: a code and its value -> text."""
    source = REASONS.get(code)
    text = f"{code} %1" if source is None else said(source)
    return text.replace("%1", _value(code, value)).strip()


def shortfall(code: str, values: Sequence[Any] = ()) -> str:
    """What a recommendation lacks, such as 两台定位已超 10 分钟."""
    source = SHORTFALLS.get(code)
    text = " ".join((code, *(f"%{n}" for n in range(1, len(values) + 1))))
    text = text if source is None else said(source)
    for number, value in enumerate(values, 1):
        text = text.replace(f"%{number}", _value("", value))
    return text


def _value(code: str, value: Any) -> str:
    """A reason's value as read: metres, an age in seconds, a kind of unit, a number."""
    if code == "distance_m" and isinstance(value, int | float):
        return formats.distance(value)
    if code.startswith("fix_") and isinstance(value, int | float):
        return formats.age(value)
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, UnitKind):
        return word(value)
    kinds = {kind.value: kind for kind in UnitKind}
    return word(kinds[value]) if value in kinds else str(value)
