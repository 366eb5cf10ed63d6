"""The fields of each layer of a file, as rows: English key, Chinese name, type, value. Qt-free.

Times are ISO 8601 in UTC, codes are those of the desk, degrees CGCS2000 (EPSG:4490).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from types import MappingProxyType
from typing import Any

Value = str | int | float | bool | None


class Kind(Enum):
    """Of a field's values; the value is numpy's name of it."""

    TEXT = "object"
    INT = "int64"
    REAL = "float64"
    BOOL = "bool"


@dataclass(frozen=True, slots=True)
class Column:
    """`value`: of the object that a row tells of."""

    key: str
    name: str
    value: Callable[[Any], Value]
    kind: Kind = Kind.TEXT


def of(key: str, name: str, kind: Kind = Kind.TEXT) -> Column:
    """A field of the object by the same name."""
    return Column(key, name, lambda thing: _plain(getattr(thing, key)), kind)


def _plain(value: Any) -> Value:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, Enum):
        plain: Value = value.value
        return plain
    if isinstance(value, tuple):
        return " ".join(str(_plain(part)) for part in value)
    return None if value == "" else value


def _finest(thing: Any) -> Value:
    return thing.chain[-1] if thing.chain else None


def _accuracy(thing: Any) -> Value:
    return thing.position.accuracy_m if thing.position else None


_PLACE = Column("place", "所在最细行政区代码", _finest)
_ACCURACY = Column("accuracy_m", "位置误差（米）", _accuracy, Kind.REAL)

COLUMNS: Mapping[str, tuple[Column, ...]] = MappingProxyType(
    {
        "cases": (
            of("id", "编号"),
            of("title", "标题"),
            of("grade", "级别（1 特别重大 – 4 一般）", Kind.INT),
            of("state", "状态代码"),
            of("opened", "上报时间"),
            of("changed", "最近变动时间"),
            of("filed", "立案时间"),
            of("dispatched", "派遣时间"),
            of("deadline", "本阶段时限"),
            of("handle_by", "处置时限"),
            of("overdue", "处置超时", Kind.BOOL),
            of("supervised", "督办", Kind.BOOL),
            of("item", "事项"),
            of("condition", "立案条件"),
            of("source", "来源"),
            of("text", "说明"),
            of("centre", "治理中心代码"),
            of("lead_unit", "主办力量"),
            of("edition", "区划版本"),
            _PLACE,
            _ACCURACY,
        ),
        "alerts": (
            of("id", "编号"),
            of("kind", "种类"),
            of("grade", "级别（1 特别重大 – 4 一般）", Kind.INT),
            of("state", "状态"),
            of("raised", "首次报警时间"),
            of("last", "最近报警时间"),
            of("count", "次数", Kind.INT),
            of("active", "来源仍在报警", Kind.BOOL),
            of("text", "说明"),
            of("edition", "区划版本"),
            _PLACE,
            _ACCURACY,
        ),
        "plants": (
            of("id", "编号"),
            of("name", "名称"),
            of("name_en", "英文名称"),
            of("fuel", "燃料"),
            of("capacity_mw", "装机（MW）", Kind.REAL),
            of("year", "投产年份"),
            of("commissioning", "投产阶段"),
            of("availability", "可用状态（DL/T 793）"),
            of("note", "说明"),
            of("source", "来源"),
            of("licence", "许可"),
        ),
        "fences": (
            of("id", "编号"),
            of("name", "名称"),
            of("kind", "种类"),
            of("watches", "看守对象"),
            of("place", "取自行政区代码"),
            of("edition", "区划版本"),
            of("radius_m", "半径（米）", Kind.REAL),
        ),
        "places": (
            of("code", "代码"),
            of("name", "名称"),
            of("level", "层级（0 市 – 4 网格）", Kind.INT),
            of("parent", "上级代码"),
            of("edition", "区划版本"),
            of("schematic", "示意边界", Kind.BOOL),
            of("open_cases", "未结事件", Kind.INT),
            of("overdue_cases", "其中超时", Kind.INT),
        ),
        "drawings": (
            of("kind", "种类"),
            of("label", "说明"),
            of("radius_m", "半径（米）", Kind.REAL),
            of("error_m", "边线误差（米）", Kind.REAL),
        ),
        "units": (
            of("id", "编号"),
            of("name", "名称"),
            of("kind", "种类"),
            of("people", "人数", Kind.INT),
            of("home", "驻地代码"),
            of("terminal", "终端"),
            of("fix_time", "定位时间"),
            of("received", "接收时间"),
            of("accuracy_m", "位置误差（米）", Kind.REAL),
        ),
        "terminals": (
            of("terminal", "终端"),
            of("fix_time", "定位时间"),
            of("received", "接收时间"),
            of("speed_kmh", "速度（km/h）", Kind.REAL),
            of("course_deg", "航向（真北起，度）", Kind.REAL),
            of("accuracy_m", "位置误差（米）", Kind.REAL),
            of("place", "所在最细行政区代码"),
            of("source", "来源"),
        ),
    }
)
"""Layer -> its fields. Alerts do not say whose terminal they are: that is `terminals`'."""

WHEREABOUTS = frozenset({"units", "terminals"})
"""Layers that tell where persons are."""
