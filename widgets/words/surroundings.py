"""Sources of messages, boundary files and layers of the map."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.ingest.sources import Light, SourceStatus, light_of
from widgets.words.said import QT_TRANSLATE_NOOP, said

BOUNDARIES: Mapping[str, str] = {
    "no_geometry": QT_TRANSLATE_NOOP("words", "没有几何"),
    "wrong_type": QT_TRANSLATE_NOOP("words", "不是面"),
    "no_crs": QT_TRANSLATE_NOOP("words", "缺少坐标系（.prj）或坐标系无法识别"),
    "invalid": QT_TRANSLATE_NOOP("words", "几何无效"),
    "no_code": QT_TRANSLATE_NOOP("words", "没有区划代码"),
    "unknown_code": QT_TRANSLATE_NOOP("words", "区划代码不存在"),
    "wrong_level": QT_TRANSLATE_NOOP("words", "与文件中其他要素不在同一级，或不可替换"),
    "duplicate": QT_TRANSLATE_NOOP("words", "代码重复"),
    "outside_city": QT_TRANSLATE_NOOP("words", "超出市域"),
    "overlap": QT_TRANSLATE_NOOP("words", "与另一要素重叠"),
}

SOURCES: Mapping[str, str] = {
    "off": QT_TRANSLATE_NOOP("words", "已停用"),
    "idle": QT_TRANSLATE_NOOP("words", "未启动"),
    "unread": QT_TRANSLATE_NOOP("words", "读不出"),
    "connecting": QT_TRANSLATE_NOOP("words", "正在连接"),
    "waiting": QT_TRANSLATE_NOOP("words", "不通，等待重试"),
    "listening": QT_TRANSLATE_NOOP("words", "监听中"),
    "running": QT_TRANSLATE_NOOP("words", "接收中"),
    "ended": QT_TRANSLATE_NOOP("words", "已放完"),
    "stopped": QT_TRANSLATE_NOOP("words", "已停止"),
    "failed": QT_TRANSLATE_NOOP("words", "失败"),
}

LAYERS: Mapping[str, str] = {
    "relief": QT_TRANSLATE_NOOP("words", "地势"),
    "base": QT_TRANSLATE_NOOP("words", "底图"),
    "base_lines": QT_TRANSLATE_NOOP("words", "道路与铁路"),
    "stations": QT_TRANSLATE_NOOP("words", "车站"),
    "substations": QT_TRANSLATE_NOOP("words", "变电站"),
    "areas": QT_TRANSLATE_NOOP("words", "辖区设色"),
    "water": QT_TRANSLATE_NOOP("words", "水系"),
    "graticule": QT_TRANSLATE_NOOP("words", "经纬网"),
    "kilometres": QT_TRANSLATE_NOOP("words", "公里网（CGCS2000 3° 带）"),
    "grids": QT_TRANSLATE_NOOP("words", "网格线"),
    "boundaries": QT_TRANSLATE_NOOP("words", "行政界线"),
    "heat": QT_TRANSLATE_NOOP("words", "事件热力"),
    "events": QT_TRANSLATE_NOOP("words", "全部事件"),
    "names": QT_TRANSLATE_NOOP("words", "地名"),
    "fences": QT_TRANSLATE_NOOP("words", "围栏"),
    "drawing": QT_TRANSLATE_NOOP("words", "标绘"),
    "tracks": QT_TRANSLATE_NOOP("words", "轨迹"),
    "history": QT_TRANSLATE_NOOP("words", "历史轨迹"),
    "replay": QT_TRANSLATE_NOOP("words", "轨迹起止与回放"),
    "tasks": QT_TRANSLATE_NOOP("words", "派遣连线"),
    "plants": QT_TRANSLATE_NOOP("words", "电厂"),
    "terminals": QT_TRANSLATE_NOOP("words", "终端"),
    "cases": QT_TRANSLATE_NOOP("words", "事件与预警"),
    "help": QT_TRANSLATE_NOOP("words", "求救"),
    "legend": QT_TRANSLATE_NOOP("words", "图例"),
    "overview": QT_TRANSLATE_NOOP("words", "鹰眼"),
}


def source_state(status: SourceStatus) -> str:
    """What a source does: 监听中, 接收中, 失败…"""
    found = SOURCES.get(status.state)
    return status.state if found is None else said(found)


LIGHTS: Mapping[Light, str] = {
    Light.LIVE: "●",
    Light.QUIET: "◐",
    Light.TROUBLE: "×",
    Light.OFF: "○",
}


def source(status: SourceStatus, now: datetime) -> tuple[str, str, str]:
    """(light, name, detail) of a source for the status bar; the light is a shape."""
    detail = (
        QCoreApplication.translate("words", "%1，连接 %2，收到 %3，拒收 %4")
        .replace("%1", source_state(status))
        .replace("%2", str(status.connections))
        .replace("%3", str(status.heard))
        .replace("%4", str(sum(status.refused.values())))
    )
    return LIGHTS[light_of(status, now)], status.name, f"{detail} {status.error}".strip()


def boundary(reason: str) -> str:
    """Why a feature of a boundary file was refused."""
    found = BOUNDARIES.get(reason)
    return reason if found is None else said(found)


def layer(name: str) -> str:
    """The name of a layer of the map."""
    found = LAYERS.get(name)
    return name if found is None else said(found)
