"""Base maps: why one is not there, how it stands with it, its datum and its kind."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.basemaps import BaseSource, Datum, Kind
from maps.base.errors import Reason
from maps.base.shelf import State, Status
from widgets.words.said import QT_TRANSLATE_NOOP, said

REASONS: Mapping[Reason, str] = {
    Reason.GONE: QT_TRANSLATE_NOOP("words", "文件不在了"),
    Reason.UNREADABLE: QT_TRANSLATE_NOOP("words", "文件读不出"),
    Reason.UNKNOWN_FORM: QT_TRANSLATE_NOOP("words", "不是认得的底图格式"),
    Reason.NO_TILES: QT_TRANSLATE_NOOP("words", "没有瓦片"),
    Reason.NO_FEATURES: QT_TRANSLATE_NOOP("words", "没有可画的要素"),
    Reason.NO_CRS: QT_TRANSLATE_NOOP("words", "缺少坐标系或坐标系无法识别"),
    Reason.NO_LIBRARY: QT_TRANSLATE_NOOP("words", "未安装可选组件 raster，GeoTIFF 读不了"),
    Reason.TOO_LARGE: QT_TRANSLATE_NOOP("words", "过大"),
    Reason.CANCELLED: QT_TRANSLATE_NOOP("words", "已取消"),
    Reason.BROKEN_TILE: QT_TRANSLATE_NOOP("words", "瓦片损坏"),
    Reason.UNKNOWN_TILE: QT_TRANSLATE_NOOP("words", "瓦片格式不认得"),
    Reason.TOO_FAR: QT_TRANSLATE_NOOP("words", "放大后才显示"),
}
STATES: Mapping[State, str] = {
    State.WAITING: QT_TRANSLATE_NOOP("words", "等待打开"),
    State.OPENING: QT_TRANSLATE_NOOP("words", "正在读取"),
    State.READY: QT_TRANSLATE_NOOP("words", "就绪"),
    State.MISSING: QT_TRANSLATE_NOOP("words", "文件不在了"),
    State.FAILED: QT_TRANSLATE_NOOP("words", "打不开"),
}
DATUMS: Mapping[Datum, str] = {
    Datum.CGCS2000: "CGCS2000",
    Datum.WGS84: "WGS 84",
    Datum.GCJ02: QT_TRANSLATE_NOOP("words", "GCJ-02（加偏，仅显示时纠正）"),
}
KINDS: Mapping[Kind, str] = {
    Kind.MBTILES: QT_TRANSLATE_NOOP("words", "MBTiles 瓦片"),
    Kind.PMTILES: QT_TRANSLATE_NOOP("words", "PMTiles 瓦片"),
    Kind.VECTOR: QT_TRANSLATE_NOOP("words", "矢量文件"),
    Kind.OSM: QT_TRANSLATE_NOOP("words", "OpenStreetMap 摘录"),
    Kind.RASTER: QT_TRANSLATE_NOOP("words", "GeoTIFF 影像"),
}


def base_reason(reason: Reason, detail: str = "") -> str:
    """Why a base map or a part of it is not drawn; `detail` is data."""
    return f"{said(REASONS[reason])} {detail}".rstrip()


def base_state(status: Status) -> str:
    """A few words beside the title: nothing while all is well."""
    if status.state is State.OPENING:
        return f"{said(STATES[status.state])} {status.share:.0%}"
    if status.reason is not None:
        return said(REASONS[status.reason])
    if status.broken:
        text = QCoreApplication.translate("words", "%1 块瓦片有误")
        return text.replace("%1", str(sum(status.broken.values())))
    return "" if status.state is State.READY else said(STATES[status.state])


def base_facts(source: BaseSource, status: Status) -> str:
    """All that is known of a base map, in lines."""
    lines = [
        f"{said(KINDS[source.kind])} · {said(DATUMS[source.datum])}",
        source.attribution,
        source.path,
        base_reason(status.reason, status.detail) if status.reason else "",
        *(f"{said(REASONS[reason])} × {n}" for reason, n in status.broken.items()),
    ]
    return "\n".join(line for line in lines if line)
